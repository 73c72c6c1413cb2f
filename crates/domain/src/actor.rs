//! Who acts, and in which role.

use crate::{PostId, StaffId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The four kinds of actor (`rules.md`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "actor", rename_all = "snake_case")]
pub enum Actor {
    /// The one who brought the case, on their own page.
    Person,
    /// Staff, in the post in which they act now.
    Staff {
        /// Who.
        staff: StaffId,
        /// In which role.
        post: PostId,
    },
    /// Someone of the supervising body.
    Overseer {
        /// Who, as the supervising body names them.
        staff: StaffId,
    },
    /// The platform itself: clockwork, imports, follow-on actions.
    Platform,
}

impl Actor {
    /// The staff member behind the act, if it is one.
    #[must_use]
    pub fn staff(&self) -> Option<&StaffId> {
        match self {
            Self::Staff { staff, .. } => Some(staff),
            Self::Person | Self::Overseer { .. } | Self::Platform => None,
        }
    }

    /// The post in which staff act, if it is one.
    #[must_use]
    pub fn post(&self) -> Option<&PostId> {
        match self {
            Self::Staff { post, .. } => Some(post),
            Self::Person | Self::Overseer { .. } | Self::Platform => None,
        }
    }
}
