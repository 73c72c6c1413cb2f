//! The way in: enrol a new computer, sign in again, unlock without the network.
//!
//! Nothing here calls the platform. The caller asks it and brings the answer.

mod device_key;
mod enrol;
mod unlock;
mod users;

pub use device_key::KeySecrets;
pub use enrol::Enrolment;
pub(crate) use enrol::session;
pub use users::platform_view;
pub(crate) use users::user_view;

use crate::Edge;
use domain::{AgencyId, StaffId};
use protocol::SignInAnswer;
use std::path::PathBuf;
use store::{Accepted, Cost, Secrets};

/// The root under which the users of this computer are enrolled.
pub struct Door {
    root: PathBuf,
    edge: Edge,
    costs: Costs,
}

/// What Argon2id may cost. Tests lower it; nobody else does.
#[derive(Clone, Copy, Debug)]
pub struct Costs {
    /// Beside a second secret.
    pub usual: Cost,
    /// For the password alone.
    pub alone: Cost,
}

/// A user as they come to the door, with what the platform answered.
pub struct SignedIn<'a> {
    /// Which agency.
    pub agency: AgencyId,
    /// Which staff code.
    pub staff: StaffId,
    /// As typed, and as the platform took it.
    pub password: &'a str,
    /// What opened this computer before, when the password was changed elsewhere.
    pub old_password: Option<&'a str>,
    /// The system keyring's secret, when it can be used.
    pub keyring: Option<&'a [u8; 32]>,
    /// Whether the user accepted that the password alone opens this computer.
    pub password_alone: Accepted,
    /// The platform's address.
    pub platform: String,
    /// Whether the platform is a demo.
    pub demo: bool,
    /// Its answer.
    pub answer: &'a SignInAnswer,
}

impl Door {
    /// A door to the users under a root.
    #[must_use]
    pub fn new(root: PathBuf, edge: Edge) -> Self {
        let costs = Costs { usual: Cost::USUAL, alone: Cost::PASSWORD_ALONE };
        Self { root, edge, costs }
    }

    /// The same door with other costs.
    #[must_use]
    pub fn with_costs(self, costs: Costs) -> Self {
        Self { costs, ..self }
    }

    fn secrets<'a>(&self, user: &SignedIn<'a>, share: &'a [u8; 32]) -> Secrets<'a> {
        Secrets {
            password: user.password,
            keyring: user.keyring,
            share: Some(share),
            password_alone: user.password_alone,
            cost: self.costs.usual,
            cost_alone: self.costs.alone,
        }
    }
}
