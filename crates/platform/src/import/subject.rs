//! What stands for the subject of a row that has no words of its own.

use super::fault::Misfit;
use super::map::SubjectFromForm;

/// Parts of text and columns, each column by its place.
#[derive(Debug, Default)]
pub struct SubjectForm {
    parts: Vec<Vec<Piece>>,
    join: String,
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Column(usize),
    Label,
}

impl SubjectForm {
    /// Reads the parts; `column` finds the place of a title.
    pub fn parse(
        form: &SubjectFromForm,
        column: impl Fn(&str) -> Result<usize, Misfit>,
    ) -> Result<Self, Vec<Misfit>> {
        let mut misfits = Vec::new();
        let mut parts = Vec::new();
        for part in &form.parts {
            match pieces(part, &column) {
                Ok(pieces) => parts.push(pieces),
                Err(misfit) => misfits.push(misfit),
            }
        }
        if parts.is_empty() && misfits.is_empty() {
            misfits.push(Misfit::Nothing { key: "subject.parts".to_owned() });
        }
        if misfits.is_empty() { Ok(Self { parts, join: form.join.clone() }) } else { Err(misfits) }
    }

    /// The subject of a row. A part in which any column is empty is left out.
    #[must_use]
    pub fn fill<'a>(&self, label: &'a str, field: impl Fn(usize) -> &'a str) -> String {
        let filled: Vec<String> =
            self.parts.iter().filter_map(|part| fill_part(part, label, &field)).collect();
        filled.join(&self.join)
    }
}

fn fill_part<'a>(
    part: &[Piece],
    label: &'a str,
    field: impl Fn(usize) -> &'a str,
) -> Option<String> {
    part.iter()
        .map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            Piece::Label => Some(label),
            Piece::Column(index) => Some(field(*index).trim()).filter(|it| !it.is_empty()),
        })
        .collect()
}

fn pieces(
    part: &str,
    column: impl Fn(&str) -> Result<usize, Misfit>,
) -> Result<Vec<Piece>, Misfit> {
    let mut pieces = Vec::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        let broken = || Misfit::BrokenPart { part: part.to_owned() };
        let (name, behind) = after.split_once('}').ok_or_else(broken)?;
        pieces.push(Piece::Text(before.to_owned()));
        pieces.push(if name == "label" { Piece::Label } else { Piece::Column(column(name)?) });
        rest = behind;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(parts: &[&str]) -> Result<SubjectForm, Vec<Misfit>> {
        let parts = parts.iter().map(|it| (*it).to_owned()).collect();
        let form = SubjectFromForm { parts, join: "، ".to_owned() };
        SubjectForm::parse(&form, |name| match name {
            "street" => Ok(0),
            "city" => Ok(1),
            _ => Err(Misfit::UnknownColumn { column: name.to_owned() }),
        })
    }

    #[test]
    fn a_part_with_an_empty_column_leaves_no_dangling_comma() {
        let form = form(&["{label}", "{street} / {city}", "in {city}"]).unwrap();
        let fill = |row: [&'static str; 2]| form.fill("قطة", move |at| row[at]);
        assert_eq!(fill(["5 Ave", "NY"]), "قطة، 5 Ave / NY، in NY");
        assert_eq!(fill(["", "NY"]), "قطة، in NY");
        assert_eq!(fill(["5 Ave", " "]), "قطة");
    }

    #[test]
    fn a_broken_part_is_said_before_any_row_enters() {
        assert!(matches!(form(&["{label"]).unwrap_err()[..], [Misfit::BrokenPart { .. }]));
        assert!(matches!(form(&["{town}"]).unwrap_err()[..], [Misfit::UnknownColumn { .. }]));
        assert!(matches!(form(&[]).unwrap_err()[..], [Misfit::Nothing { .. }]));
    }
}
