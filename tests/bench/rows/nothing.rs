//! A round of agreement when there is nothing to agree about.

use super::{Scene, Seat};
use crate::bare::{BareHttp, Relay};
use crate::measure::{Turns, in_turns};
use crate::report::{Figure, Unit};
use crate::{Fault, Run};
use protocol::Platform;
use sync::Http;

const TURNS: Turns = Turns { blocks: 20, of: 20 };
const COUNTED: u32 = 20;

pub fn measure(run: &mut Run, scene: &Scene, seat: &Seat) -> Result<(), Fault> {
    if !run.wants(&["nothing"]) {
        return Ok(());
    }
    let mut bare_http = BareHttp::new()?;
    let (own, bare) = in_turns(
        TURNS,
        |_| scene.authority.round(&seat.lent, &seat.http, &scene.clock),
        |_| bare_http.ask(),
    )?;
    let figure = Figure::of_times("nothing new", run.n, &own, &bare);
    run.add(figure.against("≤ 0.6 ms p50", |it| it.p50 <= 0.6));
    let bytes = bytes(scene, seat)?;
    run.add(
        Figure {
            row: "nothing new, bytes",
            n: run.n,
            unit: Unit::Bytes,
            value: bytes,
            p50: bytes,
            p95: bytes,
            p99: None,
            limit: None,
            cpu_ms: None,
            target: "",
            met: true,
        }
        .against("≤ 1 kB", |it| it.value <= 1_024.0),
    );
    Ok(())
}

/// Bytes of a round on the wire, both ways, headers included.
fn bytes(scene: &Scene, seat: &Seat) -> Result<f64, Fault> {
    let server = scene.authority.address.trim_start_matches("http://").parse()?;
    let relay = Relay::to(server)?;
    let http = Http::new(&*relay.address)?;
    let session = seat.session()?;
    http.set_access(session.access);
    // The first call opens the connection.
    scene.authority.runtime.block_on(http.hello())?;
    let before = relay.bytes();
    for _ in 0..COUNTED {
        scene.authority.round(&seat.lent, &http, &scene.clock)?;
    }
    let bytes = u32::try_from(relay.bytes() - before)?;
    Ok(f64::from(bytes) / f64::from(COUNTED))
}
