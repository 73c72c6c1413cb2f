use proptest::prelude::*;

use super::*;

#[test]
fn a_template_as_it_is_makes_the_whole_text() {
    let template = "نشكركم على تواصلكم ونفيدكم بأن طلبكم قيد الدراسة";
    assert_eq!(template_share_percent(template, template), 100);
    assert_eq!(
        template_share_percent("نَشكركم على تواصلكم، ونفيدكم بأنّ طلبكم قيد الدراسة!", template),
        100
    );
}

#[test]
fn what_was_typed_into_it_lowers_the_share() {
    assert_eq!(template_share_percent("abcd typed efgh", "abcd efgh"), 61);
    assert_eq!(template_share_percent("wholly other words", "abcd efgh"), 0);
}

#[test]
fn the_order_of_words_matters() {
    assert_eq!(template_share_percent("bbbb aaaa", "aaaa bbbb"), 50);
}

#[test]
fn nothing_has_no_share() {
    assert_eq!(template_share_percent("", "abcd"), 0);
    assert_eq!(template_share_percent("abcd", ""), 0);
}

#[test]
fn a_text_beyond_the_limit_is_counted_as_typed() {
    let words = |word: &str| format!("{word} ").repeat(ALIGNED_WORDS_MAX);
    let text = format!("start {}{}", words("a"), words("b"));
    assert_eq!(template_share_percent(&text, &format!("other {}c", words("a"))), 49);
}

#[test]
fn places_of_a_template_are_filled_or_left_empty() {
    let values = [("name", "سالم"), ("reference", "{name}")];
    assert_eq!(
        fill_template("الفاضل {name}، بشأن {reference}", &values),
        "الفاضل سالم، بشأن {name}"
    );
    assert_eq!(fill_template("يوم {date}.", &values), "يوم .");
    assert_eq!(fill_template("{ a {} {A} }{name", &values), "{ a {} {A} }{name");
}

proptest! {
    #[test]
    fn filling_a_text_without_places_changes_nothing(text in "[ ا-يA-Z{]{0,30}") {
        prop_assert_eq!(fill_template(&text, &[("a", "b")]), text);
    }

    #[test]
    fn every_text_is_wholly_its_own_template(text in "[ ا-ي]{0,60}") {
        let share = template_share_percent(&text, &text);
        prop_assert_eq!(share, if crate::text::words(&text).is_empty() { 0 } else { 100 });
    }

    #[test]
    fn words_taken_out_of_a_template_bring_nothing_new(
        words in prop::collection::vec(("[a-c]{1,3}", any::<bool>()), 1..30),
    ) {
        let template: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        let kept: Vec<&str> = words.iter().filter(|w| w.1).map(|(word, _)| word.as_str()).collect();
        prop_assume!(!kept.is_empty());
        prop_assert_eq!(template_share_percent(&kept.join(" "), &template.join(" ")), 100);
    }
}
