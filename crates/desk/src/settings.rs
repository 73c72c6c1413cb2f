//! Settings of one user on this computer.

use crate::view::Settings;
use crate::{Desk, DeskError};

const NAME: &str = "interface";
const TEXT_PERCENT: std::ops::RangeInclusive<u16> = 80..=200;

impl Desk {
    /// The user's settings; what is missing or unreadable is as at the beginning.
    pub fn settings(&self) -> Result<Settings, DeskError> {
        let kept = self.vault.setting(NAME)?;
        Ok(kept.and_then(|it| serde_json::from_str(&it).ok()).unwrap_or_default())
    }

    /// Keeps the settings; a text size out of its range becomes the nearest in it.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), DeskError> {
        let text_percent = settings.text_percent.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end());
        let kept = serde_json::to_string(&Settings { text_percent, ..settings.clone() })?;
        Ok(self.vault.put_setting(NAME, &kept)?)
    }
}
