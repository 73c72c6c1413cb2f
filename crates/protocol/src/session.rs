//! Meeting the platform: hello, enrolment, sign-in.

use crate::{Exact, Proof};
use chrono::{DateTime, Utc};
use domain::book::Labels;
use domain::{AgencyId, DeviceId, StaffId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// `GET /v1/hello`: what anybody may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// Protocol versions spoken.
    pub protocols: Vec<u16>,
    /// Agencies served.
    pub agencies: Vec<HelloAgency>,
    /// Only a store marked `demo` fills this; such a platform binds to loopback only.
    pub demo: Option<Vec<DemoAccount>>,
    /// The platform's clock.
    pub at: DateTime<Utc>,
}

/// An agency that may be signed in to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelloAgency {
    /// Its code.
    pub agency: AgencyId,
    /// Its name.
    pub name: Labels,
}

/// An account of the demo, made at setup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoAccount {
    /// Which agency.
    pub agency: AgencyId,
    /// The staff code used to sign in.
    pub staff: StaffId,
    /// Their name.
    pub name: Labels,
    /// Their post's label.
    pub post: Labels,
    /// Made at random when the demo was set up.
    pub password: String,
    /// An enrolment code that stays valid in the demo.
    pub code: String,
}

/// Signs in, and enrols the device when a code is given.
#[derive(Clone, Serialize, Deserialize)]
pub struct SignInRequest {
    /// Which agency.
    pub agency: AgencyId,
    /// The staff code.
    pub staff: StaffId,
    /// In clear, over TLS or loopback only.
    pub password: String,
    /// The device, when it is enrolled already.
    pub device: Option<DeviceId>,
    /// Its public key (32 bytes).
    pub device_key: Exact,
    /// One-time code of 8 characters, for a new device.
    pub code: Option<String>,
    /// That this computer holds the private half of its key.
    pub proof: Proof,
}

impl fmt::Debug for SignInRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignInRequest").field("agency", &self.agency).finish_non_exhaustive()
    }
}

/// Who you are, and what you need offline.
#[derive(Clone, Serialize, Deserialize)]
pub struct SignInAnswer {
    /// The enrolled device.
    pub device: DeviceId,
    /// Who signed in.
    pub staff: StaffId,
    /// Good for some minutes.
    pub access: String,
    /// Good once; bound to the device key.
    pub refresh: String,
    /// The platform's share of wrap 2 (32 bytes).
    pub share: Exact,
    /// The platform's public key (32 bytes), to check verdicts.
    pub platform_key: Exact,
    /// Until when this device may decide offline.
    pub lease_until: DateTime<Utc>,
    /// The platform's clock.
    pub at: DateTime<Utc>,
}

impl fmt::Debug for SignInAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignInAnswer").field("device", &self.device).finish_non_exhaustive()
    }
}

/// `POST /v1/share`: the platform's share of wrap 2 for an enrolled device, for a right password. A
/// computer that can't open its keys without it asks before it can sign a proof. The share opens
/// nothing without the key file and the password.
#[derive(Clone, Serialize, Deserialize)]
pub struct ShareRequest {
    /// Which agency.
    pub agency: AgencyId,
    /// The staff code.
    pub staff: StaffId,
    /// In clear, over TLS or loopback only.
    pub password: String,
    /// The enrolled device.
    pub device: DeviceId,
}

impl fmt::Debug for ShareRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShareRequest").field("agency", &self.agency).finish_non_exhaustive()
    }
}

/// The platform's share.
#[derive(Clone, Serialize, Deserialize)]
pub struct ShareAnswer {
    /// 32 bytes.
    pub share: Exact,
}

/// Trades the refresh token for new ones.
#[derive(Clone, Serialize, Deserialize)]
pub struct RefreshRequest {
    /// Which device.
    pub device: DeviceId,
    /// The token of the last answer.
    pub refresh: String,
    /// That the device still holds its key; signed together with the token.
    pub proof: Proof,
}

/// New tokens.
#[derive(Clone, Serialize, Deserialize)]
pub struct RefreshAnswer {
    /// Good for some minutes.
    pub access: String,
    /// Good once.
    pub refresh: String,
    /// Until when this device may decide offline.
    pub lease_until: DateTime<Utc>,
}
