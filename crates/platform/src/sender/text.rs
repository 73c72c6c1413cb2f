//! The words of a message: an announcement or the letter, where to read on, and with which codes.

use super::{LetterKind, OutgoingMessage};
use crate::say::Say;
use domain::case::Ending;

/// What a message may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carries {
    /// The letter itself, unless the case is confidential.
    Letter,
    /// Only that there is one.
    Announcement,
}

/// The whole text of a message, in the person's language. About a confidential case it says nothing
/// but that there is a message, and how to open the page.
pub(super) fn compose(message: &OutgoingMessage, page_url: &str, carries: Carries) -> String {
    let say = Say(message.letter.language);
    let reference = message.letter.reference.to_string();
    let link = format!("{page_url}/c?reference={reference}&lang={}", say.code());
    let page = say.of("letter-page", "link", &link);
    let code = say.of("letter-code", "code", &message.code.grouped());
    let word = message.word.as_ref().map(|it| say.of("letter-word", "word", &it.grouped()));
    let lines = if message.is_private {
        vec![Some(say.text("letter-private")), Some(page), Some(code), word]
    } else {
        let files = !message.letter.files.is_empty() && message.files.is_empty();
        vec![
            greeting(message, say, carries),
            Some(body(message, say, carries)),
            files.then(|| say.text("letter-files")),
            Some(page),
            Some(code),
            word,
            Some(say.text("letter-secret")),
            Some(message.from.of(message.letter.language).to_owned()),
        ]
    };
    let text = lines.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    without_marks(&text)
}

/// The subject line of a mail.
pub(super) fn subject(message: &OutgoingMessage) -> String {
    let say = Say(message.letter.language);
    let reference = message.letter.reference.to_string();
    let id = match message.letter.kind {
        _ if message.is_private => return say.text("letter-subject-private"),
        LetterKind::Welcome => "letter-subject-welcome",
        LetterKind::Reply { .. } => "letter-subject-reply",
        LetterKind::Reminder => "letter-subject-reminder",
        LetterKind::Ended { .. } => "letter-subject-ended",
    };
    without_marks(&say.of(id, "reference", &reference))
}

fn body(message: &OutgoingMessage, say: Say, carries: Carries) -> String {
    let reference = message.letter.reference.to_string();
    let own = |id: &str| say.of(id, "reference", &reference);
    match message.letter.kind {
        LetterKind::Welcome => own("letter-welcome"),
        LetterKind::Reply { .. } if carries == Carries::Letter => message.letter.text.clone(),
        LetterKind::Reply { .. } => own("letter-announce"),
        LetterKind::Reminder => own("letter-reminder"),
        LetterKind::Ended { ending } => say.with(
            "letter-ended",
            &[("ending", ending_word(ending).into()), ("reference", reference.as_str().into())],
        ),
    }
}

/// The handler's letter greets in its own words.
fn greeting(message: &OutgoingMessage, say: Say, carries: Carries) -> Option<String> {
    match (message.letter.kind, carries, message.letter.name.trim()) {
        (LetterKind::Reply { .. }, Carries::Letter, _) => None,
        // A telephone is often read by others.
        (_, Carries::Announcement, _) | (_, _, "") => Some(say.text("letter-greeting")),
        (_, Carries::Letter, name) => Some(say.of("letter-dear", "name", name)),
    }
}

/// Marks that isolate a fact belong to a screen; in a message they would stick to a copied code.
fn without_marks(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn ending_word(ending: Ending) -> &'static str {
    match ending {
        Ending::Confirmed => "confirmed",
        Ending::Unconfirmed { .. } => "unconfirmed",
        Ending::Upheld => "upheld",
        Ending::BeforeRida => "before_rida",
    }
}
