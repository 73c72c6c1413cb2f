//! `platform backup` and `platform restore`.

use super::args::{Backup, Restore};
use super::console::{Console, Stopped, shown};
use super::settings::Settings;
use crate::backup::OCCUPIED;
use crate::{App, Error};

pub(super) fn backup(console: &Console, app: &App, args: &Backup) -> Result<(), Stopped> {
    let path = [("path", shown(&args.dir.display()))];
    if args.dir.exists() {
        return Err(console.stop("backup-exists", &path));
    }
    console.say("backup-begun", &path);
    let manifest = app.backup(&args.dir).map_err(|error| console.failed(&error))?;
    let events: u64 = manifest.heads.values().sum();
    console.say("backup-done", &[("path", shown(&args.dir.display())), ("events", events.into())]);
    Ok(())
}

pub(super) fn restore(
    console: &Console,
    settings: &Settings,
    args: &Restore,
) -> Result<(), Stopped> {
    let path = || [("path", shown(&args.dir.display()))];
    console.say("restore-begun", &path());
    match crate::restore(&settings.config, &args.dir, args.force) {
        Ok(manifest) => {
            let values = [("path", shown(&args.dir.display())), ("at", shown(&manifest.at))];
            console.say("restore-done", &values);
            Ok(())
        }
        Err(Error::BadBackup(OCCUPIED)) => Err(console.stop("restore-occupied", &path())),
        Err(Error::BadBackup(cause)) => {
            let values = [("path", shown(&args.dir.display())), ("cause", cause.into())];
            Err(console.stop("restore-refused", &values))
        }
        Err(error) => Err(console.failed(&error)),
    }
}
