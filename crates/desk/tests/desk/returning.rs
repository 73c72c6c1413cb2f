//! Messages that did not reach the person, on the desk.

use crate::acting::{act, huda};
use crate::world::World;
use desk::view::*;
use domain::case::{Channel, LetterFault};
use domain::{Action, Actor, LetterId, OpId};

fn listed(desk: &desk::Desk) -> QueueView {
    desk.queue(&QueueInput { filter: QueueFilter::Returned, offset: 0, limit: 50 }).unwrap()
}

#[test]
fn a_letter_that_came_back_is_in_the_case_and_in_a_list_until_it_is_sent_again() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.judge(&mut desk);
    assert_eq!(listed(&desk).total, 0);
    let case = view.row.case.parse().unwrap();
    let opened: OpId = view.timeline[0].id.split(':').next().unwrap().parse().unwrap();
    let letter = LetterId { op: opened, n: 0 };
    let fault = Some(LetterFault::Address);
    let action = Action::ReportLetter { letter, channel: Channel::Sms, fault };
    let op = OpId(world.edge().id(world.now()).unwrap());
    world.happens(case, &action, &Actor::Platform, op).unwrap();
    world.tell(&mut desk);
    let page = listed(&desk);
    assert_eq!((page.total, page.rows.len()), (1, 1));
    assert_eq!(page.rows[0].case, view.row.case);
    let view = desk.show_case(&view.row.case).unwrap();
    assert_eq!(view.returned.len(), 1);
    assert_eq!(view.returned[0].fault, LetterFault::Address);
    assert!(view.may.contains(&May::Resend));
    let last = &view.timeline.last().unwrap().what;
    assert!(matches!(last, Happened::LetterReturned { fault: LetterFault::Address, .. }));
    let (op, n) = (view.returned[0].op.clone(), view.returned[0].n);
    let saved = act(&mut desk, &view, Act::Resend { op, n }).unwrap();
    assert!(saved.undo_until.is_none(), "it is on its way");
    assert_eq!(listed(&desk).total, 0);
    let view = desk.show_case(&view.row.case).unwrap();
    assert!(view.returned.is_empty() && !view.may.contains(&May::Resend));
}
