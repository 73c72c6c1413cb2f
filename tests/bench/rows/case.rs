//! A case of 30 messages opened: story, timeline, powers, all that its screen shows.

use super::Place;
use crate::measure::{Turns, in_turns};
use crate::report::Figure;
use crate::{Fault, Run};
use rusqlite::named_params;

const TURNS: Turns = Turns { blocks: 10, of: 50 };

pub fn measure(run: &mut Run, place: &Place) -> Result<(), Fault> {
    if !run.wants(&["case"]) {
        return Ok(());
    }
    let long = &place.known.long;
    let (own, bare) = in_turns(
        TURNS,
        |at| {
            let view = place.desk.show_case(&long[at % long.len()].to_string())?;
            std::hint::black_box(serde_json::to_vec(&view)?);
            if view.timeline.len() < 30 {
                return Err(format!("a timeline of {}", view.timeline.len()).into());
            }
            Ok(())
        },
        |at| {
            let id = long[at % long.len()].0.into_bytes();
            let mut statement = place.bare.prepare_cached(bare_sql!("case"))?;
            let events = statement.query_map(named_params! {":id": id}, |row| row.get(0))?;
            let events: Vec<String> = events.collect::<Result<_, _>>()?;
            std::hint::black_box(events);
            Ok(())
        },
    )?;
    let figure = Figure::of_times("case", place.n, &own, &bare);
    run.add(figure.against("≤ 0.5 ms p95 at 30 messages", |it| it.p95 <= 0.5));
    Ok(())
}
