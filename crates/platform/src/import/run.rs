//! Rows into cases: read, mapped, and judged by the same rules as any other action, in batches of one
//! transaction each. A crash loses at most the batch that was under way, and the same file again adds
//! what is missing.

use super::content;
use super::fault::{ImportError, Reason, RowFault};
use super::ids::{derived_op, reference};
use super::map::Map;
use super::people::People;
use super::plan::{Books, Plan};
use super::preview::{PREVIEW_ROWS, PreviewRow};
use super::report::{DatesUnderstood, ImportReport};
use super::row::{MappedRow, map_row};
use super::sheet::Sheet;
use crate::surroundings::uuid;
use crate::{Act, Acted, Announce, App, Error};
use domain::reference::Prefix;
use domain::{Action, Actor, AgencyId, CaseId, OpId, Refusal};
use protocol::{Hash, Outcome};
use std::collections::{BTreeMap, HashMap};
use std::io::Read;

/// Rows judged in one transaction.
pub const BATCH_ROWS: usize = 500;
/// How often a row tries another reference when somebody has the one before: with 50,000 cases one row
/// in a million meets one.
const REFERENCE_ATTEMPTS: u8 = 8;

/// What an import does besides reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportMode {
    /// Nothing enters; the report says what would.
    pub is_dry_run: bool,
    /// Who is written to.
    pub announce: Announce,
}

/// Imports a file and announces it to nobody. Bad rows are in the report, good ones have entered.
pub fn import(
    app: &App,
    map: Map,
    file: &str,
    from: impl Read,
) -> Result<ImportReport, ImportError> {
    let sheet = Sheet::read(from, &map)?;
    import_sheet(app, map, file, &sheet, ImportMode::default())
}

/// Imports a file that was read.
pub fn import_sheet(
    app: &App,
    map: Map,
    file: &str,
    sheet: &Sheet,
    mode: ImportMode,
) -> Result<ImportReport, ImportError> {
    let books = books(app)?;
    let mut report = ImportReport::new(file, &map.source, sheet);
    report.is_dry_run = mode.is_dry_run;
    report.is_announced = mode.announce == Announce::Persons;
    let plan = Plan::new(map, sheet, &books, app.now()).map_err(ImportError::Misfit)?;
    report.understood.dates = understood(&plan);
    let key_column = plan.header.get(plan.key).cloned().unwrap_or_default();
    let (seen, batch) = (HashMap::new(), BTreeMap::new());
    let people = People::of(&plan, &books, sheet, app.now());
    let id = uuid(&app.random, app.now())?.to_string();
    let mut run = Run { app, id, books: &books, mode, key_column, people, seen, batch, report };
    for row in &sheet.rows {
        run.report.rows_read += 1;
        match map_row(&plan, &books, row, app.now()) {
            Ok(row) => run.take(&plan, row)?,
            Err(faults) => run.report.refuse(faults),
        }
    }
    let report = run.finish()?;
    debug_assert_eq!(report.rows_read, report.entered + report.there_already + report.refused);
    Ok(report)
}

fn understood(plan: &Plan) -> Vec<DatesUnderstood> {
    let closed = plan.closed.as_ref().map(|(at, dates)| (*at, dates));
    [Some((plan.opened, &plan.opened_dates)), closed]
        .into_iter()
        .flatten()
        .map(|(at, dates)| DatesUnderstood {
            column: plan.header.get(at).cloned().unwrap_or_default(),
            order: dates.order().ok(),
            question: dates.order().err(),
        })
        .collect()
}

fn books(app: &App) -> Result<Books, Error> {
    let agencies = app.agencies()?.into_iter();
    agencies.map(|agency| Ok((agency.clone(), app.book(&agency)?.as_ref().clone()))).collect()
}

struct Run<'a> {
    app: &'a App,
    /// Of this run alone.
    id: String,
    books: &'a Books,
    mode: ImportMode,
    /// The title of the column of keys.
    key_column: String,
    /// Who has which identifier.
    people: People,
    /// The line on which each case of this file was first met.
    seen: HashMap<CaseId, u64>,
    /// Rows that wait for their transaction.
    batch: BTreeMap<AgencyId, Vec<MappedRow>>,
    report: ImportReport,
}

impl Run<'_> {
    fn take(&mut self, plan: &Plan, mut row: MappedRow) -> Result<(), ImportError> {
        if let Some(first) = self.seen.get(&row.ids.case) {
            let column = Some(self.key_column.clone());
            let reason = Reason::KeyTwice { first: *first };
            self.report.refuse(vec![RowFault { line: row.line, column, reason }]);
            return Ok(());
        }
        self.seen.insert(row.ids.case, row.line);
        self.people.settle(plan, self.app, &mut row)?;
        if self.report.preview.len() < PREVIEW_ROWS {
            self.report.preview.push(PreviewRow::of(&row, plan.zone));
        }
        let agency = row.agency.clone();
        let batch = self.batch.entry(agency.clone()).or_default();
        batch.push(row);
        if batch.len() < BATCH_ROWS {
            return Ok(());
        }
        let rows = std::mem::take(batch);
        Ok(self.judge(&agency, rows)?)
    }

    fn finish(mut self) -> Result<ImportReport, ImportError> {
        for (agency, rows) in std::mem::take(&mut self.batch) {
            self.judge(&agency, rows)?;
        }
        self.report.faults.sort_by_key(|fault| fault.line);
        Ok(self.report)
    }

    fn judge(&mut self, agency: &AgencyId, rows: Vec<MappedRow>) -> Result<(), Error> {
        let waiting = self.not_there(agency, rows)?;
        if self.mode.is_dry_run {
            for row in &waiting {
                self.report.enter(row);
            }
            return Ok(());
        }
        self.enter_all(agency, waiting)
    }

    /// The rows whose cases are not there; the others are compared with what entered before.
    fn not_there(
        &mut self,
        agency: &AgencyId,
        rows: Vec<MappedRow>,
    ) -> Result<Vec<MappedRow>, Error> {
        let mut waiting = Vec::with_capacity(rows.len());
        for row in rows {
            if self.app.case(agency, row.ids.case)?.is_some() {
                self.compare(agency, &row)?;
            } else {
                waiting.push(row);
            }
        }
        Ok(waiting)
    }

    fn enter_all(&mut self, agency: &AgencyId, rows: Vec<MappedRow>) -> Result<(), Error> {
        let mut waiting = rows;
        for attempt in 1..=REFERENCE_ATTEMPTS {
            let taken = self.enter(agency, waiting)?;
            // Another import may have entered the case in the meantime.
            waiting = self.not_there(agency, taken)?;
            for row in &mut waiting {
                self.readdress(row, attempt);
            }
        }
        for row in waiting {
            let refusal = Refusal::CaseExists;
            self.refuse(row.line, refusal);
        }
        Ok(())
    }

    /// A row whose key entered before is there already only when it says the same.
    fn compare(&mut self, agency: &AgencyId, row: &MappedRow) -> Result<(), Error> {
        let events = self.app.case_events(agency, row.ids.case)?;
        match content::imported(&events) {
            Some(before) if content::is_same(before, &row.import) => self.report.there_already += 1,
            Some(before) => {
                let reason = Reason::KeyReused { opened_at: before.opened_at };
                let column = Some(self.key_column.clone());
                self.report.refuse(vec![RowFault { line: row.line, column, reason }]);
            }
            None => self.refuse(row.line, Refusal::CaseExists),
        }
        Ok(())
    }

    /// Judges rows in one transaction; answers those whose case or reference is there already.
    fn enter(&mut self, agency: &AgencyId, rows: Vec<MappedRow>) -> Result<Vec<MappedRow>, Error> {
        if rows.is_empty() {
            return Ok(rows);
        }
        let actions = rows.iter().map(|row| Action::ImportCase(Box::new(row.import.clone())));
        let actions: Vec<(OpId, Action)> = actions
            .map(|action| Ok((self.op(agency, &action)?, action)))
            .collect::<Result<_, Error>>()?;
        let acts: Vec<Act<'_>> = rows
            .iter()
            .zip(&actions)
            .map(|(row, (op, action))| Act {
                op: *op,
                actor: &Actor::Platform,
                case: Some(row.ids.case),
                action,
                claimed_at: None,
            })
            .collect();
        let judged = self.app.act_all_announcing(agency, &acts, self.mode.announce)?;
        drop(acts);
        let mut taken = Vec::new();
        for (row, acted) in rows.into_iter().zip(judged) {
            match acted {
                Acted::Judged(Outcome::Accepted { .. }) => self.report.enter(&row),
                Acted::Judged(Outcome::Rejected { refusal: Refusal::CaseExists, .. }) => {
                    taken.push(row);
                }
                Acted::Judged(Outcome::Rejected { refusal, .. }) => self.refuse(row.line, refusal),
                Acted::Judged(Outcome::NeedsConfirmation { .. })
                | Acted::Broke
                | Acted::OtherAction => return Err(Error::Broken("a row that can't be judged")),
            }
        }
        Ok(taken)
    }

    fn refuse(&mut self, line: u64, refusal: Refusal) {
        let reason = Reason::Refused { refusal };
        self.report.refuse(vec![RowFault { line, column: None, reason }]);
    }

    /// The action's id follows from the run and from what it says: a row that was refused and then
    /// mended is a new action, and never a second case, because the case's id follows from its key.
    /// Two runs at once never take each other's actions for their own.
    fn op(&self, agency: &AgencyId, action: &Action) -> Result<OpId, Error> {
        let body = Hash::of(&serde_json::to_vec(action)?).to_string();
        Ok(derived_op(&["import", &self.id, agency.as_str(), &body]))
    }

    fn readdress(&self, row: &mut MappedRow, attempt: u8) {
        let book = self.books.get(&row.agency);
        let prefix = book.and_then(|it| Prefix::parse(&it.reference_prefix).ok());
        if let Some(prefix) = prefix {
            row.ids.reference = reference(row.ids.case, prefix, attempt);
            row.import.open.reference = row.ids.reference;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Config, system_random};
    use std::path::Path;
    use std::sync::Arc;

    const ROWS: &str = "رقم البلاغ,تاريخ البلاغ,تاريخ الإغلاق,نص البلاغ,الحي,الموقع,ما تم,الاسم,\
الجوال,رقم الهوية,الحالة,نوع البلاغ
1,14/03/2025,,ماء,,,,,,,مفتوح,إنارة
2,14/03/2025,,ماء,,,,,,,مفتوح,إنارة
3,14/03/2025,,ماء,,,,فهد,0501112233,,مفتوح,إنارة
";

    #[test]
    fn rows_that_another_import_enters_in_the_meantime_are_there_already() {
        let home = Path::new(env!("CARGO_MANIFEST_DIR"));
        let dir = tempfile::tempdir().unwrap();
        let clock = Arc::new(|| "2026-11-26T06:00:00Z".parse().unwrap());
        let app = App::open(Config::new(dir.path()), clock, system_random()).unwrap();
        app.put_book(&crate::setup::read_book(&home.join("demo")).unwrap()).unwrap();
        let map = std::fs::read_to_string(home.join("mappings/arabic_sheet.toml")).unwrap();
        let map: Map = toml::from_str(&map).unwrap();
        let sheet = Sheet::read(ROWS.as_bytes(), &map).unwrap();
        let books = books(&app).unwrap();
        let plan = Plan::new(map.clone(), &sheet, &books, app.now()).unwrap();
        let rows = sheet.rows.iter().map(|it| map_row(&plan, &books, it, app.now()).unwrap());
        let rows: Vec<MappedRow> = rows.collect();
        let mut run = Run {
            app: &app,
            id: "slow".to_owned(),
            books: &books,
            mode: ImportMode::default(),
            key_column: String::new(),
            people: People::default(),
            seen: HashMap::new(),
            batch: BTreeMap::new(),
            report: ImportReport::default(),
        };
        let agency = rows[0].agency.clone();
        let waiting = run.not_there(&agency, rows).unwrap();
        assert_eq!(waiting.len(), 3);
        assert_eq!(import(&app, map, "sheet.csv", ROWS.as_bytes()).unwrap().entered, 3);
        run.enter_all(&agency, waiting).unwrap();
        let report = run.report;
        assert_eq!((report.entered, report.there_already, report.refused), (0, 3, 0));
    }
}
