//! A note from another desk, from the moment it is sent until it lies in this desk's store.

use super::{Scene, Seat, act};
use crate::backlog;
use crate::bare::{BareHttp, Indexed, Ledger, Shelf};
use crate::measure::{Times, Turns, in_turns};
use crate::report::Figure;
use crate::{Fault, Run};
use desk::view::{Act, ActInput};
use domain::CaseId;
use protocol::{Exact, Platform, PushRequest, SignedAction};
use std::time::Instant;
use store::SavedAction;

const ROUNDS: usize = 200;
const BYTES: usize = 1_500;
const NOTE: &str = "راجعت السجل: هذه الشكوى الثالثة من الشارع نفسه خلال شهر.";

pub fn measure(run: &mut Run, scene: &Scene, seat: &Seat) -> Result<(), Fault> {
    if !run.wants(&["news"]) {
        return Ok(());
    }
    let other = other(scene)?;
    let cases = shared(seat)?;
    let mut own = Times::default();
    own.around(|own| {
        for at in 0..ROUNDS {
            let case = &cases[at % cases.len()];
            write(&other, case, at)?;
            let begun = Instant::now();
            push(scene, &other)?;
            scene.authority.round(&seat.lent, &seat.http, &scene.clock)?;
            own.took(begun.elapsed());
            arrived(seat, case, at)?;
            scene.authority.round(&other.lent, &other.http, &scene.clock)?;
        }
        Ok(())
    })?;
    let bare = limit(scene)?;
    // The processor time is that of both desks and of the round that is not timed.
    let figure = Figure::of_times("news", run.n, &own, &bare);
    run.add(figure.against("≤ 3.5 ms p95", |it| it.p95 <= 3.5));
    Ok(())
}

/// Somebody else of the unit, on another computer, who has heard everything.
fn other(scene: &Scene) -> Result<Seat, Fault> {
    let root = scene.folder.join("other");
    let (lent, http) = scene.authority.desk(&root, &scene.clock, (&"anas".into(), 40))?;
    scene.authority.round(&lent, &http, &scene.clock)?;
    Ok(Seat { lent, http })
}

/// Cases that both desks have.
fn shared(seat: &Seat) -> Result<Vec<String>, Fault> {
    let desk = seat.desk()?;
    Ok(act::own_cases(&desk, 20)?.into_iter().map(|it| it.row.case).collect())
}

fn write(seat: &Seat, case: &str, at: usize) -> Result<(), Fault> {
    let mut desk = seat.desk()?;
    let view = desk.show_case(case)?;
    let act = Act::Note { text: format!("{NOTE} {at}"), draft: None };
    desk.act_on_case(ActInput { case: view.row.case, seen: view.seen, act })?;
    Ok(())
}

fn push(scene: &Scene, seat: &Seat) -> Result<(), Fault> {
    let session = seat.session()?;
    let waiting = seat.desk()?.parts().vault.pending()?;
    let store = waiting.first().ok_or("nothing waits")?.store;
    let actions = waiting.into_iter().map(signed).collect();
    let request = PushRequest { device: session.device, store, actions };
    scene.authority.runtime.block_on(seat.http.push(&request))?;
    Ok(())
}

fn signed(saved: SavedAction) -> SignedAction {
    SignedAction {
        header: Exact(saved.action.header),
        body: Some(Exact(saved.action.body)),
        signature: Exact(saved.action.signature),
    }
}

fn arrived(seat: &Seat, case: &str, at: usize) -> Result<(), Fault> {
    let case: CaseId = case.parse().map_err(|_| "no case id")?;
    let note = format!("{NOTE} {at}");
    let events = seat.desk()?.parts().cache.events(case)?;
    let is_there = events
        .iter()
        .rev()
        .any(|it| matches!(&it.event, domain::Event::NoteAdded { text, .. } if *text == note));
    if is_there { Ok(()) } else { Err("the news did not arrive".into()) }
}

/// Two requests, one synced commit of the platform, one commit with both indexes of the desk.
fn limit(scene: &Scene) -> Result<Times, Fault> {
    let mut http = BareHttp::new()?;
    let plain = rusqlite::Connection::open(scene.folder.join("bare_news.db"))?;
    plain.execute_batch(bare_sql!("plain_pragmas"))?;
    let mut ledger = Ledger::new(plain)?;
    let agency = domain::AgencyId::from("waha");
    let computer = crate::computer::Computer::new(&scene.folder, &agency, &backlog::reader(), 98);
    let mut shelf = Shelf::new(computer.bare_new("bare_news_shelf.db")?)?;
    let row = vec![7; BYTES];
    let turns = Turns { blocks: 10, of: 20 };
    let (times, _) = in_turns(
        turns,
        |at| {
            http.ask()?;
            ledger.commit([row.as_slice()])?;
            http.ask()?;
            shelf.put(&[Indexed::new(NOTE.to_owned(), &format!("{NOTE} {at}"))])
        },
        |_| Ok(()),
    )?;
    Ok(times)
}
