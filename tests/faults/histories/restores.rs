//! Disks that go back: the platform's, put in place of what came after it, and a desk's.

use super::play::{Configured, History, Player, config};
use tempfile::TempDir;

/// Copies that were made on the way.
#[derive(Default)]
pub struct Copies {
    platform: Vec<TempDir>,
    /// Of the player at this place.
    desks: Vec<(usize, TempDir)>,
    /// Sessions that a copy no longer knows: their users sign in again.
    pub signed_out: bool,
}

/// Makes a copy, or goes back to one.
pub fn go_back(history: &mut History, at: usize) {
    match history.random.u32(..4) {
        0 => copy_platform(history),
        1 => {
            let disk = history.players[at].computer.copied_disk();
            history.copies.desks.push((at, disk));
        }
        2 => restore_platform(history),
        _ => restore_desk(history),
    }
}

fn copy_platform(history: &mut History) {
    history.world.stop();
    history.copies.platform.push(history.world.house.back_up());
    history.world.start();
}

/// Everything that happened since the copy is gone at the platform, and adopted by an operator.
fn restore_platform(history: &mut History) {
    let Some(copy) = history.copies.platform.pop() else { return };
    history.world.stop();
    history.world.house.restore(copy.path());
    history.world.start();
    let last = history.world.house.app().last_seq(history.world.agency()).expect("a number");
    history.configured.retain(|it| it.from_seq <= last);
    let config = config(&history.world);
    history.configured.push(Configured { from_seq: last, config });
    history.copies.signed_out = true;
    for player in &mut history.players {
        player.judged_again = true;
        player.sent.lock().expect("what was sent").clear();
    }
}

/// What was saved on a disk since the copy was made, and never sent, went with the disk.
fn restore_desk(history: &mut History) {
    let Some((at, copy)) = history.copies.desks.pop() else { return };
    let player = &mut history.players[at];
    player.computer.restored_from(&copy);
    history.copies.signed_out = true;
    player.ended.clear();
    player.sent.lock().expect("what was sent").clear();
    let saved = std::mem::take(&mut player.saved);
    player.saved = saved.into_iter().filter(|op| is_here(player, op)).collect();
}

fn is_here(player: &Player, op: &str) -> bool {
    let op = op.parse().expect("the id of an action");
    let mut desk = player.computer.desk();
    desk.parts().vault.action(op).expect("the vault answers").is_some()
}
