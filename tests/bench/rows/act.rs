//! Deciding and replying, until the act is safe on disk and can be searched for.

use super::Place;
use crate::bare::Ledger;
use crate::clock::Clock;
use crate::measure::{Turns, in_turns};
use crate::report::Figure;
use crate::{Fault, Run};
use chrono::TimeDelta;
use desk::Desk;
use desk::view::{CaseView, DecideInput, QueueFilter, QueueInput, ReplyInput, SearchInput};
use domain::case::{PointAnswer, PointOutcome, ReplyKind, RootCause};
use domain::{Language, NextDate, RemedyAsk};
use std::cell::RefCell;

const TURNS: Turns = Turns { blocks: 10, of: 20 };
/// Header, body and signature of a decision.
const BYTES: usize = 3_000;
/// In every text that is sent here, and in no made one.
const MARK: &str = "قنديل";

pub fn measure(run: &mut Run, place: &mut Place, clock: &Clock) -> Result<(), Fault> {
    if !run.wants(&["act"]) {
        return Ok(());
    }
    let views = own_cases(&place.desk, (TURNS.blocks + 1) * TURNS.of)?;
    let desk = RefCell::new(&mut place.desk);
    let mut ledger = Ledger::new(place.computer.bare_new("bare_ledger.db")?)?;
    let row = vec![7; BYTES];
    let (own, bare) = in_turns(
        TURNS,
        |at| {
            let (view, mut desk) = (&views[at], desk.borrow_mut());
            if at % 2 == 0 {
                desk.decide_case(decision(view, at, clock))?;
            } else {
                desk.send_reply(reply(view, at, clock))?;
            }
            Ok(())
        },
        |_| ledger.commit([row.as_slice()]),
    )?;
    searchable(&desk.borrow())?;
    let figure = Figure::of_times("act", place.n, &own, &bare);
    let figure = Figure { p99: Some(own.percentile(99)), ..figure };
    run.add(figure.against("≤ 2 ms p50, ≤ 5 p95, ≤ 10 p99", |it| {
        it.p50 <= 2.0 && it.p95 <= 5.0 && it.p99.is_some_and(|it| it <= 10.0)
    }));
    Ok(())
}

/// Open cases of the reader, as the window shows them before they act.
pub fn own_cases(desk: &Desk, count: usize) -> Result<Vec<CaseView>, Fault> {
    let mut views = Vec::new();
    while views.len() < count {
        let offset = u32::try_from(views.len())?;
        let page = desk.queue(&QueueInput { filter: QueueFilter::Mine, offset, limit: 200 })?;
        if page.rows.is_empty() {
            return Err(format!("only {} cases of their own", views.len()).into());
        }
        for row in page.rows.iter().take(count - views.len()) {
            views.push(desk.show_case(&row.case)?);
        }
    }
    Ok(views)
}

fn decision(view: &CaseView, at: usize, clock: &Clock) -> DecideInput {
    let granted =
        |point| PointAnswer { point, outcome: PointOutcome::Granted, because: String::new() };
    let text = format!("{MARK}: راجعنا بلاغك وقررنا إصلاح العطل على نفقتنا، ورقم القرار {at}.");
    let letter = ReplyInput { kind: ReplyKind::Decision, text, ..reply(view, at, clock) };
    DecideInput {
        remedies: vec![RemedyAsk {
            remedy: "repair".into(),
            amount: None,
            due: None,
            performer: None,
            proof: None,
        }],
        none_because: None,
        points: (0..).take(view.points.len()).map(granted).collect(),
        grounds: "لائحة صيانة المرافق، المادة 12".to_owned(),
        cause: Some(RootCause::System),
        letter,
        revises: None,
    }
}

/// A text that says when the person hears next.
pub fn reply(view: &CaseView, at: usize, clock: &Clock) -> ReplyInput {
    ReplyInput {
        case: view.row.case.clone(),
        seen: view.seen.clone(),
        kind: ReplyKind::Progress,
        text: format!(
            "{MARK}: وصل الفريق صباح اليوم بأمر العمل رقم {at}، ونعود إليك غداً بالنتيجة."
        ),
        language: Language::Ar,
        template: None,

        next: Some(NextDate::At { at: clock.now() + TimeDelta::hours(20) }),
        draft: None,
        overrides: Vec::new(),
        attachments: Vec::new(),
    }
}

fn searchable(desk: &Desk) -> Result<(), Fault> {
    let input = SearchInput { text: MARK.to_owned(), limit: 100, open_only: false };
    if desk.search(&input)?.hits.len() < 100 {
        return Err("what was saved can't be searched for".into());
    }
    Ok(())
}
