//! Keys that mean nothing: what stands in a file and would not be written back.
//!
//! The book's types ignore what they don't know, because an old desk must read a newer platform's
//! book. In a file that a person wrote, such a key is a slip of the pen: `celing_hours` would leave a
//! vital service without its ceiling.

use super::place::Step;
use toml::Value;

/// The ways to every key of `written` that `read` (the same file, written back) does not hold.
#[must_use]
pub fn unknown_keys(written: &Value, read: &Value) -> Vec<Vec<Step>> {
    let mut found = Vec::new();
    compare(written, read, &mut Vec::new(), &mut found);
    found
}

fn compare(written: &Value, read: &Value, way: &mut Vec<Step>, found: &mut Vec<Vec<Step>>) {
    match (written, read) {
        (Value::Table(written), Value::Table(read)) => {
            for (key, value) in written {
                way.push(Step::Key(key.clone()));
                match read.get(key) {
                    Some(known) => compare(value, known, way, found),
                    None if !is_empty(value) => found.push(way.clone()),
                    None => {}
                }
                way.pop();
            }
        }
        (Value::Array(written), Value::Array(read)) => {
            for (index, (value, known)) in written.iter().zip(read).enumerate() {
                way.push(Step::Index(index));
                compare(value, known, way, found);
                way.pop();
            }
        }
        _ => {}
    }
}

/// An empty table says nothing, so it is not worth a fault.
fn is_empty(value: &Value) -> bool {
    value.as_table().is_some_and(toml::Table::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_found_at_any_depth() {
        let written = toml::toml! {
            name = "x"
            list = [{ a = 1 }, { a = 2, b = 3 }]
            [deep.deeper]
            celing = 4
        };
        let read = toml::toml! {
            name = "x"
            list = [{ a = 1 }, { a = 2 }]
            [deep.deeper]
            ceiling = 4
        };
        let found = unknown_keys(&Value::Table(written), &Value::Table(read));
        let found: Vec<String> = found.iter().map(|way| super::super::place::dotted(way)).collect();
        assert_eq!(found, ["deep.deeper.celing", "list.2.b"]);
    }
}
