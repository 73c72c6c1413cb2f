//! Every limit of the protocol at its edge, between the shipped client and the shipped server: what a
//! writer may write, the reader takes; one more is refused by name.

use domain::{Action, CaseId, OpId, StoreId};
use ed25519_dalek::SigningKey;
use protocol::limits::{
    ACTION_BYTES_MAX, ATTACHMENT_BYTES_MAX, CHUNK_BYTES, PULL_BYTES_FULL, PULL_ITEMS_MAX,
    PUSH_ACTIONS_MAX, PUSH_BYTES_MAX, VERDICTS_MAX,
};
use protocol::{
    AttachmentHasher, Base, Exact, Hash, Header, Platform, PlatformError, PullAnswer, PullRequest,
    PushAnswer, PushRequest, SignedAction, VerdictsRequest, json_bytes,
};
use std::collections::BTreeSet;
use stories::world::{Answered, Asked, Computer, Fault, World, late_bus};
use sync::Http;
use uuid::Uuid;

/// The limits, read from their source, and where each one is tried: one that is added must be tried too.
#[test]
fn every_limit_is_tried() {
    let source = include_str!("../../crates/protocol/src/limits.rs");
    let names = source.split("pub const ").skip(1).filter_map(|it| it.split(':').next());
    let tried = [
        "PUSH_ACTIONS_MAX",
        "PUSH_BYTES_MAX",
        "ACTION_BYTES_MAX",
        "PULL_ITEMS_MAX",
        "PULL_BYTES_FULL",
        "PULL_BYTES_MAX",
        "VERDICTS_MAX",
        "ATTACHMENT_BYTES_MAX",
        "CHUNK_BYTES",
        // By `receipts_that_do_not_fit_are_asked_for_again`, below.
        "RECEIPTS_BYTES_FULL",
        // By the same: an answer of receipts is the only one that can grow.
        "ANSWER_BYTES_MAX",
        // By the platform's own tests: no server is needed to refuse an agency's files.
        "BOOK_BYTES_MAX",
    ];
    assert_eq!(names.collect::<BTreeSet<_>>(), BTreeSet::from(tried));
}

/// A desk without the store: it signs whatever it is told to.
struct Signer<'a> {
    world: &'a World,
    http: Http,
    key: SigningKey,
    next: Header,
}

impl<'a> Signer<'a> {
    /// Acts with the key and in the session of a computer, on a chain of its own.
    fn of(world: &'a World, computer: &Computer, case: &str) -> Self {
        let http = client(world, computer);
        let mut desk = computer.desk();
        let parts = desk.parts();
        let saved = parts.vault.pending().expect("one action").pop().expect("one action");
        let signed: Header = serde_json::from_slice(&saved.action.header).expect("a header");
        let next = Header {
            store: StoreId(device_id(0)),
            dev_seq: 1,
            prev: Hash::ZERO,
            case: Some(case.parse::<CaseId>().expect("an id")),
            base: Base::default(),
            depends_on: Vec::new(),
            ..signed
        };
        Self { world, http, key: SigningKey::from_bytes(&parts.signing.to_bytes()), next }
    }

    /// A note of so many bytes on the wire, as the writer signs it; none when it refuses.
    fn note(&mut self, bytes: usize) -> Option<SignedAction> {
        self.next.op = OpId(device_id(self.next.dev_seq));
        let sign = |chars: usize| {
            let action = Action::AddNote { text: "n".repeat(chars) };
            protocol::sign(self.next.clone(), &action, &self.key)
        };
        let around = sign(100_000).expect("a note").bytes() - 100_000;
        // The length of the body stands in the header, so that fewer digits make it shorter.
        let guess = sign(bytes - around).ok()?.bytes();
        let signed = sign(bytes - around + (bytes - guess)).ok()?;
        assert_eq!(signed.bytes(), bytes);
        self.next.dev_seq += 1;
        self.next.prev = signed.header_hash();
        Some(signed)
    }

    fn push(&self, actions: Vec<SignedAction>) -> Result<PushAnswer, PlatformError> {
        let Header { device, store, .. } = self.next;
        let batch = PushRequest { device, store, actions };
        self.world.handle().block_on(self.http.push(&batch))
    }

    fn pull(&self, cursor: Option<&str>, items_max: u32) -> PullAnswer {
        let question = serde_json::json!({
            "cursor": cursor, "book_version": 0, "items_max": items_max,
        });
        let question: PullRequest = serde_json::from_value(question).expect("a question");
        self.world.handle().block_on(self.http.pull(&question)).expect("an answer")
    }
}

/// The n-th id of a device: of version 7, as devices make them.
fn device_id(n: u64) -> Uuid {
    let mut random = [0xfe; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(1_775_000_000_000, &random).into_uuid()
}

/// A client in the session of a computer.
fn client(world: &World, computer: &Computer) -> Http {
    let http = Http::new(world.house.address()).expect("a client");
    let mut desk = computer.desk();
    let session = desk.parts().vault.session().expect("the vault answers");
    http.set_access(session.and_then(|it| it.access));
    http
}

/// A computer with one case that the platform knows, and one action that waits.
fn with_case(world: &World) -> (Computer, String) {
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    marwa.does(&case, stories::world::note("تنتظر"));
    (marwa, case)
}

/// The signature was not counted by the writer: an action of the last 64 bytes was saved and never taken.
#[test]
fn an_action_that_the_writer_signs_is_one_that_the_platform_takes() {
    let world = World::over_http();
    let (marwa, case) = with_case(&world);
    let mut signer = Signer::of(&world, &marwa, &case);
    for bytes in ACTION_BYTES_MAX - 66..=ACTION_BYTES_MAX {
        let action = signer.note(bytes).unwrap_or_else(|| panic!("{bytes} bytes are signed"));
        let answer = signer.push(vec![action]).unwrap_or_else(|error| panic!("{bytes}: {error}"));
        assert_eq!(answer.receipts.len(), 1, "{bytes}");
    }
    for bytes in ACTION_BYTES_MAX + 1..=ACTION_BYTES_MAX + 66 {
        assert!(signer.note(bytes).is_none(), "{bytes} bytes are not signed");
    }
}

#[test]
fn a_batch_at_its_edge_is_taken_and_one_more_is_too_large() {
    let world = World::over_http();
    let (marwa, case) = with_case(&world);
    let mut signer = Signer::of(&world, &marwa, &case);
    let mut small: Vec<_> = (0..=PUSH_ACTIONS_MAX).filter_map(|_| signer.note(2_000)).collect();
    assert_eq!(signer.push(small.clone()), Err(PlatformError::TooLarge));
    small.pop();
    let answer = signer.push(small).expect("taken");
    assert_eq!(answer.receipts.len(), PUSH_ACTIONS_MAX);

    signer.next.store = StoreId(device_id(u64::MAX));
    (signer.next.dev_seq, signer.next.prev) = (1_001, Hash::ZERO);
    let mut large: Vec<_> = (0..5).filter_map(|_| signer.note(PUSH_BYTES_MAX / 4)).collect();
    assert_eq!(signer.push(large.clone()), Err(PlatformError::TooLarge));
    large.pop();
    // A gap: the size alone is tried.
    assert_eq!(signer.push(large).expect("not too large").expected, 1);
}

#[test]
fn a_page_ends_by_its_bytes_and_nothing_is_left_out() {
    let world = World::over_http();
    let (marwa, case) = with_case(&world);
    let signer = Signer::of(&world, &marwa, &case);
    let mut page = signer.pull(None, u32::MAX);
    while page.more {
        page = signer.pull(Some(&page.cursor), u32::MAX);
    }
    let started = page.cursor;
    let text = "ن".repeat(19_000);
    let count = PULL_BYTES_FULL / text.len() + 60;
    for n in 0..count {
        marwa.does(&case, stories::world::note(&format!("{n} {text}")));
        if n % 20 == 19 {
            marwa.agrees();
        }
    }
    marwa.agrees();
    for from in [None, Some(started)] {
        let (mut cursor, mut pages, mut events) = (from, 0, 0);
        loop {
            let page = signer.pull(cursor.as_deref(), u32::MAX);
            let bytes = json_bytes(&page).expect("counted");
            assert!(bytes <= PULL_BYTES_FULL * 2, "{bytes}");
            assert!(page.items.len() <= PULL_ITEMS_MAX);
            pages += 1;
            for item in &page.items {
                events += match item {
                    protocol::FeedItem::Event { .. } => 1,
                    protocol::FeedItem::Enter { events, .. }
                    | protocol::FeedItem::Part { events, .. } => events.len(),
                    _ => 0,
                };
            }
            cursor = Some(page.cursor);
            if !page.more {
                break;
            }
        }
        assert!(pages > 1 && events >= count, "{events} events on {pages} pages");
    }
}

#[test]
fn a_question_for_verdicts_at_its_edge_is_answered_and_one_more_is_too_large() {
    let world = World::over_http();
    let (marwa, case) = with_case(&world);
    let signer = Signer::of(&world, &marwa, &case);
    let ask = |count: usize| {
        let ops = (0..count as u128).map(|n| OpId(Uuid::from_u128(n))).collect();
        world.handle().block_on(signer.http.verdicts(&VerdictsRequest { ops }))
    };
    let answer = ask(VERDICTS_MAX).expect("answered");
    assert!(answer.receipts.is_empty() && !answer.more);
    assert_eq!(ask(VERDICTS_MAX + 1), Err(PlatformError::TooLarge));
}

#[test]
fn a_file_at_its_edge_arrives_and_is_read_and_one_byte_more_is_too_large() {
    let world = World::over_http();
    let (marwa, case) = with_case(&world);
    let size = usize::try_from(ATTACHMENT_BYTES_MAX).expect("a size");
    let file = vec![7_u8; size];
    marwa.desk().attach(&case, "كبير.txt", &file).expect("kept");
    assert!(marwa.desk().attach(&case, "أكبر.txt", &vec![7_u8; size + 1]).is_err());
    marwa.agrees();
    assert!(marwa.attention().is_empty() && marwa.pending().is_empty());
    let mut hasher = AttachmentHasher::new(world.agency());
    hasher.update(&file);
    let hash = hasher.hash();
    let signer = client(&world, &marwa);
    let read = world.handle().block_on(signer.attachment(&hash)).expect("read");
    assert!(read.0 == file, "byte for byte");

    let other = "0".repeat(hash.len());
    let chunk = || Exact(vec![1; usize::try_from(CHUNK_BYTES).expect("a size")]);
    let put = |total| world.handle().block_on(signer.put_chunk(&other, 0, total, chunk()));
    assert_eq!(put(ATTACHMENT_BYTES_MAX), Ok(CHUNK_BYTES));
    let one_more = "1".repeat(hash.len());
    let put = signer.put_chunk(&one_more, 0, ATTACHMENT_BYTES_MAX + 1, chunk());
    assert_eq!(world.handle().block_on(put), Err(PlatformError::TooLarge));
}

/// The platform may leave receipts out when an answer would grow too large. The round asks until it has
/// them all.
#[test]
fn receipts_that_do_not_fit_are_asked_for_again() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    for n in 0..9 {
        marwa.does(&case, stories::world::note(&format!("{n}")));
    }
    // The answer to the batch is lost, so that the verdicts are asked for.
    marwa.line.fails(|asked| match asked {
        Asked::Push(_) => Fault::AnswerLost,
        _ => Fault::Pass,
    });
    assert!(marwa.agree().is_err());
    marwa.line.heals();
    marwa.line.forges(|answered| {
        if let Answered::Verdicts(answer) = answered
            && answer.receipts.len() > 2
        {
            answer.receipts.truncate(2);
            answer.more = true;
        }
    });
    marwa.agrees();
    assert!(marwa.pending().is_empty(), "{:?}", marwa.pending());
}
