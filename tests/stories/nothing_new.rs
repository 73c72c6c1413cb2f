//! A round with nothing to agree about is small: desks poll all day.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use stories::world::{Road, World, late_bus};
use sync::Trust;

const ROUNDS: usize = 5;
const BYTES_MAX: usize = 1_024;

/// Passes bytes on and counts them, both ways.
fn relay(to: &str, count: &Arc<AtomicUsize>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let (to, count) = (to.trim_start_matches("http://").to_owned(), Arc::clone(count));
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let server = TcpStream::connect(&to).expect("the platform");
            let back = (server.try_clone().expect("a copy"), client.try_clone().expect("a copy"));
            for (from, to) in [(client, server), back] {
                let count = Arc::clone(&count);
                std::thread::spawn(move || pass(from, to, &count));
            }
        }
    });
    address
}

fn pass(mut from: TcpStream, mut to: TcpStream, count: &AtomicUsize) {
    let mut buffer = [0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        count.fetch_add(read, Ordering::SeqCst);
        if to.write_all(&buffer[..read]).is_err() {
            return;
        }
    }
}

#[test]
fn a_round_with_nothing_new_is_at_most_a_kilobyte_on_the_wire() {
    let world = World::over_http();
    let mut hilal = world.computer("hilal");
    hilal.opens(late_bus(1));
    hilal.agrees();
    let count = Arc::default();
    hilal.line.road = Road::http(&relay(&world.house.address(), &count), Trust::default());
    // The first round opens the connection and renews the session.
    hilal.agrees();
    let before = count.load(Ordering::SeqCst);
    for _ in 0..ROUNDS {
        hilal.agrees();
    }
    let bytes = (count.load(Ordering::SeqCst) - before) / ROUNDS;
    assert!(bytes > 0 && bytes <= BYTES_MAX, "{bytes} bytes");
}
