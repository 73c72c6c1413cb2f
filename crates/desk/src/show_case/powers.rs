//! The powers card with the names of things (R23).

use crate::ground::Ground;
use crate::show::Reader;
use crate::view::{PowerLine, PowersCard};
use domain::book::Labels;
use domain::case::{self, Case};

/// What the reader may grant here now, then what one approval would give and by whom.
pub fn powers(reader: Reader<'_>, ground: &Ground, case: &Case) -> PowersCard {
    let card = case::powers_card(case, reader.me, reader.book, &ground.spent, ground.now);
    PowersCard {
        mine: card.mine.into_iter().map(|it| line(reader, it)).collect(),
        above: card.above.into_iter().map(|it| line(reader, it)).collect(),
        approval_demanded: card.approval_demanded,
    }
}

fn line(reader: Reader<'_>, line: case::PowerLine) -> PowerLine {
    PowerLine {
        label: label(reader, &line),
        by: reader.who(&line.by),
        remedy: line.remedy.as_str().to_owned(),
        amount: line.amount,
        limit: line.limit,
        left_today: line.left_today,
        proof_required: line.proof_required,
        legal_basis: line.legal_basis,
        due: line.due,
    }
}

fn label(reader: Reader<'_>, line: &case::PowerLine) -> Labels {
    crate::show::remedy_label(reader, &line.remedy)
}
