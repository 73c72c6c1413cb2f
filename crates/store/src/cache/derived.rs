//! What stands beside a case in tables of its own: who is waited for, what was granted, its head.

use super::Writer;
use super::event_id::EventId;
use super::index::Shadow;
use super::read_case::Known;
use crate::StoreError;
use crate::sqlite::{bytes, us};
use domain::case::{ApprovalState, Case};
use domain::money::Money;
use domain::{Event, OpId, Recorded};
use rusqlite::named_params;
use std::collections::BTreeSet;

impl Writer<'_> {
    /// Approvals of the case that wait, by each one entitled.
    pub(super) fn put_waits(
        &self,
        num: i64,
        known: Option<&Known>,
        case: &Case,
    ) -> Result<(), StoreError> {
        if known.is_some() {
            self.t
                .prepare_cached(sql!("cache/waits/delete_of_case"))?
                .execute(named_params! {":case_num": num})?;
        }
        for approval in case.approvals.iter().filter(|it| it.state == ApprovalState::Waiting) {
            for approver in &approval.approvers {
                self.t.prepare_cached(sql!("cache/waits/insert"))?.execute(named_params! {
                    ":approver": approver.as_str(),
                    ":limit_us": us(approval.limit),
                    ":approval": bytes(approval.id),
                    ":case_num": num,
                })?;
            }
        }
        Ok(())
    }

    /// What was granted on the case, without what was taken back.
    pub(super) fn put_grants(
        &self,
        num: i64,
        known: Option<&Known>,
        case: &Case,
        events: &[(EventId, Recorded)],
    ) -> Result<(), StoreError> {
        if known.is_some() {
            self.delete_grants(num)?;
        }
        self.add_grants(num, case, events)
    }

    /// What these events granted, without what they took back themselves.
    pub(super) fn add_grants(
        &self,
        num: i64,
        case: &Case,
        events: &[(EventId, Recorded)],
    ) -> Result<(), StoreError> {
        let withdrawn: BTreeSet<OpId> =
            events.iter().filter_map(|(_, it)| withdrawn_by(&it.event)).collect();
        for (id, recorded) in events.iter().filter(|(_, it)| !withdrawn.contains(&it.op)) {
            let Event::RemedyGranted { ask, by, .. } = &recorded.event else { continue };
            self.t.prepare_cached(sql!("cache/grants/insert"))?.execute(named_params! {
                ":event": id.0,
                ":case_num": num,
                ":staff": by.as_str(),
                ":remedy": ask.remedy.as_str(),
                ":category": case.category.as_str(),
                ":amount_minor": ask.amount.map(Money::minor),
                ":granted_us": us(recorded.at),
            })?;
        }
        Ok(())
    }

    pub(super) fn delete_grants(&self, num: i64) -> Result<(), StoreError> {
        self.t.prepare_cached(sql!("cache/grants/delete_of_case"))?.execute(named_params! {
            ":from": EventId::head(num).0, ":until": EventId::end(num).0,
        })?;
        Ok(())
    }

    /// The case's head in the index: its reference and its person's name.
    pub(super) fn put_head(
        &self,
        num: i64,
        known: Option<&Known>,
        case: &Case,
        person: Option<i64>,
    ) -> Result<(), StoreError> {
        if known.is_some_and(|it| it.person == person) {
            return Ok(());
        }
        let reference = case.reference.to_string();
        if let Some(known) = known {
            let name = self.name_of(known.person)?;
            self.unindex_head(num, &reference, name.as_deref())?;
        }
        if let Some(before) = known.and_then(|it| it.person) {
            self.forget_person(before)?;
        }
        let name = self.name_of(person)?;
        self.index_head(num, case.opened_at, &reference, name.as_deref())
    }

    pub(super) fn index_head(
        &self,
        num: i64,
        opened_at: chrono::DateTime<chrono::Utc>,
        reference: &str,
        name: Option<&str>,
    ) -> Result<(), StoreError> {
        if let Some(shadow) = Shadow::of(&[reference, name.unwrap_or_default()]) {
            self.index(EventId::head(num), opened_at, shadow)?;
        }
        Ok(())
    }

    pub(super) fn unindex_head(
        &self,
        num: i64,
        reference: &str,
        name: Option<&str>,
    ) -> Result<(), StoreError> {
        match self.head_doc(num)? {
            Some(doc) => self.unindex(doc, Shadow::of(&[reference, name.unwrap_or_default()])),
            None => Ok(()),
        }
    }
}

fn withdrawn_by(event: &Event) -> Option<OpId> {
    if let Event::Withdrawn { op } = event { Some(*op) } else { None }
}
