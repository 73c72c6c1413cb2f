//! What stands around every page.

use super::Door;
use crate::say::Say;
use crate::{App, Error};
use domain::Language;

/// The head of a page.
pub(crate) struct Frame {
    /// Whose page it is.
    pub(crate) agency: String,
    /// The same page in the other language.
    pub(crate) other: String,
}

impl Frame {
    /// The frame of a page at a path.
    pub(crate) fn new(agency: String, path: &str, say: Say) -> Self {
        let join = if path.contains('?') { '&' } else { '?' };
        Self { agency, other: format!("{path}{join}lang={}", say.other().code()) }
    }

    /// The frame of a page that belongs to no case: the agency's name when there is only one.
    pub(crate) fn open(app: &App, path: &str, say: Say) -> Result<Self, Error> {
        let agencies = app.agencies()?;
        let name = match agencies.as_slice() {
            [only] => app.book(only)?.name.of(say.0).to_owned(),
            _ => say.text("enter-title"),
        };
        Ok(Self::new(name, path, say))
    }
}

impl Door {
    pub(super) fn frame(&self, path: &str, say: Say) -> Result<Frame, Error> {
        Frame::open(&self.app, path, say)
    }
}

impl Say {
    /// The other language.
    pub(crate) fn other(self) -> Self {
        Self(match self.0 {
            Language::Ar => Language::En,
            Language::En => Language::Ar,
        })
    }
}
