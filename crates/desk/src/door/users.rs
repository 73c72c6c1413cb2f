//! What the sign-in screen shows before anybody is in.

use super::Door;
use crate::DeskError;
use crate::view::{AgencyChoice, DemoChoice, EnrolledUser, OfflineUnlock, PlatformView};
use domain::{AgencyId, DeviceId, StaffId};
use protocol::{Exact, Hello};
use store::{Card, OfflineWrap, enrolled};

impl Door {
    /// Users enrolled on this computer.
    pub fn users(&self) -> Result<Vec<EnrolledUser>, DeskError> {
        let users = enrolled(&self.root)?;
        Ok(users.into_iter().map(|it| user_view(it.card, it.offline)).collect())
    }

    /// The device and its public key, for an online sign-in of an enrolled user; none when this
    /// computer must be enrolled first.
    pub fn device_of(
        &self,
        agency: &AgencyId,
        staff: &StaffId,
    ) -> Result<Option<(DeviceId, Exact)>, DeskError> {
        let users = enrolled(&self.root)?;
        let card = users.into_iter().map(|it| it.card);
        let card = card.into_iter().find(|it| it.agency == *agency && it.staff == *staff);
        Ok(card.and_then(|it| Some((it.device?, Exact(it.device_key?)))))
    }
}

pub(crate) fn user_view(card: Card, offline: OfflineWrap) -> EnrolledUser {
    EnrolledUser {
        agency: card.agency.as_str().to_owned(),
        staff: card.staff.as_str().to_owned(),
        name: card.name,
        offline_unlock: match offline {
            OfflineWrap::WithKeyring => OfflineUnlock::WithKeyring,
            OfflineWrap::PasswordOnly => OfflineUnlock::PasswordOnly,
            OfflineWrap::Off => OfflineUnlock::Off,
        },
    }
}

/// What the platform says to anybody, for the sign-in screen.
#[must_use]
pub fn platform_view(hello: &Hello) -> PlatformView {
    let agencies = hello
        .agencies
        .iter()
        .map(|it| AgencyChoice { agency: it.agency.as_str().to_owned(), name: it.name.clone() });
    let demo = hello.demo.iter().flatten().map(|it| DemoChoice {
        agency: it.agency.as_str().to_owned(),
        staff: it.staff.as_str().to_owned(),
        name: it.name.clone(),
        post: it.post.clone(),
        password: it.password.clone(),
        code: it.code.clone(),
    });
    PlatformView { agencies: agencies.collect(), demo: demo.collect() }
}
