//! Columns found by their titles.

use super::cells::title_key;
use super::fault::Misfit;

/// The place of a column by its title; `Title#2` is the second of that title. Titles that differ only
/// in marks, spaces or spelling are found when none is the same.
pub(super) fn find_column(header: &[String], name: &str) -> Result<usize, Misfit> {
    let same = |title: &String| title == name;
    let alike = |title: &String| title_key(title) == title_key(name);
    find_one(header, name, same).or_else(|misfit| {
        let is_twice = matches!(misfit, Misfit::ColumnTwice { .. });
        if is_twice { Err(misfit) } else { find_one(header, name, alike) }
    })
}

fn find_one(
    header: &[String],
    name: &str,
    fits: impl Fn(&String) -> bool,
) -> Result<usize, Misfit> {
    let mut places = header.iter().enumerate().filter(|(_, title)| fits(title));
    match (places.next(), places.next()) {
        (Some((index, _)), None) => Ok(index),
        (Some(_), Some(_)) => Err(Misfit::ColumnTwice { column: name.to_owned() }),
        (None, _) => {
            numbered(header, name).ok_or_else(|| Misfit::UnknownColumn { column: name.to_owned() })
        }
    }
}

fn numbered(header: &[String], name: &str) -> Option<usize> {
    let (title, place) = name.rsplit_once('#')?;
    let place: usize = place.parse().ok()?;
    let mut places = header.iter().enumerate().filter(|(_, it)| title_key(it) == title_key(title));
    places.nth(place.checked_sub(1)?).map(|(index, _)| index)
}
