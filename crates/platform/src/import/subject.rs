//! What stands for the subject of a row that has no words of its own.

use super::fault::Misfit;
use super::map::SubjectFromForm;
use domain::book::Labels;
use domain::case::SubjectPiece;

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

    /// The pieces of a row's subject. A part in which any column is empty is left out.
    #[must_use]
    pub fn fill(&self, label: &Labels, field: impl Fn(usize) -> String) -> Vec<SubjectPiece> {
        let mut filled: Vec<SubjectPiece> = Vec::new();
        for part in self.parts.iter().filter_map(|part| fill_part(part, label, &field)) {
            if !filled.is_empty() {
                filled.push(self.between());
            }
            filled.extend(part);
        }
        filled
    }

    /// A comma is one of the reader's language; anything else stays as the mapping has it.
    fn between(&self) -> SubjectPiece {
        if matches!(self.join.trim(), "," | "،") {
            return SubjectPiece::Separator;
        }
        SubjectPiece::Text { text: self.join.clone() }
    }

    /// The columns that it reads.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().flatten().filter_map(|piece| match piece {
            Piece::Column(index) => Some(*index),
            Piece::Text(_) | Piece::Label => None,
        })
    }
}

fn fill_part(
    part: &[Piece],
    label: &Labels,
    field: impl Fn(usize) -> String,
) -> Option<Vec<SubjectPiece>> {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => Some(SubjectPiece::Text { text: text.clone() }),
        Piece::Label => Some(SubjectPiece::Label { label: label.clone() }),
        Piece::Column(index) => {
            let text = field(*index);
            (!text.is_empty()).then_some(SubjectPiece::Value { text })
        }
    };
    let is_text = |it: &SubjectPiece| !matches!(it, SubjectPiece::Text { text } if text.is_empty());
    let pieces: Option<Vec<SubjectPiece>> = part.iter().map(piece).collect();
    pieces.map(|it| it.into_iter().filter(is_text).collect())
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
    use domain::Language;
    use domain::case::plain_subject;

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
        let label = Labels { ar: "قطة".to_owned(), en: "Cat".to_owned() };
        let fill = |row: [&'static str; 2], language| {
            plain_subject(&form.fill(&label, move |at| row[at].to_owned()), language)
        };
        assert_eq!(fill(["5 Ave", "NY"], Language::Ar), "قطة، 5 Ave / NY، in NY");
        assert_eq!(fill(["", "NY"], Language::En), "Cat, in NY");
        assert_eq!(fill(["5 Ave", ""], Language::Ar), "قطة");
    }

    #[test]
    fn a_broken_part_is_said_before_any_row_enters() {
        assert!(matches!(form(&["{label"]).unwrap_err()[..], [Misfit::BrokenPart { .. }]));
        assert!(matches!(form(&["{town}"]).unwrap_err()[..], [Misfit::UnknownColumn { .. }]));
        assert!(matches!(form(&[]).unwrap_err()[..], [Misfit::Nothing { .. }]));
    }
}
