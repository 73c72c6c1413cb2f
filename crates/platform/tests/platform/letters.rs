//! Texts that leave the house: once, after the undo, with codes that exist nowhere else.
#![allow(clippy::expect_used, clippy::similar_names, reason = "a test fails by panicking")]

use crate::support::{Desk, World, decision, is_accepted};
use chrono::TimeDelta;
use domain::case::{Bearing, LetterFault, Stage};
use domain::{Action, Actor, CaseId};
use platform::sender::{Delivery, LetterKind, MemorySender, OutgoingMessage, Sender};
use platform::{Act, Acted, Announce};
use protocol::Outcome;

fn answered(world: &World, desk: &mut Desk) -> (CaseId, domain::OpId) {
    let (case, open) = world.late_bus();
    assert!(is_accepted(&desk.does(case, &open)));
    assert!(is_accepted(&desk.does(case, &Action::Take)));
    let inbound = desk.sees(case).last_inbound;
    let state = desk.does(case, &decision(4_000, 0, inbound));
    assert!(is_accepted(&state), "{:?}", crate::support::outcome(&state));
    let state = world.app.case(&world.agency, case).expect("case").expect("case");
    (case, state.decision.expect("decided").id)
}

fn deliver(world: &World) -> Vec<OutgoingMessage> {
    let sender = MemorySender::default();
    world.app.deliver_due(&sender).expect("delivered");
    sender.take()
}

#[test]
fn a_letter_leaves_once_and_not_before_ten_seconds() {
    let world = World::new();
    let mut desk = world.desk("huda");
    answered(&world, &mut desk);
    assert!(deliver(&world).is_empty());
    world.pass(TimeDelta::seconds(10));
    let messages = deliver(&world);
    assert_eq!(messages.len(), 2);
    assert!(matches!(messages[0].letter.kind, LetterKind::Welcome));
    assert!(matches!(messages[1].letter.kind, LetterKind::Reply { .. }));
    assert!(messages[0].word.is_none() && messages[1].word.is_some());
    assert_ne!(messages[0].code.grouped(), messages[1].code.grouped());
    world.pass(TimeDelta::days(1));
    assert!(deliver(&world).is_empty());
}

#[test]
fn a_decision_taken_back_in_time_never_leaves() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, op) = answered(&world, &mut desk);
    world.pass(TimeDelta::seconds(9));
    let state = desk.does(case, &Action::Withdraw { op });
    assert!(is_accepted(&state), "{:?}", crate::support::outcome(&state));
    let state = world.app.case(&world.agency, case).expect("case").expect("case");
    assert_eq!((state.stage, state.decision), (Stage::Open, None));
    world.pass(TimeDelta::minutes(1));
    let kinds: Vec<LetterKind> = deliver(&world).iter().map(|it| it.letter.kind).collect();
    assert_eq!(kinds, [LetterKind::Welcome]);
}

#[test]
fn what_has_left_is_not_taken_back() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, op) = answered(&world, &mut desk);
    world.pass(TimeDelta::seconds(10));
    deliver(&world);
    let state = desk.does(case, &Action::Withdraw { op });
    let Outcome::Rejected { refusal, .. } = crate::support::outcome(&state) else { panic!() };
    assert_eq!(refusal, domain::Refusal::TooLate);
}

#[test]
fn the_code_and_the_word_open_only_their_own_case() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, decision) = answered(&world, &mut desk);
    let (other, _) = answered(&world, &mut desk);
    world.pass(TimeDelta::seconds(10));
    let messages = deliver(&world);
    let of = |case: CaseId| messages.iter().filter(move |it| it.case == case);
    let code = of(case).next().expect("message").code.grouped();
    let word = of(case).find_map(|it| it.word.as_ref()).expect("word").grouped();
    let reference =
        |case| world.app.case(&world.agency, case).expect("case").expect("case").reference;
    let follow =
        |case, code: &str| world.app.follow(&world.agency, &reference(case), code).expect("asked");
    assert_eq!(follow(case, &code), Some(case));
    assert_eq!(follow(case, &code.to_lowercase().replace('-', " ")), Some(case));
    assert_eq!(follow(other, &code), None);
    assert_eq!(follow(case, ""), None);
    let good =
        |case, word: &str| world.app.is_word(&world.agency, case, decision, word).expect("asked");
    assert!(good(case, &word) && !good(other, &word) && !good(case, "0000-0000"));
}

#[test]
fn the_persons_word_closes_the_case_once_and_uses_the_word_up() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, decision) = answered(&world, &mut desk);
    world.pass(TimeDelta::seconds(10));
    let word = deliver(&world).iter().find_map(|it| it.word.as_ref()).expect("word").grouped();
    let action = Action::Confirm { decision, text: "شكرا".into(), by: Bearing::OwnPage };
    let act = Act {
        op: world.op(),
        actor: &Actor::Person,
        case: Some(case),
        action: &action,
        claimed_at: None,
    };
    let acted = world.app.act(&world.agency, act).expect("acted");
    assert!(matches!(acted, Acted::Judged(Outcome::Accepted { .. })), "{acted:?}");
    let last = world.app.last_seq(&world.agency).expect("seq");
    assert_eq!(world.app.act(&world.agency, act).expect("acted"), acted, "twice is once");
    assert_eq!(world.app.last_seq(&world.agency).expect("seq"), last);
    let stage = world.app.case(&world.agency, case).expect("case").expect("case").stage;
    assert_eq!(stage, Stage::Closed);
    assert!(!world.app.is_word(&world.agency, case, decision, &word).expect("asked"));
}

#[test]
fn codes_and_words_stand_in_no_event_no_pull_and_no_file_of_the_platform() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (_, _) = answered(&world, &mut desk);
    world.pass(TimeDelta::seconds(10));
    let messages = deliver(&world);
    let code = &messages[0].code;
    let word = messages.iter().find_map(|it| it.word.as_ref()).expect("word").grouped();
    let secrets = [code.grouped(), code.canonical(), word.clone(), word.replace('-', "")];
    let mut haystacks = vec![serde_json::to_vec(&desk.pull()).expect("json")];
    let events = world.app.events(&world.agency, 0, 1_000).expect("events");
    haystacks.push(serde_json::to_vec(&events).expect("json"));
    for folder in [world.dir.path().to_owned(), world.dir.path().join("anchor")] {
        let files = std::fs::read_dir(folder).expect("folder").map(|it| it.expect("file").path());
        haystacks
            .extend(files.filter(|it| it.is_file()).map(|it| std::fs::read(it).expect("bytes")));
    }
    let contains =
        |hay: &[u8], needle: &str| hay.windows(needle.len()).any(|it| it == needle.as_bytes());
    assert!(haystacks.iter().any(|hay| contains(hay, "huda")), "the search can find");
    for secret in &secrets {
        assert!(!haystacks.iter().any(|hay| contains(hay, secret)));
    }
}

/// A provider that stops answering: the folder is copied as a power cut would leave it.
struct Snapshot {
    from: std::path::PathBuf,
    to: std::path::PathBuf,
}

impl Sender for Snapshot {
    fn deliver(&self, _: OutgoingMessage) -> Delivery {
        crate::once::copied(&self.from, &self.to);
        Delivery::HandedOver
    }
}

fn queued(world: &World) -> CaseId {
    let mut desk = world.desk("huda");
    let (case, open) = world.late_bus();
    assert!(is_accepted(&desk.does(case, &open)));
    world.pass(TimeDelta::seconds(10));
    case
}

fn states(world: &World) -> Vec<(String, u32)> {
    world.app.letter_states(&world.agency).expect("ledger")
}

#[test]
fn a_hand_over_that_was_cut_off_is_uncertain_never_tried_again_and_told_to_the_case() {
    let world = World::new();
    let case = queued(&world);
    let copy = tempfile::tempdir().expect("folder");
    let sender = Snapshot { from: world.dir.path().to_owned(), to: copy.path().to_owned() };
    world.app.deliver_due(&sender).expect("delivered");
    assert_eq!(states(&world), [("handed_over".to_owned(), 1)]);
    let world = world.moved_to(copy);
    assert_eq!(states(&world), [("attempting".to_owned(), 1)]);
    assert!(deliver(&world).is_empty());
    assert_eq!(states(&world), [("uncertain".to_owned(), 1)]);
    let state = world.app.case(&world.agency, case).expect("case").expect("case");
    assert_eq!(state.returned.len(), 1);
    assert_eq!(state.returned[0].fault, LetterFault::Interrupted);
}

/// A provider during whose answer somebody opens the same folder, as a command line does.
struct Beside {
    config: platform::Config,
}

impl Sender for Beside {
    fn deliver(&self, _: OutgoingMessage) -> Delivery {
        let random = platform::system_random();
        let other = platform::App::open(self.config.clone(), platform::system_clock(), random);
        let other = other.expect("opened");
        assert_eq!(other.deliver_due(&MemorySender::default()).expect("delivered"), 0);
        Delivery::HandedOver
    }
}

#[test]
fn a_command_beside_a_serving_platform_leaves_its_attempts_alone() {
    let world = World::new();
    queued(&world);
    let config = platform::Config::new(world.dir.path());
    world.app.deliver_due(&Beside { config }).expect("delivered");
    assert_eq!(states(&world), [("handed_over".to_owned(), 1)]);
}

/// A provider that answers as it is told and counts.
struct Answers {
    with: Delivery,
    asked: std::sync::Mutex<Vec<OutgoingMessage>>,
}

impl Answers {
    fn new(with: Delivery) -> Self {
        Self { with, asked: std::sync::Mutex::default() }
    }

    fn asked(&self) -> usize {
        self.asked.lock().expect("asked").len()
    }
}

impl Sender for Answers {
    fn deliver(&self, message: OutgoingMessage) -> Delivery {
        self.asked.lock().expect("asked").push(message);
        self.with
    }
}

#[test]
fn what_failed_for_now_is_tried_again_later_and_later_and_at_last_given_back() {
    let world = World::new();
    let case = queued(&world);
    let busy = Answers::new(Delivery::Later);
    world.app.deliver_due(&busy).expect("delivered");
    world.app.deliver_due(&busy).expect("delivered");
    assert_eq!(busy.asked(), 1, "not at once");
    for _ in 0..40 {
        world.pass(TimeDelta::hours(1));
        world.app.deliver_due(&busy).expect("delivered");
    }
    assert_eq!(busy.asked(), 9);
    assert_eq!(states(&world), [("failed".to_owned(), 1)]);
    let returned = world.app.case(&world.agency, case).expect("case").expect("case").returned;
    assert_eq!(returned[0].fault, LetterFault::Unreachable);
}

#[test]
fn a_letter_that_came_back_is_listed_and_sent_again_once_by_the_owner_or_the_administrator() {
    let world = World::new();
    let case = queued(&world);
    let refuses = Answers::new(Delivery::Failed(LetterFault::Address));
    world.app.deliver_due(&refuses).expect("delivered");
    let listed = world.app.letters(&world.agency, "failed", 10).expect("list");
    assert_eq!((listed.len(), listed[0].case), (1, case));
    assert_eq!(listed[0].fault, Some(LetterFault::Address));
    let letter = listed[0].id;
    let mut other = world.desk("hamed");
    let resend = Action::ResendLetter { letter };
    assert!(!is_accepted(&other.does(case, &resend)), "of somebody else's case");
    let mut desk = world.desk("huda");
    assert!(is_accepted(&desk.does(case, &Action::Take)));
    assert!(is_accepted(&desk.does(case, &resend)));
    assert!(!is_accepted(&desk.does(case, &resend)), "it waits already");
    let sent = deliver(&world);
    assert_eq!((sent.len(), sent[0].round), (1, 1));
    assert!(world.app.letters(&world.agency, "failed", 10).expect("list").is_empty());
    let acted = world.app.retry_letter(&world.agency, letter).expect("asked").expect("known");
    assert!(matches!(acted, Acted::Judged(Outcome::Rejected { .. })), "it was sent");
}

#[test]
fn an_uncertain_letter_sent_again_by_the_administrator_keeps_its_name_for_the_provider() {
    let world = World::new();
    let case = queued(&world);
    let silent = Answers::new(Delivery::Uncertain);
    world.app.deliver_due(&silent).expect("delivered");
    let letter = world.app.letters(&world.agency, "uncertain", 10).expect("list")[0].id;
    let acted = world.app.retry_letter(&world.agency, letter).expect("asked").expect("known");
    assert!(matches!(acted, Acted::Judged(Outcome::Accepted { .. })));
    world.app.deliver_due(&silent).expect("delivered");
    let asked = silent.asked.lock().expect("asked");
    assert_eq!((asked.len(), asked[0].slot()), (2, asked[1].slot()));
    let returned = world.app.case(&world.agency, case).expect("case").expect("case").returned;
    assert_eq!(returned.len(), 1, "it came back again");
}

#[test]
fn a_sender_that_breaks_down_leaves_doubt_and_stops_nobody() {
    struct Broken;
    impl Sender for Broken {
        fn deliver(&self, _: OutgoingMessage) -> Delivery {
            panic!("a fault of the sender")
        }
    }
    let world = World::new();
    queued(&world);
    queued(&world);
    assert_eq!(world.app.deliver_due(&Broken).expect("delivered"), 2);
    assert_eq!(states(&world), [("uncertain".to_owned(), 2)]);
}

#[test]
fn the_words_of_a_letter_are_erased_from_the_ledger_once_it_was_sent() {
    let world = World::new();
    let mut desk = world.desk("huda");
    answered(&world, &mut desk);
    world.pass(TimeDelta::seconds(10));
    assert!(deliver(&world).iter().any(|it| !it.letter.text.is_empty()));
    let bodies = rusqlite::Connection::open(world.dir.path().join("platform.db"))
        .expect("database")
        .prepare("select body from outbox")
        .expect("statement")
        .query_map([], |row| row.get::<_, String>(0))
        .expect("rows")
        .collect::<Result<Vec<_>, _>>()
        .expect("bodies");
    assert_eq!(bodies.len(), 2);
    assert!(bodies.iter().all(|it| it.contains("\"text\":\"\"")), "{bodies:?}");
}

fn imported(world: &World) -> (CaseId, Action) {
    let (case, open) = world.late_bus();
    let Action::OpenCase(open) = open else { panic!("opens") };
    let import = domain::ImportCase {
        open: *open,
        subject_from_form: false,
        subject_pieces: Vec::new(),
        source: "old".to_owned(),
        source_key: "1".to_owned(),
        source_line: 2,
        opened_at: world.now() - TimeDelta::days(90),
        closed_at: None,
        resolution_words: None,
        next_contact: None,
    };
    (case, Action::ImportCase(Box::new(import)))
}

#[test]
fn an_import_announces_to_nobody_unless_it_is_asked_to() {
    for (announce, messages) in [(Announce::Nobody, 0), (Announce::Persons, 1)] {
        let world = World::new();
        let (case, action) = imported(&world);
        let (op, actor) = (world.op(), &Actor::Platform);
        let act = Act { op, actor, case: Some(case), action: &action, claimed_at: None };
        let acted = world.app.act_all_announcing(&world.agency, &[act], announce).expect("acted");
        assert!(matches!(acted[..], [Acted::Judged(Outcome::Accepted { .. })]), "{acted:?}");
        world.pass(TimeDelta::minutes(1));
        assert_eq!(deliver(&world).len(), messages);
    }
}

#[test]
fn a_plain_import_queues_no_letter() {
    let world = World::new();
    let (case, action) = imported(&world);
    let (op, actor) = (world.op(), &Actor::Platform);
    let act = Act { op, actor, case: Some(case), action: &action, claimed_at: None };
    world.app.act(&world.agency, act).expect("acted");
    assert!(world.app.letter_states(&world.agency).expect("ledger").is_empty());
}
