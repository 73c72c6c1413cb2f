//! The person and their cases by six digits of a phone.

use super::Place;
use crate::measure::{Turns, in_turns};
use crate::report::Figure;
use crate::{Fault, Run};
use rusqlite::named_params;

const TURNS: Turns = Turns { blocks: 10, of: 50 };
const DIGITS: usize = 6;

pub fn measure(run: &mut Run, place: &Place) -> Result<(), Fault> {
    if !run.wants(&["intake"]) {
        return Ok(());
    }
    let phones = &place.known.phones;
    let keys = keys(place)?;
    let (own, bare) = in_turns(
        TURNS,
        |at| {
            let phone = &phones[at % phones.len()];
            let view = place.desk.lookup(&phone[phone.len() - DIGITS..])?;
            std::hint::black_box(serde_json::to_vec(&view)?);
            if view.persons.is_empty() { Err("nobody was found".into()) } else { Ok(()) }
        },
        |at| {
            let key = keys[at % keys.len()];
            let mut statement = place.bare.prepare_cached(bare_sql!("intake"))?;
            let rows = statement.query_map(named_params! {":key": key}, |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })?;
            std::hint::black_box(rows.collect::<Result<Vec<_>, _>>()?);
            Ok(())
        },
    )?;
    let figure = Figure::of_times("intake", place.n, &own, &bare);
    run.add(figure.against("≤ 2 ms p95", |it| it.p95 <= 2.0));
    Ok(())
}

/// A key of each person that is asked for.
fn keys(place: &Place) -> Result<Vec<i64>, Fault> {
    let mut statement = place.bare.prepare(bare_sql!("key_of_person"))?;
    let keys = place.known.long.iter().map(|case| {
        statement.query_row(named_params! {":id": case.0.into_bytes()}, |row| row.get(0))
    });
    Ok(keys.collect::<Result<_, _>>()?)
}
