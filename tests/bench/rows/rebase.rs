//! The overlay of 5,000 pending actions made anew, as at every start.

use super::{Place, act};
use crate::bare::{Indexed, Shelf};
use crate::measure::{Turns, in_turns};
use crate::report::Figure;
use crate::{Fault, Run};
use desk::view::{Act, ActInput};
use std::cell::RefCell;

const TURNS: Turns = Turns { blocks: 4, of: 1 };
const PENDING: usize = 5_000;
const NOTE: &str = "اتصلت بالفريق الميداني: المواد متوفرة، والموعد مؤكد، ورقم أمر العمل";

pub fn measure(run: &mut Run, place: &mut Place) -> Result<(), Fault> {
    if !run.wants(&["rebase"]) {
        return Ok(());
    }
    let desk = RefCell::new(&mut place.desk);
    fill(&mut desk.borrow_mut())?;
    let mut shelf = Shelf::new(place.computer.bare_new("bare_rebase.db")?)?;
    let (own, bare) = in_turns(
        TURNS,
        |_| Ok(desk.borrow_mut().agreed()?),
        |_| {
            let texts: Vec<Indexed> =
                (0..PENDING).map(|at| Indexed::new(note(at), &note(at))).collect();
            shelf.put(&texts)
        },
    )?;
    let figure = Figure::of_times("rebase 5,000", place.n, &own, &bare).in_seconds();
    run.add(figure.against("≤ 1 s", |it| it.p95 <= 1.0));
    Ok(())
}

fn note(at: usize) -> String {
    format!("{NOTE} {at}")
}

/// Notes on the reader's own cases, in turn.
fn fill(desk: &mut desk::Desk) -> Result<(), Fault> {
    let waiting = desk.parts().vault.pending()?.len();
    let views = act::own_cases(desk, 100)?;
    for at in waiting..PENDING {
        let view = &views[at % views.len()];
        let act = Act::Note { text: note(at), draft: None };
        desk.act_on_case(ActInput { case: view.row.case.clone(), seen: view.seen.clone(), act })?;
    }
    Ok(())
}
