//! Every row of the platform's database, read beside the platform.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeSet;
use stories::world::World;

/// Counters and sessions, which every request may move.
const MOVING: [&str; 5] = ["head", "chain", "access_token", "refresh_token", "block"];

/// All rows of all tables at one moment, each as its table and its columns in text.
pub struct Rows(BTreeSet<(String, String)>);

impl Rows {
    pub fn of(world: &World) -> Self {
        let path = world.house.folder().join("platform.db");
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let connection = Connection::open_with_flags(path, flags).expect("the database opens");
        let mut rows = BTreeSet::new();
        for table in tables(&connection) {
            let query = format!("select * from {table}");
            let mut statement = connection.prepare(&query).expect("a statement");
            let columns = statement.column_count();
            let mut found = statement.query([]).expect("rows");
            while let Some(row) = found.next().expect("a row") {
                let texts: Vec<_> = (0..columns).map(|it| text(row.get_ref_unwrap(it))).collect();
                rows.insert((table.clone(), texts.join(" | ")));
            }
        }
        Self(rows)
    }

    /// Asserts that since then no row was changed or lost, and that new ones came into these tables
    /// only.
    pub fn only_grew(&self, after: &Self, into: &[&str]) {
        let lost: Vec<_> = self.0.difference(&after.0).filter(|it| !is_moving(&it.0)).collect();
        assert!(lost.is_empty(), "changed or lost: {lost:?}");
        let new = after.0.difference(&self.0).filter(|it| !is_moving(&it.0));
        let new: Vec<_> = new.filter(|it| !into.contains(&it.0.as_str())).collect();
        assert!(new.is_empty(), "new: {new:?}");
    }
}

fn is_moving(table: &str) -> bool {
    MOVING.contains(&table)
}

fn tables(connection: &Connection) -> Vec<String> {
    let query = "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'";
    let mut statement = connection.prepare(query).expect("a statement");
    let names = statement.query_map([], |row| row.get(0)).expect("rows");
    names.collect::<Result<_, _>>().expect("names")
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "null".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => format!("{bytes:02x?}"),
    }
}
