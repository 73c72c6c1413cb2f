//! What was said on both sides, the newest last, without the letter that stands above it.

use super::{Passage, Teller};
use domain::case::{Case, ContactDirection, ReplyKind};
use domain::{Event, Recorded};

/// One text of the conversation.
pub(in crate::person_page) struct Talk {
    pub(in crate::person_page) title: String,
    pub(in crate::person_page) at: String,
    pub(in crate::person_page) text: Passage,
    /// The agency wrote it.
    pub(in crate::person_page) ours: bool,
}

impl Teller<'_> {
    /// `shown` is the case whose decision's letter stands elsewhere on the page.
    pub(super) fn talk(self, events: &[Recorded], shown: Option<&Case>) -> Vec<Talk> {
        let letter = shown.and_then(|case| case.decision.as_ref()).map(|it| it.id);
        let others = events.iter().filter(|it| Some(it.op) != letter);
        others.filter_map(|it| self.said(it)).collect()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the others say nothing to the person")]
    /// One event as a text of the conversation, if it is one.
    pub(in crate::person_page) fn said(self, recorded: &Recorded) -> Option<Talk> {
        let (title, text, ours) = match &recorded.event {
            Event::ReplySent { reply_kind, text, .. } => {
                (self.say.of("talk-ours", "kind", reply_word(*reply_kind)), text, true)
            }
            Event::ContactRecorded { direction: ContactDirection::Inbound, own_words, .. } => {
                (self.say.text("talk-yours"), own_words, false)
            }
            Event::Confirmed { text, .. } => (self.say.text("talk-solved"), text, false),
            Event::Disputed { text, .. } => (self.say.text("talk-not-solved"), text, false),
            _ => return None,
        };
        let is_word = matches!(recorded.event, Event::Confirmed { .. } | Event::Disputed { .. });
        (is_word || !text.trim().is_empty()).then(|| Talk {
            title,
            at: self.instant(recorded.at),
            text: self.passage(text),
            ours,
        })
    }
}

fn reply_word(kind: ReplyKind) -> &'static str {
    match kind {
        ReplyKind::Acknowledgement => "acknowledgement",
        ReplyKind::Question => "question",
        ReplyKind::Progress => "progress",
        ReplyKind::Decision => "decision",
        ReplyKind::RemedyDone => "remedy_done",
        ReplyKind::Deflection => "deflection",
    }
}
