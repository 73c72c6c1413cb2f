//! A walk at random through acts and faults: whatever came before, after healing all agree.

use super::checker;
use chrono::TimeDelta;
use desk::view::{Act, AttentionInput, AttentionView, AttentionWay};
use fastrand::Rng;
use protocol::PlatformError;
use stories::world::{Computer, Fault, World, call, late_bus, note, progress, refund};

/// Walks, each from a seed of its own.
const SEEDS: u64 = 2;
/// Steps of one walk.
const STEPS: u32 = 40;
/// Rounds of answering until nothing needs anybody.
const ROUNDS_MAX: usize = 12;

/// One step of somebody. What a rule refuses leaves no trace, so its answer is of no interest here.
fn step(random: &mut Rng, computer: &Computer, cases: &mut Vec<String>, n: u32) {
    let case = random.choice(cases.iter()).cloned();
    let Some(case) = case.filter(|it| computer.desk().show_case(it).is_ok()) else {
        cases.push(computer.opens(late_bus(n)));
        return;
    };
    let view = computer.sees(&case);
    match random.u32(..9) {
        0 => cases.push(computer.opens(late_bus(n))),
        1 => drop(computer.acts(&case, Act::Take)),
        2 => drop(computer.acts(&case, note(&format!("ملاحظة {n}")))),
        3 => drop(computer.acts(&case, call("ما الجديد؟"))),
        4 => {
            let text = format!("تحققنا من سجل الحافلة رقم 12 اليوم، البلاغ {n}.");
            drop(computer.desk().send_reply(progress(&view, &text)));
        }
        5 => drop(computer.desk().decide_case(refund(&view, i64::from(n) + 1_000))),
        6 => drop(computer.desk().request_approval(refund(&view, i64::from(n) + 9_000))),
        7 => drop(computer.acts(&case, Act::Release { because: "نهاية الوردية".into() })),
        _ => {
            if let Some(approval) = view.approvals.last() {
                let input = desk::view::ApprovalInput {
                    case: case.clone(),
                    approval: approval.approval.clone(),
                    revision: approval.revision,
                    seen: view.seen.clone(),
                    answer: desk::view::ApprovalAnswer::Approve,
                };
                drop(computer.desk().answer_approval(input));
            }
        }
    }
}

fn trouble(random: &mut Rng) -> Fault {
    match random.u32(..8) {
        0 => Fault::AnswerLost,
        1 => Fault::Twice,
        2 => Fault::Instead(PlatformError::Unreachable),
        3 => Fault::Instead(PlatformError::Nonsense),
        4 => Fault::Instead(PlatformError::Failed { status: 502 }),
        _ => Fault::Pass,
    }
}

fn meets(random: &mut Rng, computer: &Computer) {
    let mut own = random.fork();
    computer.line.fails(move |_| trouble(&mut own));
    let _ = computer.agree();
    if random.u32(..4) == 0 {
        computer.is_killed();
        computer.starts();
    }
}

/// Lets one item go, or confirms it where the rules let it go on.
fn settles(random: &mut Rng, computer: &Computer, item: AttentionView) {
    let way = if random.bool() { AttentionWay::Confirm } else { AttentionWay::Discard };
    let wanted = AttentionInput { op: item.op.clone(), way };
    if !item.ways.contains(&way) || computer.desk().answer_attention(&wanted).is_err() {
        let let_go = AttentionInput { op: item.op, way: AttentionWay::Discard };
        computer.desk().answer_attention(&let_go).expect("letting go is always possible");
    }
}

/// After healing: everybody answers what needs them, until nothing does and all have heard it.
fn heals(random: &mut Rng, computers: &[&Computer]) {
    for _ in 0..ROUNDS_MAX {
        let mut settled = 0;
        for computer in computers {
            computer.line.heals();
            computer.agrees();
            for item in computer.attention() {
                settles(random, computer, item);
                settled += 1;
            }
        }
        if settled == 0 {
            break;
        }
    }
    for computer in computers {
        computer.agrees();
    }
}

fn walk(seed: u64) {
    let world = World::new();
    let mut random = Rng::with_seed(seed);
    let owned = [
        world.computer("marwa"),
        world.second_computer("marwa"),
        world.computer("qais"),
        world.computer("hilal"),
    ];
    let computers: Vec<&Computer> = owned.iter().collect();
    let mut cases = Vec::new();
    for n in 0..STEPS {
        let computer = *random.choice(computers.iter()).expect("computers");
        step(&mut random, computer, &mut cases, n);
        world.advance(TimeDelta::seconds(random.i64(0..400)));
        if random.u32(..3) == 0 {
            meets(&mut random, computer);
        }
    }
    heals(&mut random, &computers);
    for computer in &computers {
        assert!(computer.attention().is_empty(), "seed {seed}: {:?}", computer.attention());
        assert!(computer.pending().is_empty(), "seed {seed}: {:?}", computer.pending());
    }
    checker::all_is_well(&world, &computers);
}

#[test]
fn after_any_walk_and_healing_all_agree_and_nothing_waits() {
    for seed in 0..SEEDS {
        walk(seed);
    }
}
