//! The size of a message before it is written.

use serde::Serialize;
use std::io::{self, Write};

/// The bytes of a value as JSON, counted without keeping them.
///
/// # Errors
/// As [`serde_json::to_writer`].
pub fn json_bytes(value: &impl Serialize) -> Result<usize, serde_json::Error> {
    let mut counter = Counter(0);
    serde_json::to_writer(&mut counter, value)?;
    Ok(counter.0)
}

struct Counter(usize);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_the_length_of_the_text() {
        for value in ["", "\u{0}\"\\", "نخلة 🚰"] {
            assert_eq!(json_bytes(&value).unwrap(), serde_json::to_string(value).unwrap().len());
        }
    }
}
