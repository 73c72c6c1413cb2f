//! What a device gets to know: the keys it asks for, as far as its user may see them.
//!
//! A cursor says how far the agency's changes were told. A new key is told whole first, one page after
//! the other in tiers, as the case stood at the cursor; then the changes since are told like any
//! others. A case that is out of sight when the page is made is never in it, whatever happened to it
//! in between: the device is told to erase it.
//!
//! A cursor is sealed: nobody but the platform can say what was told, so that only what was told is
//! taken back. It names the keys in short, as those of a version of the book at an instant.
//!
//! An answer holds at most as many items as were asked for. One action's events are never divided: the
//! first one of an answer may bring a few items more.

mod cursor;
mod first;
mod keys;
mod news;
mod page;

use crate::judge::Bench;
use crate::session::Session;
use crate::{App, Denied};
use cursor::Cursor;
use page::Page;
use protocol::limits::PULL_ITEMS_MAX;
use protocol::{PullAnswer, PullRequest};

/// Keys in one question; a user has a few dozen.
const KEYS_MAX: usize = 500;

impl App {
    /// News since the cursor. Nothing new costs one look at the agency's counters.
    pub fn pull(&self, session: &Session, request: &PullRequest) -> Result<PullAnswer, Denied> {
        let items_max = request.items_max as usize;
        let asked = request.keys.as_deref();
        if asked.is_some_and(|it| it.len() > KEYS_MAX) || items_max == 0 {
            return Err(Denied::Malformed("pull"));
        }
        self.store.read(|tx| {
            let bench = Bench::open(self, tx, &session.agency)?;
            let keys = keys::Keys::of(&bench, session, asked);
            let known = match &request.cursor {
                Some(text) => Cursor::read(self, &bench, session, text)?,
                None => None,
            };
            let mut page = Page::new(&bench, &session.staff, items_max.min(PULL_ITEMS_MAX));
            let is_known = known.is_some();
            let mut cursor = known.unwrap_or_else(|| Cursor::start(self.epoch, bench.head));
            let same_keys = is_known && asked.is_none() && cursor.keys == keys.wanted;
            cursor.turn_to(&keys.wanted);
            if asked.is_some() {
                cursor.told_named();
            } else if !same_keys || !cursor.tells_all(bench.book.version) {
                cursor.told_all(bench.book.version, keys.at);
            }
            page.take_back(&mut cursor)?;
            page.tell_parts(&mut cursor)?;
            let progress = page.enter_new(&mut cursor)?;
            page.tell_news(&mut cursor)?;
            page.tell_parts(&mut cursor)?;
            Ok(PullAnswer {
                more: page.more(&cursor),
                cursor: cursor.write(&self.secrets, session)?,
                epoch: self.epoch,
                book: (request.book_version != bench.book.version).then(|| (*bench.book).clone()),
                keys: (!same_keys).then_some(keys.allowed),
                items: page.items,
                progress,
                at: bench.now,
            })
        })
    }
}
