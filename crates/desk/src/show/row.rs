//! One row: what it is about, the nearest date, who holds it, and why it stands there.

use super::said::{in_pieces, said};
use super::who::{Reader, of_holder};
use crate::view::{DueView, HolderView, Nearness, QueueRow, Said};
use chrono::{DateTime, TimeDelta, Utc};
use domain::book::Labels;
use domain::case::{CaseKind, DueOf, Holder, Rank, RankPart, Stage};
use domain::{CategoryId, text::Direction};
use store::{Row, StubLine};

/// A case in sight.
pub fn row(reader: Reader<'_>, row: Row) -> QueueRow {
    let Row { line, person_name, pending, unread } = row;
    QueueRow {
        case: line.id.to_string(),
        reference: line.reference.to_string(),
        kind: line.kind,
        about: in_pieces(said(line.about), &line.about_pieces),
        person: person_name.map(said),
        category: category(reader, &line.category),
        unit: reader.unit(&line.unit),
        stage: line.stage,
        due: due(reader.now, &line.rank),
        holder: of_holder(reader, line.holder, line.held_since),
        contacts: line.contacts,
        flagged: line.rank.flagged,
        vital: vital(reader, &line.category),
        confidential: line.confidential,
        unread,
        pending,
        rank_at: Some(line.rank.at),
        why: line.rank.parts,
        stub: false,
    }
}

/// A case out of reach: its address and where it stands, no words and no name (`rules.md`, Reading).
pub fn stub_row(reader: Reader<'_>, stub: &StubLine) -> QueueRow {
    let who = match &stub.owner_post {
        Some(post) => Some(reader.post(post)),
        None => reader.manager(&stub.unit),
    };
    let of_unit = Holder::UnitManager { unit: stub.unit.clone() };
    let over = stub.stage == Stage::Closed;
    let due = stub.next_contact.filter(|_| !over);
    QueueRow {
        case: stub.case.to_string(),
        reference: stub.reference.to_string(),
        kind: CaseKind::Complaint,
        about: Said { text: String::new(), dir: Direction::Rtl, pieces: None },
        person: None,
        category: category(reader, &stub.category),
        unit: reader.unit(&stub.unit),
        stage: stub.stage,
        holder: HolderView {
            holder: if over { Holder::Nobody } else { of_unit },
            who: who.filter(|_| !over),
            since: None,
            me: false,
        },
        due: due.map(|at| DueView {
            at,
            of: DueOf::NextContact,
            nearness: nearness(reader.now, at),
        }),
        contacts: stub.contacts,
        flagged: false,
        vital: vital(reader, &stub.category),
        confidential: false,
        unread: false,
        pending: 0,
        why: Vec::new(),
        rank_at: None,
        stub: true,
    }
}

/// The instant that binds us next: the one the rank was computed from.
fn due(now: DateTime<Utc>, rank: &Rank) -> Option<DueView> {
    rank.parts.iter().find_map(|part| match part {
        RankPart::Due { at, of } => {
            Some(DueView { at: *at, of: *of, nearness: nearness(now, *at) })
        }
        RankPart::Vital { .. }
        | RankPart::PeopleAffected { .. }
        | RankPart::Repeats { .. }
        | RankPart::Age { .. }
        | RankPart::Flagged => None,
    })
}

fn nearness(now: DateTime<Utc>, at: DateTime<Utc>) -> Nearness {
    match at - now {
        left if left < TimeDelta::zero() => Nearness::Overdue,
        left if left <= TimeDelta::hours(2) => Nearness::Due,
        left if left <= TimeDelta::hours(24) => Nearness::Near,
        _ => Nearness::Calm,
    }
}

fn category(reader: Reader<'_>, category: &CategoryId) -> Labels {
    let label = reader.book.categories.get(category).map(|it| it.label.clone());
    label.unwrap_or_else(|| Labels {
        ar: category.as_str().to_owned(),
        en: category.as_str().to_owned(),
    })
}

fn vital(reader: Reader<'_>, category: &CategoryId) -> bool {
    reader.book.categories.get(category).is_some_and(|it| it.ceiling_hours.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_calm_then_near_then_due_then_overdue() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let near = |hours: i64| nearness(now, now + TimeDelta::hours(hours));
        assert_eq!(
            [near(25), near(24), near(2), near(0), near(-1)],
            [Nearness::Calm, Nearness::Near, Nearness::Due, Nearness::Due, Nearness::Overdue]
        );
    }
}
