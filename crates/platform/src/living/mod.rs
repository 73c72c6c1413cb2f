//! Living cases of a demo: a script of what happened in the last days, played through the same actions
//! as any other, so that every rule has judged it.

mod action;
mod play;
mod script;
mod when;

pub use play::{Played, StepRefused, play};
pub use script::Script;
pub use when::SetClock;

use crate::setup::{Fault, Problem, text_of};
use std::path::Path;

/// The file in an agency's folder.
pub const FILE: &str = "cases.toml";

/// Reads the script of an agency's folder; none when it has none.
pub fn read_script(dir: &Path) -> Result<Option<Script>, Vec<Fault>> {
    let text = match text_of(&dir.join(FILE)) {
        Ok(text) => text,
        Err(Problem::FileMissing) => return Ok(None),
        Err(problem) => return Err(vec![Fault::of_file(FILE, problem)]),
    };
    toml::from_str(&text).map(Some).map_err(|error| vec![Fault::of_form(FILE, &text, &error)])
}
