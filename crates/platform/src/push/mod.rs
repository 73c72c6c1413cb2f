//! Actions from devices: checked before the agency's lock, judged under it, each on its own.
//!
//! # Order on a case (`sync.md`, The action on the wire)
//!
//! When an action of a chain on a case is not accepted (rejected, needs confirmation, or held), later
//! ones of the chain on the case that were written without knowing it are held with it as one item,
//! but for notes, drafts and attachments. Other cases, and other chains, are never held. Which those
//! are, the writer says: `depends_on` names the last action on the case that had no verdict when they
//! signed, and it names the one before it. Besides, whatever comes while the earlier one still waits,
//! or in the same push, can't have been written in knowledge of its verdict. What the writer does
//! after they saw the verdict, naming nothing, is judged on its own.
//!
//! The item has one answer, and only the writer gives it:
//!
//! - **redo all**: a new action whose header `confirms` the one that was not accepted, whatever its
//!   kind. When it is accepted, the held ones are judged in the chain's order, as if written on what
//!   the new action saw. When it is not, they wait for it instead.
//! - **give up all**: `withdraw` of the one that was not accepted. It and all that wait for it are
//!   judged as nothing: accepted, with no events. `withdraw` of one that waits gives up that one and
//!   what was built on it.
//!
//! A desk that offers another way on for a rejected text (make it an approval, add it as a note)
//! names the rejected action in `confirms`, or withdraws it beside; else what was built on it waits on.
//! An action that was only held (an attachment, a body, a newer kind) is judged when the cause is gone,
//! and then either frees the rest or holds them with its verdict.

mod batch;
mod beside;
mod body;
mod check;
mod order;
mod own_actions;
mod place;
mod verdicts;
