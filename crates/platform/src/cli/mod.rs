//! The command line: `platform serve`, `setup`, `import`, `enrol`, `backup`, `restore`, `adopt-restore`,
//! `new-key`, `encrypt`, `accounts`, `devices`, `letters`.

mod accounts;
mod args;
mod backup;
mod console;
mod devices;
mod import;
mod letters;
mod serve;
mod settings;
mod setup;

use crate::app::DATABASE_FILE;
use crate::{App, DataKey, DataLock, system_clock, system_random};
use args::{Cli, Command};
use clap::Parser;
use console::{Console, Stopped, shown};
use settings::{Settings, Unreadable, language};
use std::path::Path;
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
        | Command::Backup(_)
        | Command::Restore(_)
        | Command::Letters(_)
        | Command::NewKey(_)
        | Command::Encrypt
        | Command::Accounts(_)
        | Command::Devices(_) => None,
    };
    let settings = Settings::new(cli, serve).map_err(|Unreadable { path, cause }| {
        let console = Console::new(language(cli.common.lang));
        let values = [("path", shown(&path.display())), ("cause", cause.into())];
        console.stop("config-unreadable", &values)
    })?;
    let console = Console::new(settings.language);
    keep_private(&console, &settings.config.data_dir)?;
    match &cli.command {
        Command::Serve(args) => serve::serve(&console, settings, args),
        Command::Setup(args) => setup::setup(&console, &settings, args),
        Command::Import(args) => {
            return import::import(&console, &open(&console, &settings)?, args);
        }
        Command::Enrol(args) => accounts::enrol(&console, &open(&console, &settings)?, args),
        Command::Letters(args) => letters::letters(&console, &open(&console, &settings)?, args),
        Command::AdoptRestore => adopt_restore(&console, &settings),
        Command::NewKey(args) => new_key(&console, &args.file),
        Command::Encrypt => encrypt(&console, &settings),
        Command::Backup(args) => backup::backup(&console, &open(&console, &settings)?, args),
        Command::Restore(args) => backup::restore(&console, &settings, args),
        Command::Accounts(args) => accounts::accounts(&console, &open(&console, &settings)?, args),
        Command::Devices(args) => devices::devices(&console, &open(&console, &settings)?, args),
    }?;
    Ok(ExitCode::SUCCESS)
}

fn adopt_restore(console: &Console, settings: &Settings) -> Result<(), Stopped> {
    let app = open(console, settings)?;
    let lock = DataLock::take(&settings.config.data_dir);
    let _lock = lock.map_err(|error| console.failed(&error))?;
    let epoch = app.adopt_restore().map_err(|error| console.failed(&error))?;
    console.say("restore-adopted", &[("epoch", epoch.into())]);
    Ok(())
}

/// Only `setup` and `restore` begin a platform: a folder that was mistyped is no empty one.
fn is_there(console: &Console, data: &Path) -> Result<(), Stopped> {
    if data.join(DATABASE_FILE).exists() {
        return Ok(());
    }
    Err(console.stop("no-platform", &[("path", shown(&data.display()))]))
}

/// Whatever a backup, another program or an older version left open to others becomes private.
fn keep_private(console: &Console, data: &Path) -> Result<(), Stopped> {
    let exposed = private_files::restrict(data).map_err(|cause| {
        let values = [("path", shown(&data.display())), ("cause", shown(&cause))];
        console.stop("data-not-private", &values)
    })?;
    if !exposed.is_empty() {
        let values = [("path", shown(&data.display())), ("files", exposed.len().into())];
        console.warn("data-made-private", &values);
    }
    Ok(())
}

fn new_key(console: &Console, file: &Path) -> Result<(), Stopped> {
    let key = DataKey::random(&system_random()).map_err(|error| console.failed(&error))?;
    key.write_new(file).map_err(|error| console.failed(&error))?;
    console.say("key-written", &[("path", shown(&file.display()))]);
    Ok(())
}

fn encrypt(console: &Console, settings: &Settings) -> Result<(), Stopped> {
    let Some(key) = &settings.config.data_key else {
        return Err(console.stop("encrypt-no-key", &[]));
    };
    let data = &settings.config.data_dir;
    let done = crate::encrypt(data, key).map_err(|error| console.failed(&error))?;
    let said = if done { "encrypted" } else { "encrypted-before" };
    console.say(said, &[("path", shown(&data.display()))]);
    Ok(())
}

fn open(console: &Console, settings: &Settings) -> Result<App, Stopped> {
    is_there(console, &settings.config.data_dir)?;
    App::open(settings.config.clone(), system_clock(), system_random())
        .map_err(|error| console.failed(&error))
}
