//! The commands of the window: each locks, calls and converts, in a few lines. Their names, inputs
//! and answers stand in `ui/src/api/commands.ts`; a test holds both lists equal.

mod agreement;
mod approvals;
mod cases;
mod files;
mod intake;
mod replies;
mod session;

pub use agreement::*;
pub use approvals::*;
pub use cases::*;
pub use files::*;
pub use intake::*;
pub use replies::*;
pub use session::*;

use crate::state::Window;
use std::sync::Arc;

/// The shared window, as commands get it.
pub type Shared<'a> = tauri::State<'a, Arc<Window>>;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn the_windows_commands_are_those_that_the_interface_names() {
        let wired: BTreeSet<&str> = include_str!("../main.rs")
            .lines()
            .filter_map(|line| line.trim().strip_prefix("commands::")?.strip_suffix(','))
            .collect();
        let (_, list) = include_str!("../../../ui/src/api/commands.ts")
            .split_once("export interface Commands {")
            .unwrap();
        let (list, _) = list.split_once("\n}").unwrap();
        let named: BTreeSet<&str> =
            list.lines().filter_map(|line| Some(line.split_once(": [")?.0.trim())).collect();
        assert!(wired.len() > 30, "the list was read");
        assert_eq!(wired, named);
    }
}
