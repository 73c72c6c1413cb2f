//! Actions from devices: checked before the agency's lock, judged under it, each on its own.
//!
//! # Order on a case (`sync.md`, The action on the wire)
//!
//! When an action of a chain on a case is not accepted (rejected, needs confirmation, or held), it
//! *blocks* that case for that chain: later actions of the chain on the case are held with it as one
//! item, but for notes, drafts and attachments. Other cases, and other chains, are never held. The
//! item has one answer, and only the writer gives it:
//!
//! - **redo all**: a new action whose header `confirms` the blocking one. When it is accepted, the
//!   held ones are judged in the chain's order, as if written on what the new action saw. When it is
//!   not, it blocks in the place of the old one.
//! - **give up all**: `withdraw` of the blocking action. It and all that wait for it are judged as
//!   nothing: accepted, with no events. `withdraw` of one that waits gives up that one alone.
//!
//! So a desk that offers another way on for a rejected text (make it an approval, add it as a note)
//! names the rejected action in `confirms`, or withdraws it beside. A blocking action that was only
//! held (an attachment, a body, a newer kind) is judged when the cause is gone, and then either frees
//! the rest or goes on blocking with its verdict.

mod batch;
mod body;
mod check;
mod order;
mod place;
mod verdicts;
