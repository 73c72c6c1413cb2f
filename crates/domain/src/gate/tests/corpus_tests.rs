//! The labelled replies: what the check makes of texts, against what people made of them.
//!
//! `tuning.jsonl` is the part that the lists were written on. `unseen.jsonl` was written apart from
//! them; who changes a list looks at its figures and never at its texts.

use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

use super::*;

#[derive(Deserialize)]
struct Told {
    case: String,
    person: String,
    own_words: String,
    points: Vec<String>,
}

#[derive(Deserialize)]
struct Reply {
    case: String,
    label: String,
    text: String,
}

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Became {
    Passed,
    Empty,
    Deflection,
    Favour,
}

pub(super) struct Corpus {
    cases: HashMap<String, Told>,
    replies: Vec<Reply>,
}

impl Corpus {
    fn read(cases: &str, replies: &str) -> Self {
        let cases = cases.lines().map(|line| serde_json::from_str::<Told>(line).unwrap());
        Self {
            cases: cases.map(|it| (it.case.clone(), it)).collect(),
            replies: replies.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
        }
    }

    /// Each label with what the check reads in its text.
    pub(super) fn read_all(&self) -> Vec<(String, Reading)> {
        let lists = shipped();
        self.replies.iter().map(|it| (it.label.clone(), self.read_one(it, &lists))).collect()
    }

    fn read_one(&self, reply: &Reply, lists: &GateLists) -> Reading {
        let told = &self.cases[&reply.case];
        let own = format!("{}\n{}", told.own_words, told.points.join("\n"));
        let about =
            About { person_name: Some(&told.person), own_words: Some(&own), ..About::default() };
        read(&reply.text, None, &about, lists)
    }

    fn became(&self, reply: &Reply, lists: &GateLists) -> Became {
        let reading = self.read_one(reply, lists);
        let is_favour = !favour_words(&reply.text, lists).is_empty();
        match reply.label.as_str() {
            "favour" if is_favour => Became::Favour,
            "favour" => Became::Passed,
            label if is_good(label) && is_favour => Became::Favour,
            _ if reading.deflects() => Became::Deflection,
            "question" | "acknowledgement" => Became::Passed,
            _ if !reading.says => Became::Empty,
            _ => Became::Passed,
        }
    }

    /// By label: how many became what.
    fn table(&self) -> BTreeMap<&str, BTreeMap<Became, usize>> {
        let lists = shipped();
        let mut table: BTreeMap<&str, BTreeMap<Became, usize>> = BTreeMap::new();
        for reply in &self.replies {
            let became = self.became(reply, &lists);
            if is_wrong(&reply.label, became) {
                show(&format!("{} {became:?} | {}", reply.label, reply.text));
            }
            *table.entry(&reply.label).or_default().entry(became).or_default() += 1;
        }
        table
    }
}

/// `SHOW=1` prints the texts that are told wrong, and the tables.
#[expect(clippy::print_stdout, reason = "asked for by whoever tunes")]
fn show(line: &str) {
    if std::env::var_os("SHOW").is_some() {
        println!("{line}");
    }
}

fn is_good(label: &str) -> bool {
    matches!(label, "answer" | "progress" | "question" | "acknowledgement" | "polite_full")
}

/// Whether a text of this label is to count as saying something; none when the label does not tell.
pub(super) fn is_counted(label: &str) -> Option<bool> {
    match label {
        "answer" | "progress" | "polite_full" => Some(true),
        "empty" | "polite_empty" | "deflection" => Some(false),
        _ => None,
    }
}

fn is_wrong(label: &str, became: Became) -> bool {
    (became == Became::Passed) != is_good(label)
}

/// Good texts stopped, and empty or deflecting ones passed, each with how many there are.
fn wrong(table: &BTreeMap<&str, BTreeMap<Became, usize>>) -> [(usize, usize); 3] {
    let mut sums = [(0, 0); 3];
    for (label, outcomes) in table {
        let part = match *label {
            label if is_good(label) => 0,
            "favour" => 2,
            _ => 1,
        };
        for (became, count) in outcomes {
            sums[part].0 += if is_wrong(label, *became) { *count } else { 0 };
            sums[part].1 += count;
        }
    }
    sums
}

pub(super) fn tuning() -> Corpus {
    let cases = [
        include_str!("corpus/tuning_cases.jsonl"),
        include_str!("corpus/tuning2_cases.jsonl"),
        include_str!("corpus/tuning3_cases.jsonl"),
        include_str!("corpus/tuning4_cases.jsonl"),
        include_str!("corpus/tuning5_cases.jsonl"),
        include_str!("corpus/tuning6_cases.jsonl"),
    ];
    let replies = [
        include_str!("corpus/tuning.jsonl"),
        include_str!("corpus/tuning2.jsonl"),
        include_str!("corpus/tuning3.jsonl"),
        include_str!("corpus/tuning4.jsonl"),
        include_str!("corpus/tuning5.jsonl"),
        include_str!("corpus/tuning6.jsonl"),
    ];
    Corpus::read(&cases.concat(), &replies.concat())
}

/// Good replies stopped or warned of, and empty or deflecting ones taken for answers, of a thousand.
fn wrong_per_thousand(corpus: &Corpus) -> [usize; 2] {
    let table = corpus.table();
    let sums = wrong(&table);
    show(&format!("{table:?}\n{sums:?}"));
    [sums[0], sums[1]].map(|(wrong, all)| wrong * 1_000 / all)
}

#[test]
fn replies_that_the_lists_were_written_on_are_told_apart() {
    let [stopped, passed] = wrong_per_thousand(&tuning());
    assert!(stopped <= 12, "{stopped} of a thousand good replies are stopped");
    assert!(passed <= 10, "{passed} of a thousand empty replies pass");
}

/// The goal is 10 and 30; these are the figures of the day (`docs/decisions/reply-check.md`).
#[test]
fn replies_that_nobody_tuned_on_are_told_apart() {
    let [stopped, passed] = wrong_per_thousand(&unseen());
    assert!(stopped <= 40, "{stopped} of a thousand good replies are stopped");
    assert!(passed <= 85, "{passed} of a thousand empty replies pass");
}

#[test]
fn sentences_that_passed_in_the_first_version_say_nothing_now() {
    let lists = shipped();
    let texts = [
        "تم",
        "تم اتخاذ الإجراءات اللازمة",
        "شكواكم قيد المعالجة",
        "راجع موقعنا الإلكتروني",
        "لا توجد لدينا معلومات أكثر من المتاحة على الموقع",
        "هذه الخدمة تخص البطاقات المفقودة فقط",
        "نأمل منكم التوجه لأقرب فرع",
        "يمكنك رفع طلب جديد من خلال التطبيق",
        "تمت المعالجه وتم أقفال البلاغ وشكرا",
        "The matter has been taken up with the concerned department.",
    ];
    for text in texts {
        assert!(!read(text, None, &About::default(), &lists).says, "{text}");
    }
}

#[test]
fn facts_stand_out_in_the_text_itself() {
    use FactKind::{Amount, Article, Day, Deed, Duration, Identifier, Place, Quantity, Time};
    let told = [
        ("استبدلنا الأنبوب المكسور صباح 26 نوفمبر بأمر العمل 8841", vec![Day, Identifier]),
        ("يصل الفني يوم الأحد بين ٩ و١١", vec![Day, Time]),
        ("تُسلَّم الرخصة في ١٤٤٨/٦/١٢ خلال ثلاثة أيام عمل", vec![Day, Duration]),
        ("يُعاد إلى حسابك مئة وثمانون ريالًا وفق المادة ١٤", vec![Amount, Article]),
        ("أرسلنا ٣ صهاريج إلى شارع النخيل", vec![Quantity, Place]),
        ("We replaced the meter on 12 May at 9:30 am, work order 552", vec![Deed, Day, Time]),
        ("You get back SAR 180 within two days", vec![Amount, Duration]),
    ];
    for (text, kinds) in told {
        let facts = read(text, None, &About::default(), &shipped()).facts;
        let seen: Vec<FactKind> = facts.iter().map(|it| it.kind).collect();
        for kind in kinds {
            assert!(seen.contains(&kind), "{kind:?} in {text}: {seen:?}");
        }
        for fact in facts {
            assert!(!cut(text, fact.span).is_empty());
        }
    }
}

#[test]
fn what_a_template_brought_is_no_fact_and_neither_is_its_date() {
    let template = "الأستاذ سالم، نعود إلى الموقع في {date} للتأكد. السبب: «…»";
    let text = "الأستاذ سالم، نعود إلى الموقع في 29 نوفمبر 2026 للتأكد. السبب: «…»";
    let read_as = |text: &str| read(text, Some(template), &About::default(), &shipped());
    let reading = read_as(text);
    assert!(reading.facts.is_empty() && !reading.says, "{:?}", reading.facts);
    let filled = text.replace("«…»", "كسر في الصمام رقم 18 وصلت قطعته أمس");
    assert!(read_as(&filled).says);
}

fn unseen() -> Corpus {
    Corpus::read(include_str!("corpus/unseen_cases.jsonl"), include_str!("corpus/unseen.jsonl"))
}

proptest::proptest! {
    /// Whatever is typed is read without a panic, and every span lies in it.
    #[test]
    fn any_text_is_read_and_every_fact_stands_in_it(
        text in "[ \n.,:;/«»()0-9٠-٩ا-يa-z\u{064B}-\u{0652}-]{0,80}|\\PC{0,60}",
        own in "[ا-ي ]{0,30}",
    ) {
        let about = About { own_words: Some(&own), person_name: Some("نورة"), ..About::default() };
        let reading = read(&text, Some("نعود في {date}: «…»"), &about, &shipped());
        for fact in &reading.facts {
            proptest::prop_assert!(!cut(&text, fact.span).is_empty());
        }
        for span in &reading.elsewhere {
            cut(&text, *span);
        }
    }
}
