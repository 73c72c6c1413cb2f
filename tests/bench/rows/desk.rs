//! The first 50 of the queue with their reasons, as the window gets them.

use super::Place;
use crate::measure::{Turns, in_turns};
use crate::report::Figure;
use crate::{Fault, Run, backlog};
use desk::Desk;
use desk::view::{QueueFilter, QueueInput};
use rusqlite::{Connection, named_params};

const TURNS: Turns = Turns { blocks: 20, of: 20 };
const ROWS: usize = 50;

pub fn measure(run: &mut Run, place: &Place) -> Result<(), Fault> {
    if !run.wants(&["desk"]) {
        return Ok(());
    }
    let reader = backlog::reader();
    let mine = named_params! {":owner": reader.as_str()};
    let (own, bare) = in_turns(
        TURNS,
        |_| page(&place.desk, QueueFilter::Mine),
        |_| fifty(&place.bare, bare_sql!("queue"), mine),
    )?;
    let target = "≤ 1 ms p95, ≤ 10 × limit";
    let is_met =
        |it: &Figure| it.p95 <= 1.0 && it.limit.is_some_and(|limit| it.p50 <= 10.0 * limit);
    run.add(Figure::of_times("desk", place.n, &own, &bare).against(target, is_met));
    let unit = named_params! {":unit": "water"};
    let (own, bare) = in_turns(
        TURNS,
        |_| page(&place.desk, QueueFilter::Unit),
        |_| fifty(&place.bare, bare_sql!("unit_queue"), unit),
    )?;
    run.add(Figure::of_times("desk, whole unit", place.n, &own, &bare).against(target, is_met));
    Ok(())
}

fn page(desk: &Desk, filter: QueueFilter) -> Result<(), Fault> {
    let limit = u32::try_from(ROWS)?;
    let view = desk.queue(&QueueInput { filter, offset: 0, limit })?;
    std::hint::black_box(serde_json::to_vec(&view)?);
    enough(view.rows.len())
}

fn fifty(
    bare: &Connection,
    statement: &str,
    params: &[(&str, &dyn rusqlite::ToSql)],
) -> Result<(), Fault> {
    let mut statement = bare.prepare_cached(statement)?;
    let rows = statement.query_map(params, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows: Vec<(String, Option<String>)> = rows.collect::<Result<_, _>>()?;
    enough(rows.len())
}

fn enough(rows: usize) -> Result<(), Fault> {
    if rows == ROWS { Ok(()) } else { Err(format!("{rows} rows in the queue").into()) }
}
