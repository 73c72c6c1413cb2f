//! Writes the window's types beside the interface. Run by `make types`; `make check` fails when
//! the committed ones differ.

#![allow(clippy::unwrap_used)]

use desk::view::*;
use ts_rs::{Config, TS};

#[test]
fn the_windows_types_are_the_desks() {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api/generated");
    let config = Config::new().with_out_dir(dir);
    macro_rules! export { ($($name:ty),* $(,)?) => { $(<$name>::export_all(&config).unwrap();)* }; }
    export!(
        SessionView,
        SignInInput,
        UnlockInput,
        Settings,
        QueueInput,
        QueueView,
        CaseView,
        CheckView,
        ApprovalRow,
        ApprovalView,
        LookupView,
        IntakeChoices,
        SearchInput,
        SearchView,
        AgreementView,
        WaitingView,
        AttentionInput,
        DraftInput,
        ReplyInput,
        DecideInput,
        ApprovalInput,
        ActInput,
        OpenCaseInput,
        Saved,
    );
}
