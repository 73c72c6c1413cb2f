//! Living cases of a demo: a script of what happened in the last days, played through the same actions
//! as any other, so that every rule has judged it.

mod action;
mod play;
mod script;
mod when;

pub use play::{Played, StepRefused, play};
pub use script::Script;
pub use when::SetClock;

use crate::setup::{Fault, text_of};
use std::path::Path;

/// The folder in an agency's folder.
pub const FOLDER: &str = "cases";

/// Reads the script of an agency's folder, its files in the order of their names; none when it has
/// none.
pub fn read_script(dir: &Path) -> Result<Option<Script>, Vec<Fault>> {
    let Ok(entries) = std::fs::read_dir(dir.join(FOLDER)) else { return Ok(None) };
    let mut files: Vec<_> = entries.flatten().map(|it| it.path()).collect();
    files.retain(|it| it.extension().is_some_and(|kind| kind == "toml"));
    files.sort();
    let (mut script, mut faults) = (Script::default(), Vec::new());
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        match read_part(dir, &format!("{FOLDER}/{name}")) {
            Ok(part) => script.append(part),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(Some(script)) } else { Err(faults) }
}

fn read_part(dir: &Path, file: &str) -> Result<Script, Fault> {
    let text = text_of(&dir.join(file)).map_err(|problem| Fault::of_file(file, problem))?;
    toml::from_str(&text).map_err(|error| Fault::of_form(file, &text, &error))
}
