//! Every message of the protocol crosses real HTTP between the shipped client and the shipped server.

use desk::view::PendingState;
use protocol::{
    AttachmentHasher, BodyRequest, ChallengeRequest, Exact, OwnActionsRequest, Platform,
    PlatformError, Proof, PullRequest, PushRequest, RefreshRequest, ShareRequest, SignInRequest,
    VerdictsRequest,
};
use std::cell::RefCell;
use std::collections::BTreeSet;
use stories::world::{Computer, World, late_bus, note};
use sync::Http;

/// The methods of [`protocol::Platform`], read from its source: one that is added must be tested here.
fn methods() -> BTreeSet<String> {
    let source = include_str!("../../crates/protocol/src/platform.rs");
    let (_, body) = source.split_once("pub trait Platform").expect("the trait");
    let body = body.split("\n}").next().expect("its end");
    let names = body.split("fn ").skip(1).filter_map(|it| it.split('(').next());
    names.map(str::to_owned).collect()
}

/// A client of the real server, and which methods were tried with it.
struct Tried<'a> {
    world: &'a World,
    http: Http,
    methods: RefCell<BTreeSet<String>>,
}

impl Tried<'_> {
    fn call<T>(&self, method: &str, call: impl Future<Output = Result<T, PlatformError>>) -> T {
        self.methods.borrow_mut().insert(method.to_owned());
        match self.world.handle().block_on(call) {
            Ok(answer) => answer,
            Err(error) => panic!("{method}: {error}"),
        }
    }

    fn refused<T>(
        &self,
        method: &str,
        call: impl Future<Output = Result<T, PlatformError>>,
    ) -> PlatformError {
        let answer = self.world.handle().block_on(call);
        answer.err().unwrap_or_else(|| panic!("{method} was answered"))
    }
}

fn hash_of(world: &World, bytes: &[u8]) -> String {
    let mut hasher = AttachmentHasher::new(world.agency());
    hasher.update(bytes);
    hasher.hash()
}

/// A client in the session of a computer, whose own line is left alone.
fn client_of(world: &World, marwa: &Computer) -> Http {
    let http = Http::new(world.house.address()).expect("a client");
    let access = {
        let mut desk = marwa.desk();
        desk.parts().vault.session().expect("the vault answers").and_then(|it| it.access)
    };
    http.set_access(access);
    http
}

#[test]
fn every_method_of_the_protocol_is_answered_over_http() {
    let world = World::over_http();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let tried =
        Tried { world: &world, http: client_of(&world, &marwa), methods: RefCell::default() };
    let http = &tried.http;

    assert!(tried.call("hello", http.hello()).protocols.contains(&protocol::PROTOCOL));

    marwa.does(&case, note("أولى"));
    marwa.does(&case, note("ثانية"));
    let (device, store, whole, stub) = {
        let mut desk = marwa.desk();
        let vault = desk.parts().vault;
        let device = vault.session().expect("a session").expect("signed in").device;
        let actions = vault.pending().expect("two actions");
        let signed = |it: &store::SavedAction, body: bool| protocol::SignedAction {
            header: Exact(it.action.header.clone()),
            body: body.then(|| Exact(it.action.body.clone())),
            signature: Exact(it.action.signature.clone()),
        };
        let store = actions[0].store;
        (device, store, signed(&actions[0], true), (signed(&actions[1], false), actions[1].clone()))
    };
    let (stub, second) = stub;
    let batch = PushRequest { device, store, actions: vec![whole, stub] };
    let pushed = tried.call("push", http.push(&batch));
    assert_eq!(pushed.receipts.len(), 2);

    let own = OwnActionsRequest { store, after: 0 };
    let own = tried.call("own_actions", http.own_actions(&own));
    assert!(own.actions.len() >= 3 && !own.more, "the case, its owner and two notes");

    let body = BodyRequest { op: second.action.op, body: Exact(second.action.body.clone()) };
    let receipt = tried.call("body", http.body(&body));
    assert_eq!(receipt.op, second.action.op);

    let asked = VerdictsRequest { ops: vec![second.action.op] };
    assert_eq!(tried.call("verdicts", http.verdicts(&asked)).receipts.len(), 1);

    let question: PullRequest =
        serde_json::from_str(r#"{"cursor":null,"book_version":0,"items_max":100}"#).expect("one");
    assert!(!tried.call("pull", http.pull(&question)).items.is_empty());

    files(&tried);
    sessions(&tried, &marwa);
    assert_eq!(*tried.methods.borrow(), methods(), "every method is tried here");
    marwa.agrees();
    let waits = |it: &desk::view::PendingView| matches!(it.state, PendingState::Saved);
    assert!(!marwa.pending().iter().any(waits), "the desk hears of it too");
}

fn files(tried: &Tried<'_>) {
    let http = &tried.http;
    let bytes = vec![7_u8; 2 * 1024 * 1024 + 5];
    let hash = hash_of(tried.world, &bytes);
    assert_eq!(tried.call("attachment_size", http.attachment_size(&hash)), 0);
    let total = bytes.len() as u64;
    let mut there = 0;
    for chunk in bytes.chunks(1024 * 1024) {
        let sent = http.put_chunk(&hash, there, total, Exact(chunk.to_vec()));
        there = tried.call("put_chunk", sent);
    }
    assert_eq!(there, total);
    assert_eq!(tried.call("attachment_size", http.attachment_size(&hash)), total);

    let (other, larger) = (hash_of(tried.world, b"other"), hash_of(tried.world, b"large"));
    let wrong = http.put_chunk(&other, 0, 5, Exact(b"wrong".to_vec()));
    let wrong = tried.refused("put_chunk", wrong);
    assert_eq!(wrong, PlatformError::Forbidden { code: "wrong_hash".into() });
    let large = http.put_chunk(&larger, 0, u64::MAX, Exact(vec![1]));
    assert_eq!(tried.refused("put_chunk", large), PlatformError::TooLarge);
}

/// A computer that brings a file, and one that did not hold it, which opens it.
fn sessions(tried: &Tried<'_>, marwa: &Computer) {
    let world = tried.world;
    let case = marwa.opens(late_bus(2));
    marwa.desk().attach(&case, "صورة.txt", "صورة الحافلة".as_bytes()).expect("kept");
    marwa.agrees();
    assert!(marwa.pending().is_empty(), "the file arrived: {:?}", marwa.pending());
    let qais = world.computer("qais");
    let hash = hash_of(world, "صورة الحافلة".as_bytes());
    let fetched = tried.call("attachment", tried.http.attachment(&hash));
    assert_eq!(fetched.0, "صورة الحافلة".as_bytes());
    world.handle().block_on(sync::fetch_attachment(&qais, &qais.line, &hash)).expect("fetched");
    assert_eq!(qais.desk().attachment_bytes(&hash).expect("here"), "صورة الحافلة".as_bytes());

    let forged = RefreshRequest {
        device: protocol_device(marwa),
        refresh: "forged".into(),
        proof: Proof::default(),
    };
    tried.methods.borrow_mut().insert("refresh".into());
    assert_eq!(tried.refused("refresh", tried.http.refresh(&forged)), PlatformError::Unauthorised);
    marwa.quits();
    marwa.starts();
    marwa.agrees();
    let stranger = SignInRequest {
        agency: world.agency().clone(),
        staff: "marwa".into(),
        password: "wrong".into(),
        device: None,
        device_key: Exact(vec![0; 32]),
        proof: Proof::default(),
        code: None,
    };
    tried.methods.borrow_mut().insert("sign_in".into());
    let challenge = ChallengeRequest::of_sign_in(&stranger);
    assert!(!tried.call("challenge", tried.http.challenge(&challenge)).nonce.is_empty());
    let share = ShareRequest {
        agency: world.agency().clone(),
        staff: "marwa".into(),
        password: "wrong".into(),
        device: protocol_device(marwa),
    };
    tried.methods.borrow_mut().insert("share".into());
    let refused = tried.refused("share", tried.http.share(&share));
    assert!(matches!(refused, PlatformError::Forbidden { .. }), "{refused:?}");
    let refused = tried.refused("sign_in", tried.http.sign_in(&stranger));
    assert!(matches!(refused, PlatformError::Forbidden { .. }), "{refused:?}");
}

fn protocol_device(marwa: &Computer) -> domain::DeviceId {
    let mut desk = marwa.desk();
    let session = desk.parts().vault.session().expect("the vault answers");
    session.expect("signed in").device
}
