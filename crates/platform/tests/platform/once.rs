//! No message twice: random histories of answers, crashes, commands beside, retries and restarts.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{World, is_accepted};
use chrono::TimeDelta;
use domain::OpId;
use domain::case::LetterFault;
use platform::sender::{Delivery, MemorySender, OutgoingMessage, Sender};
use platform::{App, Config, system_clock, system_random};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Histories in one run; `SEEDS=` asks for more.
const HISTORIES: u64 = 40;
const STEPS: usize = 12;

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        let hash = blake3::hash(&self.0.to_le_bytes());
        self.0 = u64::from_le_bytes(hash.as_bytes()[..8].try_into().expect("eight bytes"));
        self.0 % limit
    }
}

/// A provider of moods, with the number of times that it took each message.
struct Provider {
    dice: Mutex<Dice>,
    folder: PathBuf,
    /// Where a copy is made when the power is cut in the middle of a hand-over.
    copy: Mutex<Option<PathBuf>>,
    taken: Mutex<BTreeMap<String, u32>>,
}

impl Sender for Provider {
    fn deliver(&self, message: OutgoingMessage) -> Delivery {
        let mut dice = self.dice.lock().expect("dice");
        if let Some(copy) = self.copy.lock().expect("copy").take() {
            copied(&self.folder, &copy);
        }
        if dice.below(4) == 0 {
            let beside = App::open(Config::new(&self.folder), system_clock(), system_random());
            let beside = beside.expect("a command beside");
            beside.deliver_due(&MemorySender::default()).expect("nothing to do");
        }
        let take = || {
            *self.taken.lock().expect("taken").entry(message.slot()).or_default() += 1;
        };
        match dice.below(6) {
            0 => Delivery::Later,
            1 => Delivery::Failed(LetterFault::Refused),
            2 => {
                take();
                Delivery::Uncertain
            }
            3 => {
                take();
                panic!("a fault of the sender")
            }
            _ => {
                take();
                Delivery::HandedOver
            }
        }
    }
}

pub fn copied(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("folder") {
        let path = entry.expect("file").path();
        let target = to.join(path.file_name().expect("name"));
        if path.is_file() {
            std::fs::copy(&path, target).expect("copied");
        } else {
            std::fs::create_dir_all(&target).expect("folder");
            copied(&path, &target);
        }
    }
}

fn queue(world: &World) {
    let mut desk = world.desk("huda");
    let (case, open) = world.late_bus();
    assert!(is_accepted(&desk.does(case, &open)));
}

/// Plays one history. A message is taken once, and once more for each time that somebody sent it
/// again while it was uncertain.
fn play(seed: u64) {
    let mut dice = Dice(seed);
    let mut world = World::new();
    let mut taken = BTreeMap::new();
    let mut allowed: BTreeMap<(OpId, u16), u32> = BTreeMap::new();
    for _ in 0..STEPS {
        match dice.below(4) {
            0 => queue(&world),
            1 => retry_one(&world, &mut dice, &mut allowed),
            2 => world = world.restart(),
            _ => {}
        }
        world.pass(TimeDelta::minutes(i64::try_from(dice.below(90)).expect("few")));
        let cut = (dice.below(3) == 0).then(|| tempfile::tempdir().expect("folder"));
        let provider = Provider {
            dice: Mutex::new(Dice(dice.below(u64::MAX))),
            folder: world.dir.path().to_owned(),
            copy: Mutex::new(cut.as_ref().map(|it| it.path().to_owned())),
            taken: Mutex::new(std::mem::take(&mut taken)),
        };
        if let Some(copy) = cut {
            one_then_cut(&world, &provider);
            let was_cut = provider.copy.lock().expect("copy").is_none();
            taken = provider.taken.into_inner().expect("taken");
            if was_cut {
                world = world.moved_to(copy);
            }
        } else {
            world.app.deliver_due(&provider).expect("delivered");
            taken = provider.taken.into_inner().expect("taken");
        }
        for (slot, times) in &taken {
            let limit = 1 + allowed.get(&id_of(slot)).copied().unwrap_or_default();
            assert!(*times <= limit, "{slot} was taken {times} times, seed {seed}");
        }
    }
}

/// A run whose power is cut during its first message: what it would have done after is not done.
fn one_then_cut(world: &World, provider: &Provider) {
    struct First<'a>(&'a Provider, Mutex<bool>);
    impl Sender for First<'_> {
        fn deliver(&self, message: OutgoingMessage) -> Delivery {
            let mut is_cut = self.1.lock().expect("cut");
            if *is_cut {
                return Delivery::Later;
            }
            *is_cut = true;
            drop(is_cut);
            self.0.deliver(message)
        }
    }
    world.app.deliver_due(&First(provider, Mutex::new(false))).expect("delivered");
}

/// An administrator sends one again that did not arrive, or may not have.
fn retry_one(world: &World, dice: &mut Dice, allowed: &mut BTreeMap<(OpId, u16), u32>) {
    let state = if dice.below(2) == 0 { "failed" } else { "uncertain" };
    let lines = world.app.letters(&world.agency, state, 100).expect("list");
    let Some(line) = lines.first() else { return };
    let acted = world.app.retry_letter(&world.agency, line.id).expect("asked");
    assert!(acted.is_some(), "a listed message is known");
    if state == "uncertain" {
        *allowed.entry((line.id.op, line.id.n)).or_default() += 1;
    }
}

fn id_of(slot: &str) -> (OpId, u16) {
    let mut parts = slot.split('.');
    let op = parts.next().expect("an action").parse().expect("an id");
    let n = parts.next().expect("a place").parse().expect("a number");
    (op, n)
}

#[test]
fn no_message_is_taken_twice_unless_somebody_sent_an_uncertain_one_again() {
    let asked = std::env::var("SEEDS").ok().and_then(|it| it.parse().ok());
    for seed in 0..asked.unwrap_or(HISTORIES) {
        play(seed);
    }
}
