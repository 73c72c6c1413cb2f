//! One draft written on two computers of one user: both texts are kept and shown on both.

use desk::view::{DraftForm, DraftInput};
use stories::world::{Computer, World, late_bus};

fn types(computer: &Computer, case: &str, draft: Option<String>, text: &str) -> String {
    let input = DraftInput {
        draft,
        case: Some(case.to_owned()),
        form: DraftForm::Reply,
        text: text.into(),
    };
    computer.desk().save_draft(input).expect("kept")
}

fn drafts(computer: &Computer, case: &str) -> Vec<String> {
    computer.sees(case).drafts.into_iter().map(|it| it.words.text).collect()
}

/// Quitting freezes what was typed; the next round takes it up.
fn sits_down_again(computer: &Computer) {
    computer.quits();
    computer.starts();
    computer.agrees();
}

#[test]
fn both_texts_of_one_draft_are_kept_and_shown_on_both_computers() {
    let world = World::new();
    let (office, home) = (world.computer("marwa"), world.second_computer("marwa"));
    let case = office.opens(late_bus(1));
    office.agrees();
    let draft = types(&office, &case, None, "نعتذر عن التأخير");
    sits_down_again(&office);
    home.agrees();
    assert_eq!(drafts(&home, &case), ["نعتذر عن التأخير"], "begun there, seen here");

    let (one, two) = ("نعتذر عن التأخير. راجعنا السجل", "نعتذر عن التأخير. اتصلنا بالسائق");
    types(&office, &case, Some(draft.clone()), one);
    types(&home, &case, Some(draft), two);
    sits_down_again(&office);
    sits_down_again(&home);
    office.agrees();
    for computer in [&office, &home] {
        let shown = drafts(computer, &case);
        assert!(shown.iter().any(|it| it == one) && shown.iter().any(|it| it == two), "{shown:?}");
        assert!(computer.attention().is_empty() && computer.pending().is_empty());
    }
}
