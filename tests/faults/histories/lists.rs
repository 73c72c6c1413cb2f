//! Where each action is: in exactly one list, with a receipt or a reason, its letter sent once.

use super::play::{History, Player};
use std::collections::BTreeMap;
use store::Standing;

fn standing(player: &Player, op: &str) -> Option<Standing> {
    let op = op.parse().expect("the id of an action");
    let mut desk = player.computer.desk();
    let saved = desk.parts().vault.action(op).expect("the vault answers");
    saved.map(|it| it.standing)
}

/// After a round that went well: whatever was sent is judged, or waits at the platform for a reason.
pub fn every_sent_action_has_a_receipt_or_a_reason(player: &Player) {
    let sent = player.sent.lock().expect("what was sent").clone();
    for op in sent {
        let standing = standing(player, &op);
        assert!(
            !matches!(standing, Some(Standing::Saved | Standing::Sent)),
            "{}: action {op} was sent and stands as {standing:?} after a round that went well",
            player.name,
        );
    }
}

/// Every action that the desk called saved: accepted, waiting, needing attention, or ended by its user.
pub fn each_saved_action_is_in_one_list(player: &Player) {
    let pending: Vec<String> = player.computer.pending().into_iter().map(|it| it.op).collect();
    let attention: Vec<String> = player.computer.attention().into_iter().map(|it| it.op).collect();
    for op in &player.saved {
        let standing = standing(player, op);
        let lists = [
            pending.contains(op),
            attention.contains(op),
            standing == Some(Standing::Accepted),
            player.ended.contains(op)
                && !pending.contains(op)
                && !(may_come_back(player, op) && attention.contains(op))
                && standing != Some(Standing::Accepted),
        ];
        let count = lists.iter().filter(|it| **it).count();
        assert_eq!(
            count, 1,
            "{}: action {op} stands as {standing:?}; pending, attention, accepted, ended: {lists:?}",
            player.name,
        );
    }
}

/// A restored platform judges again what was refused, and what was taken back on its way may have been
/// refused before: the user is told.
fn may_come_back(player: &Player, op: &String) -> bool {
    player.judged_again || player.taken_back.contains(op)
}

/// One message left for each action and place, whatever was restored or tried again, and every reply
/// that left is one that the case holds.
pub fn no_letter_went_out_twice(history: &History) {
    let mut replies: BTreeMap<(String, String), u32> = BTreeMap::new();
    for case in &history.cases {
        for letter in history.world.letters(case) {
            let key = (case.clone(), format!("{:?} {}", letter.kind, letter.text));
            if !letter.text.is_empty() {
                *replies.entry(key).or_default() += 1;
            }
        }
    }
    for ((case, letter), times) in replies {
        let sent = history.world.events(&case).iter().filter(|it| letter_text(it, &letter)).count();
        assert!(times as usize <= sent.max(1), "case {case}: {letter} left {times} times");
    }
}

fn letter_text(recorded: &domain::Recorded, letter: &str) -> bool {
    let event = serde_json::to_value(&recorded.event).expect("json");
    event["event"] == "reply_sent" && event["text"].as_str().is_some_and(|it| letter.ends_with(it))
}
