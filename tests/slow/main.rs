//! What a desk's round takes before and while a thousand slow and half-open connections are held, each
//! of them opened anew as soon as it was closed. Prints the figures as JSON.
//!
//! The connections are held by two processes of their own, so that the limit of open files of one
//! process does not decide the outcome.

#![allow(clippy::print_stdout, reason = "the figures are what it is for")]

use serde_json::json;
use std::net::SocketAddr;
use std::process::{Child, Command};
use std::time::{Duration, Instant};
use stories::world::{Computer, World, late_bus, note};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

type Fault = Box<dyn std::error::Error>;

const HOLDERS: usize = 2;
const HELD_BY_EACH: usize = 500;
const ROUNDS: u32 = 200;
/// Until every connection is there.
const SETTLE: Duration = Duration::from_secs(10);
/// Between two bytes of a slow request.
const TRICKLE: Duration = Duration::from_secs(1);

fn main() -> Result<(), Fault> {
    let args: Vec<String> = std::env::args().collect();
    if let [_, word, address] = &args[..]
        && word == "hold"
    {
        return hold(address.parse()?);
    }
    let world = World::over_http();
    let computer = world.computer("marwa");
    let case = computer.opens(late_bus(1));
    computer.agrees();
    let before = rounds(&computer, &case);
    let address = world.house.address();
    let address = address.trim_start_matches("http://");
    let program = std::env::current_exe()?;
    let holders: Result<Vec<Child>, _> =
        (0..HOLDERS).map(|_| Command::new(&program).args(["hold", address]).spawn()).collect();
    let mut holders = holders?;
    std::thread::sleep(SETTLE);
    let during = rounds(&computer, &case);
    for holder in &mut holders {
        holder.kill()?;
        holder.wait()?;
    }
    let figures = json!({
        "held": HOLDERS * HELD_BY_EACH,
        "rounds": ROUNDS,
        "limits": format!("{:?}", platform::Limits::default()),
        "before_ms": before,
        "during_ms": during,
    });
    println!("{figures:#}");
    Ok(())
}

/// A note and the round that sends it, many times: the median, the 95th and the longest, milliseconds.
fn rounds(computer: &Computer, case: &str) -> serde_json::Value {
    let mut took: Vec<f64> = (0..ROUNDS)
        .map(|n| {
            computer.does(case, note(&format!("ملاحظة {n}")));
            let begun = Instant::now();
            computer.agrees();
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    took.sort_by(f64::total_cmp);
    let at = |percent: usize| took[(took.len() * percent / 100).min(took.len() - 1)].round();
    json!({ "p50": at(50), "p95": at(95), "max": at(100) })
}

/// Holds connections until it is killed.
fn hold(address: SocketAddr) -> Result<(), Fault> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let held: Vec<_> = (0..HELD_BY_EACH).map(|n| tokio::spawn(hold_one(address, n))).collect();
        for one in held {
            one.await?;
        }
        Ok::<_, tokio::task::JoinError>(())
    })?;
    Ok(())
}

async fn hold_one(address: SocketAddr, n: usize) {
    loop {
        if let Ok(stream) = TcpStream::connect(address).await {
            // However it ends, another one follows.
            let _ = dawdle(stream, n).await;
        }
        tokio::time::sleep(TRICKLE).await;
    }
}

/// Half open, half a head byte by byte, a body byte by byte, or idle after an answer.
async fn dawdle(mut stream: TcpStream, n: usize) -> std::io::Result<()> {
    let (at_once, then): (&str, &str) = match n % 4 {
        0 => ("", ""),
        1 => ("POST /v1/sign-in HTTP/1.1\r\n", "x-slow: "),
        2 => ("POST /v1/sign-in HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 60000\r\n\r\n", " "),
        _ => ("GET /v1/hello HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n", ""),
    };
    stream.write_all(at_once.as_bytes()).await?;
    let mut answer = [0; 4096];
    let mut rest = then.bytes().chain(std::iter::repeat(b'a'));
    loop {
        tokio::select! {
            read = stream.read(&mut answer) => if read? == 0 { return Ok(()) },
            () = tokio::time::sleep(TRICKLE) => if !then.is_empty() {
                let byte = rest.next().unwrap_or(b'a');
                stream.write_all(&[byte]).await?;
            }
        }
    }
}
