//! What left the house, as the person reads it.

use super::{World, id};
use domain::CaseId;
use platform::sender::{LetterKind, MemorySender};
use std::sync::Mutex;

/// A text that reached somebody.
#[derive(Clone, Debug)]
pub struct Letter {
    /// About which case.
    pub case: CaseId,
    /// What it is.
    pub kind: LetterKind,
    /// The exact text.
    pub text: String,
    /// To whom.
    pub address: String,
    /// To follow the case.
    pub code: String,
    /// To answer the decision that it tells.
    pub word: Option<String>,
}

/// Everything that was handed over so far.
#[derive(Default)]
pub(super) struct Post {
    sender: MemorySender,
    letters: Mutex<Vec<Letter>>,
}

impl World {
    /// Hands over what is due now; letters come ten seconds after their acceptance.
    pub fn deliver(&self) {
        let post = self.house.post();
        self.house.app().deliver_due(&post.sender).expect("delivered");
        let came = post.sender.take().into_iter().map(|it| Letter {
            case: it.case,
            kind: it.letter.kind,
            text: it.letter.text,
            address: it.letter.address,
            code: it.code.grouped(),
            word: it.word.map(|it| it.grouped()),
        });
        post.letters.lock().expect("the letters").extend(came);
    }

    /// Every letter about a case so far, with those that are due now.
    pub fn letters(&self, case: &str) -> Vec<Letter> {
        self.deliver();
        let letters = self.house.post().letters.lock().expect("the letters");
        letters.iter().filter(|it| it.case == id(case)).cloned().collect()
    }

    /// The texts of replies that reached the person of a case.
    pub fn replies(&self, case: &str) -> Vec<String> {
        let letters = self.letters(case).into_iter();
        letters.filter(|it| matches!(it.kind, LetterKind::Reply { .. })).map(|it| it.text).collect()
    }

    /// The code that was sent last to the person of a case.
    pub fn code_sent_to(&self, case: &str) -> String {
        self.letters(case).pop().expect("a letter").code
    }

    /// The word that was sent last to the person of a case.
    pub fn word_sent_to(&self, case: &str) -> String {
        let mut words = self.letters(case).into_iter().filter_map(|it| it.word);
        words.next_back().expect("a letter with a word")
    }
}
