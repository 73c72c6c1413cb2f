//! A thousand offline actions, until each has its verdict.

use super::watch::Watched;
use super::{Scene, Seat, act};
use crate::bare::{BareHttp, Ledger};
use crate::measure::{Times, Turns, in_turns};
use crate::report::Figure;
use crate::{Fault, Run};
use desk::view::{Act, ActInput, ReplyInput};
use domain::case::{Channel, ContactDirection, ContactOutcome};
use ed25519_dalek::{Signer, SigningKey};
use protocol::limits::PUSH_ACTIONS_MAX;

const TURNS: Turns = Turns { blocks: 3, of: 1 };
const ACTIONS: usize = 1_000;
const BYTES: usize = 1_500;

pub fn measure(run: &mut Run, scene: &Scene, seat: &Seat) -> Result<(), Fault> {
    if !run.wants(&["push"]) {
        return Ok(());
    }
    let mut judged = Times::default();
    let mut bare = Bare::new(scene)?;
    for turn in 0..=TURNS.blocks {
        write(scene, seat, turn)?;
        let watched = Watched::new(&seat.http);
        scene.authority.round(&seat.lent, &watched, &scene.clock)?;
        // The first one warms up.
        if turn > 0 {
            judged.took(watched.until_judged()?);
        }
        all_judged(seat)?;
    }
    let (limit, _) = in_turns(TURNS, |_| bare.thousand(), |_| Ok(()))?;
    let figure = Figure::of_rate("push", run.n, ACTIONS, &judged, &limit);
    run.add(figure.against("≥ 3,000/s", |it| it.value >= 3_000.0));
    Ok(())
}

/// Another one at each turn: nobody is told the same twice.
const LETTERS: [&str; 4] = [
    "وصل الفريق صباح اليوم بأمر العمل رقم 4711، ونعود إليك غداً بالنتيجة.",
    "راجعنا قراءة العداد ووجدنا خطأ في الإدخال، ويصلك الحساب المصحح مع الفاتورة القادمة.",
    "طلبنا من وحدة الطرق تقريراً عن الحفرة، وسنخبرك بما فيه فور وصوله إلينا.",
    "القطعة البديلة في المستودع منذ أمس، وموعد تركيبها يحدد بعد أن يفرغ المقاول من شارعكم.",
];

/// Half notes, near half calls of the person, and a reply on each of the reader's own cases.
fn write(scene: &Scene, seat: &Seat, turn: usize) -> Result<(), Fault> {
    let mut desk = seat.desk()?;
    let views = act::own_cases(&desk, 20)?;
    for (at, view) in views.iter().enumerate() {
        let text = LETTERS[turn].to_owned();
        desk.send_reply(ReplyInput { text, ..act::reply(view, at, &scene.clock) })?;
    }
    for at in views.len()..ACTIONS {
        let view = &views[at % views.len()];
        let act = if at % 2 == 0 { note(turn, at) } else { call(turn, at) };
        desk.act_on_case(ActInput { case: view.row.case.clone(), seen: view.seen.clone(), act })?;
    }
    Ok(())
}

fn note(turn: usize, at: usize) -> Act {
    Act::Note {
        text: format!("اتصلت بالفريق الميداني بأمر العمل {turn}-{at}"), draft: None
    }
}

fn call(turn: usize, at: usize) -> Act {
    Act::Contact {
        channel: Channel::Phone,
        direction: ContactDirection::Inbound,
        outcome: ContactOutcome::Spoke,
        own_words: format!("اتصلت قبل ثلاثة أيام ولم يصل أحد، وهذه المرة {turn}-{at}"),
        cost: None,
    }
}

fn all_judged(seat: &Seat) -> Result<(), Fault> {
    let mut desk = seat.desk()?;
    let parts = desk.parts();
    let pending = parts.vault.pending()?.len();
    if pending == 0 { Ok(()) } else { Err(format!("{pending} actions without verdict").into()) }
}

/// A signature checked and one made for each, and for each hundred one request and one synced commit.
struct Bare {
    http: BareHttp,
    ledger: Ledger,
    key: SigningKey,
    rows: Vec<Vec<u8>>,
}

impl Bare {
    fn new(scene: &Scene) -> Result<Self, Fault> {
        let plain = rusqlite::Connection::open(scene.folder.join("bare_push.db"))?;
        plain.execute_batch(bare_sql!("plain_pragmas"))?;
        let rows = (0..ACTIONS).map(|at| {
            let mut row = vec![7; BYTES];
            row[..8].copy_from_slice(&at.to_le_bytes());
            row
        });
        Ok(Self {
            http: BareHttp::new()?,
            ledger: Ledger::new(plain)?,
            key: SigningKey::from_bytes(&[5; 32]),
            rows: rows.collect(),
        })
    }

    fn thousand(&mut self) -> Result<(), Fault> {
        for batch in self.rows.chunks(PUSH_ACTIONS_MAX) {
            self.http.ask()?;
            for row in batch {
                let signature = self.key.sign(row);
                self.key.verifying_key().verify_strict(row, &signature)?;
            }
            self.ledger.commit(batch.iter().map(Vec::as_slice))?;
        }
        Ok(())
    }
}
