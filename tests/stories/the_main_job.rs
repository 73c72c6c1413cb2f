//! The main job, end to end: a case of the backlog, decided offline, agreed when the network is back, over when the person
//! says so.

use desk::view::{Act, QueueFilter};
use domain::case::{Ending, Stage};
use stories::world::{OWN_WORDS, World};

fn the_main_job(world: &World) {
    let case = world.imports();
    let marwa = world.computer("marwa");
    let row = marwa.queue(QueueFilter::Unowned).remove(0);
    assert_eq!((row.case.as_str(), row.about.text.as_str()), (case.as_str(), OWN_WORDS));
    marwa.does(&case, Act::Take);
    marwa.agrees();
    assert_eq!(world.case(&case).stage, Stage::Open);

    world.stop();
    marwa.decides(&case, 2_500);
    assert!(marwa.agree().is_err(), "nobody answers");
    assert_eq!(marwa.sees(&case).row.stage, Stage::Answered, "the desk shows it at once");
    marwa.quits();
    marwa.starts();
    assert_eq!(marwa.pending().len(), 1, "what was saved is still there");
    assert_eq!(marwa.sees(&case).row.stage, Stage::Answered);

    world.start();
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    assert_eq!(world.case(&case).stage, Stage::Answered, "answered is not over");

    world.person_confirms(&case);
    marwa.agrees();
    assert_eq!(marwa.sees(&case).ending, Some(Ending::Confirmed));
    assert_eq!(marwa.queue(QueueFilter::Closed).len(), 1);
    assert_eq!(world.replies(&case).len(), 1, "one letter, once");
}

#[test]
fn a_case_decided_offline_is_over_when_the_person_says_so() {
    the_main_job(&World::new());
}

#[test]
fn the_same_over_real_http_with_the_platform_stopped_and_started_again() {
    the_main_job(&World::over_http());
}
