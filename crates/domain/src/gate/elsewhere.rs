//! Where a text sends the person elsewhere: by the agency's lists, and by the shape of the clause.

use std::ops::Range;

use super::lexicon::{Class, is_order};
use super::phrases;
use super::ranges::overlaps;
use super::tokens::Tokens;
use crate::book::GateLists;

/// A deed is asked of the person within so many words behind the modal.
const ASKED_WITHIN: usize = 4;

/// Opening hours, numbers and addresses beside the order to go there.
pub(super) fn is_of_doors(tokens: &Tokens<'_>, clause: &Range<usize>) -> bool {
    tokens.all[clause.clone()].iter().any(|it| {
        it.class.any(Class::CHANNEL | Class::PLACE | Class::CLOCK | Class::WEEKDAY | Class::DAYPART)
    }) || clause.clone().any(|at| tokens.all[at].digits && tokens.whole(at).len() >= 5)
}

/// Where the person is told to go, by the agency's lists and by the shape of the clause.
pub(super) fn elsewhere(
    tokens: &Tokens<'_>,
    clauses: &[Range<usize>],
    lists: &GateLists,
) -> Vec<Range<usize>> {
    let mut found = phrases::deflection_words(&tokens.said, lists);
    for clause in clauses {
        if is_needless(tokens, clause) {
            found.retain(|it| !overlaps(it, clause));
        } else if let Some(part) = order(tokens, clause).or_else(|| statement(tokens, clause)) {
            found.push(part);
        }
    }
    found.sort_by_key(|it| it.start);
    found.dedup_by(|a, b| overlaps(a, b));
    found
}

/// «دون الحاجة إلى مراجعة الفرع», "no need to visit".
fn is_needless(tokens: &Tokens<'_>, clause: &Range<usize>) -> bool {
    let words: Vec<&str> = clause.clone().map(|at| tokens.whole(at)).collect();
    let pairs: [(&[&str], &[&str]); 7] = [
        (&["لا"], &["داعي", "حاجه", "يلزم", "تحتاج", "تراجع", "تراجعون"]),
        (&["دون", "بدون"], &["الحاجه", "حاجه", "مراجعه", "زياره", "ان", "ما"]),
        (&["no", "not"], &["need"]),
        (&["without"], &["having", "visiting", "calling", "coming"]),
        (&["ما", "مش", "مو"], &["لازم", "محتاج", "محتاجه", "تحتاج", "يحتاج"]),
        (&["من"], &["غير"]),
        (&["you"], &["needn"]),
    ];
    words.windows(2).any(|pair| {
        pairs.iter().any(|(first, second)| first.contains(&pair[0]) && second.contains(&pair[1]))
    })
}

/// An order or a request to go, call, write, apply.
fn order(tokens: &Tokens<'_>, clause: &Range<usize>) -> Option<Range<usize>> {
    for at in clause.clone() {
        if !tokens.is(at, Class::MUST) {
            continue;
        }
        if tokens.whole(at).is_ascii() {
            if let Some(asked) = english_request(tokens, clause, at) {
                return Some(asked);
            }
            continue;
        }
        let until = clause.end.min(at + 1 + ASKED_WITHIN);
        // What we do ourselves is no order: «نرجو أن نزوركم».
        let asked = (at + 1..until).find(|it| {
            is_order(tokens.whole(*it)) || tokens.is(*it, Class::GOING) && !ours(tokens.whole(*it))
        });
        if let Some(asked) = asked {
            return Some(at..clause.end.min(asked + 1 + ASKED_WITHIN));
        }
    }
    let head = clause.clone().take(4).find(|at| is_order(tokens.whole(*at)))?;
    let word = tokens.whole(head);
    let before = || clause.start..head;
    if word.is_ascii() {
        let heads =
            ["please", "kindly", "just", "simply", "then", "also", "instead", "first", "and", "or"];
        let is_head = before().all(|at| heads.contains(&tokens.whole(at)));
        let is_verb =
            !matches!(tokens.whole(head + 1), "is" | "are" | "was" | "has" | "will" | "of");
        return (is_head && is_verb && head + 1 < clause.end).then(|| told(head, clause));
    }
    let small = Class::EMPTY | Class::WARM | Class::MUST;
    if !before().all(|at| tokens.is(at, small)) || is_ours_or_theirs(word) {
        return None;
    }
    if word.ends_with(['ي', 'و']) || word.ends_with("وا") {
        return (head + 1 < clause.end).then(|| told(head, clause));
    }
    let team = ["فريق", "فني", "طاقم", "موظف", "مقاول", "قسم", "لجنه", "ورشه", "مختص", "مدير"];
    let next = tokens.whole(head + 1);
    let is_told = tokens.is(head + 1, Class::POST)
        || team.iter().any(|it| next.trim_start_matches("ال").starts_with(it));
    let has_door = clause.clone().any(|at| {
        let behind = at.checked_sub(1).map_or("", |it| tokens.whole(it));
        let is_number = tokens.all[at].digits && matches!(behind, "علي" | "ع" | "رقم" | "الرقم");
        tokens.is(at, Class::CHANNEL) || is_number
    });
    let is_house = tokens.is(head + 1, Class::AGENCY | Class::PLACE) && !next.starts_with("ال");
    let is_yours = next.ends_with('ك') || next.ends_with("كم");
    let is_sure = !AMBIGUOUS.contains(&word);
    (!is_told && (has_door || is_house || is_sure && is_yours)).then(|| told(head, clause))
}

/// "You can visit…", "we advise you to contact…", "can be raised at any branch".
fn english_request(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let near = at.saturating_sub(2).max(clause.start)..clause.end.min(at + 4);
    let to_you = near.clone().any(|it| {
        matches!(
            tokens.whole(it),
            "you"
                | "applicants"
                | "customers"
                | "citizens"
                | "residents"
                | "passengers"
                | "please"
                | "kindly"
        )
    });
    let of_them = (at + 1..clause.end.min(at + 3)).any(|it| tokens.whole(it) == "be");
    let has_door = clause.clone().any(|it| tokens.is(it, Class::CHANNEL));
    let asked = (at + 1..clause.end.min(at + 1 + ASKED_WITHIN)).find(|it| {
        let word = tokens.whole(*it);
        is_order(word)
            || of_them && is_order(word.trim_end_matches("ed"))
            || of_them && word == "made"
    })?;
    (to_you || of_them && has_door).then_some(at..clause.end.min(asked + 1 + ASKED_WITHIN))
}

fn told(head: usize, clause: &Range<usize>) -> Range<usize> {
    head..clause.end.min(head + 1 + ASKED_WITHIN)
}

/// Not an order: «تمر الشاحنة», «تسجل بلاغك».
fn is_ours_or_theirs(word: &str) -> bool {
    let is_second_person = word.ends_with(['ي', 'و']) || word.ends_with("وا");
    let is_imperative =
        ["تواصل", "توجه", "تابع", "تقدم", "تفضل"].iter().any(|it| word.starts_with(it));
    word.starts_with('ت') && !is_second_person && !is_imperative
}

/// Orders that are written like what somebody did: «سُجل الطلب».
const AMBIGUOUS: [&str; 18] = [
    "حرر", "اعمل", "طالب", "احضر", "سجل", "رفع", "قدم", "حمل", "فتح", "نزل", "بلغ", "ابلغ", "مر",
    "راجع", "تابع", "ارجع", "اخذ", "خاطب",
];

fn ours(word: &str) -> bool {
    word.ends_with("نا") && !matches!(word, "مراسلتنا" | "زيارتنا" | "مراجعتنا")
}

/// «من اختصاص…», «عن طريق البوابة», "only for…", "not dealt with here".
fn statement(tokens: &Tokens<'_>, clause: &Range<usize>) -> Option<Range<usize>> {
    let has_deed = clause.clone().any(|at| {
        tokens.is(at, Class::DEED | Class::DECISION) && !tokens.is(at, Class::EMPTY | Class::WARM)
    });
    for at in clause.clone() {
        let word = tokens.whole(at);
        let before = at.checked_sub(1).map_or("", |it| tokens.whole(it));
        let is_others = tokens.is(at, Class::ELSEWHERE)
            && matches!(before, "من" | "ضمن" | "لنا" | "النا" | "هذا" | "in" | "the");
        let door = (at + 1..clause.end.min(at + 4)).find(|it| {
            tokens.is(*it, Class::CHANNEL)
                || word == "طريق" && tokens.is(*it, Class::AGENCY | Class::NUMBER_LABEL)
        });
        let is_way = matches!(word, "عبر" | "طريق" | "خلال" | "via" | "through");
        if !has_deed && (is_others || is_way && door.is_some()) {
            return Some(at.saturating_sub(1).max(clause.start)..clause.end.min(at + 4));
        }
    }
    None
}
