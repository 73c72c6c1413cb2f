//! Makes the model of `gate/model` from the labelled replies: logistic regression by gradient descent,
//! in a fixed order, so that the same replies give the same model.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "counts are small, and weights are meant to be cut to what the file holds"
)]

use super::corpus_tests::{is_counted, tuning};
use crate::gate::model::{BITS, COUNTS, counts, rows};

/// Passes over the replies.
const PASSES: u32 = 120;
/// How strongly weights are drawn to nothing.
const CALM: f64 = 1.0 / 4.0;
const STEP: f64 = 0.3;

struct Sample {
    says: bool,
    counts: [f64; COUNTS],
    rows: Vec<u32>,
    each: f64,
}

fn samples() -> Vec<Sample> {
    let read = tuning().read_all();
    let counted = read.iter().filter_map(|(label, reading)| Some((is_counted(label)?, reading)));
    counted
        .map(|(says, reading)| {
            let words: Vec<&str> = reading.plain.iter().map(String::as_str).collect();
            let rows = rows(&words);
            let each = 4.0 / (rows.len().max(1) as f64).sqrt();
            Sample { says, counts: counts(&reading.evidence), rows, each }
        })
        .collect()
}

/// `make tune` runs it; it writes the file that the program is built with.
#[test]
#[ignore = "writes the model"]
fn the_model_is_made() {
    let samples = samples();
    let mut bias = 0.0;
    let mut of_counts = [0.0; COUNTS];
    let mut of_rows = vec![0.0; 1 << BITS];
    let mut squares = vec![1e-8; 1 + COUNTS + (1 << BITS)];
    let calm = CALM / samples.len() as f64;
    for pass in 0..PASSES {
        // A fixed walk that visits every reply once: the stride has no factor in common with most counts.
        for at in 0..samples.len() {
            let sample = &samples[(at * 7_919 + pass as usize) % samples.len()];
            let letters: f64 = sample.rows.iter().map(|row| of_rows[*row as usize]).sum();
            let counted: f64 =
                of_counts.iter().zip(sample.counts).map(|(w, x): (&f64, f64)| w * x).sum();
            let sum: f64 = bias + counted + letters * sample.each;
            let wrong = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(sample.says));
            let mut step = |slot: usize, weight: &mut f64, x: f64, calm: f64| {
                let slope = wrong * x + calm * *weight;
                squares[slot] += slope * slope;
                *weight -= STEP * slope / squares[slot].sqrt();
            };
            step(0, &mut bias, 1.0, 0.0);
            for (place, x) in sample.counts.into_iter().enumerate() {
                step(1 + place, &mut of_counts[place], x, calm);
            }
            for row in &sample.rows {
                let slot = 1 + COUNTS + *row as usize;
                step(slot, &mut of_rows[*row as usize], sample.each, calm);
            }
        }
    }
    let most = of_rows.iter().fold(0.0_f64, |most, it| most.max(it.abs()));
    let unit = most / 127.0;
    let mut file = Vec::new();
    for float in [bias].into_iter().chain(of_counts).chain([unit]) {
        file.extend((float as f32).to_le_bytes());
    }
    file.extend(of_rows.iter().map(|it| ((it / unit).round() as i8).cast_unsigned()));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/gate/model/says.bin");
    std::fs::write(path, file).unwrap();
}
