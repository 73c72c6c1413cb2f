//! `platform letters`, and what `platform serve` says about its senders.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::command::{run, set_up};
use crate::mail::Server;
use crate::support::{World, is_accepted};
use chrono::TimeDelta;
use domain::case::LetterFault;
use platform::sender::{Delivery, OutgoingMessage, Security, Sender};
use std::path::{Path, PathBuf};

struct Refuses;

impl Sender for Refuses {
    fn deliver(&self, _: OutgoingMessage) -> Delivery {
        Delivery::Failed(LetterFault::Address)
    }
}

fn settings(dir: &Path, text: &str) -> PathBuf {
    let path = dir.join("settings.toml");
    std::fs::write(&path, text).expect("written");
    path
}

#[test]
fn failed_messages_are_listed_and_sent_again_from_the_command_line() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, open) = world.late_bus();
    assert!(is_accepted(&desk.does(case, &open)));
    world.pass(TimeDelta::seconds(10));
    world.app.deliver_due(&Refuses).expect("delivered");
    let data = world.dir.path();
    let (ok, said) = run(data, &["letters"]);
    assert!(ok && said.contains("failed") && said.contains("no such address"), "{said}");
    assert!(said.contains("text message") && !said.contains("+968"), "{said}");
    let id = said.split_whitespace().next().expect("an id").to_owned();
    let (ok, said) = run(data, &["letters", "retry", &id]);
    assert!(ok && said.contains("will be sent again"), "{said}");
    let (ok, said) = run(data, &["letters"]);
    assert!(ok && said.contains("No messages"), "{said}");
    let (ok, said) = run(data, &["letters", "--state", "queued"]);
    assert!(ok && said.contains(&id), "{said}");
    let (ok, said) = run(data, &["letters", "retry", &id]);
    assert!(!ok && said.contains("can't be sent again"), "{said}");
    let (ok, said) = run(data, &["letters", "retry", "nonsense"]);
    assert!(!ok && said.contains("There is no message"), "{said}");
}

#[test]
fn a_test_message_goes_through_the_server_of_the_settings() {
    let (dir, server) = (tempfile::tempdir().expect("folder"), Server::start(Security::None));
    set_up(dir.path());
    let text = format!(
        "page_url = \"https://cases.example\"\n[mail]\nhost = \"127.0.0.1\"\nport = {}\n\
         security = \"none\"\nfrom = \"no-reply@cases.example\"\n",
        server.port
    );
    let path = settings(dir.path(), &text);
    let send_test = |to: &str| {
        run(dir.path(), &["--config", path.to_str().expect("path"), "letters", "test", to])
    };
    let (ok, said) = send_test("somebody@example.com");
    assert!(ok && said.contains("was handed over"), "{said}");
    assert!(server.mails()[0].text().contains("This is a test message"));
    let (ok, said) = send_test("nobody@example.com");
    assert!(!ok && said.contains("no such address"), "{said}");
    let (ok, said) = send_test("+96892123456");
    assert!(!ok && said.contains("No sender is configured for this address"), "{said}");
}

#[test]
fn serving_with_settings_that_are_not_safe_is_refused_with_what_to_do() {
    let dir = tempfile::tempdir().expect("folder");
    set_up(dir.path());
    let elsewhere = tempfile::tempdir().expect("folder");
    let secret = elsewhere.path().join("text-secret");
    std::fs::write(&secret, "a secret that is long enough to sign").expect("written");
    // As an editor leaves it, whatever this machine's umask is.
    let open = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    std::fs::set_permissions(&secret, open).expect("mode");
    let exposed = format!(
        "page_url = \"https://c.example\"\n[text]\nurl = \"https://g.example\"\nsecret_file = {secret:?}"
    );
    for (text, part) in [
        ("[mail]\nhost = \"m.example\"\nfrom = \"a@b.example\"", "Messages need page_url"),
        (
            "page_url = \"https://c.example\"\n[mail]\nhost = \"m.example\"\n\
             from = \"a@b.example\"\nsecurity = \"none\"",
            "for a server on this computer only",
        ),
        (
            "page_url = \"https://c.example\"\n[text]\nurl = \"https://g.example\"",
            "needs a secret of at least 24 bytes",
        ),
        ("[mail]\nhots = \"m.example\"", "hots"),
        (
            "page_url = \"http://c.example\"\n[mail]\nhost = \"m.example\"\nfrom = \"a@b.example\"",
            "begins with https://",
        ),
        (exposed.as_str(), "chmod 600"),
        ("access_minutes = 0", "access_minutes = 0"),
    ] {
        let path = settings(dir.path(), text);
        let args = ["--config", path.to_str().expect("path"), "serve", "--bind", "127.0.0.1:0"];
        let (ok, said) = run(dir.path(), &args);
        assert!(!ok && said.contains(part), "{part}: {said}");
        let (ok, said) = run(dir.path(), &[&args[..], &["--lang", "ar"]].concat());
        assert!(!ok && !said.contains("letters-settings"), "{said}");
    }
}
