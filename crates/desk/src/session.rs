//! Who is at work, and the ends of a session: lock and sign-out lose nothing.

use crate::door::user_view;
use crate::show::Reader;
use crate::view::{EnrolledUser, MeView, SessionView};
use crate::{Desk, DeskError, Trouble};
use domain::book::Labels;

const DEMO: &str = "demo";

impl Desk {
    /// Who is at work, for the window.
    pub fn session(&self) -> Result<SessionView, DeskError> {
        Ok(SessionView::Open { me: Box::new(self.me()?) })
    }

    fn me(&self) -> Result<MeView, DeskError> {
        let (book, now) = (self.book()?, self.now());
        let reader = Reader { book: &book, me: &self.staff, now };
        let who = reader.who(&self.staff);
        let nothing = Labels { ar: String::new(), en: String::new() };
        let unit = book.unit_of(&self.staff, now).map_or(nothing, |it| reader.unit(it));
        Ok(MeView {
            agency: self.agency.as_str().to_owned(),
            agency_name: book.name.clone(),
            staff: self.staff.as_str().to_owned(),
            name: who.name,
            post: who.post,
            unit,
            rights: book.rights_of_staff(&self.staff, now).into_iter().collect(),
            lease_until: self.lease_until()?,
            zone: book.calendar.zone().name().to_owned(),
            currency: book.currency.to_string(),
            demo: self.vault.setting(DEMO)?.is_some(),
        })
    }

    /// Remembers whether the platform is a demo, so that the window says so offline too.
    pub(crate) fn note_demo(&mut self, demo: bool) -> Result<(), DeskError> {
        if demo {
            self.vault.put_setting(DEMO, "yes")?;
        }
        Ok(())
    }

    /// Freezes what is being typed, wipes opened copies and closes the store. The keys are gone from
    /// memory when this returns.
    pub fn lock(mut self) -> Result<EnrolledUser, DeskError> {
        self.freeze_drafts()?;
        self.opened.wipe()?;
        self.vault.checkpoint()?;
        self.write_card()
    }

    /// Locks and forgets the tokens; vault and enrolment stay.
    pub fn sign_out(mut self) -> Result<EnrolledUser, DeskError> {
        if let Some(mut session) = self.vault.session()? {
            (session.access, session.refresh) = (None, None);
            self.vault.put_session(&session)?;
        }
        self.lock()
    }

    /// What the sign-in screen shows of the user next time: with names, once the book is known.
    pub(crate) fn write_card(&self) -> Result<EnrolledUser, DeskError> {
        let mut card = self.profile.card()?.ok_or(Trouble::CodeNeeded)?;
        if let Some(book) = self.cache.book() {
            card.name = book.staff.get(&self.staff).map(|it| it.name.clone());
            card.agency_name = Some(book.name.clone());
            self.profile.write_card(&card)?;
        }
        let file = self.profile.key_file()?.ok_or(Trouble::CodeNeeded)?;
        Ok(user_view(card, file.offline()))
    }
}
