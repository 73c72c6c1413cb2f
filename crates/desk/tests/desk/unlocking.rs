//! The way in, and what a computer keeps.

use crate::acting::huda;
use crate::world::{PASSWORD, World, bytes_below, signed_in};
use chrono::TimeDelta;
use desk::view::*;
use desk::{Accepted, DeskError, Enrolment, SignedIn, Trouble};

fn trouble<T>(result: Result<T, DeskError>) -> Trouble {
    match result {
        Err(DeskError::Trouble(trouble)) => trouble,
        Err(other) => panic!("expected a trouble, got {other:?}"),
        Ok(_) => panic!("expected a trouble"),
    }
}

#[test]
fn a_wrong_password_opens_nothing_and_five_slow_down() {
    let mut world = World::new();
    drop(world.desk("huda"));
    let door = world.door("huda");
    let unlock = |password: &str| door.unlock(&"nakheel".into(), &"huda".into(), password, None);
    for _ in 0..5 {
        assert_eq!(trouble(unlock("خطأ")), Trouble::WrongPassword);
    }
    assert!(matches!(trouble(unlock(PASSWORD)), Trouble::TooMany { retry_after_s: 1.. }));
    world.pass(chrono::TimeDelta::hours(1));
    unlock(PASSWORD).unwrap();
}

#[test]
fn a_second_window_of_the_same_user_waits() {
    let mut world = World::new();
    let _open = world.desk("huda");
    let second = world.door("huda").unlock(&"nakheel".into(), &"huda".into(), PASSWORD, None);
    assert_eq!(trouble(second), Trouble::StoreInUse);
}

#[test]
fn without_a_keyring_the_network_is_needed_unless_the_user_accepts() {
    let world = World::new();
    let answer = world.answer();
    let user = SignedIn { password_alone: Accepted::No, ..signed_in("huda", &answer) };
    drop(world.door("huda").enrol(Enrolment::begin().unwrap(), &user).unwrap());
    let door = world.door("huda");
    assert_eq!(door.users().unwrap()[0].offline_unlock, OfflineUnlock::Off);
    let offline = door.unlock(&"nakheel".into(), &"huda".into(), PASSWORD, None);
    assert_eq!(trouble(offline), Trouble::OfflineUnlockOff);
    let device = door.device_of(&"nakheel".into(), &"huda".into()).unwrap().unwrap().0;
    assert_eq!(device, answer.device);
    drop(door.sign_in(&signed_in("huda", &answer)).unwrap());
    door.unlock(&"nakheel".into(), &"huda".into(), PASSWORD, None).unwrap();
}

#[test]
fn an_unsent_action_is_there_after_the_application_was_quit() {
    let mut world = World::new();
    let (desk, view) = huda(&mut world);
    drop(desk);
    let door = world.door("huda");
    let mut desk = door.unlock(&"nakheel".into(), &"huda".into(), PASSWORD, None).unwrap();
    assert_eq!(World::waiting(&mut desk), 2);
    assert_eq!(desk.show_case(&view.row.case).unwrap().row.pending, 2);
}

#[test]
fn a_cache_that_was_deleted_costs_nothing_but_a_pull() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.judge(&mut desk);
    desk.act_on_case(ActInput {
        case: view.row.case.clone(),
        seen: desk.show_case(&view.row.case).unwrap().seen,
        act: Act::Note { text: "قبل الحذف".into(), draft: None },
    })
    .unwrap();
    drop(desk);
    let mut deleted = 0;
    for folder in std::fs::read_dir(world.computer("huda")).unwrap().flatten() {
        deleted += usize::from(std::fs::remove_file(folder.path().join("cache.db")).is_ok());
    }
    assert_eq!(deleted, 1);
    let door = world.door("huda");
    let mut desk = door.unlock(&"nakheel".into(), &"huda".into(), PASSWORD, None).unwrap();
    world.tell(&mut desk);
    let view = desk.show_case(&view.row.case).unwrap();
    assert!(matches!(&view.timeline.last().unwrap().what, Happened::Note { .. }));
}

#[test]
fn nothing_on_the_disk_can_be_read_without_the_keys() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let words = "كلمة لا توجد في مكان آخر";
    desk.save_draft(DraftInput {
        draft: None,
        case: Some(view.row.case),
        form: DraftForm::Reply,
        text: words.into(),
    })
    .unwrap();
    drop(desk);
    let bytes = bytes_below(&world.computer("huda"));
    for secret in [words, "سالم", "الخوير", "92345678", PASSWORD] {
        let secret = secret.as_bytes();
        assert!(!bytes.windows(secret.len()).any(|it| it == secret));
    }
}

#[test]
fn the_sign_in_screen_knows_the_name_once_the_book_came() {
    let mut world = World::new();
    let desk = world.desk("huda");
    let user = desk.lock().unwrap();
    assert_eq!(user.name.unwrap().en, "Huda");
    let users = world.door("huda").users().unwrap();
    assert_eq!(users[0].name.as_ref().unwrap().ar, "هدى");
    assert_eq!(users[0].offline_unlock, OfflineUnlock::PasswordOnly);
}

#[test]
fn signing_out_forgets_the_tokens_and_keeps_the_work() {
    let mut world = World::new();
    let (desk, view) = huda(&mut world);
    desk.sign_out().unwrap();
    let door = world.door("huda");
    let mut desk = door.unlock(&"nakheel".into(), &"huda".into(), PASSWORD, None).unwrap();
    let session = desk.parts().vault.session().unwrap().unwrap();
    assert_eq!((session.access, session.refresh), (None, None));
    assert_eq!(desk.show_case(&view.row.case).unwrap().row.pending, 2);
}

#[test]
fn a_new_sign_in_keeps_the_open_desk_and_lengthens_its_lease() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.pass(chrono::TimeDelta::hours(80));
    let closed = desk.show_case(&view.row.case).unwrap().may;
    assert!(!closed.contains(&May::Decide));
    let answer = world.answer();
    world.door("huda").renew(&mut desk, &signed_in("huda", &answer)).unwrap();
    assert!(desk.show_case(&view.row.case).unwrap().may.contains(&May::Decide));
}

#[test]
fn a_password_that_was_changed_elsewhere_asks_for_the_old_one_once() {
    let mut world = World::new();
    let (desk, view) = huda(&mut world);
    drop(desk);
    let (door, answer) = (world.door("huda"), world.answer());
    let with = |old_password| SignedIn {
        password: "جديدة كليا 9",
        old_password,
        ..signed_in("huda", &answer)
    };
    assert_eq!(trouble(door.sign_in(&with(None))), Trouble::OldPasswordNeeded);
    assert_eq!(trouble(door.sign_in(&with(Some("خطأ")))), Trouble::OldPasswordWrong);
    let desk = door.sign_in(&with(Some(PASSWORD))).unwrap();
    assert_eq!(desk.show_case(&view.row.case).unwrap().row.pending, 2);
    drop(desk);
    let unlock = |password: &str| door.unlock(&"nakheel".into(), &"huda".into(), password, None);
    assert_eq!(trouble(unlock(PASSWORD)), Trouble::WrongPassword);
    drop(unlock("جديدة كليا 9").unwrap());
    drop(door.sign_in(&with(None)).unwrap());
}

#[test]
fn an_open_desk_takes_a_changed_password_without_the_old_one() {
    let mut world = World::new();
    let mut desk = world.desk("huda");
    let (door, answer) = (world.door("huda"), world.answer());
    let changed = SignedIn { password: "جديدة كليا 9", ..signed_in("huda", &answer) };
    door.renew(&mut desk, &changed).unwrap();
    drop(desk);
    let unlock = |password: &str| door.unlock(&"nakheel".into(), &"huda".into(), password, None);
    assert_eq!(trouble(unlock(PASSWORD)), Trouble::WrongPassword);
    unlock("جديدة كليا 9").unwrap();
}

#[test]
fn a_keyring_that_was_lost_heals_at_the_next_online_sign_in() {
    let world = World::new();
    let (door, answer) = (world.door("huda"), world.answer());
    let with = |keyring: &'static [u8; 32]| SignedIn {
        keyring: Some(keyring),
        password_alone: Accepted::No,
        ..signed_in("huda", &answer)
    };
    drop(door.enrol(Enrolment::begin().unwrap(), &with(&[1; 32])).unwrap());
    let unlock = |keyring: Option<&[u8; 32]>| {
        door.unlock(&"nakheel".into(), &"huda".into(), PASSWORD, keyring)
    };
    assert_eq!(trouble(unlock(Some(&[2; 32]))), Trouble::WrongPassword);
    drop(door.sign_in(&with(&[2; 32])).unwrap());
    drop(unlock(Some(&[2; 32])).unwrap());
    // At an open desk too.
    let mut desk = door.sign_in(&with(&[2; 32])).unwrap();
    door.renew(&mut desk, &with(&[3; 32])).unwrap();
    drop(desk);
    unlock(Some(&[3; 32])).unwrap();
}

#[test]
fn enrolling_never_overwrites_keys() {
    let mut world = World::new();
    let (desk, view) = huda(&mut world);
    drop(desk);
    for folder in std::fs::read_dir(world.computer("huda")).unwrap().flatten() {
        std::fs::remove_file(folder.path().join("card.json")).ok();
    }
    let (door, answer) = (world.door("huda"), world.answer());
    assert!(door.device_of(&"nakheel".into(), &"huda".into()).unwrap().is_none());
    let again = door.enrol(Enrolment::begin().unwrap(), &signed_in("huda", &answer));
    assert_eq!(trouble(again), Trouble::StoreFailed);
    let desk = door.unlock(&"nakheel".into(), &"huda".into(), PASSWORD, None).unwrap();
    assert_eq!(desk.show_case(&view.row.case).unwrap().row.pending, 2);
}

#[test]
fn nobody_signs_in_into_the_open_desk_of_another() {
    let mut world = World::new();
    let mut desk = world.desk("huda");
    let answer = world.answer();
    let renewed = world.door("huda").renew(&mut desk, &signed_in("khalid", &answer));
    assert_eq!(trouble(renewed), Trouble::StoreInUse);
}

#[test]
fn settings_are_kept_within_their_range() {
    let mut world = World::new();
    let mut desk = world.desk("huda");
    assert_eq!(desk.settings().unwrap(), Settings::default());
    desk.save_settings(&Settings { text_percent: 900, ..Settings::default() }).unwrap();
    assert_eq!(desk.settings().unwrap().text_percent, 200);
}

#[test]
fn a_crash_anywhere_in_an_enrolment_leaves_a_computer_that_can_be_enrolled() {
    let world = World::new();
    let answer = world.answer();
    let enrol =
        || world.door("huda").enrol(Enrolment::begin().unwrap(), &signed_in("huda", &answer));
    drop(enrol().unwrap());
    let folder = world.computer("huda");
    let user = std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path());
    let user = user.into_iter().find(|it| it.is_dir()).unwrap();
    let keep = |kept: &[&str]| {
        for entry in std::fs::read_dir(&user).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if kept.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                std::fs::remove_dir_all(path).unwrap();
            } else {
                std::fs::remove_file(path).unwrap();
            }
        }
    };
    for kept in [&["card.json"][..], &["keys.json"], &["card.json", "keys.json"], &[]] {
        keep(kept);
        drop(enrol().unwrap_or_else(|error| panic!("with {kept:?}: {error:?}")));
    }
    // With work in the vault the keys are never replaced.
    assert_eq!(trouble(enrol()), Trouble::StoreFailed);
}

#[test]
fn an_enrolment_that_broke_off_before_its_answer_was_kept_asks_for_a_sign_in_and_no_code() {
    let world = World::new();
    let answer = world.answer();
    let user = signed_in("huda", &answer);
    drop(world.door("huda").enrol(Enrolment::begin().unwrap(), &user).unwrap());
    let folder = world.computer("huda");
    let user_folder = std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path());
    let user_folder = user_folder.into_iter().find(|it| it.is_dir()).unwrap();
    for name in ["vault.db", "vault.db-wal", "cache.db"] {
        let _ = std::fs::remove_file(user_folder.join(name));
    }
    let door = world.door("huda");
    let unlock = || door.unlock(&"nakheel".into(), &"huda".into(), PASSWORD, None);
    assert_eq!(trouble(unlock()), Trouble::OfflineUnlockOff);
    assert!(door.device_of(&"nakheel".into(), &"huda".into()).unwrap().is_some());
    drop(door.sign_in(&user).unwrap());
    drop(unlock().unwrap());
}

/// What the platform grants is measured by its clock, also when this computer's is wrong.
#[test]
fn a_clock_that_is_wrong_neither_ends_the_lease_nor_moves_the_day_of_a_limit() {
    for off in [TimeDelta::days(20), TimeDelta::days(-20)] {
        let mut world = World::new();
        let (mut desk, view) = huda(&mut world);
        world.judge(&mut desk);
        let before = desk.show_case(&view.row.case).unwrap();
        let offered = desk.intake_choices().unwrap().next_days;
        // The clock goes wrong while the desk is open, and the next answer brings no news.
        world.pass(off);
        let vault = desk.parts().vault;
        let mut session = vault.session().unwrap().unwrap();
        session.clock_off_seconds = off.num_seconds();
        vault.put_session(&session).unwrap();
        let after = desk.show_case(&view.row.case).unwrap();
        assert_eq!(after.may, before.may, "{off}");
        assert_eq!(desk.intake_choices().unwrap().next_days, offered, "{off}");
    }
}

#[test]
fn a_clock_that_is_put_back_does_not_lengthen_the_lease_beyond_the_last_answer() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.judge(&mut desk);
    world.pass(TimeDelta::hours(100));
    let vault = desk.parts().vault;
    let mut session = vault.session().unwrap().unwrap();
    session.last_contact = Some(world.now());
    vault.put_session(&session).unwrap();
    world.pass(TimeDelta::hours(-100));
    let may = desk.show_case(&view.row.case).unwrap().may;
    assert!(may.contains(&May::Note) && !may.contains(&May::Reply), "{may:?}");
}
