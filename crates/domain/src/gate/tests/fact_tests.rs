use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::case::Fact;
use crate::money::{Currency, Money};
use crate::reference::{Prefix, Reference};

const OWN: &str = "انكسرت ماسورة المياه أمام منزلي منذ يومين والشارع غارق";

fn about(own_words: &str) -> About<'_> {
    let zone = chrono_tz::Asia::Muscat;
    About { zone, reference: None, person_name: None, own_words: Some(own_words) }
}

/// Late on that evening in Muscat: the same date there, and still that date in UTC.
fn date(text: &str) -> Fact {
    told(text, "")
}

fn told(date: &str, words: &str) -> Fact {
    Fact::When { at: format!("{date}T19:30:00Z").parse().unwrap(), words: words.to_owned() }
}

fn omr(minor: i64) -> Money {
    Money::new(minor, Currency::parse("OMR").unwrap()).unwrap()
}

fn amount(minor: i64, code: &str) -> Fact {
    let money = Money::new(minor, Currency::parse(code).unwrap()).unwrap();
    Fact::Amount { money, words: String::new() }
}

fn work_order(number: &str) -> Fact {
    Fact::WorkOrder { number: number.to_owned() }
}

fn done(words: &str) -> Fact {
    Fact::Done { words: words.to_owned() }
}

fn quote(words: &str) -> Fact {
    Fact::Quote { words: words.to_owned() }
}

fn cuts(text: &str, fact: Fact) -> Vec<String> {
    facts(text, None, &[fact], &about(OWN))
        .iter()
        .map(|found| cut(text, found.span).to_owned())
        .collect()
}

#[track_caller]
fn holds(text: &str, fact: Fact) {
    assert!(!cuts(text, fact).is_empty(), "{text}");
}

#[track_caller]
fn lacks(text: &str, fact: Fact) {
    assert_eq!(cuts(text, fact), [""; 0], "{text}");
}

#[test]
fn a_date_is_known_however_it_is_written() {
    for text in [
        "on 2026-03-09.",
        "on 9/3/2026",
        "يوم ٠٩/٠٣/٢٠٢٦ صباحاً",
        "9.3.26",
        "قبل 9/3",
        "by 9 March",
        "on the 9th of March 2026",
        "March 9, 2026",
        "Mar 9th",
        "في ٩ مارس",
        "في 9 من شهر آذار 2026",
        "بتاريخ 9-3-2026",
    ] {
        holds(text, date("2026-03-09"));
    }
    holds("في ٢ كانون الثاني", date("2026-01-02"));
    holds("في 2 تشرين الأول 2026", date("2026-10-02"));
    assert_eq!(cuts("تم الإصلاح يوم ٩ مارس ٢٠٢٦ مساءً", date("2026-03-09")), ["٩ مارس ٢٠٢٦"]);
}

#[test]
fn another_date_is_not_this_one() {
    for text in [
        "on 2026-03-08",
        "9/3/2025",
        "3/9/2026",
        "9 March 2025",
        "9 April",
        "March 19",
        "1.9.3.2026",
        "19/3",
        "9-3 people",
        "9.3 km",
        "we need 9. March was cold",
        "9",
    ] {
        lacks(text, date("2026-03-09"));
    }
}

#[test]
fn an_amount_is_known_however_it_is_written() {
    for text in ["12.500", "١٢٫٥٠٠ ر.ع", "12.5 OMR", "OMR 12.5", "12,500 ريال", "مبلغ 12.5 ريالاً"]
    {
        holds(text, amount(12_500, "OMR"));
    }
    holds("a refund of 1,250 riyals", amount(125_000, "SAR"));
    holds("مبلغ وقدره ١٢ ريالاً عمانياً", amount(12_000, "OMR"));
    assert_eq!(cuts("استرداد 12.500 ر.ع.", amount(12_500, "OMR")), ["12.500"]);
}

#[test]
fn a_bare_number_is_no_amount() {
    lacks("within 12 days", amount(12_000, "OMR"));
    lacks("12.501 OMR", amount(12_500, "OMR"));
    lacks("12.500.1", amount(12_500, "OMR"));
    lacks("on 12.5", amount(12_500, "OMR"));
}

#[test]
fn a_work_order_is_known_however_it_is_cut() {
    for text in ["WO-2041/26", "wo 2041 26", "WO2041-26", "أمر العمل WO‑٢٠٤١/٢٦ صدر"]
    {
        holds(text, work_order("WO-2041/26"));
    }
    lacks("WO-2041/27", work_order("WO-2041/26"));
    lacks("no 26", work_order("26"));
    lacks("urgent", work_order("urgent"));
}

#[test]
fn a_day_may_be_told_by_its_weekday_when_the_words_stand_there() {
    holds("يصلكم الفريق صباح الاثنين القادم", told("2026-03-09", "صباح الإثنين"));
    holds("We come on Monday morning", told("2026-03-09", "Monday morning"));
    holds("يعود الماء غدا مساء", told("2026-03-09", "غداً"));
    lacks("We come on Monday morning", told("2026-03-10", "Monday morning"));
    lacks("We come soon", told("2026-03-09", "Monday"));
    lacks("نشكركم على صبركم", told("2026-03-09", "نشكركم على صبركم"));
}

#[test]
fn an_instant_has_its_date_in_the_zone_of_the_agency() {
    let late = Fact::When { at: "2026-03-09T21:00:00Z".parse().unwrap(), words: String::new() };
    holds("on 10 March", late.clone());
    lacks("on 9 March", late);
}

#[test]
fn what_was_done_stands_in_the_text_and_is_more_than_a_word() {
    holds("استبدل الفريق الأنبوب المكسور صباح اليوم", done("استبدل الفريق الأنبوب"));
    holds("وقرر مدير المنطقة الشمالية الإعفاء", done("قرر مدير المنطقة الشمالية"));
    holds("We waived the reconnection fee today", done("waived the reconnection fee"));
    lacks("We waived it", done("waived the reconnection fee"));
    lacks("تم", done("تم"));
    lacks("we waived a great fee", done("waived * fee"));
    lacks("any text", done(""));
}

#[test]
fn quoted_words_are_a_row_of_the_persons_own() {
    let text = "عن «ماسورة المياه أمام منزلي» نفيدكم بالآتي";
    assert_eq!(cuts(text, quote("ماسورة المياه أمام منزلي")), ["ماسورة المياه أمام منزلي"]);
    holds("منذُ يومين والشارعُ غارقٌ", quote("منذ يومين والشارع غارق"));
    lacks(text, quote("المياه أمام"));
    lacks(text, quote("نفيدكم بالآتي"));
    lacks("نفيدكم بأن طلبكم وصلنا", quote("نفيدكم بأن طلبكم وصلنا"));
    lacks("نفيدكم", quote("ماسورة المياه أمام منزلي"));
    let small = About { own_words: Some("it is on my desk"), ..about("") };
    assert!(!holds_a_fact("it is on fire", None, &[quote("it is on")], &small));
    let from_a_form = About { own_words: None, ..about("") };
    assert!(!holds_a_fact(text, None, &[quote("ماسورة المياه أمام منزلي")], &from_a_form));
}

#[test]
fn what_a_template_filled_in_is_no_fact() {
    let known = [date("2026-03-09"), work_order("WO-2041")];
    let filled = "تم استلام بلاغكم بتاريخ 9/3/2026 وصدر أمر العمل WO-2041 وشكراً لكم";
    assert!(!holds_a_fact(filled, Some(filled), &known, &about(OWN)));
    let shortened = "تم استلام بلاغكم بتاريخ 9/3/2026";
    assert!(!holds_a_fact(shortened, Some(filled), &known, &about(OWN)));
    let typed = format!("{filled}. ينتهي العمل يوم 9/3/2026");
    let found = facts(&typed, Some(filled), &known, &about(OWN));
    assert_eq!(found.len(), 1);
    assert!(found[0].span.start_byte as usize > filled.len());
}

#[test]
fn a_fact_typed_into_a_place_of_the_template_counts() {
    let template = "نفيدكم بأن الإصلاح تم يوم وشكراً لتعاونكم";
    let text = "نفيدكم بأن الإصلاح تم يوم ٩ مارس وشكراً لتعاونكم";
    let found = facts(text, Some(template), &[work_order("x1y"), date("2026-03-09")], &about(OWN));
    assert_eq!(found.iter().map(|f| f.fact).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_template_alone_holds_no_fact_whatever_is_claimed() {
    let template = "نشكركم على تواصلكم، تمت معالجة طلبكم حسب الإجراءات";
    let claimed = [date("2026-03-09"), done("تمت معالجة طلبكم"), quote("نشكركم على تواصلكم")];
    let own = About { own_words: Some(template), ..about("") };
    assert!(!holds_a_fact(template, Some(template), &claimed, &own));
    assert!(holds_a_fact(template, None, &claimed, &own));
}

#[test]
fn the_reference_and_the_name_never_count() {
    let reference = Reference::from_random(Prefix::parse("RD").unwrap(), [9; 5]);
    let name = "سالم بن حمد الهنائي";
    let own = "أنا سالم بن حمد الهنائي وأشكو من انقطاع الماء";
    let text = format!("الفاضل {name}، بشأن {}", reference.to_string().replace('-', " "));
    let claimed = [work_order(&reference.to_string()), quote(name), done(name)];
    assert!(holds_a_fact(&text, None, &claimed, &about(own)));
    let known = About { reference: Some(reference), person_name: Some(name), ..about(own) };
    assert!(!holds_a_fact(&text, None, &claimed, &known));
    assert!(holds_a_fact("وأشكو من انقطاع الماء", None, &[quote("وأشكو من انقطاع الماء")], &known));
}

#[test]
fn facts_are_proposed_from_what_was_typed() {
    let text = "بشأن ماسورة المياه أمام منزلي: أُصلحت يوم 9/3/2026 بأمر العمل WO-2041، \
        ونعيد إليكم 12.500 ر.ع.";
    let instants =
        ["2026-03-09T08:00:00Z".parse().unwrap(), "2026-03-10T08:00:00Z".parse().unwrap()];
    let known = Known {
        instants: &instants,
        amounts: &[omr(12_500), omr(1)],
        work_orders: &["WO-2041".to_owned(), "WO-2042".to_owned()],
        deeds: &["استرداد المبلغ".to_owned()],
    };
    let proposed = propose_facts(text, None, &known, &about(OWN));
    let expected = [
        Fact::When { at: instants[0], words: "9/3/2026".to_owned() },
        Fact::Amount { money: omr(12_500), words: "12.500".to_owned() },
        work_order("WO-2041"),
        quote("ماسورة المياه أمام منزلي"),
    ];
    assert_eq!(proposed, expected);
    assert_eq!(propose_facts(text, Some(text), &known, &about(OWN)), []);
}

proptest! {
    #[test]
    fn every_date_is_found_in_its_plain_forms(days in 0..20_000_i64) {
        let on = NaiveDate::default() + chrono::TimeDelta::days(days);
        for form in ["%Y-%m-%d", "%d/%m/%Y", "%-d/%-m/%Y", "%-d %B %Y", "%B %-d, %Y"] {
            let text = format!("يوم {}، صباحاً", on.format(form));
            prop_assert!(!cuts(&text, date(&on.to_string())).is_empty(), "{}", text);
        }
    }

    #[test]
    fn every_amount_is_found_as_it_is_shown(minor in 0..1_000_000_000_i64) {
        let parts = omr(minor).parts();
        let text = format!("تم استرداد {}.{} اليوم", parts.whole, parts.fraction);
        prop_assert!(!cuts(&text, amount(minor, "OMR")).is_empty(), "{}", text);
    }

    #[test]
    fn every_proposed_fact_passes_the_gate(
        before in "[ ا-يa-z./\n]{0,30}",
        after in "[ ا-ي0-9.,/-]{0,30}",
        own in "[ ا-ي]{0,40}",
        deed in "[ ا-ي*]{0,12}",
    ) {
        let text = format!("{before} {own} 9/3/2026 {deed} 12.500 {after}");
        let known = Known {
            instants: &["2026-03-09T08:00:00Z".parse().unwrap()],
            amounts: &[omr(12_500)],
            work_orders: &[after],
            deeds: &[deed],
        };
        let template = Some(before.as_str());
        for fact in propose_facts(&text, template, &known, &about(&own)) {
            prop_assert!(holds_a_fact(&text, template, std::slice::from_ref(&fact), &about(&own)));
        }
    }

    #[test]
    fn no_text_breaks_the_facts(text in "[ ا-يa-z0-9./,-٠-٩🙂\n]{0,60}", own in "[ ا-ي]{0,40}") {
        let claimed = [date("2026-03-09"), amount(12_500, "OMR"), work_order("12a"), quote(&own)];
        let named = About { person_name: Some("ا ب"), ..about(&own) };
        for found in facts(&text, Some(&own), &claimed, &named) {
            prop_assert!(!cut(&text, found.span).is_empty());
        }
    }
}
