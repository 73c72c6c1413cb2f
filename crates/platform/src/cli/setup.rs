//! `platform setup`: an agency from its folder, and what makes a demo.

use super::args::Setup;
use super::console::{Console, Stopped, shown};
use super::settings::Settings;
use crate::living::{self, Script, SetClock, StepRefused};
use crate::setup::{Fault, Problem, Revision, read_book, revise};
use crate::{App, Denied, Error, system_clock, system_random};
use domain::book::Book;
use std::path::Path;

pub(super) fn setup(console: &Console, settings: &Settings, args: &Setup) -> Result<(), Stopped> {
    let book = read_book(&args.dir).map_err(|faults| tell(console, &args.dir, &faults))?;
    let script = if args.demo { script(console, &args.dir)? } else { None };
    let now = system_clock()();
    let clock = SetClock::at(now);
    let app = App::open(settings.config.clone(), clock.clock(), system_random())
        .map_err(|error| console.failed(&error))?;
    if args.demo {
        app.mark_demo().map_err(|denied| refused(console, &denied))?;
    }
    let book = put(console, &app, book)?;
    if !args.demo {
        return Ok(());
    }
    for staff in book.staff.keys() {
        app.put_demo_account(&book.agency, staff).map_err(|denied| refused(console, &denied))?;
    }
    console.say("setup-demo-accounts", &[("accounts", book.staff.len().into())]);
    let Some(script) = script else { return Ok(()) };
    let played = living::play(&app, &clock, &book, &script, now)
        .map_err(|refusal| step_refused(console, refusal))?;
    console.say("setup-demo-cases", &[("cases", played.cases.into())]);
    Ok(())
}

/// Puts the book there when it says something new; answers the one that stands.
fn put(console: &Console, app: &App, book: Book) -> Result<Book, Stopped> {
    let agency = book.agency.clone();
    let standing = match app.book(&agency) {
        Ok(book) => Some(book),
        Err(Error::UnknownAgency) => None,
        Err(error) => return Err(console.failed(&error)),
    };
    let name = |book: &Book| book.name.of(console.language).to_owned();
    match (revise(standing.as_deref(), book), standing) {
        (Revision::Same, Some(book)) => {
            let values = [("agency", name(&book).into()), ("version", book.version.into())];
            console.say("setup-same", &values);
        }
        (Revision::Next(book), _) => {
            let version = app.put_book(&book).map_err(|error| console.failed(&error))?;
            console
                .say("setup-done", &[("agency", name(&book).into()), ("version", version.into())]);
        }
        (Revision::Same, None) => {}
    }
    let book = app.book(&agency).map_err(|error| console.failed(&error))?;
    Ok(book.as_ref().clone())
}

fn script(console: &Console, dir: &Path) -> Result<Option<Script>, Stopped> {
    living::read_script(dir).map_err(|faults| tell(console, dir, &faults))
}

/// Every fault with its place and what to do.
fn tell(console: &Console, dir: &Path, faults: &[Fault]) -> Stopped {
    let values = [("faults", faults.len().into()), ("dir", shown(&dir.display()))];
    let stopped = console.stop("setup-faults", &values);
    for fault in faults {
        let place = place(console, fault);
        let why = why(console, &fault.problem);
        console.warn("setup-fault", &[("place", place.into()), ("why", why.into())]);
    }
    stopped
}

fn place(console: &Console, fault: &Fault) -> String {
    let file = ("file", fault.file.as_str().into());
    match (fault.line, fault.key.as_str()) {
        (None, "") => console.words("setup-place-file", &[file]),
        (None, key) => console.words("setup-place-key", &[file, ("key", key.into())]),
        (Some(line), "") => console.words("setup-place-line", &[file, ("line", shown(&line))]),
        (Some(line), key) => {
            console.words("setup-place", &[file, ("line", shown(&line)), ("key", key.into())])
        }
    }
}

fn why(console: &Console, problem: &Problem) -> String {
    let id = format!("fault-{}", problem.code());
    match problem {
        Problem::FileMissing
        | Problem::FileTooLarge
        | Problem::BookTooLarge
        | Problem::UnknownKey => console.words(&id, &[]),
        Problem::FileUnreadable { cause } => console.words(&id, &[("cause", shown(cause))]),
        Problem::Form { cause } => console.words(&id, &[("cause", cause.as_str().into())]),
        Problem::Book { found, .. } => console.words(&id, &[("found", found.as_str().into())]),
    }
}

fn refused(console: &Console, denied: &Denied) -> Stopped {
    if matches!(denied, Denied::Forbidden("not_a_demo")) {
        return console.stop("setup-not-empty", &[]);
    }
    console.failed(denied)
}

fn step_refused(console: &Console, refusal: StepRefused) -> Stopped {
    match refusal {
        StepRefused::Refused { case, step, why } => {
            let code = why.map_or_else(String::new, |it| super::import::code(&it));
            let values = [("case", case.into()), ("step", step.into()), ("code", code.into())];
            console.stop("setup-demo-step-refused", &values)
        }
        StepRefused::Platform(error) => console.failed(&error),
    }
}
