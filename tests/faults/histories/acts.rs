//! What people do at their desks, each drawn at random.

use super::play::{History, Player};
use desk::view::{Act, ApprovalAnswer, CaseView, OpenCaseInput};
use domain::ReviewOutcome;
use fastrand::Rng;
use stories::world::{call, late_bus, none_because, note, progress, refund};

/// Somebody does something on a case of theirs, or opens one.
pub fn act(history: &mut History, at: usize) {
    let History { random, cases, players, opened, .. } = history;
    let player = &mut players[at];
    let in_sight: Vec<&String> =
        cases.iter().filter(|it| player.computer.desk().show_case(it).is_ok()).collect();
    let case = random.choice(in_sight).cloned();
    let Some(case) = case.filter(|_| random.u32(..5) > 0) else {
        *opened += 1;
        let input = brought(random, *opened);
        let saved = player.computer.desk().open_case(input);
        if let Some(saved) = player.keep(saved) {
            cases.push(saved.case);
        }
        return;
    };
    on_case(random, player, &case, *opened);
}

/// What a caller brings: mostly plain, sometimes about an official, sometimes confidential.
fn brought(random: &mut Rng, n: u32) -> OpenCaseInput {
    let plain = late_bus(n);
    match random.u32(..6) {
        0 => OpenCaseInput { accused: Some("qais".into()), ..plain },
        1 => OpenCaseInput { confidential: true, ..plain },
        2 => OpenCaseInput { take: false, ..plain },
        _ => plain,
    }
}

fn on_case(random: &mut Rng, player: &mut Player, case: &str, n: u32) {
    let view = player.computer.sees(case);
    match random.u32(..16) {
        0 => player.acts(case, Act::Take),
        1 => player.acts(case, note(&format!("ملاحظة {n}"))),
        2 => player.acts(case, call("ما الجديد؟")),
        3 => player.acts(case, Act::Release { because: "نهاية الوردية".into() }),
        4 => player.acts(case, Act::Assign { to: "qais".into() }),
        5 => player.acts(
            case,
            Act::Heard { solved: random.bool(), text: "قال ذلك في مكالمة".into() },
        ),
        6 => review(random, player, case),
        7 => take_back(random, player),
        8 | 9 => {
            let text = format!("تحققنا من سجل الحافلة رقم 12 اليوم، البلاغ {n}.");
            let saved = player.computer.desk().send_reply(progress(&view, &text));
            player.keep(saved);
        }
        10 | 11 => {
            let saved = player.computer.desk().decide_case(refund(&view, random.i64(500..7_000)));
            player.keep(saved);
        }
        12 => {
            let saved =
                player.computer.desk().decide_case(none_because(&view, "مرت الحافلة في موعدها"));
            player.keep(saved);
        }
        13 => {
            let saved =
                player.computer.desk().request_approval(refund(&view, random.i64(4_000..90_000)));
            player.keep(saved);
        }
        _ => answer_approval(random, player, &view),
    }
}

fn review(random: &mut Rng, player: &mut Player, case: &str) {
    let outcome = if random.bool() { ReviewOutcome::Upheld } else { ReviewOutcome::Overturned };
    player.acts(case, Act::Review { outcome, reasons: "راجعت السجل والرسالة".into() });
}

fn take_back(random: &mut Rng, player: &mut Player) {
    let ops: Vec<String> = player.saved.difference(&player.ended).cloned().collect();
    if let Some(op) = random.choice(ops) {
        let saved = player.computer.desk().take_back(&op);
        if player.keep(saved).is_some() {
            player.taken_back.insert(op.clone());
            player.ended.insert(op);
        }
    }
}

fn answer_approval(random: &mut Rng, player: &mut Player, view: &CaseView) {
    if view.approvals.is_empty() {
        return;
    }
    let answer = match random.u32(..5) {
        0 => ApprovalAnswer::Refuse { reasons: "لا سند في الشروط".into() },
        1 => ApprovalAnswer::Return { note: "أضف الإيصال".into() },
        2 => ApprovalAnswer::Recall,
        _ => ApprovalAnswer::Approve,
    };
    let saved = player.computer.answers(&view.row.case, answer);
    player.keep(saved);
}
