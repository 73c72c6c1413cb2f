//! `platform accounts` and `platform enrol`: who may sign in, and on which computer.

use super::args::{Accounts, Staff};
use super::console::{Console, Stopped, shown};
use crate::App;
use domain::book::{Book, Labels};
use domain::{AgencyId, DeviceId, StaffId};
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
        Accounts::Revoke { device, agency } => {
            let book = book(console, app, agency.as_deref())?;
            revoke(console, app, &book.agency, device)
        }
    }
}

pub(super) fn enrol(console: &Console, app: &App, who: &Staff) -> Result<(), Stopped> {
    let (book, staff) = find(console, app, who)?;
    let code = app.enrolment_code(&book.agency, &staff).map_err(|error| console.failed(&error))?;
    let minutes = app.config.code_minutes;
    let values = [("staff", shown(&staff)), ("code", code.into()), ("minutes", minutes.into())];
    console.say("enrol-code", &values);
    Ok(())
}

fn list(console: &Console, app: &App, book: &Book) -> Result<(), Stopped> {
    for (staff, record) in &book.staff {
        let ready = app.has_account(&book.agency, staff).map_err(|error| console.failed(&error))?;
        let state = if ready { "account-ready" } else { "account-missing" };
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
    app.set_password(&book.agency, &staff, &typed).map_err(|denied| console.failed(&denied))?;
    console.say(done, &[("staff", shown(&staff))]);
    Ok(())
}

/// One line of standard input, so that a password never stands in a list of processes.
fn line() -> Option<String> {
    use std::io::Read;
    let mut typed = String::new();
    std::io::stdin().lock().take(PASSWORD_BYTES_MAX).read_line(&mut typed).ok()?;
    let typed = typed.trim_end_matches(['\r', '\n']);
    (!typed.is_empty()).then(|| typed.to_owned())
}

fn revoke(console: &Console, app: &App, agency: &AgencyId, device: &str) -> Result<(), Stopped> {
    let values = [("device", device.to_owned().into())];
    let unknown = || console.stop("device-unknown", &values);
    let id: DeviceId = device.parse().map_err(|_| unknown())?;
    if !app.revoke_device(agency, id).map_err(|error| console.failed(&error))? {
        return Err(unknown());
    }
    console.say("device-revoked", &values);
    Ok(())
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
