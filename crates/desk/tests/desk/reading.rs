//! What the window shows, to whom.

use crate::acting::{act, called_again, decision, huda};
use crate::world::{World, late_bus};
use chrono::TimeDelta;
use desk::Desk;
use desk::view::*;
use domain::case::{RankPart, Stage};
use domain::{CaseId, Refusal, StaffId};
use store::{CacheItem, News, StubLine};

fn mine(desk: &Desk) -> QueueView {
    desk.queue(&QueueInput { filter: QueueFilter::Mine, offset: 0, limit: 50 }).unwrap()
}

#[test]
fn the_queue_says_what_is_first_and_why() {
    let mut world = World::new();
    let (mut desk, first) = huda(&mut world);
    let second = desk.open_case(OpenCaseInput { people_affected: 400, ..late_bus() }).unwrap();
    let rows = mine(&desk).rows;
    assert_eq!(rows[0].case, second.case);
    assert_eq!(rows[1].case, first.row.case);
    assert!(rows[0].rank_at < rows[1].rank_at);
    assert!(rows[0].why.iter().any(|it| matches!(it, RankPart::PeopleAffected { .. })));
    assert!(rows[0].about.text.starts_with("انتظرت"));
    assert_eq!(rows[0].due.as_ref().unwrap().nearness, Nearness::Near);
}

#[test]
fn the_chips_count_what_stands_behind_them() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    desk.open_case(OpenCaseInput { take: false, ..late_bus() }).unwrap();
    desk.decide_case(decision(&view, 2_500)).unwrap();
    let counts = mine(&desk).counts;
    let count = |filter| counts.iter().find(|(it, _)| *it == filter).unwrap().1;
    assert_eq!(count(QueueFilter::Mine), 0);
    assert_eq!(count(QueueFilter::Answered), 1);
    assert_eq!(count(QueueFilter::Unowned), 1);
    assert_eq!(count(QueueFilter::Unit), 1);
    let unowned = QueueInput { filter: QueueFilter::Unowned, offset: 0, limit: 50 };
    let page = desk.queue(&unowned).unwrap();
    assert_eq!((page.total, page.rows.len()), (1, 1));
    assert_eq!(page.rows[0].holder.who.as_ref().unwrap().post.en, "Buses manager");
}

#[test]
fn a_date_that_has_passed_is_overdue() {
    let mut world = World::new();
    let (mut desk, _) = huda(&mut world);
    world.pass(TimeDelta::days(9));
    let page =
        desk.queue(&QueueInput { filter: QueueFilter::Overdue, offset: 0, limit: 50 }).unwrap();
    assert_eq!(page.rows[0].due.as_ref().unwrap().nearness, Nearness::Overdue);
    desk.agreed().unwrap();
}

#[test]
fn before_the_book_has_come_the_queue_is_empty_and_not_an_error() {
    let world = World::new();
    let answer = world.answer();
    let user = crate::world::signed_in("huda", &answer);
    let enrolment = desk::Enrolment::begin().unwrap();
    let desk = world.door("huda").enrol(enrolment, &user).unwrap();
    assert_eq!(mine(&desk).total, 0);
    assert!(matches!(desk.intake_choices(), Err(desk::DeskError::Trouble(desk::Trouble::NoBook))));
}

#[test]
fn a_name_or_title_moves_nobody_in_the_queue() {
    let mut world = World::new();
    let mut desk = world.desk("huda");
    for name in ["سالم", "معالي الوزير صاحب المليون متابع"] {
        desk.open_case(OpenCaseInput { name: name.into(), ..late_bus() }).unwrap();
    }
    let rows = mine(&desk).rows;
    assert_eq!(rows[0].rank_at, rows[1].rank_at);
    assert_eq!(rows[0].why, rows[1].why);
}

#[test]
fn a_confidential_case_is_nothing_to_a_colleague() {
    let mut world = World::new();
    let mut huda = world.desk("huda");
    let open = OpenCaseInput { confidential: true, ..late_bus() };
    let saved = huda.open_case(open).unwrap();
    world.judge(&mut huda);
    assert!(huda.show_case(&saved.case).is_ok());
    let hamed = world.desk("hamed");
    let refused = hamed.show_case(&saved.case);
    assert!(matches!(refused, Err(desk::DeskError::Refused(Refusal::UnknownCase))));
    let unit = QueueInput { filter: QueueFilter::Unit, offset: 0, limit: 50 };
    assert!(hamed.queue(&unit).unwrap().rows.is_empty());
    assert!(hamed.lookup("92345678").unwrap().persons.is_empty());
    let words = SearchInput { text: "الخوير".into(), limit: 50, open_only: false };
    assert!(hamed.search(&words).unwrap().hits.is_empty());
}

#[test]
fn six_digits_of_a_phone_lead_to_the_person_and_their_cases() {
    let mut world = World::new();
    let (desk, view) = huda(&mut world);
    for typed in ["٢٣٤٥٦٧٨", "92345678", "+968 9234 5678", "00968 9234 5678", "٠٩٢٣٤٥٦٧٨"]
    {
        let found = desk.lookup(typed).unwrap();
        assert_eq!(found.persons.len(), 1, "{typed}");
        assert_eq!(found.persons[0].cases[0].case, view.row.case);
    }
    assert_eq!(desk.lookup("٩٢٣٤٥٦٧٨").unwrap().phone.as_deref(), Some("+96892345678"));
    assert!(desk.lookup("9234").unwrap().persons.is_empty());
}

#[test]
fn a_second_contact_asks_for_nothing_that_is_known() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let card = desk.lookup("92345678").unwrap().persons.remove(0);
    act(&mut desk, &view, called_again()).unwrap();
    let known = OpenCaseInput {
        person: Some(card.person.person.clone()),
        name: String::new(),
        phone: String::new(),
        subject: "تأخر الحافلة 14".into(),
        ..late_bus()
    };
    let saved = desk.open_case(known).unwrap();
    let second = desk.show_case(&saved.case).unwrap();
    assert_eq!(second.person.unwrap().name.text, "سالم البلوشي");
    assert_eq!(second.others.len(), 1);
    assert_eq!(second.others[0].contacts, 2);
}

#[test]
fn a_case_out_of_reach_is_a_row_without_words() {
    let mut world = World::new();
    let mut desk = world.desk("huda");
    let stub = StubLine {
        case: CaseId(world.edge().id(world.now()).unwrap()),
        reference: domain::reference::Reference::from_random(
            domain::reference::Prefix::parse("NK").unwrap(),
            [5; 5],
        ),
        category: "overcharge".into(),
        unit: "fares".into(),
        stage: Stage::Open,
        owner_post: Some("fares-handler".into()),
        next_contact: Some(world.now() + TimeDelta::hours(1)),
        contacts: 3,
        lookup: vec!["+96899887766".into()],
        visible: true,
    };
    hear(&mut desk, CacheItem::Stub(stub));
    let found = desk.lookup("99887766").unwrap();
    let row = &found.cases[0];
    assert!(row.stub && row.about.text.is_empty() && row.person.is_none());
    assert_eq!(row.holder.who.as_ref().unwrap().name.en, "Fares handler");
    assert_eq!(row.due.as_ref().unwrap().nearness, Nearness::Due);
    assert_eq!(row.contacts, 3);
    assert!(desk.show_case(&row.case).is_err());
}

fn hear(desk: &mut Desk, item: CacheItem) {
    let news = News { items: vec![item], cursor: "9".into(), epoch: 1, keys: None, book: None };
    desk.parts().cache.receive(news).unwrap();
}

#[test]
fn arabic_words_are_found_however_they_are_written() {
    let mut world = World::new();
    let (desk, view) = huda(&mut world);
    for text in ["محطه الخوير", "الحافلة", "سالم", "انتظرت"] {
        let found =
            desk.search(&SearchInput { text: text.into(), limit: 50, open_only: true }).unwrap();
        assert_eq!(found.hits.len(), 1, "{text}");
        assert_eq!(found.hits[0].row.case, view.row.case);
    }
}

#[test]
fn the_hours_by_holder_add_up_to_the_life_of_the_case() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.pass(TimeDelta::hours(5));
    desk.request_approval(decision(&view, 9_000)).unwrap();
    world.pass(TimeDelta::hours(31));
    let view = desk.show_case(&view.row.case).unwrap();
    let total: i64 = view.hours.iter().map(|it| it.seconds).sum();
    assert_eq!(total, TimeDelta::hours(36).num_seconds());
    let badr = view
        .hours
        .iter()
        .find(|it| it.holder.who.as_ref().is_some_and(|who| who.staff.as_deref() == Some("badr")));
    assert_eq!(badr.unwrap().seconds, TimeDelta::hours(31).num_seconds());
}

#[test]
fn what_others_did_is_unread_until_it_is_opened() {
    let mut world = World::new();
    let (mut huda, view) = huda(&mut world);
    world.judge(&mut huda);
    let mut hamed = world.desk("hamed");
    let seen = hamed.show_case(&view.row.case).unwrap();
    act(&mut huda, &view, Act::Note { text: "اتصلت بالسائق".into(), draft: None }).unwrap();
    world.judge(&mut huda);
    world.tell(&mut hamed);
    assert!(!seen.row.unread);
    assert!(hamed.show_case(&view.row.case).unwrap().row.unread);
    assert!(hamed.read_case(&view.row.case).unwrap().row.unread, "as it was when opened");
    assert!(!hamed.show_case(&view.row.case).unwrap().row.unread);
    assert!(!huda.show_case(&view.row.case).unwrap().row.unread);
}

#[test]
fn who_is_at_work_is_said_with_rights_and_lease() {
    let mut world = World::new();
    let (desk, _) = huda(&mut world);
    let SessionView::Open { me } = desk.session().unwrap() else { panic!("not open") };
    assert_eq!((me.name.en.as_str(), me.unit.en.as_str()), ("Huda", "Buses"));
    assert_eq!((me.zone.as_str(), me.currency.as_str()), ("Asia/Muscat", "OMR"));
    assert_eq!(me.lease_until, world.now() + TimeDelta::hours(72));
    assert_eq!(StaffId::new(me.staff), "huda".into());
}
