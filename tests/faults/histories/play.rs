//! One history: steps of people at desks and of persons on their pages, faults in between, healing at
//! the end. What a rule refuses leaves no trace, so that most answers are of no interest here.

use super::acts::act;
use super::restores::{Copies, go_back};
use super::{lists, powers, sight};
use crate::faults::checker;
use chrono::TimeDelta;
use desk::DeskError;
use desk::view::{Act, AttentionInput, AttentionView, AttentionWay, Saved};
use fastrand::Rng;
use protocol::PlatformError;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use stories::world::{Answered, Asked, Computer, ENROLLED, Fault, World};

/// Steps of one history, at least and at most.
const STEPS: std::ops::RangeInclusive<u32> = 10..=24;
/// Computers that take part.
const COMPUTERS: std::ops::RangeInclusive<usize> = 2..=4;
/// Rounds of answering until nothing needs anybody.
const ROUNDS_MAX: usize = 12;

/// A computer and what its user saw happen.
pub struct Player {
    pub name: &'static str,
    pub computer: Computer,
    /// Every action that the desk called saved.
    pub saved: BTreeSet<String>,
    /// Those that the user let go, took back or answered by another action.
    pub ended: BTreeSet<String>,
    /// Those of them that the user took back.
    pub taken_back: BTreeSet<String>,
    /// The platform went back to a copy since.
    pub judged_again: bool,
    /// What reached the platform in a batch, or may have.
    pub sent: Arc<Mutex<BTreeSet<String>>>,
    /// Every byte that the platform told this computer.
    pub told: Arc<Mutex<String>>,
}

/// The agency's configuration from a number of its sequence on.
pub struct Configured {
    pub from_seq: u64,
    pub config: Value,
}

/// A history while it is played.
pub struct History {
    pub seed: u64,
    pub random: Rng,
    pub world: World,
    pub players: Vec<Player>,
    pub cases: Vec<String>,
    pub configured: Vec<Configured>,
    pub opened: u32,
    pub copies: Copies,
}

/// Plays the history of a seed and checks it.
pub fn history(seed: u64) {
    let mut history = begin(seed);
    let steps = history.random.u32(STEPS);
    for _ in 0..steps {
        step(&mut history);
        let seconds = history.random.i64(0..4_000);
        history.world.advance(TimeDelta::seconds(seconds));
    }
    heal(&mut history);
    check(&history);
}

fn begin(seed: u64) -> History {
    let world = World::copied(seed);
    let mut random = Rng::with_seed(seed);
    let mut names: Vec<&'static str> = ENROLLED.iter().map(|it| it.0).collect();
    random.shuffle(&mut names);
    names.truncate(random.usize(COMPUTERS));
    if !names.iter().any(|it| it.starts_with("marwa")) {
        names.push("marwa");
    }
    let players = names.into_iter().map(|name| player(&world, name)).collect();
    let configured = vec![Configured { from_seq: 0, config: config(&world) }];
    History {
        seed,
        random,
        world,
        players,
        cases: Vec::new(),
        configured,
        opened: 0,
        copies: Copies::default(),
    }
}

fn player(world: &World, name: &'static str) -> Player {
    let computer = world.switched_on(name);
    let player = Player {
        name,
        computer,
        saved: BTreeSet::new(),
        ended: BTreeSet::new(),
        taken_back: BTreeSet::new(),
        judged_again: false,
        sent: Arc::default(),
        told: Arc::default(),
    };
    player.meets(|_| Fault::Pass);
    player
}

pub fn config(world: &World) -> Value {
    let config = world.house.app().book(world.agency()).expect("a configuration");
    serde_json::to_value(&*config).expect("json")
}

impl Player {
    /// From now on calls suffer what the plan says; what is sent and told is noted.
    fn meets(&self, mut plan: impl FnMut(&Asked<'_>) -> Fault + Send + 'static) {
        let (sent, told) = (Arc::clone(&self.sent), Arc::clone(&self.told));
        self.computer.line.fails(move |asked| {
            let fault = plan(asked);
            if let (Asked::Push(request), Fault::Pass | Fault::Twice | Fault::AnswerLost) =
                (asked, &fault)
            {
                let ops = request.actions.iter().filter_map(|it| it.header().ok());
                sent.lock().expect("what was sent").extend(ops.map(|it| it.op.to_string()));
            }
            fault
        });
        self.computer.line.forges(move |answered| {
            let text = match answered {
                Answered::Push(answer) => serde_json::to_string(answer),
                Answered::Verdicts(answer) => serde_json::to_string(answer),
                Answered::Pull(answer) => {
                    serde_json::to_string(&(&answer.items, &answer.keys, answer.progress))
                }
            };
            told.lock().expect("what was told").push_str(&text.expect("json"));
        });
    }

    pub fn keep(&mut self, saved: Result<Saved, DeskError>) -> Option<Saved> {
        let saved = saved.ok()?;
        self.saved.insert(saved.op.clone());
        Some(saved)
    }

    pub fn acts(&mut self, case: &str, act: Act) {
        let saved = self.computer.acts(case, act);
        self.keep(saved);
    }
}

fn step(history: &mut History) {
    let at = history.random.usize(..history.players.len());
    let kind = history.random.u32(..21);
    trace(history, at, kind);
    match kind {
        0..=11 => act(history, at),
        12..=14 => meet(history, at),
        15 => restart(history, at),
        16 => person(history),
        17 => platform(history),
        18 => answer_attention(history, at),
        19 => go_back(history, at),
        _ => revise(history),
    }
}

/// `TRACE=1` prints the steps of a history, to be read beside the code of [`step`].
#[expect(clippy::print_stdout, reason = "asked for by whoever plays one history again")]
fn trace(history: &History, at: usize, kind: u32) {
    if std::env::var_os("TRACE").is_some() {
        println!("step {kind} by {}", history.players[at].name);
    }
}

fn trouble(random: &mut Rng) -> Fault {
    match random.u32(..14) {
        0 => Fault::AnswerLost,
        1 => Fault::Twice,
        2 => Fault::Instead(PlatformError::Unreachable),
        3 => Fault::Instead(PlatformError::Nonsense),
        4 => Fault::Instead(PlatformError::Failed { status: 502 }),
        5 => Fault::Instead(PlatformError::TooMany { retry_after_s: 5 }),
        _ => Fault::Pass,
    }
}

/// A round over a line with faults. One that goes well leaves nothing without a receipt.
fn meet(history: &mut History, at: usize) {
    let mut own = history.random.fork();
    let player = &history.players[at];
    player.meets(move |_| trouble(&mut own));
    if player.computer.agree().is_ok() {
        lists::every_sent_action_has_a_receipt_or_a_reason(player);
    }
    lists::each_saved_action_is_in_one_list(player);
}

fn restart(history: &mut History, at: usize) {
    let player = &history.players[at];
    player.computer.is_killed();
    player.computer.starts();
    lists::each_saved_action_is_in_one_list(player);
}

/// A person answers a decision on their page, or writes.
fn person(history: &mut History) {
    let known: Vec<&String> =
        history.cases.iter().filter(|it| history.world.known_case(it).is_some()).collect();
    let Some(case) = history.random.choice(known).cloned() else { return };
    let world = &history.world;
    world.advance(TimeDelta::seconds(11));
    let letters = world.letters(&case);
    let open = world.case(&case);
    let decided = open.decision.as_ref().is_some_and(|it| !it.disputed)
        && open.stage == domain::case::Stage::Answered
        && letters.last().is_some_and(|it| it.word.is_some());
    if letters.is_empty() {
        return;
    }
    match history.random.u32(..3) {
        0 if decided => world.person_confirms(&case),
        1 if decided => world.person_disputes(&case, "لم يصلني شيء"),
        _ if open.stage != domain::case::Stage::Closed => world.person_writes(&case, "ما الجديد؟"),
        _ => {}
    }
}

/// The platform's own part: letters, the scheduler, a stop and a start.
fn platform(history: &mut History) {
    match history.random.u32(..3) {
        0 => {
            history.world.tick();
        }
        1 => history.world.deliver(),
        _ => {
            history.world.stop();
            history.world.start();
        }
    }
}

fn answer_attention(history: &mut History, at: usize) {
    let random = &mut history.random;
    let player = &mut history.players[at];
    if let Some(item) = player.computer.attention().into_iter().next() {
        settle(random, player, item);
    }
}

/// Lets one item go, or goes on with it where that is offered.
fn settle(random: &mut Rng, player: &mut Player, item: AttentionView) {
    let way = random.choice(item.ways.iter()).copied().expect("a way on");
    let wanted = AttentionInput { op: item.op.clone(), way };
    let answered = player.computer.desk().answer_attention(&wanted);
    if answered.is_err() {
        let let_go = AttentionInput { op: item.op.clone(), way: AttentionWay::Discard };
        player.computer.desk().answer_attention(&let_go).expect("letting go is always possible");
    }
    player.ended.insert(item.op);
}

/// The administrator lowers or restores the handlers' limit.
fn revise(history: &mut History) {
    let minor = if history.random.bool() { 1_000 } else { 5_250 };
    let world = &history.world;
    world.revises(|config| {
        for power in &mut config.powers {
            if power.post == "fleet_agent".into() && power.limit_case.is_some() {
                power.limit_case = Some(stories::world::money(minor));
            }
        }
    });
    let from_seq = world.house.app().last_seq(world.agency()).expect("a number");
    history.configured.push(Configured { from_seq, config: config(world) });
}

/// After healing: everybody answers what needs them, until nothing does and all have heard it.
fn heal(history: &mut History) {
    if history.copies.signed_out {
        for player in &history.players {
            player.meets(|_| Fault::Pass);
            player.computer.signs_in_again();
        }
    }
    for _ in 0..ROUNDS_MAX {
        // A body that did not pass is offered again after some minutes.
        history.world.advance(TimeDelta::minutes(11));
        let mut settled = 0;
        for player in &mut history.players {
            player.meets(|_| Fault::Pass);
            player.computer.agrees();
            lists::every_sent_action_has_a_receipt_or_a_reason(player);
            for item in player.computer.attention() {
                settle(&mut history.random, player, item);
                settled += 1;
            }
        }
        let waits = history.players.iter().any(|it| !it.computer.pending().is_empty());
        if settled == 0 && !waits {
            break;
        }
    }
    for player in &history.players {
        player.computer.agrees();
    }
}

fn check(history: &History) {
    history.world.advance(TimeDelta::seconds(11));
    history.world.deliver();
    for player in &history.players {
        let seed = history.seed;
        assert!(
            player.computer.attention().is_empty(),
            "seed {seed}: {:?}",
            player.computer.attention()
        );
        assert!(
            player.computer.pending().is_empty(),
            "seed {seed}: {:?}",
            player.computer.pending()
        );
        lists::each_saved_action_is_in_one_list(player);
    }
    checker::the_sequence_is_gapless(&history.world);
    checker::the_state_is_the_sum_of_what_happened(&history.world);
    powers::nothing_was_granted_without_power(history);
    sight::each_computer_holds_what_its_user_may_see(history);
    sight::the_accused_and_strangers_were_told_nothing(history);
    lists::no_letter_went_out_twice(history);
}
