//! The decision that stands, with its letter.

use super::{Passage, Teller};
use domain::book::Labels;
use domain::case::{Case, PointAnswer, PointOutcome};
use domain::{Event, Language, Recorded, Resolution, StaffId};

/// The decision as it was sent.
pub(in crate::person_page) struct Letter {
    pub(in crate::person_page) at: String,
    pub(in crate::person_page) by: String,
    pub(in crate::person_page) approved_by: Option<String>,
    pub(in crate::person_page) text: Passage,
    pub(in crate::person_page) lang: &'static str,
    pub(in crate::person_page) none_because: Option<Passage>,
    pub(in crate::person_page) points: Vec<Point>,
    /// The service standard that binds the agency (R46).
    pub(in crate::person_page) standard: Option<String>,
}

/// The answer to one point that the person asked.
pub(in crate::person_page) struct Point {
    pub(in crate::person_page) asked: Passage,
    pub(in crate::person_page) outcome: String,
    pub(in crate::person_page) because: Option<Passage>,
}

/// What an event says of a decision.
struct Decided<'a> {
    resolution: &'a Resolution,
    by: &'a StaffId,
    approved_by: Option<&'a StaffId>,
}

impl Teller<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the others are no decision")]
    /// The letter of the decision that stands; none before there is one.
    pub(super) fn letter(self, case: &Case, events: &[Recorded]) -> Option<Letter> {
        let standing = case.decision.as_ref()?;
        let (recorded, decided) = events.iter().rev().find_map(|it| match &it.event {
            Event::Decided { decision, resolution, by, approved_by }
                if *decision == standing.id =>
            {
                Some((it, Decided { resolution, by, approved_by: approved_by.as_ref() }))
            }
            _ => None,
        })?;
        let Decided { resolution, by, approved_by } = decided;
        let post = |staff: &StaffId| self.post_of(staff, recorded.at);
        let category = self.book.categories.get(&case.category);
        Some(Letter {
            at: self.instant(recorded.at),
            by: self.say.of("decision-by", "post", &post(by)),
            approved_by: approved_by.map(|it| self.say.of("decision-approved", "post", &post(it))),
            text: self.passage(&resolution.letter.text),
            lang: lang(resolution.letter.language),
            none_because: resolution.none_because.as_deref().map(|it| self.passage(it)),
            points: resolution.points.iter().filter_map(|it| self.point(case, it)).collect(),
            standard: category.and_then(|it| it.standard.as_ref()).map(|it| self.label(it)),
        })
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the others are no review")]
    /// The reasons of an independent reviewer, written for the person too.
    pub(super) fn review(self, case: &Case, events: &[Recorded]) -> Option<Passage> {
        let standing = case.decision.as_ref()?.id;
        events.iter().rev().find_map(|it| match &it.event {
            Event::Reviewed { decision, reasons, .. } if *decision == standing => {
                Some(self.passage(reasons))
            }
            _ => None,
        })
    }

    fn point(self, case: &Case, answer: &PointAnswer) -> Option<Point> {
        let asked = case.points.get(usize::try_from(answer.point).ok()?)?;
        let outcome = match answer.outcome {
            PointOutcome::Granted => "granted",
            PointOutcome::Partly => "partly",
            PointOutcome::Refused => "refused",
        };
        let because = Some(answer.because.trim()).filter(|it| !it.is_empty());
        Some(Point {
            asked: self.passage(asked),
            outcome: self.say.of("point-outcome", "outcome", outcome),
            because: because.map(|it| self.passage(it)),
        })
    }

    fn label(self, labels: &Labels) -> String {
        labels.of(self.say.0).to_owned()
    }
}

pub(super) fn lang(language: Language) -> &'static str {
    match language {
        Language::Ar => "ar",
        Language::En => "en",
    }
}
