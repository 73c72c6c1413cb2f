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
    fn other_names_and_no_names_do_not() {
        assert!(!same_name("سالم", "سليم"));
        assert!(!same_name("", ""));
        assert!(!same_name("—", "؟"));
    }
}
