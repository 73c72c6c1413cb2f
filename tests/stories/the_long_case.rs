//! A case that is larger than a page: it comes in pieces, and half of it is never shown as the whole.

use protocol::FeedItem;
use std::sync::{Arc, Mutex};
use stories::world::{Answered, Asked, Computer, Fault, World, late_bus, note};

/// Notes of the largest size that the rules take.
fn long_case(marwa: &Computer, notes: usize) -> String {
    let case = marwa.opens(late_bus(1));
    let text = "🚰".repeat(19_900);
    for n in 0..notes {
        marwa.does(&case, note(&format!("{n} {text}")));
    }
    marwa.agrees();
    assert!(marwa.pending().is_empty());
    case
}

fn events(computer: &Computer, case: &str) -> Vec<domain::Recorded> {
    let mut desk = computer.desk();
    desk.parts().cache.events(case.parse().expect("an id")).expect("the cache answers")
}

#[test]
fn a_case_larger_than_a_page_comes_in_pieces_and_is_shown_when_it_is_whole() {
    let world = World::over_http();
    let (marwa, qais) = (world.computer("marwa"), world.computer("qais"));
    let case = long_case(&marwa, 120);
    // News for a computer that was there.
    qais.agrees();
    assert_eq!(events(&qais, &case), world.events(&case));
    // A computer that was not there, on a line that breaks after the first piece.
    let hilal = world.computer_named("hilal", "hilal");
    let pieces: Arc<Mutex<Vec<bool>>> = Arc::default();
    let heard = Arc::clone(&pieces);
    hilal.line.forges(move |answered| {
        if let Answered::Pull(answer) = answered {
            let lasts = answer.items.iter().filter_map(|it| match it {
                FeedItem::Part { last, .. } => Some(*last),
                _ => None,
            });
            heard.lock().expect("the pieces").extend(lasts);
        }
    });
    let first = Arc::clone(&pieces);
    hilal.line.fails(move |asked| {
        let has_piece = !first.lock().expect("the pieces").is_empty();
        match asked {
            Asked::Pull if has_piece => Fault::Instead(protocol::PlatformError::Unreachable),
            _ => Fault::Pass,
        }
    });
    assert!(hilal.agree().is_err());
    assert_eq!(*pieces.lock().expect("the pieces"), [false], "one piece, and not the last");
    assert!(hilal.desk().show_case(&case).is_err(), "half a case is not shown");
    hilal.line.fails(|_| Fault::Pass);
    hilal.agrees();
    assert_eq!(pieces.lock().expect("the pieces").last(), Some(&true));
    assert_eq!(events(&hilal, &case), world.events(&case));
}
