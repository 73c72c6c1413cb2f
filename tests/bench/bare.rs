//! The smallest programs for the same work.

use crate::Fault;
use domain::text::words_of;
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};

/// The text of one statement under `sql/`.
macro_rules! bare_sql {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/bench/sql/", $name, ".sql"))
    };
}

/// A text with the words that an index of it holds.
pub struct Indexed {
    pub json: String,
    stems: String,
    /// Each with its stem.
    wholes: BTreeMap<String, String>,
}

impl Indexed {
    pub fn new(json: String, text: &str) -> Self {
        let words = words_of(text);
        let stems: BTreeSet<&str> = words.iter().map(|it| it.stem.as_str()).collect();
        let stems = stems.into_iter().collect::<Vec<_>>().join(" ");
        Self { json, stems, wholes: words.into_iter().map(|it| (it.whole, it.stem)).collect() }
    }
}

/// A table of texts with an index of words and the parts of all words, and no rule about anything.
pub struct Shelf {
    connection: Connection,
    next: i64,
    known: BTreeSet<String>,
}

impl Shelf {
    pub fn new(connection: Connection) -> Result<Self, Fault> {
        connection.execute_batch(bare_sql!("shelf_texts"))?;
        connection.execute_batch(bare_sql!("shelf_words"))?;
        connection.execute_batch(bare_sql!("shelf_parts"))?;
        connection.execute_batch(bare_sql!("shelf_no_merge"))?;
        // As a cache is kept: what can be fetched again needs no sync.
        connection.pragma_update(None, "synchronous", "normal")?;
        Ok(Self { connection, next: 1, known: BTreeSet::new() })
    }

    /// Puts texts in, in one transaction.
    pub fn put(&mut self, texts: &[Indexed]) -> Result<(), Fault> {
        let t = self.connection.transaction()?;
        for text in texts {
            let num = self.next;
            t.prepare_cached(bare_sql!("shelf_put_text"))?
                .execute(named_params! {":num": num, ":json": text.json})?;
            t.prepare_cached(bare_sql!("shelf_put_words"))?
                .execute(named_params! {":num": num, ":text": text.stems})?;
            for (whole, stem) in &text.wholes {
                if self.known.insert(whole.clone()) {
                    put_parts(&t, whole, stem)?;
                }
            }
            self.next += 1;
        }
        t.commit()?;
        Ok(())
    }
}

fn put_parts(t: &Connection, whole: &str, stem: &str) -> Result<(), Fault> {
    let mut statement = t.prepare_cached(bare_sql!("shelf_put_part"))?;
    let count = whole.chars().count().saturating_sub(2);
    for (at, _) in whole.char_indices().take(count) {
        statement.execute(named_params! {":part": &whole[at..], ":stem": stem})?;
    }
    Ok(())
}

/// One row of bytes per commit.
pub struct Ledger(Connection);

impl Ledger {
    pub fn new(connection: Connection) -> Result<Self, Fault> {
        connection.execute_batch(bare_sql!("ledger_create"))?;
        Ok(Self(connection))
    }

    /// Rows in one transaction; on disk when it returns.
    pub fn commit<'a>(&mut self, rows: impl IntoIterator<Item = &'a [u8]>) -> Result<(), Fault> {
        let t = self.0.transaction()?;
        for row in rows {
            t.prepare_cached(bare_sql!("ledger_put"))?.execute(named_params! {":bytes": row})?;
        }
        t.commit()?;
        Ok(())
    }
}

/// A server that answers every request alike, and a connection to it: what HTTP costs at least.
pub struct BareHttp(BufReader<TcpStream>);

impl BareHttp {
    pub fn new() -> Result<Self, Fault> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        std::thread::spawn(move || answer_all(&listener));
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// One request and its answer.
    pub fn ask(&mut self) -> Result<(), Fault> {
        self.0.get_mut().write_all(b"GET / HTTP/1.1\r\nhost: bare\r\n\r\n")?;
        until_blank_line(&mut self.0)?;
        let mut body = [0; 2];
        self.0.read_exact(&mut body)?;
        Ok(())
    }
}

fn answer_all(listener: &TcpListener) -> Option<()> {
    let (stream, _) = listener.accept().ok()?;
    stream.set_nodelay(true).ok()?;
    let mut reader = BufReader::new(stream);
    loop {
        until_blank_line(&mut reader).ok()?;
        reader.get_mut().write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok").ok()?;
    }
}

fn until_blank_line(reader: &mut BufReader<TcpStream>) -> Result<(), Fault> {
    let mut line = String::new();
    loop {
        line.clear();
        match reader.read_line(&mut line)? {
            0 => return Err("the bare server hung up".into()),
            2 => return Ok(()),
            _ => {}
        }
    }
}

/// Passes bytes on to a server and counts them, both ways.
pub struct Relay {
    pub address: String,
    counted: std::sync::Arc<std::sync::atomic::AtomicU64>,
}

impl Relay {
    pub fn to(server: SocketAddr) -> Result<Self, Fault> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = format!("http://{}", listener.local_addr()?);
        let counted = std::sync::Arc::default();
        let count = std::sync::Arc::clone(&counted);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(server) else { return };
                let (Ok(to), Ok(from)) = (client.try_clone(), server.try_clone()) else { return };
                let (there, back) = (std::sync::Arc::clone(&count), std::sync::Arc::clone(&count));
                std::thread::spawn(move || pass(client, server, &there));
                std::thread::spawn(move || pass(from, to, &back));
            }
        });
        Ok(Self { address, counted })
    }

    /// Bytes so far, headers included.
    pub fn bytes(&self) -> u64 {
        self.counted.load(std::sync::atomic::Ordering::SeqCst)
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, count: &std::sync::atomic::AtomicU64) {
    let mut buffer = [0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        count.fetch_add(read as u64, std::sync::atomic::Ordering::SeqCst);
        if to.write_all(&buffer[..read]).is_err() {
            return;
        }
    }
}
