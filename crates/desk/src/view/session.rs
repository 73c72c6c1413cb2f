//! Signing in, locking, settings.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::book::Labels;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the window stands before any case is shown.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum SessionView {
    /// Nobody is signed in; users enrolled on this computer can unlock offline.
    SignedOut {
        /// Enrolled here.
        users: Vec<EnrolledUser>,
        /// Agencies and demo accounts, when the platform answered.
        platform: Option<PlatformView>,
        /// The platform's address that will be asked.
        address: String,
    },
    /// Somebody is signed in but the window is locked; typed text is safe.
    Locked {
        /// Who.
        user: EnrolledUser,
    },
    /// At work.
    Open {
        /// Who.
        me: Box<MeView>,
    },
}

/// Somebody enrolled on this computer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EnrolledUser {
    /// Agency code.
    pub agency: String,
    /// Staff code.
    pub staff: String,
    /// Their name, when the book is known.
    pub name: Option<Labels>,
    /// Whether the password alone opens the vault without the network.
    pub offline_unlock: OfflineUnlock,
}

/// Whether this computer can be unlocked without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfflineUnlock {
    /// Yes: password and the system's keyring.
    WithKeyring,
    /// Yes: password alone, as the user accepted.
    PasswordOnly,
    /// No: the keyring can't be used and the user has not accepted the password alone.
    Off,
}

/// What the platform says to anybody.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlatformView {
    /// Agencies served.
    pub agencies: Vec<AgencyChoice>,
    /// Accounts of a demo, with their passwords; none elsewhere.
    pub demo: Vec<DemoChoice>,
}

/// An agency to sign in to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AgencyChoice {
    /// Its code.
    pub agency: String,
    /// Its name.
    pub name: Labels,
}

/// A demo account shown on the sign-in screen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DemoChoice {
    /// Agency code.
    pub agency: String,
    /// Staff code.
    pub staff: String,
    /// Name.
    pub name: Labels,
    /// Post.
    pub post: Labels,
    /// Password.
    pub password: String,
    /// Enrolment code.
    pub code: String,
}

/// Input of `sign_in`.
#[derive(Clone, Deserialize, TS)]
pub struct SignInInput {
    /// Agency code.
    pub agency: String,
    /// Staff code.
    pub staff: String,
    /// Password.
    pub password: String,
    /// One-time code for a new computer.
    pub code: Option<String>,
    /// Accepts that the password alone opens this computer offline, when the keyring can't be used.
    pub accept_password_only: bool,
    /// What opened this computer before, once `old_password_needed` asked for it.
    pub old_password: Option<String>,
}

/// Input of `unlock`.
#[derive(Clone, Deserialize, TS)]
pub struct UnlockInput {
    /// Agency code.
    pub agency: String,
    /// Staff code.
    pub staff: String,
    /// Password.
    pub password: String,
}

/// Who is at work, and what they may do besides granting.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MeView {
    /// Agency code.
    pub agency: String,
    /// Agency name.
    pub agency_name: Labels,
    /// Staff code.
    pub staff: String,
    /// Name.
    pub name: Labels,
    /// Posts held now.
    pub post: Labels,
    /// Unit.
    pub unit: Labels,
    /// Rights of the posts held now.
    pub rights: Vec<domain::book::Right>,
    /// Until when this computer may decide without the network.
    pub lease_until: DateTime<Utc>,
    /// The agency's zone, for instants on the screen.
    pub zone: String,
    /// The agency's currency code.
    pub currency: String,
    /// Whether the platform is a demo.
    pub demo: bool,
}

/// Settings of one user on this computer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Of the interface.
    pub language: Language,
    /// Of numbers.
    pub digits: Digits,
    /// Of dates.
    pub calendar: CalendarChoice,
    /// Percent, 80 to 200.
    pub text_percent: u16,
    /// Light, dark or the system's.
    pub theme: Theme,
    /// Single-letter shortcuts.
    pub shortcuts: bool,
    /// Rows of one line.
    pub compact: bool,
    /// Minutes without a key before the window locks; 0 never.
    pub lock_minutes: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::Ar,
            digits: Digits::Latin,
            calendar: CalendarChoice::Gregorian,
            text_percent: 100,
            theme: Theme::System,
            shortcuts: true,
            compact: false,
            lock_minutes: 15,
        }
    }
}

/// Which digits are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Digits {
    /// 0123
    Latin,
    /// ٠١٢٣
    ArabicIndic,
}

/// Which calendar is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CalendarChoice {
    /// Gregorian.
    Gregorian,
    /// Umm al-Qura.
    UmmAlQura,
    /// Both, the first large.
    Both,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system is.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}
