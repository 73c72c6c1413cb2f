//! One Arabic word, and every key of some words as they are typed.

use super::Place;
use crate::measure::{Times, Turns, in_turns};
use crate::report::Figure;
use crate::{Fault, Run};
use desk::Desk;
use desk::view::SearchInput;
use domain::text::words;
use rusqlite::{Connection, named_params};

const TURNS: Turns = Turns { blocks: 20, of: 20 };
const KEY_TURNS: Turns = Turns { blocks: 4, of: 5 };
const HITS: usize = 50;
/// Said in about one case of three.
const WORD: &str = "المياه";
/// Common and rare ones, names, two words at once, and one that nobody said.
const TYPED: [&str; 6] =
    ["المياه الرئيسي", "الفاتورة", "سعيد بن ناصر", "Varghese meter", "زرافة مكسورة", "صهريج"];

pub fn measure(run: &mut Run, place: &Place) -> Result<(), Fault> {
    if !run.wants(&["search"]) {
        return Ok(());
    }
    let (own, bare) = in_turns(
        TURNS,
        |_| if ask(&place.desk, WORD)? == HITS { Ok(()) } else { Err("too few hits".into()) },
        |_| newest(&place.bare, &question(WORD, "")),
    )?;
    let figure = Figure::of_times("search", place.n, &own, &bare);
    run.add(figure.against("≤ 2 ms p95", |it| it.p95 <= 2.0));
    let figure = worst_key(place)?;
    run.add(figure.against("typing ≤ 8 ms p95, worst key", |it| it.p95 <= 8.0));
    Ok(())
}

fn worst_key(place: &Place) -> Result<Figure, Fault> {
    let mut worst: Option<(Times, Times)> = None;
    for typed in TYPED {
        for (at, letter) in typed.char_indices().filter(|(_, it)| !it.is_whitespace()) {
            let so_far = &typed[..at + letter.len_utf8()];
            let (own, bare) = in_turns(
                KEY_TURNS,
                |_| ask(&place.desk, so_far).map(|_| ()),
                |_| newest(&place.bare, &question(so_far, " *")),
            )?;
            if worst.as_ref().is_none_or(|it| it.0.percentile(95) < own.percentile(95)) {
                crate::say(&format!("typed «{so_far}»: {:.2} ms p95\n", own.percentile(95)));
                worst = Some((own, bare));
            }
        }
    }
    let (own, bare) = worst.ok_or("nothing was typed")?;
    Ok(Figure::of_times("search, worst key", place.n, &own, &bare))
}

fn ask(desk: &Desk, text: &str) -> Result<usize, Fault> {
    let limit = u32::try_from(HITS)?;
    let view = desk.search(&SearchInput { text: text.to_owned(), limit, open_only: false })?;
    std::hint::black_box(serde_json::to_vec(&view)?);
    Ok(view.hits.len())
}

/// The words of a text as the index is asked for them, the last one going on with `end`.
fn question(text: &str, end: &str) -> String {
    let quoted: Vec<String> = words(text).iter().map(|it| format!("\"{it}\"")).collect();
    format!("{}{end}", quoted.join(" AND "))
}

fn newest(bare: &Connection, question: &str) -> Result<(), Fault> {
    let mut statement = bare.prepare_cached(bare_sql!("search"))?;
    let lines = statement.query_map(named_params! {":match": question}, |row| row.get(0))?;
    let lines: Vec<String> = lines.collect::<Result<_, _>>()?;
    std::hint::black_box(lines);
    Ok(())
}
