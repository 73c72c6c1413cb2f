//! `platform devices`: enrolled computers, and what is done about a lost one.

use super::accounts::book;
use super::args::Devices;
use super::console::{Console, Stopped, shown};
use crate::{App, ListedDevice};
use chrono::SecondsFormat;
use domain::book::Book;
use domain::{DeviceId, StaffId};

pub(super) fn devices(console: &Console, app: &App, args: &Devices) -> Result<(), Stopped> {
    match args {
        Devices::List { staff, agency } => {
            let book = book(console, app, agency.as_deref())?;
            let staff = staff.as_deref().map(|it| known(console, app, &book, it)).transpose()?;
            list(console, app, &book, staff.as_ref())
        }
        Devices::Revoke { device, staff, agency } => {
            let book = book(console, app, agency.as_deref())?;
            match (device, staff) {
                (_, Some(staff)) => {
                    let staff = known(console, app, &book, staff)?;
                    revoke_all(console, app, &book, &staff)
                }
                (device, None) => revoke(console, app, &book, device.as_deref().unwrap_or("")),
            }
        }
    }
}

fn list(console: &Console, app: &App, book: &Book, staff: Option<&StaffId>) -> Result<(), Stopped> {
    let devices = app.devices(&book.agency).map_err(|error| console.failed(&error))?;
    let mut devices =
        devices.into_iter().filter(|it| staff.is_none_or(|staff| it.staff == *staff)).peekable();
    if devices.peek().is_none() {
        console.say("devices-none", &[]);
    }
    for it in devices {
        let at = |at: chrono::DateTime<chrono::Utc>| {
            at.to_rfc3339_opts(SecondsFormat::Secs, true).into()
        };
        console.say(
            "device-line",
            &[
                ("device", shown(&it.device)),
                ("staff", shown(&it.staff)),
                ("state", console.words(state(&it), &[]).into()),
                ("enrolled", at(it.enrolled_at)),
                ("seen", at(it.seen_at)),
            ],
        );
    }
    Ok(())
}

fn state(device: &ListedDevice) -> &'static str {
    match (device.revoked_at, device.signed_in) {
        (Some(_), _) => "device-state-revoked",
        (None, true) => "device-state-signed-in",
        (None, false) => "device-state-signed-out",
    }
}

fn revoke(console: &Console, app: &App, book: &Book, device: &str) -> Result<(), Stopped> {
    let values = [("device", device.to_owned().into())];
    let unknown = || console.stop("device-unknown", &values);
    let id: DeviceId = device.parse().map_err(|_| unknown())?;
    let devices = app.devices(&book.agency).map_err(|error| console.failed(&error))?;
    let listed = devices.into_iter().find(|it| it.device == id).ok_or_else(unknown)?;
    if listed.revoked_at.is_some() {
        console.say("device-revoked-before", &values);
        return Ok(());
    }
    app.revoke_device(&book.agency, id).map_err(|error| console.failed(&error))?;
    let values = [("device", shown(&id)), ("staff", shown(&listed.staff))];
    console.say("device-revoked", &values);
    Ok(())
}

fn revoke_all(console: &Console, app: &App, book: &Book, staff: &StaffId) -> Result<(), Stopped> {
    let ended = app.revoke_devices(&book.agency, staff).map_err(|error| console.failed(&error))?;
    let values = [("staff", shown(staff)), ("devices", ended.devices.into())];
    console.say("devices-revoked", &values);
    Ok(())
}

/// Somebody of the agency's files, or whoever has left them and still has a computer.
fn known(console: &Console, app: &App, book: &Book, staff: &str) -> Result<StaffId, Stopped> {
    let staff = StaffId::new(staff);
    let devices = app.devices(&book.agency).map_err(|error| console.failed(&error))?;
    if book.staff.contains_key(&staff) || devices.iter().any(|it| it.staff == staff) {
        return Ok(staff);
    }
    Err(console.stop("unknown-staff", &[("staff", shown(&staff))]))
}
