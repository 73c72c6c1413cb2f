//! What a device gets to know: the keys it asks for, as far as its user may see them.
//!
//! A cursor says how far the agency's changes were told. A new key is told whole first, one page after
//! the other in tiers, as the case stood at the cursor; then the changes since are told like any
//! others. A case that is out of sight when the page is made is never in it, whatever happened to it
//! in between: the device is told to erase it.
//!
//! Keys are long and rarely change, so they do not travel with each question: the cursor names those
//! that were told by their hash. When the user may have others now, the device is asked which ones it
//! was told, and what stood only under the lost ones leaves it.

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
const KEYS_MAX: usize = 2_000;

impl App {
    /// News since the cursor. Nothing new costs one look at the agency's counters.
    pub fn pull(&self, session: &Session, request: &PullRequest) -> Result<PullAnswer, Denied> {
        let items_max = request.items_max as usize;
        let (asked, told) = (request.keys.as_deref(), request.told.as_deref());
        if [asked, told].into_iter().flatten().any(|it| it.len() > KEYS_MAX) || items_max == 0 {
            return Err(Denied::Malformed("pull"));
        }
        self.store.read(|tx| {
            let bench = Bench::open(self, tx, &session.agency)?;
            let keys = keys::Keys::of(&bench, session, asked);
            let known = request.cursor.as_deref().and_then(Cursor::read);
            let known = known.filter(|it| it.fits(self.epoch, bench.head));
            let is_known = known.is_some();
            let mut page = Page::new(&bench, &session.staff, items_max.min(PULL_ITEMS_MAX));
            let mut cursor = known.unwrap_or_else(|| Cursor::start(self.epoch, bench.head));
            if is_known && !cursor.recall(told, &keys.wanted) {
                return Ok(self.ask_keys(&bench, request));
            }
            let same_keys = is_known && asked.is_none() && cursor.keys == keys.wanted;
            page.turn_to(&mut cursor, &keys.wanted)?;
            let progress = page.enter_new(&mut cursor)?;
            page.tell_news(&mut cursor)?;
            Ok(PullAnswer {
                more: page.more(&cursor),
                cursor: cursor.write()?,
                epoch: self.epoch,
                book: (request.book_version != bench.book.version).then(|| (*bench.book).clone()),
                keys: (!same_keys).then_some(keys.allowed),
                keys_needed: false,
                items: page.items,
                progress,
                at: bench.now,
            })
        })
    }

    /// Asks the device for the keys behind its cursor.
    fn ask_keys(&self, bench: &Bench<'_>, request: &PullRequest) -> PullAnswer {
        PullAnswer {
            cursor: request.cursor.clone().unwrap_or_default(),
            epoch: self.epoch,
            book: None,
            keys: None,
            keys_needed: true,
            items: Vec::new(),
            more: true,
            progress: None,
            at: bench.now,
        }
    }
}
