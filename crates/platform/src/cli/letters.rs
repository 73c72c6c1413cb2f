//! `platform letters`: messages that did not arrive, sending one again, and a test message.

use super::accounts::book;
use super::args::{LetterState, Letters, LettersCommand};
use super::console::{Console, Stopped, shown};
use super::import::code;
use crate::sender::{Delivery, Outward, SettingsFault};
use crate::surroundings::uuid;
use crate::{Acted, App, LetterLine};
use domain::case::Channel;
use domain::{LetterId, OpId, Refusal};
use protocol::Outcome;

/// Lines that are printed of one state.
const LINES_MAX: u32 = 1000;

pub(super) fn letters(console: &Console, app: &App, args: &Letters) -> Result<(), Stopped> {
    match &args.what {
        None => list(console, app, args),
        Some(LettersCommand::Retry { id, agency }) => retry(console, app, id, agency.as_deref()),
        Some(LettersCommand::Test { address }) => test(console, app, address),
    }
}

/// The senders of the settings.
pub(super) fn outward(console: &Console, app: &App) -> Result<Outward, Stopped> {
    let config = &app.config;
    Outward::new(&config.letters, config.page_url.as_deref(), &app.clock).map_err(
        |SettingsFault { code, value }| {
            console.stop(&format!("letters-settings-{code}"), &[("value", value.into())])
        },
    )
}

fn list(console: &Console, app: &App, args: &Letters) -> Result<(), Stopped> {
    let book = book(console, app, args.agency.as_deref())?;
    let states = match args.state {
        Some(state) => vec![state],
        None => vec![LetterState::Failed, LetterState::Uncertain],
    };
    let mut count = 0;
    for state in states {
        let lines = app.letters(&book.agency, state.word(), LINES_MAX);
        for line in lines.map_err(|error| console.failed(&error))? {
            count += 1;
            tell(console, &line);
        }
    }
    if count == 0 {
        console.say("letters-no-lines", &[]);
    }
    Ok(())
}

fn tell(console: &Console, line: &LetterLine) {
    let fault = line.fault.map_or_else(String::new, |it| {
        console.words(&format!("letters-fault-{}", it.code().replace('_', "-")), &[])
    });
    let LetterId { op, n } = line.id;
    let by_mail = line.channel == Channel::Mail;
    let channel = if by_mail { "letters-channel-mail" } else { "letters-channel-sms" };
    console.say(
        "letters-line",
        &[
            ("id", format!("{op}.{n}").into()),
            ("state", console.words(&format!("letters-state-{}", dashed(&line.state)), &[]).into()),
            ("fault", fault.into()),
            ("kind", console.words(&format!("letters-kind-{}", line.kind), &[]).into()),
            ("reference", shown(&line.reference)),
            ("channel", console.words(channel, &[]).into()),
            ("attempts", line.attempts.into()),
            ("since", line.since.format("%Y-%m-%d %H:%MZ").to_string().into()),
        ],
    );
}

fn dashed(word: &str) -> String {
    word.replace('_', "-")
}

fn retry(console: &Console, app: &App, id: &str, agency: Option<&str>) -> Result<(), Stopped> {
    let book = book(console, app, agency)?;
    let named = [("id", id.to_owned().into())];
    let unknown = || console.stop("letters-unknown", &named);
    let letter = read_id(id).ok_or_else(unknown)?;
    let acted = app.retry_letter(&book.agency, letter).map_err(|error| console.failed(&error))?;
    match acted {
        None => Err(unknown()),
        Some(Acted::Judged(Outcome::Accepted { .. })) => {
            console.say("letters-queued", &named);
            Ok(())
        }
        Some(Acted::Judged(Outcome::Rejected { refusal, .. })) => {
            let is_unknown = matches!(refusal, Refusal::UnknownCode { .. });
            let not_returned = || console.words("letters-not-returned", &[]);
            let why = if is_unknown { not_returned() } else { code(&refusal) };
            let values = [named[0].clone(), ("code", why.into())];
            Err(console.stop("letters-not-queued", &values))
        }
        Some(
            Acted::Judged(Outcome::NeedsConfirmation { .. }) | Acted::Broke | Acted::OtherAction,
        ) => Err(console.stop("letters-not-queued", &[named[0].clone(), ("code", "".into())])),
    }
}

/// An id as a list prints it.
fn read_id(id: &str) -> Option<LetterId> {
    let (op, n) = id.split_once('.')?;
    let op: OpId = op.parse().ok()?;
    Some(LetterId { op, n: n.parse().ok()? })
}

fn test(console: &Console, app: &App, address: &str) -> Result<(), Stopped> {
    let outward = outward(console, app)?;
    let id = uuid(&app.random, app.now()).map_err(|error| console.failed(&error))?;
    let id = format!("test.{id}");
    let said = outward.test(address, console.language, &id, app.now());
    let Some(delivery) = said else { return Err(console.stop("letters-test-no-way", &[])) };
    match delivery {
        Delivery::HandedOver => {
            console.say("letters-test-handed-over", &[]);
            Ok(())
        }
        Delivery::Uncertain => Err(console.stop("letters-test-uncertain", &[])),
        Delivery::Later => Err(console.stop("letters-test-later", &[])),
        Delivery::Failed(fault) => {
            let id = format!("letters-fault-{}", dashed(fault.code()));
            let why = console.words(&id, &[]);
            Err(console.stop("letters-test-failed", &[("why", why.into())]))
        }
    }
}
