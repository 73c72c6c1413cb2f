//! A unit with more text than one answer may carry: pages end by their bytes, one case comes in pieces, and
//! a fresh computer gets all of it.

use stories::world::{Computer, World, late_bus, note};

/// Notes of the largest size that the rules take.
fn long_case(marwa: &Computer, n: u32, notes: usize) -> String {
    let case = marwa.opens(late_bus(n));
    let text = "🚰".repeat(19_900);
    for note_n in 0..notes {
        marwa.does(&case, note(&format!("{note_n} {text}")));
    }
    marwa.agrees();
    assert!(marwa.pending().is_empty());
    case
}

#[test]
fn more_text_than_one_answer_may_carry_reaches_every_desk_over_http() {
    let world = World::over_http();
    let (marwa, qais) = (world.computer("marwa"), world.computer("qais"));
    // One case that is larger than half a page, and more than an answer may carry in all.
    let mut cases = vec![long_case(&marwa, 1, 60)];
    cases.extend((2..=16).map(|n| long_case(&marwa, n, 26)));
    // News for a computer that was there, and whole cases for one that was not.
    qais.agrees();
    let hilal = world.computer("hilal");
    for (computer, case) in
        [&qais, &hilal].into_iter().flat_map(|it| cases.iter().map(move |case| (it, case)))
    {
        let events = {
            let mut desk = computer.desk();
            desk.parts().cache.events(case.parse().expect("an id")).expect("the cache answers")
        };
        assert_eq!(events, world.events(case), "{}", computer.staff);
    }
    let bytes: usize = cases
        .iter()
        .flat_map(|case| world.events(case))
        .map(|it| serde_json::to_vec(&it).expect("json").len())
        .sum();
    assert!(bytes > protocol::limits::PULL_BYTES_MAX, "{bytes} would have fitted");
    // Verdicts come through as well.
    let other = qais.opens(late_bus(99));
    qais.agrees();
    assert!(qais.pending().is_empty());
    assert!(world.known_case(&other).is_some());
}
