//! Mail through a real server: aiosmtpd on loopback.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{Desk, World, decision, is_accepted, letter};
use chrono::TimeDelta;
use domain::case::{AttachmentRef, LetterFault};
use domain::{Action, CaseId, Identifier, IdentifierKind, PersonOf};
use platform::sender::{LetterSettings, MailSettings, Outward, Security, SettingsFault};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const PASSWORD: &str = "a password of the server";

/// A mail server of its own for one test; it ends with it.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
    dir: tempfile::TempDir,
}

impl Server {
    pub(crate) fn start(security: Security) -> Self {
        let dir = tempfile::tempdir().expect("folder");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/smtp_server.py");
        let system = Path::new("/usr/bin/python3");
        let python = if system.exists() { system } else { Path::new("python3") };
        let mut command = Command::new(python);
        command.arg(script).arg(dir.path()).stdin(Stdio::piped()).stdout(Stdio::piped());
        if security != Security::None {
            let word = if security == Security::Tls { "tls" } else { "starttls" };
            let names = vec!["localhost".to_owned()];
            let made = rcgen::generate_simple_self_signed(names).expect("certificate");
            let (cert, key) = (dir.path().join("cert.pem"), dir.path().join("key.pem"));
            std::fs::write(&cert, made.cert.pem()).expect("written");
            std::fs::write(&key, made.signing_key.serialize_pem()).expect("written");
            command.args(["--security", word]).arg("--cert").arg(cert).arg("--key").arg(key);
        }
        if security == Security::Starttls {
            command.args(["--user", "rida", "--password", PASSWORD]);
        }
        let mut child = command.spawn().expect("python3 is needed: scripts/need.sh test");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("output");
        BufReader::new(stdout).read_line(&mut line).expect("a port");
        let port = line.trim().parse().expect("python3-aiosmtpd is needed: scripts/need.sh test");
        Self { child, port, dir }
    }

    fn settings(&self, security: Security) -> MailSettings {
        let secure = security != Security::None;
        let host = if secure { "localhost" } else { "127.0.0.1" };
        let password = self.dir.path().join("password");
        private_files::write(&password, format!("{PASSWORD}\n").as_bytes()).expect("written");
        MailSettings {
            host: host.to_owned(),
            port: Some(self.port),
            security,
            user: (security == Security::Starttls).then(|| "rida".to_owned()),
            password_file: (security == Security::Starttls).then_some(password),
            from: "no-reply@cases.example".to_owned(),
            ca_file: secure.then(|| self.dir.path().join("cert.pem")),
            timeout_s: 2,
            letters_of: BTreeSet::new(),
            files_bytes_max: 1024 * 1024,
        }
    }

    /// The mails that were taken, in order.
    pub(crate) fn mails(&self) -> Vec<Mail> {
        let entries = std::fs::read_dir(self.dir.path()).expect("folder");
        let mut paths: Vec<PathBuf> = entries
            .map(|it| it.expect("file").path())
            .filter(|it| it.extension().is_some_and(|it| it == "eml"))
            .collect();
        paths.sort_unstable();
        paths.iter().map(|it| Mail::read(&std::fs::read(it).expect("mail"))).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A mail as another program reads it.
pub(crate) struct Mail {
    raw: String,
    read: serde_json::Value,
}

impl Mail {
    /// Read by Python's own mail parser, which knows nothing of the sender's library.
    fn read(raw: &[u8]) -> Self {
        let script = "import sys, json, email, email.policy\n\
            m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)\n\
            files = [[p.get_filename(), p.get_content_type(), list(p.get_payload(decode=True))] for p in m.iter_attachments()]\n\
            print(json.dumps({'headers': {k.lower(): str(v) for k, v in m.items()}, 'text': m.get_body(('plain',)).get_content(), 'html': m.get_body(('html',)).get_content(), 'files': files}))";
        let mut child = Command::new("python3")
            .args(["-c", script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3");
        std::io::Write::write_all(&mut child.stdin.take().expect("input"), raw).expect("written");
        let output = child.wait_with_output().expect("read");
        let read = serde_json::from_slice(&output.stdout).expect("a mail that can be read");
        Self { raw: String::from_utf8_lossy(raw).into_owned(), read }
    }

    fn header(&self, name: &str) -> &str {
        self.read["headers"][name].as_str().unwrap_or_default()
    }

    pub(crate) fn text(&self) -> &str {
        self.read["text"].as_str().expect("text")
    }
}

fn outward(mail: MailSettings) -> Outward {
    let settings = LetterSettings { mail: Some(mail), text: None };
    Outward::new(&settings, Some("https://cases.example/"), &platform::system_clock())
        .expect("settings")
}

/// A case of somebody who is reached by mail.
fn opened(world: &World, desk: &mut Desk, address: &str, is_private: bool) -> CaseId {
    let (case, action) = world.late_bus();
    let Action::OpenCase(mut open) = action else { panic!("opens") };
    let PersonOf::New { record } = &mut open.person else { panic!("new") };
    let kind = IdentifierKind::Mail;
    let (value, since) = (address.to_owned(), world.now());
    record.identifiers = vec![Identifier { kind, value, since, until: None }];
    open.confidential = is_private;
    let state = desk.does(case, &Action::OpenCase(open));
    assert!(is_accepted(&state), "{state:?}");
    assert!(is_accepted(&desk.does(case, &Action::Take)));
    case
}

/// Decides with a file; answers the letter's text and the file's bytes.
fn decided(world: &World, desk: &mut Desk, case: CaseId) -> (String, Vec<u8>) {
    let bytes = b"%PDF-1.7 a receipt".to_vec();
    let hash = desk.uploads(&bytes);
    let inbound = desk.sees(case).last_inbound;
    let Action::Decide(mut resolution) = decision(4_000, 0, inbound) else { panic!("decides") };
    let (name, media_type) = ("../إيصال\u{202e}.pdf".to_owned(), "application/pdf".to_owned());
    let file = AttachmentRef { hash, name, bytes: bytes.len() as u64, media_type };
    resolution.letter.attachments = vec![file];
    let text = resolution.letter.text.clone();
    let state = desk.does(case, &Action::Decide(resolution));
    assert!(is_accepted(&state), "{state:?}");
    world.pass(TimeDelta::seconds(11));
    (text, bytes)
}

fn states(world: &World) -> Vec<(String, u32)> {
    world.app.letter_states(&world.agency).expect("ledger")
}

#[test]
fn a_letter_with_a_file_is_received_by_a_real_server_over_starttls() {
    let (world, server) = (World::new(), Server::start(Security::Starttls));
    let mut desk = world.desk("huda");
    let case = opened(&world, &mut desk, "salem@example.com", false);
    let (text, bytes) = decided(&world, &mut desk, case);
    let letters_of = BTreeSet::from([world.agency.clone()]);
    let settings = MailSettings { letters_of, ..server.settings(Security::Starttls) };
    world.app.deliver_due(&outward(settings)).expect("delivered");
    assert_eq!(states(&world), [("handed_over".to_owned(), 2)]);
    let mails = server.mails();
    let mail = &mails[1];
    assert!(mail.text().contains(&text), "{}", mail.text());
    assert!(mail.read["html"].as_str().expect("html").contains("dir=\"rtl\""));
    assert!(mail.header("subject").contains("رد على حالتك"), "{}", mail.header("subject"));
    assert_eq!(mail.header("to"), "salem@example.com");
    assert!(mail.header("from").contains("no-reply@cases.example"));
    assert_eq!(mail.header("auto-submitted"), "auto-generated");
    assert!(!mail.header("date").is_empty());
    let id = mail.header("message-id");
    assert!(id.ends_with("@cases.example>") && id.contains('.'), "{id}");
    let file = serde_json::json!([["إيصال.pdf", "application/pdf", bytes]]);
    assert_eq!(mail.read["files"], file);
    assert!(mail.raw.is_ascii(), "any server on the way can carry it");
}

#[test]
fn a_mail_only_announces_unless_the_agency_wants_the_letter_in_it() {
    let (world, server) = (World::new(), Server::start(Security::Tls));
    let mut desk = world.desk("huda");
    let case = opened(&world, &mut desk, "salem@example.com", false);
    let (text, _) = decided(&world, &mut desk, case);
    world.app.deliver_due(&outward(server.settings(Security::Tls))).expect("delivered");
    let mails = server.mails();
    assert_eq!(mails.len(), 2);
    for mail in &mails {
        assert!(!mail.text().contains(&text));
        assert!(mail.text().contains("https://cases.example/c?reference="));
        assert_eq!(mail.read["files"], serde_json::json!([]));
    }
    assert!(mails[1].text().contains("ملفات هذا الرد"), "{}", mails[1].text());
}

#[test]
fn a_mail_about_a_confidential_case_says_only_that_there_is_a_message() {
    let (world, server) = (World::new(), Server::start(Security::None));
    let mut desk = world.desk("badr");
    let case = opened(&world, &mut desk, "salem@example.com", true);
    let text = "قلتم: انتظرت ساعة كاملة. هذه صورة الموقف الجديد";
    let inbound = desk.sees(case).last_inbound;
    let reply = letter(domain::case::ReplyKind::Progress, text, 0, inbound);
    let state = desk.does(case, &Action::SendReply(reply));
    assert!(is_accepted(&state), "{state:?}");
    world.pass(TimeDelta::seconds(11));
    let letters_of = BTreeSet::from([world.agency.clone()]);
    let settings = MailSettings { letters_of, ..server.settings(Security::None) };
    world.app.deliver_due(&outward(settings)).expect("delivered");
    let mails = server.mails();
    assert_eq!(mails.len(), 2);
    for mail in &mails {
        assert_eq!(mail.header("subject"), "لديك رسالة");
        assert!(mail.text().contains("لديك رسالة. افتح صفحتك لقراءتها."));
        for word in [text, "سالم", "حالتك NK", "الحافلة", "قرار الجهة"] {
            assert!(!mail.text().contains(word), "{word} in {}", mail.text());
        }
        assert_eq!(mail.read["files"], serde_json::json!([]));
    }
}

#[test]
fn a_server_that_says_no_that_waits_and_that_never_confirms_are_three_things() {
    let (world, server) = (World::new(), Server::start(Security::None));
    let mut desk = world.desk("huda");
    let cases: Vec<CaseId> = ["nobody@example.com", "busy@example.com", "silent@example.com"]
        .iter()
        .map(|it| opened(&world, &mut desk, it, false))
        .collect();
    world.pass(TimeDelta::seconds(11));
    let outward = outward(server.settings(Security::None));
    for _ in 0..3 {
        world.app.deliver_due(&outward).expect("delivered");
    }
    let expected = [("failed", 1), ("queued", 1), ("uncertain", 1)];
    assert_eq!(states(&world), expected.map(|(state, n)| (state.to_owned(), n)));
    assert_eq!(server.mails().len(), 1, "what was not confirmed is not sent a second time");
    let faults = cases.iter().map(|it| {
        let case = world.app.case(&world.agency, *it).expect("case").expect("case");
        case.returned.first().map(|it| it.fault)
    });
    let faults: Vec<Option<LetterFault>> = faults.collect();
    assert_eq!(faults, [Some(LetterFault::Address), None, Some(LetterFault::Unconfirmed)]);
}

#[test]
fn a_server_out_of_reach_or_with_a_wrong_certificate_or_password_leaves_the_letter_queued() {
    let (world, server) = (World::new(), Server::start(Security::Starttls));
    let mut desk = world.desk("huda");
    opened(&world, &mut desk, "salem@example.com", false);
    let good = server.settings(Security::Starttls);
    let wrong = server.dir.path().join("wrong");
    private_files::write(&wrong, b"another").expect("written");
    for settings in [
        MailSettings { ca_file: None, ..good.clone() },
        MailSettings { password_file: Some(wrong), ..good.clone() },
        MailSettings { port: Some(1), ..good.clone() },
    ] {
        world.pass(TimeDelta::hours(1));
        assert_eq!(world.app.deliver_due(&outward(settings)).expect("tried"), 1);
        assert_eq!(states(&world), [("queued".to_owned(), 1)]);
    }
    assert!(server.mails().is_empty());
    world.pass(TimeDelta::hours(1));
    world.app.deliver_due(&outward(good)).expect("delivered");
    assert_eq!(states(&world), [("handed_over".to_owned(), 1)]);
}

#[test]
fn settings_that_are_not_safe_or_not_whole_are_refused_by_name() {
    let server = Server::start(Security::None);
    let good = server.settings(Security::None);
    let code = |mail: MailSettings, page_url: Option<&str>| {
        let settings = LetterSettings { mail: Some(mail), text: None };
        let made = Outward::new(&settings, page_url, &platform::system_clock());
        made.err().map(|SettingsFault { code, .. }| code)
    };
    let page = Some("https://cases.example");
    assert_eq!(code(good.clone(), page), None);
    assert_eq!(code(good.clone(), None), Some("page-url"));
    let plain = MailSettings { host: "mail.example".to_owned(), ..good.clone() };
    assert_eq!(code(plain, page), Some("mail-plain"));
    let from = MailSettings { from: "nobody".to_owned(), ..good.clone() };
    assert_eq!(code(from, page), Some("mail-from"));
    let user = MailSettings { user: Some("rida".to_owned()), ..good.clone() };
    assert_eq!(code(user, page), Some("mail-password"));
    let file = Some("/nowhere".into());
    let file = MailSettings { user: Some("rida".to_owned()), password_file: file, ..good };
    assert_eq!(code(file, page), Some("file"));
}
