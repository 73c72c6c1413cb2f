//! What may be typed. The help of every command says what it does, with an example.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// The central platform of Rida: it judges what desks did, keeps the record and shows persons their
/// cases.
#[derive(Debug, Parser)]
#[command(name = "platform", version, about, after_help = AFTER)]
pub struct Cli {
    /// Settings that every command takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const AFTER: &str = "\
Settings come from flags, else from the environment, else from the file named by --config, else from
defaults. The file is TOML with any of: data, anchor, bind, lang, access_minutes, refresh_days, code_minutes,
page_url, key_file, the tables [mail] and [text] for messages to persons, and of serving: tls_cert, tls_key,
insecure_http, trusted_proxies, forwarded_header, hosts, connections_max, connections_per_address_max.

First steps:
  platform setup agency/            load an agency from its files
  platform accounts add huda        make an account; the password comes on standard input
  platform enrol huda               a one-time code for a new computer
  platform devices list             every enrolled computer, to find a lost one
  platform import --map mappings/arabic_sheet.toml backlog.csv
  platform serve                    answer desks and persons

A demo with made-up people, in a folder of its own:
  platform --data /tmp/rida-demo setup --demo crates/platform/demo
  platform --data /tmp/rida-demo serve";

/// Settings that every command takes.
#[derive(Debug, Args)]
pub struct Common {
    /// Folder of the database, its keys and outgoing messages [default: a folder of your own].
    #[arg(long, value_name = "DIR", env = "RIDA_PLATFORM_DATA", global = true)]
    pub data: Option<PathBuf>,
    /// Settings in TOML.
    #[arg(long, value_name = "FILE", env = "RIDA_PLATFORM_CONFIG", global = true)]
    pub config: Option<PathBuf>,
    /// File with the key of encrypted data. Else the key comes from `RIDA_PLATFORM_KEY`, or from the
    /// systemd credential rida-platform-key.
    #[arg(long, value_name = "FILE", env = "RIDA_PLATFORM_KEY_FILE", global = true)]
    pub key_file: Option<PathBuf>,
    /// Language of what is printed [default: ar].
    #[arg(long, value_enum, env = "RIDA_PLATFORM_LANG", global = true)]
    pub lang: Option<Lang>,
}

/// A language of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// العربية
    Ar,
    /// English
    En,
}

/// What the platform can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer desks and persons until stopped (SIGTERM or Ctrl+C finishes what was begun).
    Serve(Serve),
    /// Load an agency from a folder of TOML files; may be repeated, changes raise the book's version.
    Setup(Setup),
    /// Bring a backlog from a CSV file; the same file again adds nothing. Exits with 3 when rows were
    /// refused.
    Import(Import),
    /// Make a one-time code with which somebody enrols a new computer.
    Enrol(Staff),
    /// After the database was restored from a backup, and before it serves: begin another history, so
    /// that computers offer again what the backup never saw. Stop the platform first.
    AdoptRestore,
    /// Copy everything into a new folder, also while the platform serves, and check the copy.
    Backup(Backup),
    /// Check a backup and put it in the place of the database; then run adopt-restore. Stop the platform
    /// first.
    Restore(Restore),
    /// Messages to persons: list those that did not arrive, send one again, send a test message.
    Letters(Letters),
    /// Write a new key for encrypted data into a file that only you may read.
    NewKey(NewKey),
    /// Encrypt the database and its keys with the key that --key-file names. Stop the platform first.
    Encrypt,
    /// Accounts of staff: list, add, change a password, disable, enable, end sessions.
    #[command(subcommand)]
    Accounts(Accounts),
    /// Enrolled computers: list them, revoke a lost one.
    #[command(subcommand)]
    Devices(Devices),
}

/// `platform serve`
#[derive(Debug, Args)]
pub struct Serve {
    /// Address and port; a demo answers on loopback only, and everything else beyond loopback needs TLS
    /// [default: 127.0.0.1:8460].
    #[arg(long, value_name = "ADDRESS", env = "RIDA_PLATFORM_BIND")]
    pub bind: Option<SocketAddr>,
    /// Write the address to this file once the platform answers: for scripts that use port 0.
    #[arg(long, value_name = "FILE")]
    pub address_file: Option<PathBuf>,
    /// Chain of certificates in PEM, the server's own first. Read again when it changes, and on SIGHUP.
    #[arg(long, value_name = "FILE", env = "RIDA_PLATFORM_TLS_CERT")]
    pub tls_cert: Option<PathBuf>,
    /// Private key of the certificate in PEM.
    #[arg(long, value_name = "FILE", env = "RIDA_PLATFORM_TLS_KEY")]
    pub tls_key: Option<PathBuf>,
    /// Serve plain HTTP beyond loopback, for a proxy in front that speaks TLS. Passwords travel in clear
    /// between the two.
    #[arg(long)]
    pub insecure_http: bool,
    /// Address of a proxy whose X-Forwarded-For is believed; may be repeated.
    #[arg(long, value_name = "ADDRESS")]
    pub trusted_proxy: Vec<std::net::IpAddr>,
    /// A name under which the platform answers; may be repeated. Any name when none is given; a demo
    /// answers to the names of this computer only.
    #[arg(long, value_name = "NAME")]
    pub host: Vec<String>,
}

/// `platform backup`
#[derive(Debug, Args)]
pub struct Backup {
    /// A folder that does not exist yet.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// `platform restore`
#[derive(Debug, Args)]
pub struct Restore {
    /// The folder of a backup.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Replace the database that stands there; it is moved aside, not deleted.
    #[arg(long)]
    pub force: bool,
}

/// `platform setup`
#[derive(Debug, Args)]
pub struct Setup {
    /// Folder with agency.toml, units.toml, posts.toml, staff.toml, categories.toml, remedies.toml,
    /// powers.toml, gate.toml and templates.toml.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Mark the store as a demo, make an account for everybody, and play the cases in cases/. Such a store
    /// never answers beyond this computer, and a store with real agencies never becomes one.
    #[arg(long)]
    pub demo: bool,
}

/// `platform import`
#[derive(Debug, Args)]
pub struct Import {
    /// What the columns mean; see mappings/.
    #[arg(long, value_name = "MAP")]
    pub map: PathBuf,
    /// The rows, with a header somewhere above them. Encoding and separator are recognised.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Enter nothing: show how the file and its first rows are understood, what would be refused, and how
    /// many persons would be written to.
    #[arg(long)]
    pub check: bool,
    /// Write to the persons of open cases; without it nobody hears of an import.
    #[arg(long)]
    pub announce: bool,
    /// Give so many imported open cases to handlers of their units, when any entered.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub assign: u64,
    /// Write what happened to a file: .csv holds the refused rows, to be corrected and given again,
    /// anything else is JSON with every count, fault and remark.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

/// `platform new-key`
#[derive(Debug, Args)]
pub struct NewKey {
    /// The file; it must not be there yet.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Somebody of an agency.
#[derive(Debug, Args)]
pub struct Staff {
    /// Their code in staff.toml.
    #[arg(value_name = "STAFF")]
    pub staff: String,
    /// Whose; may be left out when only one agency lives here.
    #[arg(long, value_name = "AGENCY")]
    pub agency: Option<String>,
}

/// `platform letters`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Letters {
    /// What to do; a list when none.
    #[command(subcommand)]
    pub what: Option<LettersCommand>,
    /// List messages in this state [default: failed and uncertain].
    #[arg(long, value_enum, value_name = "STATE")]
    pub state: Option<LetterState>,
    /// Whose; may be left out when only one agency lives here.
    #[arg(long, value_name = "AGENCY")]
    pub agency: Option<String>,
}

/// What can be done with messages.
#[derive(Debug, Subcommand)]
pub enum LettersCommand {
    /// Send a message again, to the address that is on record now.
    Retry {
        /// The message, as the list prints it.
        #[arg(value_name = "ID")]
        id: String,
        /// Whose; may be left out when only one agency lives here.
        #[arg(long, value_name = "AGENCY")]
        agency: Option<String>,
    },
    /// Send a test message to a mail address or a phone number.
    Test {
        /// For example somebody@example.om or +96892123456.
        #[arg(value_name = "ADDRESS")]
        address: String,
    },
}

/// A state of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LetterState {
    /// Waits to be sent.
    Queued,
    /// Is being sent.
    Attempting,
    /// The provider has it.
    HandedOver,
    /// The provider reported that it arrived.
    Delivered,
    /// It may have been sent.
    Uncertain,
    /// It was not sent.
    Failed,
    /// It was withdrawn before it was sent.
    Cancelled,
}

impl LetterState {
    /// As the ledger has it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Attempting => "attempting",
            Self::HandedOver => "handed_over",
            Self::Delivered => "delivered",
            Self::Uncertain => "uncertain",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// `platform accounts`
#[derive(Debug, Subcommand)]
pub enum Accounts {
    /// Everybody of the agency's files, and whether they may sign in.
    List {
        /// Whose; may be left out when only one agency lives here.
        #[arg(long, value_name = "AGENCY")]
        agency: Option<String>,
    },
    /// Make an account; its password is read from standard input, one line.
    Add(Staff),
    /// Change a password; it is read from standard input, one line. Every session of this account ends at
    /// once, and open enrolment codes are cancelled.
    Password(Staff),
    /// Disable an account: its sessions end at once, and it can't sign in until it is enabled. Unsent work
    /// stays on its computers.
    Disable(Staff),
    /// Enable a disabled account; its owner signs in again with the same password.
    Enable(Staff),
    /// End every session of an account on all its computers; its owner may sign in again.
    EndSessions(Staff),
}

/// `platform devices`
#[derive(Debug, Subcommand)]
pub enum Devices {
    /// Every enrolled computer: id, owner, when it was enrolled, when it was last seen, whether it is
    /// signed in or revoked.
    List {
        /// Only the computers of this person.
        #[arg(long, value_name = "STAFF")]
        staff: Option<String>,
        /// Whose; may be left out when only one agency lives here.
        #[arg(long, value_name = "AGENCY")]
        agency: Option<String>,
    },
    /// Revoke a lost computer by its id, or all computers of a person: it is refused at its next request,
    /// and never signs in again. Give the person a new code with: platform enrol STAFF
    #[command(group = clap::ArgGroup::new("which").required(true))]
    Revoke {
        /// The computer's id, from: platform devices list
        #[arg(value_name = "DEVICE", group = "which")]
        device: Option<String>,
        /// Every computer of this person.
        #[arg(long, value_name = "STAFF", group = "which")]
        staff: Option<String>,
        /// Whose; may be left out when only one agency lives here.
        #[arg(long, value_name = "AGENCY")]
        agency: Option<String>,
    },
}
