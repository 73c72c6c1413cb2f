//! What goes wrong on the way, and what must not come of it.

mod checker;
mod cloned;
mod histories;
mod hostile;
mod kills;
mod lines;
mod poisoned;
mod restored;
mod walk;
