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
