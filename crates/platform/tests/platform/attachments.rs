//! A hash is no right, and what one device sends binds no other.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{Desk, World, is_accepted, taken};
use chrono::TimeDelta;
use domain::Action;
use domain::case::AttachmentRef;
use platform::Denied;
use protocol::{AttachmentHasher, Exact, HeldWhy, ReceiptState};

const PART: usize = 1024 * 1024;

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

fn attach(attachment: &AttachmentRef) -> Action {
    Action::Attach { attachment: attachment.clone() }
}

fn send(world: &World, desk: &Desk, bytes: &[u8]) -> Result<u64, Denied> {
    let hash = file(world, bytes).hash;
    let total = bytes.len() as u64;
    let mut here = world.app.attachment_size(&desk.session, &hash)?;
    while here < total {
        let from = usize::try_from(here).expect("small");
        let chunk = &bytes[from..bytes.len().min(from + PART)];
        here = world.app.put_chunk(&desk.session, &hash, here, total, chunk)?;
    }
    Ok(here)
}

fn reads(world: &World, desk: &Desk, file: &AttachmentRef) -> Option<Vec<u8>> {
    match world.app.attachment(&desk.session, &file.hash) {
        Ok(Exact(bytes)) => Some(bytes),
        Err(Denied::NotFound) => None,
        Err(denied) => panic!("{denied}"),
    }
}

#[test]
fn knowing_a_hash_opens_no_file_until_its_bytes_are_sent() {
    let world = World::new();
    let (mut huda, faris) = (world.desk("huda"), world.desk("faris"));
    let case = taken(&world, &mut huda);
    let secret = b"a medical report".to_vec();
    let report = file(&world, &secret);
    send(&world, &faris, &secret).expect("sent");

    let state = huda.does(case, &attach(&report));
    let hash = report.hash.clone();
    assert_eq!(state, ReceiptState::Held { why: HeldWhy::Attachment { hash: hash.clone() } });
    assert_eq!(reads(&world, &huda, &report), None);
    assert_eq!(world.app.attachment_size(&huda.session, &hash).expect("size"), 0);

    send(&world, &huda, &secret).expect("sent");
    assert_eq!(reads(&world, &huda, &report), Some(secret), "now on a case that she sees");
    assert_eq!(reads(&world, &faris, &report), None, "a case that he does not see holds it now");
}

#[test]
fn a_file_that_is_on_no_case_is_read_by_its_sender_alone() {
    let world = World::new();
    let (huda, faris) = (world.desk("huda"), world.desk("faris"));
    let other_computer = world.desk("huda");
    let bytes = b"a receipt".to_vec();
    let receipt = file(&world, &bytes);
    send(&world, &huda, &bytes).expect("sent");
    assert_eq!(reads(&world, &huda, &receipt), Some(bytes.clone()));
    assert_eq!(reads(&world, &other_computer, &receipt), Some(bytes));
    assert_eq!(reads(&world, &faris, &receipt), None);
}

#[test]
fn a_claimed_size_binds_only_the_device_that_claims_it() {
    let world = World::new();
    let (huda, faris) = (world.desk("huda"), world.desk("faris"));
    let bytes = vec![7; PART + 5];
    let hash = file(&world, &bytes).hash;
    let claimed = world.app.put_chunk(&faris.session, &hash, 0, 3 * PART as u64, &bytes[..PART]);
    assert_eq!(claimed.expect("kept"), PART as u64);
    assert_eq!(send(&world, &huda, &bytes).expect("sent"), bytes.len() as u64);
    // The one who claimed too much may say it right.
    let again = world.app.put_chunk(&faris.session, &hash, 0, bytes.len() as u64, &bytes[..PART]);
    assert_eq!(again.expect("begun anew"), PART as u64);
    assert_eq!(send(&world, &faris, &bytes).expect("sent"), bytes.len() as u64);
}

#[test]
fn a_sender_of_wrong_bytes_spoils_nobodys_upload() {
    let world = World::new();
    let (huda, faris) = (world.desk("huda"), world.desk("faris"));
    let bytes = vec![7; PART + 5];
    let (hash, total) = (file(&world, &bytes).hash, bytes.len() as u64);
    world.app.put_chunk(&huda.session, &hash, 0, total, &bytes[..PART]).expect("kept");
    let wrong = vec![8; PART + 5];
    let denied = world.app.put_chunk(&faris.session, &hash, 0, total, &wrong);
    assert!(matches!(denied, Err(Denied::Forbidden("wrong_hash"))));
    assert_eq!(world.app.attachment_size(&huda.session, &hash).expect("size"), PART as u64);
    assert_eq!(send(&world, &huda, &bytes).expect("sent"), total);
}

#[test]
fn what_a_user_leaves_unfinished_is_bounded_and_their_own_loss() {
    let world = World::new();
    let (huda, faris) = (world.desk("huda"), world.desk("faris"));
    let begin = |desk: &Desk, n: u8| {
        let bytes = vec![n; PART + 5];
        let hash = file(&world, &bytes).hash;
        let total = bytes.len() as u64;
        world.app.put_chunk(&desk.session, &hash, 0, total, &bytes[..PART]).expect("kept");
        hash
    };
    let of_huda = begin(&huda, 0);
    let size =
        |desk: &Desk, hash: &str| world.app.attachment_size(&desk.session, hash).expect("size");
    let of_faris: Vec<String> = (1..=20)
        .map(|n| {
            world.pass(TimeDelta::seconds(1));
            begin(&faris, n)
        })
        .collect();
    let kept = of_faris.iter().filter(|hash| size(&faris, hash) > 0).count();
    assert_eq!(kept, 16);
    assert_eq!(size(&faris, &of_faris[0]), 0, "the oldest gave way");
    assert_eq!(size(&huda, &of_huda), PART as u64);
    world.pass(TimeDelta::days(8));
    assert_eq!(world.app.purge_uploads(&world.agency).expect("purged"), 17);
    assert_eq!(size(&huda, &of_huda), 0);
}

#[test]
fn chunks_too_small_to_keep_are_refused() {
    let world = World::new();
    let huda = world.desk("huda");
    let hash = file(&world, b"any").hash;
    for chunk in [&b""[..], &b"x"[..]] {
        let denied = world.app.put_chunk(&huda.session, &hash, 0, PART as u64, chunk);
        assert!(matches!(denied, Err(Denied::Malformed("chunk"))));
    }
}

#[test]
fn a_file_of_no_case_is_deleted_after_a_month_and_sent_anew_when_it_is_named() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let case = taken(&world, &mut huda);
    let (kept, loose) = (b"kept".to_vec(), b"loose".to_vec());
    send(&world, &huda, &kept).expect("sent");
    send(&world, &huda, &loose).expect("sent");
    assert!(is_accepted(&huda.does(case, &attach(&file(&world, &kept)))));
    world.pass(TimeDelta::days(31));
    assert_eq!(world.app.purge_uploads(&world.agency).expect("purged"), 1);
    assert_eq!(reads(&world, &huda, &file(&world, &kept)), Some(kept));
    let state = huda.does(case, &attach(&file(&world, &loose)));
    assert!(matches!(state, ReceiptState::Held { .. }));
    send(&world, &huda, &loose).expect("sent");
    assert_eq!(reads(&world, &huda, &file(&world, &loose)), Some(loose));
}
