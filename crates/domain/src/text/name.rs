//! Names of persons, folded for joining the records of one and the same person.

use super::fold;

/// The key under which two spellings of a person's name meet: letters and digits of the folded name,
/// without spaces, because «عبد الله» and «عبدالله» are one name. The article stays: it tells
/// families apart. Empty when there is no letter; use [`same_name`] to compare.
#[must_use]
pub fn name_key(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two names are one. A nameless record is never the same as another.
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    let key = name_key(a);
    !key.is_empty() && key == name_key(b)
}

/// Whether every word of a name stands in a longer one: «فهد خالد» in «فهد بن خالد العتيبي».
#[must_use]
pub fn is_name_within(short: &str, long: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.split_whitespace().map(name_key).filter(|it| !it.is_empty()).collect()
    };
    let (short_words, long_words) = (words(short), words(long));
    same_name(short, long)
        || !short_words.is_empty() && short_words.iter().all(|it| long_words.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        assert!(same_name("عبد الله بن أحمد الحارثي", "عبدالله بن احمد الحارثى"));
        assert!(same_name("فاطمة", "فَاطِمه"));
        assert!(same_name("Salim AL-HARTHY", "salim al harthy"));
    }

    #[test]
    fn a_name_stands_in_a_longer_one_by_its_words() {
        assert!(is_name_within("فهد خالد", "فهد بن خالد العتيبي"));
        assert!(is_name_within("عبد الله", "عبدالله"));
        assert!(!is_name_within("فهد بن خالد", "فهد خالد"));
        assert!(!is_name_within("", "فهد"));
    }

    #[test]
    fn other_names_and_no_names_do_not() {
        assert!(!same_name("سالم", "سليم"));
        assert!(!same_name("", ""));
        assert!(!same_name("—", "؟"));
    }
}
