//! The platform of the demo town: a process of its own that can be stopped and started.

use protocol::{DemoAccount, Hello};
use std::io::Write;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The demo agency with a small backlog, and the process that serves it.
pub struct Town {
    /// Holds the platform's data and the desks' roots.
    pub folder: tempfile::TempDir,
    /// The address, the same across restarts.
    pub address: String,
    port: u16,
    process: Option<Child>,
}

impl Town {
    /// Sets up, imports and serves.
    pub async fn begin() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let address = format!("http://127.0.0.1:{port}");
        let mut town = Self { folder: tempfile::tempdir().unwrap(), address, port, process: None };
        let platform = super::workspace().join("crates/platform");
        town.run(&["setup", "--demo", &platform.join("demo").display().to_string()]);
        let map = platform.join("mappings/nyc311.toml").display().to_string();
        let rows = platform.join("tests/fixtures/nyc311_sample.csv").display().to_string();
        // 3: the sample holds rows that are refused; the others entered.
        let import = ["import", "--map", &map, "--assign", "40", &rows];
        assert_eq!(town.command().args(import).status().unwrap().code(), Some(3));
        town.start().await;
        town
    }

    /// The folder of the platform's data.
    #[must_use]
    pub fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("platform")
    }

    /// The folder of the desks.
    #[must_use]
    pub fn desks(&self) -> std::path::PathBuf {
        self.folder.path().join("desks")
    }

    fn command(&self) -> Command {
        let mut command = Command::new(super::binary("platform"));
        command.arg("--data").arg(self.data()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) {
        assert!(self.command().args(args).status().unwrap().success(), "platform {args:?}");
    }

    /// Changes the password of an account, as its manager does when somebody asks for it.
    pub fn change_password(&self, staff: &str, password: &str) {
        let mut command = self.command();
        command.args(["accounts", "password", staff]).stdin(Stdio::piped());
        let mut process = command.spawn().unwrap();
        writeln!(process.stdin.take().unwrap(), "{password}").unwrap();
        assert!(process.wait().unwrap().success(), "the password of {staff} was not changed");
    }

    /// Serves again after a stop.
    pub async fn start(&mut self) {
        let bind = format!("127.0.0.1:{}", self.port);
        self.process = Some(self.command().args(["serve", "--bind", &bind]).spawn().unwrap());
        for _ in 0..200 {
            if reqwest::get(format!("{}/health", self.address))
                .await
                .is_ok_and(|it| it.status().is_success())
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the platform does not answer on {}", self.address);
    }

    /// Takes the platform away, as when the network is gone.
    pub fn stop(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().ok();
            process.wait().ok();
        }
    }

    /// A demo account by its staff code.
    pub async fn account(&self, staff: &str) -> DemoAccount {
        let hello: Hello =
            reqwest::get(format!("{}/v1/hello", self.address)).await.unwrap().json().await.unwrap();
        hello
            .demo
            .unwrap()
            .into_iter()
            .find(|it| it.staff.as_str() == staff)
            .expect("a demo account")
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Reads the newest message that went to the person of a case, with the given field.
pub(crate) fn newest_message(data: &Path, reference: &str) -> Option<serde_json::Value> {
    let mut files: Vec<_> =
        std::fs::read_dir(data.join("outbox")).ok()?.flatten().map(|it| it.path()).collect();
    files.sort();
    files
        .into_iter()
        .rev()
        .filter_map(|file| {
            serde_json::from_slice::<serde_json::Value>(&std::fs::read(file).ok()?).ok()
        })
        .find(|it| it["reference"] == reference && it["word"].is_string())
}
