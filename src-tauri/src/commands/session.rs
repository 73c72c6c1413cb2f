//! Signing in, unlocking, locking, settings.

use super::Shared;
use crate::engine;
use crate::state::{Answer, Window, off_thread, on_desk};
use crate::told::Told;
use crate::{keyring_secret, links};
use desk::view::{EnrolledUser, SessionView, Settings, SignInInput, UnlockInput};
use desk::{
    Accepted, Desk, DeskError, Enrolment, KeySecrets, SignedIn, SigningKey, Trouble, platform_view,
};
use domain::{AgencyId, DeviceId, StaffId};
use protocol::{Exact, Hello, Platform, Proof, ShareRequest, SignInAnswer, SignInRequest};
use std::sync::Arc;
use std::time::Duration;
use tauri::AppHandle;

#[tauri::command]
pub async fn session(window: Shared<'_>) -> Answer<SessionView> {
    view(&window).await
}

#[tauri::command]
pub async fn sign_in(
    app: AppHandle,
    window: Shared<'_>,
    input: SignInInput,
) -> Answer<SessionView> {
    let (agency, staff) = (AgencyId::new(&*input.agency), StaffId::new(&*input.staff));
    let known =
        window.door().device_of(&agency, &staff).map_err(|it| Told::of(it, &window.edge))?;
    let hello = window.platform.hello().await?;
    let (device, key, enrolment) = match known {
        Some((device, _)) => (Some(device), device_key(&window, &input, device).await?, None),
        None if input.code.as_deref().unwrap_or_default().is_empty() => {
            return Err(Told::of(Trouble::CodeNeeded.into(), &window.edge));
        }
        None => {
            let enrolment = Enrolment::begin().map_err(|it| Told::of(it, &window.edge))?;
            (None, enrolment.signing_key(), Some(enrolment))
        }
    };
    let password = input.password.clone();
    let code = input.code.clone().filter(|_| device.is_none());
    let device_key = Exact(key.verifying_key().to_bytes().to_vec());
    let proof = Proof::default();
    let request = SignInRequest { agency, staff, password, device, device_key, code, proof };
    let answer = sync::sign_in(&window.platform, request, &key).await?;
    off_thread(&window, move |window| {
        with_user(window, &input, &hello, &answer, |user| {
            // The session ran out at an open desk: tokens and lease are new, the work stays.
            if let Some(desk) = window.session().desk.as_mut() {
                return window.door().renew(desk, user);
            }
            let desk = match enrolment {
                Some(enrolment) => window.door().enrol(enrolment, user)?,
                None => patiently(|| window.door().sign_in(user))?,
            };
            come_in(window, desk)
        })
        .map_err(|it| Told::of(it, &window.edge))
    })
    .await?;
    arrived(&app, &window).await
}

/// The key with which an enrolled computer proves itself: of the open desk, else opened on this
/// computer alone, else with the platform's share.
async fn device_key(
    window: &Arc<Window>,
    input: &SignInInput,
    device: DeviceId,
) -> Answer<SigningKey> {
    if let Some(key) = window.session().desk.as_ref().map(Desk::signing_key) {
        return Ok(key);
    }
    if let Some(key) = open_device_key(window, input, None).await? {
        return Ok(key);
    }
    let request = ShareRequest {
        agency: AgencyId::new(&*input.agency),
        staff: StaffId::new(&*input.staff),
        password: input.password.clone(),
        device,
    };
    let share = window.platform.share(&request).await?.share;
    let share = share.0.try_into().map_err(|_| protocol::PlatformError::Nonsense)?;
    let key = open_device_key(window, input, Some(share)).await?;
    let closed = || key_secrets(input, None, None).closed();
    key.ok_or_else(|| Told::of(closed().into(), &window.edge))
}

async fn open_device_key(
    window: &Arc<Window>,
    input: &SignInInput,
    share: Option<[u8; 32]>,
) -> Answer<Option<SigningKey>> {
    let input = input.clone();
    off_thread(window, move |window| {
        let (agency, staff) = (AgencyId::new(&*input.agency), StaffId::new(&*input.staff));
        let keyring = keyring_secret::read(&entry_of(window, &input.agency, &input.staff));
        let secrets = key_secrets(&input, keyring.as_ref(), share.as_ref());
        let key = patiently(|| window.door().device_key(&agency, &staff, &secrets));
        key.map_err(|it| Told::of(it, &window.edge))
    })
    .await
}

fn key_secrets<'a>(
    input: &'a SignInInput,
    keyring: Option<&'a [u8; 32]>,
    share: Option<&'a [u8; 32]>,
) -> KeySecrets<'a> {
    let old_password = input.old_password.as_deref();
    KeySecrets { password: &input.password, old_password, keyring, share }
}

/// Whom the platform has let in, with the keyring's secret: it may ask its owner, so it is read
/// before anything is held.
fn with_user<T>(
    window: &Window,
    input: &SignInInput,
    hello: &Hello,
    answer: &SignInAnswer,
    work: impl FnOnce(&SignedIn<'_>) -> T,
) -> T {
    let entry = entry_of(window, &input.agency, &input.staff);
    let fresh = || keyring_secret::keep(&entry, window.edge.bytes().ok()?);
    let keyring = keyring_secret::read(&entry).or_else(fresh);
    work(&SignedIn {
        agency: AgencyId::new(&*input.agency),
        staff: StaffId::new(&*input.staff),
        password: &input.password,
        old_password: input.old_password.as_deref(),
        keyring: keyring.as_ref(),
        password_alone: if input.accept_password_only { Accepted::Yes } else { Accepted::No },
        platform: window.address.clone(),
        demo: hello.demo.is_some(),
        answer,
    })
}

/// The keyring's name for a user of this profile.
fn entry_of(window: &Window, agency: &str, staff: &str) -> String {
    format!("{agency}/{staff} {}", window.root.display())
}

fn come_in(window: &Window, mut desk: Desk) -> Result<(), DeskError> {
    let kept = desk.parts().vault.session()?;
    window.platform.set_access(kept.and_then(|it| it.access));
    let mut session = window.session();
    session.locked = None;
    session.desk = Some(desk);
    Ok(())
}

#[tauri::command]
pub async fn unlock(app: AppHandle, window: Shared<'_>, input: UnlockInput) -> Answer<SessionView> {
    off_thread(&window, move |window| {
        let (agency, staff) = (AgencyId::new(&*input.agency), StaffId::new(&*input.staff));
        let keyring = keyring_secret::read(&entry_of(window, &input.agency, &input.staff));
        let door = window.door();
        let desk = patiently(|| door.unlock(&agency, &staff, &input.password, keyring.as_ref()));
        desk.and_then(|it| come_in(window, it)).map_err(|it| Told::of(it, &window.edge))
    })
    .await?;
    arrived(&app, &window).await
}

/// Somebody who closes the window and opens it again at once meets the last moment of the first.
fn patiently<T>(mut come: impl FnMut() -> Result<T, DeskError>) -> Result<T, DeskError> {
    for _ in 0..20 {
        match come() {
            Err(DeskError::Trouble(Trouble::StoreInUse)) => {}
            done => return done,
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    come()
}

/// Closes the desk; what was typed is in the vault.
#[tauri::command]
pub async fn lock(window: Shared<'_>) -> Answer<SessionView> {
    off_thread(&window, |window| {
        let mut session = window.session();
        if let Some(desk) = session.desk.take() {
            session.locked = Some(desk.lock().map_err(|it| Told::of(it, &window.edge))?);
        }
        Ok(())
    })
    .await?;
    view(&window).await
}

/// Leaves the window to somebody else; the vault stays.
#[tauri::command]
pub async fn sign_out(window: Shared<'_>) -> Answer<SessionView> {
    off_thread(&window, |window| {
        let mut session = window.session();
        session.locked = None;
        let Some(desk) = session.desk.take() else { return Ok(()) };
        window.platform.set_access(None);
        desk.sign_out().map(|_| ()).map_err(|it| Told::of(it, &window.edge))
    })
    .await?;
    view(&window).await
}

#[tauri::command]
pub async fn settings(window: Shared<'_>) -> Answer<Settings> {
    on_desk(&window, |desk| desk.settings()).await
}

#[tauri::command]
pub async fn save_settings(window: Shared<'_>, input: Settings) -> Answer<()> {
    on_desk(&window, move |desk| desk.save_settings(&input)).await
}

/// A desk that has never met its platform has no book yet: the first round brings it. Then a case
/// that a link asked for is shown.
async fn arrived(app: &AppHandle, window: &Arc<Window>) -> Answer<SessionView> {
    let has_book =
        window.session().desk.as_mut().is_some_and(|it| it.parts().cache.book().is_some());
    if !has_book {
        engine::agree(app, window).await;
    }
    window.begin_anew();
    links::show_asked(app, window).await;
    view(window).await
}

async fn view(window: &Arc<Window>) -> Answer<SessionView> {
    let known = off_thread(window, |window| {
        let session = window.session();
        if let Some(user) = &session.locked {
            return Ok(Some(SessionView::Locked { user: user.clone() }));
        }
        let Some(desk) = &session.desk else { return Ok(None) };
        desk.session().map(Some).map_err(|it| Told::of(it, &window.edge))
    })
    .await?;
    match known {
        Some(view) => Ok(view),
        None => signed_out(window).await,
    }
}

async fn signed_out(window: &Arc<Window>) -> Answer<SessionView> {
    let users: Vec<EnrolledUser> =
        off_thread(window, |window| window.door().users().map_err(|it| Told::of(it, &window.edge)))
            .await?;
    let platform = window.platform.hello().await.ok().map(|it| platform_view(&it));
    Ok(SessionView::SignedOut { users, platform, address: window.address.clone() })
}
