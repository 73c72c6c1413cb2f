//! Story 5: a famous person and an unknown one bring the same case: same rank, same letters.

use desk::view::{OpenCaseInput, QueueFilter};
use domain::case::{Channel, rank};
use stories::world::{Letter, World, book, late_bus};

/// What a letter says, without the secrets and the address that are each person's own.
fn said(letters: Vec<Letter>) -> Vec<(String, String)> {
    letters.into_iter().map(|it| (format!("{:?}", it.kind), it.text)).collect()
}

#[test]
fn a_famous_person_and_an_unknown_one_get_the_same_rank_and_the_same_letters() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let unknown = marwa.opens(late_bus(1));
    let famous = marwa.opens(OpenCaseInput {
        name: "معالي النجم — حساب موثق ✓ مليون متابع".into(),
        channel: Channel::Social,
        subject: "عاجل من حساب موثق".into(),
        ..late_bus(2)
    });
    marwa.agrees();
    let ranks = [&unknown, &famous].map(|it| rank(&world.case(it), &book()));
    assert_eq!(ranks[0], ranks[1]);
    let rows = marwa.queue(QueueFilter::Mine);
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].rank_at, &rows[0].why), (rows[1].rank_at, &rows[1].why));

    world.advance(chrono::TimeDelta::seconds(11));
    world.deliver();
    marwa.decides(&unknown, 2_500);
    marwa.decides(&famous, 2_500);
    marwa.agrees();
    world.advance(chrono::TimeDelta::seconds(11));
    assert_eq!(said(world.letters(&unknown)), said(world.letters(&famous)));
    assert_eq!(world.case(&unknown).clocks, world.case(&famous).clocks);
}

#[test]
fn fame_moves_nobody_past_somebody_who_waits_longer() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let waits = marwa.opens(late_bus(1));
    world.advance(chrono::TimeDelta::hours(1));
    marwa.opens(OpenCaseInput {
        channel: Channel::Social, name: "نجم ✓".into(), ..late_bus(2)
    });
    marwa.agrees();
    assert_eq!(marwa.queue(QueueFilter::Mine)[0].case, waits);
}
