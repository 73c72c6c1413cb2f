//! Two agencies on one platform, files, and bytes from a hostile hand.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{World, is_accepted, letter, note};
use domain::case::{AttachmentRef, ReplyKind};
use domain::{Action, AgencyId};
use platform::Denied;
use protocol::{AttachmentHasher, Base, Exact, HeldWhy, ReceiptState, SignedAction};

fn two_agencies() -> (World, AgencyId) {
    let world = World::new();
    let other = AgencyId::new("sidra");
    let mut book = crate::support::book();
    book.agency = other.clone();
    world.app.put_book(&book).expect("book");
    (world, other)
}

#[test]
fn two_agencies_know_nothing_of_each_other() {
    let (world, other) = two_agencies();
    let mut here = world.desk("huda");
    let mut there = world.desk_at(&other, "huda");
    let (case, open) = world.late_bus();
    assert!(is_accepted(&here.does(case, &open)));
    assert!(there.pull().items.is_empty());
    assert_eq!(world.app.last_seq(&other).expect("seq"), 0);
    assert_eq!(world.app.case(&other, case).expect("asked"), None);
    let (same, open) = (case, open);
    assert!(is_accepted(&there.does(same, &open)), "ids and references are per agency");
    let seqs = world.app.events(&other, 0, 10).expect("events");
    assert_eq!(seqs.first().and_then(|it| it.seq), Some(1), "each has numbers of its own");
}

#[test]
fn an_action_for_one_agency_is_refused_at_another() {
    let (world, other) = two_agencies();
    let here = world.desk("huda");
    let (case, open) = world.late_bus();
    let mut header = here.header(Some(case), Base::default());
    header.agency = other;
    let signed = protocol::sign(header, &open, &here.key).expect("signed");
    assert!(matches!(here.push(vec![signed]), Err(Denied::Forbidden("bad_action"))));
}

#[test]
fn a_case_out_of_sight_is_unknown_to_who_acts_on_it() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let mut faris = world.desk("faris");
    let (case, open) = world.late_bus();
    assert!(is_accepted(&huda.does(case, &open)));
    let state = faris.does(case, &note("أنظر من بعيد"));
    let protocol::Outcome::Rejected { refusal, .. } = crate::support::outcome(&state) else {
        panic!()
    };
    assert_eq!(refusal, domain::Refusal::UnknownCase);
}

fn file(world: &World, bytes: &[u8]) -> AttachmentRef {
    let mut hasher = AttachmentHasher::new(&world.agency);
    hasher.update(bytes);
    AttachmentRef {
        hash: hasher.hash(),
        name: "صورة.png".to_owned(),
        bytes: bytes.len() as u64,
        media_type: "image/png".to_owned(),
    }
}

#[test]
fn a_reply_waits_until_its_file_is_whole_and_the_file_is_for_who_may_see_the_case() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, open) = world.late_bus();
    assert!(is_accepted(&desk.does(case, &open)));
    assert!(is_accepted(&desk.does(case, &Action::Take)));
    let bytes = vec![42; 3_000_000];
    let attachment = file(&world, &bytes);
    let text = "قلتم: انتظرت ساعة كاملة. هذه صورة الموقف الجديد";
    let mut reply = letter(ReplyKind::Progress, text, 0, desk.sees(case).last_inbound);
    reply.attachments.push(attachment.clone());
    let hash = attachment.hash.clone();
    let state = desk.does(case, &Action::SendReply(reply));
    assert_eq!(state, ReceiptState::Held { why: HeldWhy::Attachment { hash } });

    let put = |from: usize, until: usize| {
        let chunk = &bytes[from..until];
        world.app.put_chunk(&desk.session, &attachment.hash, from as u64, 3_000_000, chunk)
    };
    assert_eq!(put(0, 1_000_000).expect("kept"), 1_000_000);
    assert_eq!(put(2_000_000, 3_000_000).expect("said where to go on"), 1_000_000);
    assert_eq!(put(0, 1_000_000).expect("said where to go on"), 1_000_000);
    assert!(world.app.attachment(&desk.session, &attachment.hash).is_err());
    assert_eq!(put(1_000_000, 3_000_000).expect("whole"), 3_000_000);
    let state = world.app.case(&world.agency, case).expect("case").expect("case");
    assert_eq!(state.outbound.len(), 1, "the reply was judged when its file was whole");

    let fetched = world.app.attachment(&desk.session, &attachment.hash).expect("fetched");
    assert_eq!(fetched, Exact(bytes));
    let faris = world.desk("faris");
    let denied = world.app.attachment(&faris.session, &attachment.hash);
    assert!(matches!(denied, Err(Denied::NotFound)));
}

#[test]
fn bytes_that_are_not_their_hash_are_thrown_away_and_may_be_sent_anew() {
    let world = World::new();
    let desk = world.desk("huda");
    let right = file(&world, b"right");
    let put = |bytes: &[u8]| world.app.put_chunk(&desk.session, &right.hash, 0, 5, bytes);
    assert!(matches!(put(b"wrong"), Err(Denied::Forbidden("wrong_hash"))));
    assert_eq!(world.app.attachment_size(&desk.session, &right.hash).expect("size"), 0);
    assert_eq!(put(b"right").expect("whole"), 5);
    let huge = world.app.put_chunk(&desk.session, &right.hash, 0, 1 << 40, b"x");
    assert!(matches!(huge, Err(Denied::TooLarge)));
}

#[test]
fn hostile_bytes_change_nothing_and_panic_nowhere() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, open) = world.late_bus();
    let good = desk.sign(case, Base::default(), &open);
    let last = || world.app.last_seq(&world.agency).expect("seq");
    for round in 0..400_usize {
        let mut bad = good.clone();
        let [part, at, bit, cut] = world.random_bytes::<4>();
        let bytes = match (part % 3, &mut bad.body) {
            (0, _) => &mut bad.header.0,
            (1, Some(body)) => &mut body.0,
            _ => &mut bad.signature.0,
        };
        if cut % 4 == 0 {
            bytes.truncate(usize::from(at) % bytes.len());
        } else {
            let at = (usize::from(at) * 7 + round) % bytes.len();
            bytes[at] ^= 1 << (bit % 8);
        }
        match desk.push(vec![bad]) {
            Err(Denied::Forbidden("bad_action")) => {}
            // Only the body was touched: it waits for the one that its header names.
            Ok(answer) => {
                assert_eq!(answer.receipts[0].state, ReceiptState::Held { why: HeldWhy::Body });
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(last(), 0);
    }
    let answer = desk.push(vec![good]).expect("pushed");
    assert!(is_accepted(&answer.receipts[0].state), "the true body heals it");
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, _) = world.late_bus();
    let one = desk.sign(case, Base::default(), &note("x"));
    assert!(matches!(desk.push(vec![one.clone(); 101]), Err(Denied::TooLarge)));
    let fat = SignedAction { body: Some(Exact(vec![b' '; 300 * 1024])), ..one.clone() };
    assert!(matches!(desk.push(vec![fat]), Err(Denied::TooLarge)));
    let fat = SignedAction { body: Some(Exact(vec![b' '; 200 * 1024])), ..one };
    assert!(matches!(desk.push(vec![fat; 6]), Err(Denied::TooLarge)));
}
