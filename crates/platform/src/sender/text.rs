//! The words around a letter: where to read on, with which code, and with which word to answer.

use super::{LetterKind, OutgoingMessage};
use crate::say::Say;
use domain::case::Ending;

/// The whole text of a message, in the person's language.
pub(super) fn compose(message: &OutgoingMessage, page_url: &str) -> String {
    let letter = &message.letter;
    let say = Say(letter.language);
    let reference = letter.reference.to_string();
    let own = |id: &str| say.of(id, "reference", &reference);
    let body = match letter.kind {
        LetterKind::Welcome => own("letter-welcome"),
        LetterKind::Reply { .. } => letter.text.clone(),
        LetterKind::Reminder => own("letter-reminder"),
        LetterKind::Ended { ending } => say.with(
            "letter-ended",
            &[("ending", ending_word(ending).into()), ("reference", reference.as_str().into())],
        ),
    };
    let greeting = match (letter.kind, letter.name.trim()) {
        // The handler's letter greets in its own words.
        (LetterKind::Reply { .. }, _) => None,
        (_, "") => Some(say.text("letter-greeting")),
        (_, name) => Some(say.of("letter-dear", "name", name)),
    };
    let code = Some(say.of("letter-code", "code", &message.code.grouped()));
    let word = message.word.as_ref().map(|it| say.of("letter-word", "word", &it.grouped()));
    let secret = Some(say.text("letter-secret"));
    let from = Some(message.from.of(letter.language).to_owned());
    let link = format!("{page_url}/c?reference={reference}&lang={}", say.code());
    let page = Some(say.of("letter-page", "link", &link));
    let lines = [greeting, Some(body), page, code, word, secret, from];
    let text = lines.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    // Marks that isolate a fact belong to a screen; in a message they would stick to a copied code.
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
