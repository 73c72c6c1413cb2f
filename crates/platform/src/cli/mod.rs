//! The command line: `platform serve`, `setup`, `import`, `enrol`, `adopt-restore`, `accounts`,
//! `letters`, `devices`.

mod accounts;
mod args;
mod console;
mod devices;
mod import;
mod letters;
mod serve;
mod settings;
mod setup;

use crate::{App, system_clock, system_random};
use args::{Cli, Command};
use clap::Parser;
use console::{Console, Stopped, shown};
use settings::{Settings, Unreadable, language};
use std::process::ExitCode;

/// Reads the command line and does what it says. The code is 0 when all went well, 1 when it did not
/// and the reason was said, 2 when the command line makes no sense, 3 when an import refused rows.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(code) => code,
        Err(Stopped) => ExitCode::FAILURE,
    }
}

fn run(cli: &Cli) -> Result<ExitCode, Stopped> {
    let serve = match &cli.command {
        Command::Serve(serve) => Some(serve),
        Command::Setup(_)
        | Command::Import(_)
        | Command::Enrol(_)
        | Command::AdoptRestore
        | Command::Letters(_)
        | Command::Accounts(_)
        | Command::Devices(_) => None,
    };
    let settings = Settings::new(cli, serve).map_err(|Unreadable { path, cause }| {
        let console = Console::new(language(cli.common.lang));
        let values = [("path", shown(&path.display())), ("cause", cause.into())];
        console.stop("config-unreadable", &values)
    })?;
    let console = Console::new(settings.language);
    match &cli.command {
        Command::Serve(args) => serve::serve(&console, settings, args),
        Command::Setup(args) => setup::setup(&console, &settings, args),
        Command::Import(args) => {
            return import::import(&console, &open(&console, &settings)?, args);
        }
        Command::Enrol(args) => accounts::enrol(&console, &open(&console, &settings)?, args),
        Command::Letters(args) => letters::letters(&console, &open(&console, &settings)?, args),
        Command::AdoptRestore => adopt_restore(&console, &open(&console, &settings)?),
        Command::Accounts(args) => accounts::accounts(&console, &open(&console, &settings)?, args),
        Command::Devices(args) => devices::devices(&console, &open(&console, &settings)?, args),
    }?;
    Ok(ExitCode::SUCCESS)
}

fn adopt_restore(console: &Console, app: &App) -> Result<(), Stopped> {
    let epoch = app.adopt_restore().map_err(|error| console.failed(&error))?;
    console.say("restore-adopted", &[("epoch", epoch.into())]);
    Ok(())
}

fn open(console: &Console, settings: &Settings) -> Result<App, Stopped> {
    App::open(settings.config.clone(), system_clock(), system_random())
        .map_err(|error| console.failed(&error))
}
