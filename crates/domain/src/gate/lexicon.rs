//! What the reply check knows of single words: their classes, from the shipped lists.

use std::collections::{HashMap, HashSet};
use std::ops::BitOr;
use std::sync::LazyLock;

use super::forms::forms;
use crate::text::fold;

/// A set of classes of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Class(u32);

impl Class {
    /// Says nothing of a case: small words, and the verbs and nouns of procedure.
    pub const EMPTY: Self = Self(1);
    /// What the person brought: complaint, request, ticket.
    pub const TOPIC: Self = Self(1 << 1);
    /// A time that is none: soon, in due course.
    pub const VAGUE: Self = Self(1 << 2);
    /// Courtesy, feeling, virtue, prayer.
    pub const WARM: Self = Self(1 << 3);
    /// Doors, lines and screens of an office.
    pub const CHANNEL: Self = Self(1 << 4);
    /// The name of a deed that is asked of the person: a visit, a call.
    pub const GOING: Self = Self(1 << 5);
    /// What makes a deed the person's: please, you can, you must.
    pub const MUST: Self = Self(1 << 7);
    /// Not ours: the competence of others.
    pub const ELSEWHERE: Self = Self(1 << 8);
    /// An act that leaves something behind.
    pub const DEED: Self = Self(1 << 9);
    /// The same act by its name, which is an act behind «تم» alone.
    pub const DEED_NAME: Self = Self(1 << 6);
    /// What makes a named act an act.
    pub const DONE: Self = Self(1 << 30);
    /// Yes and no.
    pub const DECISION: Self = Self(1 << 10);
    /// Because.
    pub const REASON: Self = Self(1 << 11);
    pub const CURRENCY: Self = Self(1 << 12);
    pub const TIME_UNIT: Self = Self(1 << 13);
    /// Two of a time unit, in one word.
    pub const DUAL: Self = Self(1 << 14);
    pub const UNIT: Self = Self(1 << 15);
    pub const WEEKDAY: Self = Self(1 << 16);
    pub const MONTH: Self = Self(1 << 17);
    pub const DAYPART: Self = Self(1 << 18);
    pub const TODAY: Self = Self(1 << 19);
    pub const RELATIVE_DAY: Self = Self(1 << 20);
    pub const CLOCK: Self = Self(1 << 21);
    pub const LAW: Self = Self(1 << 22);
    /// Papers and things that carry a number of their own.
    pub const ORDER: Self = Self(1 << 23);
    pub const NUMBER_LABEL: Self = Self(1 << 24);
    pub const POST: Self = Self(1 << 25);
    pub const PLACE: Self = Self(1 << 26);
    /// A number in words.
    pub const NUMBER: Self = Self(1 << 27);
    /// The eighth, as an hour.
    pub const ORDINAL_HOUR: Self = Self(1 << 28);
    /// Other houses: an authority, a company, a court.
    pub const AGENCY: Self = Self(1 << 31);
    pub const ORDINAL: Self = Self(1 << 29);

    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub fn is_known(self) -> bool {
        self.0 != 0
    }

    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "empty" => Self::EMPTY,
            "topic" => Self::TOPIC,
            "vague" => Self::VAGUE,
            "warm" => Self::WARM,
            "channel" => Self::CHANNEL,
            "going" => Self::GOING,
            "must" => Self::MUST,
            "elsewhere" => Self::ELSEWHERE,
            "deed" => Self::DEED,
            "agency" => Self::AGENCY,
            "deed_name" => Self::DEED_NAME,
            "done" => Self::DONE,
            "decision" => Self::DECISION,
            "reason" => Self::REASON,
            "currency" => Self::CURRENCY,
            "time_unit" => Self::TIME_UNIT,
            "dual" => Self::DUAL,
            "unit" => Self::UNIT,
            "weekday" => Self::WEEKDAY,
            "month" => Self::MONTH,
            "daypart" => Self::DAYPART,
            "today" => Self::TODAY,
            "relative_day" => Self::RELATIVE_DAY,
            "clock" => Self::CLOCK,
            "law" => Self::LAW,
            "order" => Self::ORDER,
            "number_label" => Self::NUMBER_LABEL,
            "post" => Self::POST,
            "place" => Self::PLACE,
            "function_number" => Self::NUMBER,
            "ordinal_hour" => Self::ORDINAL_HOUR,
            "ordinal" => Self::ORDINAL,
            _ => return None,
        })
    }
}

impl BitOr for Class {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Only a word that says nothing is looked for behind an error of typing.
const SAYS_NOTHING: Class = Class(Class::EMPTY.0 | Class::WARM.0 | Class::TOPIC.0 | Class::VAGUE.0);
/// A shorter word is too near to too many others to be mended.
const MENDED_CHARS_MIN: usize = 6;
const BONES_MIN: usize = 4;
/// Words onto which the next is often written without a space.
const GLUED: [&str; 10] = ["تم", "تمت", "سيتم", "يتم", "هيتم", "جاري", "قيد", "في", "من", "علي"];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::read(&[include_str!("lexicon/ar.txt"), include_str!("lexicon/en.txt")])
});

struct Lexicon {
    classes: HashMap<String, Class>,
    /// Orders to the person, as they are written: a form would make «راجعنا» an order.
    orders: HashSet<String>,
    /// Words by their skeletons, to find them behind the usual errors of typing.
    mended: HashMap<String, Class>,
}

impl Lexicon {
    fn read(files: &[&str]) -> Self {
        let mut classes: HashMap<String, Class> = HashMap::new();
        let mut orders = HashSet::new();
        for file in files {
            let mut class = None;
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                if let Some((name, _)) = line.strip_prefix('[').and_then(|it| it.split_once(']')) {
                    class = Class::named(name);
                    continue;
                }
                for word in line.split_whitespace() {
                    let word = fold(word);
                    match class {
                        // Small words that only the rules of English name.
                        Some(class) => {
                            let entry = classes.entry(word).or_default();
                            *entry = *entry | class;
                        }
                        None => _ = orders.insert(word),
                    }
                }
            }
        }
        let mut mended: HashMap<String, Class> = HashMap::new();
        for (word, class) in &classes {
            if let Some(bones) = skeleton(word).filter(|_| class.any(SAYS_NOTHING)) {
                let entry = mended.entry(bones).or_default();
                *entry = *entry | *class;
            }
        }
        Self { classes, orders, mended }
    }

    fn direct(&self, word: &str) -> Option<Class> {
        forms(word).iter().find_map(|form| self.classes.get(form)).copied()
    }

    fn glued(&self, word: &str) -> Option<Class> {
        GLUED.iter().find_map(|first| {
            let rest = word.strip_prefix(first).filter(|rest| rest.chars().count() > 2)?;
            self.direct(rest)
        })
    }

    fn mended(&self, word: &str) -> Option<Class> {
        let simple = ["", "ال", "وال", "بال", "لل", "و", "ب", "ل"];
        simple.iter().find_map(|prefix| {
            let bones = skeleton(word.strip_prefix(prefix)?)?;
            self.mended.get(&bones).copied()
        })
    }
}

/// A long word without the letters that are most often left out, added or mistaken; none when too
/// little would be left to know it by.
fn skeleton(word: &str) -> Option<String> {
    let is_weak = |c: &char| matches!(c, 'ا' | 'و' | 'ي' | 'ء' | 'ه');
    let mut letters = word.chars();
    let first = letters.next().filter(|c| !c.is_ascii())?;
    let mut bones = String::from(first);
    for c in letters.filter(|c| !is_weak(c)) {
        // A letter that was typed twice.
        if !bones.ends_with(c) {
            bones.push(c);
        }
    }
    let is_long = word.chars().count() >= MENDED_CHARS_MIN && bones.chars().count() >= BONES_MIN;
    is_long.then_some(bones)
}

/// The classes of a folded word, in any of its forms, with the usual errors of typing; none for a
/// word of the world.
pub(super) fn class_of(word: &str) -> Class {
    let lexicon = &*LEXICON;
    lexicon
        .direct(word)
        .or_else(|| lexicon.glued(word))
        .or_else(|| lexicon.mended(word))
        .unwrap_or_default()
}

/// Whether a folded word tells the person to do something, as it is written.
pub(super) fn is_order(word: &str) -> bool {
    let orders = &LEXICON.orders;
    let is_one = |word: &str| {
        orders.contains(word)
            || ["هم", "ها", "ه", "هن"].iter().any(|it| {
                word.strip_suffix(it)
                    .is_some_and(|rest| rest.chars().count() > 2 && orders.contains(rest))
            })
    };
    is_one(word)
        || ["و", "ف", "ل", "ب"].iter().any(|it| {
            word.strip_prefix(it).is_some_and(|rest| rest.chars().count() > 2 && is_one(rest))
        })
}
