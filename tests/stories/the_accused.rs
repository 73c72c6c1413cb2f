//! Story 11: a complaint about an official can't be held, approved or read (as to who complained) by that
//! official or those above them.

use desk::view::{Act, OpenCaseInput, QueueFilter};
use domain::Refusal;
use std::sync::{Arc, Mutex};
use stories::world::{Answered, Computer, World, late_bus, refund, refusal};

const NAME: &str = "زمزم الفريدة";
const PHONE: &str = "+96898765432";
const WORDS: &str = "رفض أن يفتح الباب في المعبيلة";

/// The accused, their manager, and the manager above.
const WALL: [&str; 3] = ["qais", "hilal", "zahra"];

fn complains(marwa: &Computer) -> String {
    marwa.opens(OpenCaseInput {
        name: NAME.into(),
        phone: PHONE.into(),
        own_words: WORDS.into(),
        accused: Some("qais".into()),
        ..late_bus(1)
    })
}

/// Everything that the platform ever tells a computer.
fn listens(computer: &Computer) -> Arc<Mutex<String>> {
    let heard: Arc<Mutex<String>> = Arc::default();
    let kept = Arc::clone(&heard);
    computer.line.forges(move |answered| {
        let text = match answered {
            Answered::Push(answer) => serde_json::to_string(answer),
            Answered::Verdicts(answer) => serde_json::to_string(answer),
            Answered::Pull(answer) => serde_json::to_string(answer),
        };
        kept.lock().expect("what was heard").push_str(&text.expect("json"));
    });
    heard
}

/// What only this case could have brought.
fn told_of_it<'a>(heard: &str, case: &'a str, reference: &'a str) -> Vec<&'a str> {
    let digits = PHONE.trim_start_matches('+');
    let mut secrets = vec![NAME, WORDS, digits, case, reference];
    secrets.extend(NAME.split(' '));
    secrets.retain(|it| heard.contains(it));
    secrets
}

#[test]
fn no_byte_of_who_complained_reaches_the_accused_or_those_above_them() {
    let world = World::new();
    let wall = WALL.map(|staff| world.computer(staff));
    let heard = wall.each_ref().map(listens);
    let marwa = world.computer("marwa");
    let case = complains(&marwa);
    marwa.agrees();
    marwa.tells(&case, "تحققنا من سجل الحافلة رقم 12 اليوم.");
    marwa.agrees();
    let late = WALL.map(|staff| world.second_computer(staff));
    for computer in wall.iter().chain(&late) {
        computer.agrees();
        assert!(computer.desk().show_case(&case).is_err(), "{:?}", computer.staff);
        assert!(computer.queue(QueueFilter::Unit).iter().all(|it| it.case != case));
        assert!(
            computer
                .desk()
                .parts()
                .cache
                .events(case.parse().expect("id"))
                .expect("events")
                .is_empty()
        );
    }
    let reference = world.case(&case).reference.to_string();
    for (heard, staff) in heard.iter().zip(WALL) {
        let heard = heard.lock().expect("what was heard");
        assert!(heard.contains("cursor"), "{staff} did hear something");
        let told = told_of_it(&heard, &case, &reference);
        assert!(told.is_empty(), "{staff} heard {told:?}");
    }
    assert_eq!(marwa.sees(&case).row.case, case, "a colleague reads it");
}

#[test]
fn neither_the_accused_nor_those_above_them_hold_or_approve_it() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = complains(&marwa);
    marwa.agrees();
    for to in WALL {
        let refused = refusal(marwa.acts(&case, Act::Assign { to: to.into() }));
        assert!(!matches!(refused, Refusal::UnknownCase), "{to}: {refused:?}");
    }
    let asked = refund(&marwa.sees(&case), 20_000);
    let above = refusal(marwa.desk().request_approval(asked));
    assert_eq!(above, Refusal::NobodyAbove, "all above marwa stand above the accused");
}
