use super::*;
use chrono::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Marks that isolate a fact from the text around it; on the screen they can't be seen.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// Each message with everything that stands under it.
fn messages(files: &[&str]) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in files.iter().flat_map(|file| file.lines()) {
        if let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with(['#', ' ', '}']))
        {
            id.clone_into(&mut last);
        }
        if !line.starts_with('#') {
            found.entry(last.clone()).or_default().push_str(line);
        }
    }
    found.remove("");
    found
}

fn facts_in(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect())
        .collect()
}

#[test]
fn every_file_of_words_can_be_read_whole() {
    for file in ARABIC.iter().chain(ENGLISH) {
        assert!(FluentResource::try_new((*file).to_owned()).is_ok());
    }
}

#[test]
fn every_sentence_stands_in_both_languages_with_the_same_facts() {
    let (arabic, english) = (messages(ARABIC), messages(ENGLISH));
    assert!(arabic.len() > 100);
    assert_eq!(arabic.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
    for (id, text) in &arabic {
        assert_eq!(facts_in(text), facts_in(&english[id]), "{id}");
    }
}

#[test]
fn every_counted_sentence_has_the_six_plurals_of_arabic() {
    let counted: Vec<String> = messages(ENGLISH)
        .into_iter()
        .filter(|(_, text)| text.contains("[one]"))
        .map(|(id, _)| id)
        .collect();
    assert_eq!(counted.len(), 3);
    let arabic = messages(ARABIC);
    for id in counted {
        for form in ["[zero]", "[one]", "[two]", "[few]", "[many]", "*[other]"] {
            assert!(arabic[&id].contains(form), "{id} lacks {form}");
        }
    }
}

#[test]
fn every_sentence_that_a_template_asks_for_exists() {
    let known = messages(ARABIC);
    let mut asked = 0;
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/page"))
        .expect("templates")
    {
        let text = std::fs::read_to_string(file.expect("file").path()).expect("text");
        for rest in text.split("say.").skip(1) {
            let asks =
                ["text(\"", "of(\"", "with(\""].into_iter().find_map(|it| rest.strip_prefix(it));
            let Some(id) = asks.and_then(|it| it.split('"').next()) else { continue };
            assert!(known.contains_key(id), "{id}");
            asked += 1;
        }
    }
    assert!(asked > 40);
}

#[test]
fn hours_and_days_take_the_plural_of_their_language() {
    let long = |language, hours: i64| plain(&Say(language).long(hours * HOUR_S));
    assert_eq!(long(Language::En, 0), "less than an hour");
    assert_eq!(long(Language::En, 1), "one hour");
    assert_eq!(long(Language::En, 31), "31 hours");
    assert_eq!(long(Language::En, 48), "2 days");
    assert_eq!(long(Language::En, 49), "2 days and one hour");
    assert_eq!(long(Language::Ar, 1), "ساعة واحدة");
    assert_eq!(long(Language::Ar, 2), "ساعتان");
    assert_eq!(long(Language::Ar, 3), "3 ساعات");
    assert_eq!(long(Language::Ar, 31), "31 ساعة");
    assert_eq!(long(Language::Ar, 50), "يومان وساعتان");
    assert_eq!(long(Language::Ar, 24 * 11), "11 يومًا");
    assert_eq!(long(Language::Ar, 24 * 100), "100 يوم");
}

#[test]
fn an_instant_is_said_by_the_wall_clock_of_the_agency() {
    let at = Utc.with_ymd_and_hms(2026, 11, 21, 21, 5, 0).single().expect("instant");
    let zone = chrono_tz::Asia::Muscat;
    assert_eq!(plain(&Say(Language::En).instant(at, zone)), "Sunday 22 November 2026, 01:05");
    assert_eq!(plain(&Say(Language::Ar).instant(at, zone)), "الأحد 22 نوفمبر 2026، الساعة 01:05");
}
