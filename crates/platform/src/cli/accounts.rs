//! `platform accounts` and `platform enrol`: who may sign in, and on which computer.

use super::args::{Accounts, Staff};
use super::console::{Console, Stopped, shown};
use crate::{AccountState, App};
use domain::book::{Book, Labels};
use domain::{AgencyId, StaffId};
use std::io::BufRead;
use std::sync::Arc;

/// Shorter passwords are guessed.
const PASSWORD_CHARS_MIN: usize = 10;
/// Longer lines are no passwords.
const PASSWORD_BYTES_MAX: u64 = 1024;

pub(super) fn accounts(console: &Console, app: &App, args: &Accounts) -> Result<(), Stopped> {
    match args {
        Accounts::List { agency } => {
            let book = book(console, app, agency.as_deref())?;
            list(console, app, &book)
        }
        Accounts::Add(who) => password(console, app, who, "account-created"),
        Accounts::Password(who) => password(console, app, who, "account-changed"),
        Accounts::Disable(who) => disable(console, app, who),
        Accounts::Enable(who) => enable(console, app, who),
        Accounts::EndSessions(who) => end_sessions(console, app, who),
    }
}

pub(super) fn enrol(console: &Console, app: &App, who: &Staff) -> Result<(), Stopped> {
    let (book, staff) = find(console, app, who)?;
    let state = app.account_state(&book.agency, &staff);
    if state.map_err(|error| console.failed(&error))? == AccountState::Disabled {
        return Err(console.stop("enrol-disabled", &[("staff", shown(&staff))]));
    }
    let code = app.enrolment_code(&book.agency, &staff).map_err(|error| console.failed(&error))?;
    let minutes = app.config.code_minutes;
    let values = [("staff", shown(&staff)), ("code", code.into()), ("minutes", minutes.into())];
    console.say("enrol-code", &values);
    Ok(())
}

fn list(console: &Console, app: &App, book: &Book) -> Result<(), Stopped> {
    for (staff, record) in &book.staff {
        let state = app.account_state(&book.agency, staff);
        let state = match state.map_err(|error| console.failed(&error))? {
            AccountState::Ready => "account-ready",
            AccountState::Disabled => "account-disabled",
            AccountState::Missing => "account-missing",
        };
        let post = book.post_label_of(staff, app.now());
        let label = |it: &Labels| it.of(console.language).to_owned();
        console.say(
            "account-line",
            &[
                ("staff", shown(staff)),
                ("state", console.words(state, &[]).into()),
                ("name", label(&record.name).into()),
                ("post", post.map_or_else(String::new, label).into()),
            ],
        );
    }
    Ok(())
}

fn password(console: &Console, app: &App, who: &Staff, done: &str) -> Result<(), Stopped> {
    let (book, staff) = find(console, app, who)?;
    let typed = line().ok_or_else(|| console.stop("account-password-missing", &[]))?;
    if typed.chars().count() < PASSWORD_CHARS_MIN {
        let chars = PASSWORD_CHARS_MIN.into();
        return Err(console.stop("account-password-short", &[("chars", chars)]));
    }
    let ended = app.set_password(&book.agency, &staff, &typed);
    let ended = ended.map_err(|denied| console.failed(&denied))?;
    console.say(done, &[("staff", shown(&staff)), ("sessions", ended.sessions.into())]);
    Ok(())
}

fn disable(console: &Console, app: &App, who: &Staff) -> Result<(), Stopped> {
    let (book, staff) = find(console, app, who)?;
    let ended = app.disable_account(&book.agency, &staff);
    let ended = ended.map_err(|error| console.failed(&error))?;
    let ended = ended.ok_or_else(|| no_account(console, &staff))?;
    let values = [("staff", shown(&staff)), ("sessions", ended.sessions.into())];
    console.say("account-disabled-done", &values);
    Ok(())
}

fn enable(console: &Console, app: &App, who: &Staff) -> Result<(), Stopped> {
    let (book, staff) = find(console, app, who)?;
    let there = app.enable_account(&book.agency, &staff);
    if !there.map_err(|error| console.failed(&error))? {
        return Err(no_account(console, &staff));
    }
    console.say("account-enabled-done", &[("staff", shown(&staff))]);
    Ok(())
}

fn end_sessions(console: &Console, app: &App, who: &Staff) -> Result<(), Stopped> {
    let (book, staff) = find(console, app, who)?;
    let there = app.has_account(&book.agency, &staff).map_err(|error| console.failed(&error))?;
    if !there {
        return Err(no_account(console, &staff));
    }
    let ended = app.end_sessions(&book.agency, &staff).map_err(|error| console.failed(&error))?;
    let values = [("staff", shown(&staff)), ("sessions", ended.sessions.into())];
    console.say("account-sessions-ended", &values);
    Ok(())
}

fn no_account(console: &Console, staff: &StaffId) -> Stopped {
    console.stop("account-none", &[("staff", shown(staff))])
}

/// One line of standard input, so that a password never stands in a list of processes.
fn line() -> Option<String> {
    use std::io::Read;
    let mut typed = String::new();
    std::io::stdin().lock().take(PASSWORD_BYTES_MAX).read_line(&mut typed).ok()?;
    let typed = typed.trim_end_matches(['\r', '\n']);
    (!typed.is_empty()).then(|| typed.to_owned())
}

fn find(console: &Console, app: &App, who: &Staff) -> Result<(Arc<Book>, StaffId), Stopped> {
    let book = book(console, app, who.agency.as_deref())?;
    let staff = StaffId::new(&who.staff);
    if !book.staff.contains_key(&staff) {
        return Err(console.stop("unknown-staff", &[("staff", shown(&staff))]));
    }
    Ok((book, staff))
}

/// The agency that was named, or the only one.
pub(super) fn book(
    console: &Console,
    app: &App,
    named: Option<&str>,
) -> Result<Arc<Book>, Stopped> {
    let agencies = app.agencies().map_err(|error| console.failed(&error))?;
    let known: Vec<&str> = agencies.iter().map(AgencyId::as_str).collect();
    let values = [
        ("known", known.join(", ").into()),
        ("agency", named.unwrap_or_default().to_owned().into()),
    ];
    let agency = match (named, &agencies[..]) {
        (None, []) => return Err(console.stop("serve-no-agency", &[])),
        (None, [only]) => only,
        (None, [..]) => return Err(console.stop("agency-missing", &values)),
        (Some(named), all) => all
            .iter()
            .find(|it| it.as_str() == named)
            .ok_or_else(|| console.stop("unknown-agency", &values))?,
    };
    app.book(agency).map_err(|error| console.failed(&error))
}
