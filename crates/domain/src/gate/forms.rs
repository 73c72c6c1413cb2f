//! The forms under which a written word may stand in a list: without article, joined particles,
//! pronouns and endings. A light stemmer: it proposes, and only a word of the list decides.

/// What Arabic writes onto the front of a word, with the letters of person and future of a verb, in
/// the standard language and in the dialects.
const PREFIXES: [&str; 63] = [
    "", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "عال", "هال", "و", "ف", "ب", "ل", "ك", "ع",
    "وب", "ول", "فب", "فل", "س", "وس", "ي", "ت", "ن", "ا", "سي", "ست", "سن", "سا", "وي", "وت",
    "ون", "وا", "وسي", "وست", "وسن", "بي", "بت", "بن", "با", "وبي", "وبت", "وبن", "هي", "هت", "هن",
    "ها", "وهي", "وهت", "وهن", "حي", "حت", "حن", "لي", "لت", "لن", "من", "في", "فست", "فسي", "فت",
    "فن",
];
/// What Arabic writes onto the end of a word.
const SUFFIXES: [&str; 52] = [
    "", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كي", "كو", "نا", "ني", "ي", "ت", "تم",
    "تي", "تها", "ته", "تهم", "تكم", "تك", "تنا", "وا", "و", "ون", "ين", "ان", "ات", "ا", "اتكم",
    "اتك", "اته", "اتها", "اتنا", "يه", "لك", "لكم", "لكو", "لها", "له", "لنا", "لي", "ناك",
    "ناكم", "ناه", "ناها", "تين", "تان", "وه", "وها", "ش",
];
/// The last letters of a prefix behind which a verb may have lost its first alif: «نستبدل», «استبدل».
const PERSONS: [char; 4] = ['ي', 'ت', 'ن', 'ا'];
/// Prefixes of nouns, with the article.
const NOUNS: [&str; 10] = ["ال", "وال", "بال", "فال", "كال", "لل", "ولل", "عال", "هال", "عم"];
/// Prefixes behind which a word of two letters may stand.
const SHORT: [&str; 4] = ["", "و", "ف", "ال"];
/// Endings that are pronouns.
const PRONOUNS: [&str; 16] = [
    "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كي", "كو", "نا", "ني", "لك", "لكم", "لها",
    "لنا",
];
const ARABIC_REST_MIN: usize = 3;
const ENGLISH_REST_MIN: usize = 3;

/// The forms of a folded word, the one nearest to what was written first.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut forms =
        if word.bytes().all(|b| b.is_ascii_alphanumeric()) { english(word) } else { arabic(word) };
    let calm = without_runs(word);
    if calm != word {
        forms.push(calm);
    }
    forms
}

fn arabic(word: &str) -> Vec<String> {
    let letters = word.chars().count();
    let mut found: Vec<(usize, String)> = vec![(0, word.to_owned())];
    for prefix in PREFIXES {
        let Some(behind) = word.strip_prefix(prefix) else { continue };
        for suffix in SUFFIXES {
            let Some(rest) = behind.strip_suffix(suffix) else { continue };
            let left = rest.chars().count();
            let is_short = left < ARABIC_REST_MIN;
            if left < 2 || is_short && !(suffix.is_empty() && SHORT.contains(&prefix)) {
                continue;
            }
            if !go_together(prefix, suffix) {
                continue;
            }
            let taken = letters - left;
            found.push((taken * 2, rest.to_owned()));
            // «معاملتكم» is «معاملة» with a pronoun.
            if let Some(stem) = rest.strip_suffix('ت').filter(|_| PRONOUNS.contains(&suffix)) {
                found.push((taken * 2 + 1, format!("{stem}ه")));
            }
            if is_person(prefix) {
                found.push((taken * 2 + 1, format!("ا{rest}")));
            }
        }
    }
    found.sort_by_key(|(taken, _)| *taken);
    found.into_iter().map(|(_, form)| form).collect()
}

/// The letters of person and future of a verb.
fn is_person(prefix: &str) -> bool {
    prefix.ends_with(PERSONS) && !NOUNS.contains(&prefix)
}

/// Whether a word may have both: an article and a pronoun never stand together, and neither do «I» and
/// the ending of «you».
fn go_together(prefix: &str, suffix: &str) -> bool {
    if NOUNS.contains(&prefix) {
        return !PRONOUNS.contains(&suffix) || suffix == "ه";
    }
    let of_past = ["ت", "تم", "تي", "ته", "تها", "تهم", "تك", "تكم", "تنا", "ات", "تين", "تان"];
    match prefix.chars().last() {
        Some('ا') => {
            !of_past.contains(&suffix)
                && !["ي", "ون", "ين", "ان", "وا", "و", "نا", "يه"].contains(&suffix)
        }
        Some('ن') => {
            !of_past.contains(&suffix)
                && !["ي", "ون", "ين", "ان", "وا", "نا", "ني", "يه", "ا"].contains(&suffix)
        }
        Some('ي') if is_person(prefix) => !of_past.contains(&suffix) && suffix != "يه",
        Some('ك') => suffix.is_empty() || suffix == "ه",
        _ => true,
    }
}

fn english(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    let endings = [
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("es", ""),
        ("s", ""),
        ("ly", ""),
        ("d", ""),
    ];
    for (ending, instead) in endings {
        let Some(rest) = word.strip_suffix(ending) else { continue };
        if rest.len() >= ENGLISH_REST_MIN {
            found.push(format!("{rest}{instead}"));
            let bytes = rest.as_bytes();
            // «stopped», «planning»
            if instead.is_empty()
                && bytes.len() > 3
                && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
            {
                found.push(rest[..rest.len() - 1].to_owned());
            }
        }
    }
    found
}

/// «شكراااا» is «شكرا».
fn without_runs(word: &str) -> String {
    let mut calm = String::with_capacity(word.len());
    for c in word.chars() {
        if !calm.ends_with(c) {
            calm.push(c);
        }
    }
    calm
}
