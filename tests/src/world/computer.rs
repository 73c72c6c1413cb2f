//! One computer of one user: a real desk in a folder of its own, and the engine beside it.

use super::prepared::copy_folder;
use super::{House, Line, PASSWORD, Road, Wall};
use desk::view::{
    AttentionView, AttentionWhy, CaseView, OpenCaseInput, PendingView, QueueFilter, QueueInput,
    QueueRow, WaitingView,
};
use desk::{Accepted, Costs, Desk, Door, Edge, Enrolment, KeySecrets, Parts, SignedIn, SigningKey};
use domain::StaffId;
use protocol::{Exact, Proof, SignInAnswer, SignInRequest};
use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use store::{Cost, StoreError};
use sync::{Open, Stores, SyncError};
use tempfile::TempDir;
use tokio::runtime::Handle;

/// One computer of one user.
pub struct Computer {
    /// Its way to the platform.
    pub line: Line,
    /// Its clock, which may be wrong.
    pub wall: Wall,
    /// Who works here.
    pub staff: StaffId,
    house: Arc<House>,
    handle: Handle,
    root: PathBuf,
    edge: Edge,
    desk: Mutex<Option<Desk>>,
}

/// Somebody at the desk, for a moment.
pub struct AtDesk<'a>(MutexGuard<'a, Option<Desk>>);

impl Deref for AtDesk<'_> {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        self.0.as_ref().expect("somebody is signed in")
    }
}

impl DerefMut for AtDesk<'_> {
    fn deref_mut(&mut self) -> &mut Desk {
        self.0.as_mut().expect("somebody is signed in")
    }
}

impl Stores for Computer {
    fn with<T>(
        &self,
        work: impl FnOnce(Open<'_>) -> Result<T, StoreError>,
    ) -> Result<T, SyncError> {
        let mut desk = self.desk.lock().expect("the desk");
        let desk = desk.as_mut().ok_or(SyncError::SignedOut)?;
        let Parts { vault, cache, files, signing } = desk.parts();
        Ok(work(Open { vault, cache, files, device_key: signing })?)
    }
}

impl Computer {
    pub(super) fn new(
        house: Arc<House>,
        handle: Handle,
        road: Road,
        root: PathBuf,
        staff: &str,
    ) -> Self {
        let wall = house.wall.another();
        let seed = house.seed.lane(&root.to_string_lossy());
        let clock = wall.clone();
        let random = move |bytes: &mut [u8]| {
            seed.fill(bytes);
            Ok(())
        };
        let edge = Edge::new(move || clock.now(), random);
        let staff = StaffId::new(staff);
        let line = Line::new(road);
        Self { line, wall, staff, house, handle, root, edge, desk: Mutex::default() }
    }

    fn door(&self) -> Door {
        let light = Cost { memory_kib: 64, passes: 1 };
        let costs = Costs { usual: light, alone: light };
        Door::new(self.root.clone(), self.edge.clone()).with_costs(costs)
    }

    /// Enrols the computer: keys, a one-time code, a sign-in.
    pub(super) fn enrols(&self) {
        let enrolment = Enrolment::begin().expect("keys");
        let code = self.house.enrolment_code(&self.staff);
        let answer = self.signs_in(&enrolment.signing_key(), Some(code));
        let desk = self.door().enrol(enrolment, &self.let_in(&answer)).expect("enrolled");
        *self.desk.lock().expect("the desk") = Some(desk);
    }

    fn signs_in(&self, key: &SigningKey, code: Option<String>) -> SignInAnswer {
        let agency = self.house.agency.clone();
        let device = self.door().device_of(&agency, &self.staff).expect("the card");
        let request = SignInRequest {
            agency,
            staff: self.staff.clone(),
            password: PASSWORD.to_owned(),
            device: device.map(|(device, _)| device),
            device_key: Exact(key.verifying_key().to_bytes().to_vec()),
            code,
            proof: Proof::default(),
        };
        self.handle.block_on(sync::sign_in(&self.line, request, key)).expect("signed in")
    }

    fn let_in<'a>(&self, answer: &'a SignInAnswer) -> SignedIn<'a> {
        SignedIn {
            agency: self.house.agency.clone(),
            staff: self.staff.clone(),
            password: PASSWORD,
            keyring: None,
            old_password: None,
            password_alone: Accepted::Yes,
            platform: "http://127.0.0.1".to_owned(),
            demo: false,
            answer,
        }
    }

    /// Signs in again with the network, as after a session ran out.
    pub fn signs_in_again(&self) {
        *self.desk.lock().expect("the desk") = None;
        let secrets =
            KeySecrets { password: PASSWORD, old_password: None, keyring: None, share: None };
        let key = self.door().device_key(&self.house.agency, &self.staff, &secrets);
        let answer = self.signs_in(&key.expect("the keys").expect("an enrolled computer"), None);
        let desk = self.door().sign_in(&self.let_in(&answer)).expect("signed in");
        *self.desk.lock().expect("the desk") = Some(desk);
    }

    /// Somebody sits down at the desk.
    pub fn desk(&self) -> AtDesk<'_> {
        AtDesk(self.desk.lock().expect("the desk"))
    }

    /// Quits the program as people do.
    pub fn quits(&self) {
        let desk = self.desk.lock().expect("the desk").take().expect("somebody is signed in");
        desk.lock().expect("locked");
        self.line.road.forget_access();
    }

    /// The program is gone between two instructions.
    pub fn is_killed(&self) {
        drop(self.desk.lock().expect("the desk").take());
        self.line.road.forget_access();
    }

    /// Starts the program and unlocks it without the network.
    pub fn starts(&self) {
        let desk = self.door().unlock(&self.house.agency, &self.staff, PASSWORD, None);
        *self.desk.lock().expect("the desk") = Some(desk.expect("unlocked"));
    }

    /// A copy of everything that this computer holds, as a disk image: the program is quit for it.
    pub fn copied_disk(&self) -> TempDir {
        self.is_killed();
        let copy = tempfile::tempdir().expect("a folder");
        copy_folder(&self.root, copy.path());
        self.starts();
        copy
    }

    /// Puts an older copy in the place of what the computer holds, and starts the program.
    pub fn restored_from(&self, copy: &TempDir) {
        self.is_killed();
        std::fs::remove_dir_all(&self.root).expect("the folder goes");
        copy_folder(copy.path(), &self.root);
        self.starts();
    }

    /// One round of agreement, and what the window does after it.
    pub fn agree(&self) -> Result<(), SyncError> {
        let clock = self.wall.clone();
        let round = sync::round(self, &self.line, move || clock.now(), |_| self.hear());
        self.handle.block_on(round)
    }

    fn hear(&self) {
        if let Some(desk) = self.desk.lock().expect("the desk").as_mut() {
            desk.agreed().expect("what was agreed is laid over");
        }
    }

    /// A round that goes well.
    pub fn agrees(&self) {
        self.agree().expect("a round that goes well");
    }

    /// Opens a case and answers its id.
    pub fn opens(&self, input: OpenCaseInput) -> String {
        self.desk().open_case(input).expect("opened").case
    }

    /// A case as the screen shows it.
    pub fn sees(&self, case: &str) -> CaseView {
        self.desk().show_case(case).expect("a case in sight")
    }

    /// The user's own queue.
    pub fn queue(&self, filter: QueueFilter) -> Vec<QueueRow> {
        let input = QueueInput { filter, offset: 0, limit: 200 };
        self.desk().queue(&input).expect("a queue").rows
    }

    fn waiting(&self) -> WaitingView {
        self.desk().waiting(u32::MAX).expect("what waits")
    }

    /// What is not judged yet.
    pub fn pending(&self) -> Vec<PendingView> {
        self.waiting().pending
    }

    /// What needs attention.
    pub fn attention(&self) -> Vec<AttentionView> {
        self.waiting().attention
    }

    /// The one item that needs attention.
    pub fn one_item(&self) -> AttentionView {
        let mut items = self.attention();
        assert_eq!(items.len(), 1, "one item: {items:?}");
        items.remove(0)
    }

    /// Why the one item needs attention, with its whole text.
    pub fn told(&self) -> (AttentionWhy, String) {
        let item = self.one_item();
        (item.why, item.words.map(|it| it.text).unwrap_or_default())
    }
}
