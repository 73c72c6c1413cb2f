//! A backlog in the form of New York's open record, row by row through the rules.

use crate::authority;
use crate::bare::Ledger;
use crate::clock::Clock;
use crate::measure::Times;
use crate::report::Figure;
use crate::{Fault, Run};
use platform::import::{BATCH_ROWS, Map, import};
use std::fmt::Write as _;
use std::path::Path;

const RUNS: usize = 2;
const HEADER: &str = "Unique Key,Created Date,Closed Date,Agency,Agency Name,Complaint Type,\
Descriptor,Location Type,Incident Zip,Incident Address,Street Name,Cross Street 1,Cross Street 2,\
Intersection Street 1,Intersection Street 2,Address Type,City,Landmark,Facility Type,Status,Due Date,\
Resolution Action Updated Date,Community Board,Borough,X Coordinate (State Plane),\
Y Coordinate (State Plane),Park Facility Name,Park Borough,Latitude,Longitude,Location";
const KINDS: [(&str, &str, &str); 4] = [
    ("DSNY", "Dead Animal", "Cat"),
    ("DSNY", "Dead Animal", "Raccoon"),
    ("NYPD", "Animal-Abuse", "Neglected"),
    ("DOHMH", "Rodent", "Rat Sighting"),
];
/// What a row leaves behind: its action, its events, its state.
const BYTES: usize = 4_000;

pub fn measure(run: &mut Run, folder: &Path) -> Result<(), Fault> {
    std::fs::create_dir_all(folder)?;
    let file = file(run.n)?;
    let (mut own, mut bare) = (Times::default(), Times::default());
    for turn in 0..RUNS {
        enter(&folder.join(turn.to_string()), &file, run.n, &mut own)?;
        let plain = rusqlite::Connection::open(folder.join(format!("bare{turn}.db")))?;
        plain.execute_batch(bare_sql!("plain_pragmas"))?;
        let mut ledger = Ledger::new(plain)?;
        let row = vec![7; BYTES];
        bare.time(|| {
            let batches = run.n.div_ceil(BATCH_ROWS);
            (0..batches).try_for_each(|_| ledger.commit((0..BATCH_ROWS).map(|_| row.as_slice())))
        })?;
    }
    let figure = Figure::of_rate("import", run.n, run.n, &own, &bare);
    run.add(figure.against("≥ 3,000/s with rules", |it| it.value >= 3_000.0));
    Ok(())
}

fn enter(dir: &Path, file: &str, n: usize, own: &mut Times) -> Result<(), Fault> {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/platform");
    let book = platform::setup::read_book(&demo.join("demo"));
    let book = book.map_err(|faults| format!("{} faults in the demo", faults.len()))?;
    let app = authority::open(dir, &Clock::new())?;
    app.put_book(&book)?;
    let map = std::fs::read_to_string(demo.join("mappings/nyc311.toml"))?;
    let map: Map = toml::from_str(&map)?;
    let mut entered = 0;
    own.block(0..1, |_| {
        entered = import(&app, map.clone(), "made.csv", file.as_bytes())?.entered;
        Ok(())
    })?;
    if usize::try_from(entered)? == n {
        Ok(())
    } else {
        Err(format!("{entered} rows entered").into())
    }
}

/// Rows over a year, four of five closed, as in the record itself.
fn file(n: usize) -> Result<String, Fault> {
    let mut random = fastrand::Rng::with_seed(311);
    let mut text = String::from(HEADER);
    for row in 0..n {
        let (agency, kind, descriptor) = KINDS[random.usize(..KINDS.len())];
        let (month, day) = (random.u8(1..=12), random.u8(1..=27));
        let is_closed = random.u8(..5) > 0;
        let closed =
            if is_closed { format!("{month}/{}/2025 14:30", day + 1) } else { String::new() };
        let status = if is_closed { "Closed" } else { "In Progress" };
        let house = random.u16(1..999);
        write!(
            text,
            "\n{},{month}/{day}/2025 9:15,{closed},{agency},Department,{kind},{descriptor},Street,\
             11207,{house} COZINE AVENUE,COZINE AVENUE,,,,,ADDRESS,BROOKLYN,,,{status},,,05 BROOKLYN,\
             BROOKLYN,,,,,,,",
            64_000_000 + row,
        )?;
    }
    Ok(text)
}
