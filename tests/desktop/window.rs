//! The real window, driven as a hand would: WebKitGTK under Xvfb through `WebKitWebDriver`.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use protocol::DemoAccount;
use serde_json::{Value, json};
use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// Nothing on one machine takes longer; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often the screen is looked at meanwhile.
const GLANCE: Duration = Duration::from_millis(10);

/// More presses than any screen has places.
const TABS_MAX: usize = 80;

/// One running window and its driver.
pub struct Window {
    client: Client,
    driver: Child,
    lock: ProfileLock,
    /// How the application's command line ends.
    running: String,
}

/// The file that an application holds locked while somebody's desk is open in it.
struct ProfileLock(PathBuf);

impl ProfileLock {
    async fn wait_until_free(&self) {
        for _ in 0..PATIENCE.as_millis() / 50 {
            // No file: nobody ever came in.
            if File::open(&self.0).map_or(true, |file| file.try_lock().is_ok()) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the application still holds {}", self.0.display());
    }
}

/// How a window is started.
pub struct Start<'a> {
    /// The platform's address.
    pub platform: &'a str,
    /// The folder of this computer's desks.
    pub root: &'a Path,
    /// The profile.
    pub profile: &'a str,
}

/// How long the engine takes to show an empty page of its own browser: the limit for any window.
pub async fn empty_page() -> Duration {
    let port = free_port();
    let mut driver = driver(port, Path::new("/tmp"));
    wait_for_driver(port).await;
    let begun = Instant::now();
    let client = connect(port, &Capabilities::new()).await;
    client.execute("return document.readyState", vec![]).await.unwrap();
    let taken = begun.elapsed();
    client.close().await.ok();
    driver.kill().ok();
    driver.wait().ok();
    taken
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Window {
    /// Starts the window and waits until its first screen is there.
    pub async fn open(start: &Start<'_>) -> Self {
        let port = free_port();
        let driver = driver(port, start.root);
        wait_for_driver(port).await;
        let client = connect(port, &capabilities(start)).await;
        let lock = ProfileLock(start.root.join(start.profile).join("lock"));
        let running = arguments(start).join(" ");
        let window = Self { client, driver, lock, running };
        window.wait_for("#root > *").await;
        window
    }

    /// Signs in on a new computer with an account of the demo, by keyboard.
    pub async fn sign_in(&self, account: &DemoAccount) {
        self.knock(account.staff.as_str(), &account.password, &account.code).await;
        self.wait_for("footer.status").await;
    }

    /// Fills in the form of a new computer and sends it.
    pub async fn knock(&self, staff: &str, password: &str, code: &str) {
        self.wait_for("input[autocomplete=username]").await;
        for part in [staff, password] {
            self.type_text(part).await;
            self.press(&[], char::from(Key::Tab)).await;
        }
        self.type_text(code).await;
        self.press(&[], char::from(Key::Enter)).await;
    }

    /// Opens a known user's desk with the password alone, by keyboard.
    pub async fn unlock(&self, password: &str) {
        self.give_password(password).await;
        self.wait_for("footer.status").await;
    }

    /// Gives the password where a known user is asked for it.
    pub async fn give_password(&self, password: &str) {
        self.wait_for("input[autocomplete=current-password]").await;
        self.type_text(password).await;
        self.press(&[], char::from(Key::Enter)).await;
    }

    /// Waits until something is gone from the screen.
    pub async fn wait_until_gone(&self, css: &str) {
        for _ in 0..PATIENCE.as_millis() / 100 {
            if self.client.find(Locator::Css(css)).await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        self.picture("still-there").await;
        panic!("still on the screen: {css}\n{}", self.text("body").await);
    }

    /// Waits until something is on the screen.
    pub async fn wait_for(&self, css: &str) {
        let found =
            self.client.wait().at_most(PATIENCE).every(GLANCE).for_element(Locator::Css(css)).await;
        if found.is_err() {
            self.picture("missing").await;
            panic!("not on the screen: {css}\n{}", self.text("body").await);
        }
    }

    /// Waits until a text stands somewhere in an element.
    pub async fn wait_for_text(&self, css: &str, text: &str) {
        for _ in 0..PATIENCE.as_millis() / 100 {
            if self.client.find(Locator::Css(css)).await.is_ok()
                && self.text(css).await.contains(text)
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        self.picture("missing").await;
        panic!("«{text}» is not in {css}:\n{}", self.text("body").await);
    }

    /// The text of the first such element as it is drawn, empty when there is none.
    ///
    /// Not the driver's own reading of text, which leaves out what a cut line holds.
    pub async fn text(&self, css: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
        let text = self.client.execute(script, vec![css.into()]).await;
        text.ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Types where the focus is.
    pub async fn type_text(&self, text: &str) {
        let keys = text.chars().fold(KeyActions::new("keys".into()), |keys, value| {
            keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Presses one key, with modifiers held.
    pub async fn press(&self, held: &[Key], key: char) {
        let mut keys = KeyActions::new("keys".into());
        for value in held {
            keys = keys.then(KeyAction::Down { value: char::from(*value) });
        }
        keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for value in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: char::from(*value) });
        }
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Presses Tab until the focus is on an element that a selector names, or on one whose own words
    /// hold the given text.
    pub async fn tab_to(&self, css: &str, words: &str) {
        for _ in 0..TABS_MAX {
            let script = "const it = document.activeElement; \
                return it.matches(arguments[0]) && \
                (it.closest('label') ?? it).innerText.includes(arguments[1])";
            let here = self.client.execute(script, vec![css.into(), words.into()]).await.unwrap();
            if here == Value::Bool(true) {
                return;
            }
            self.press(&[], char::from(Key::Tab)).await;
        }
        self.picture("not-reached").await;
        panic!("the keyboard does not reach {css} «{words}»:\n{}", self.text("main").await);
    }

    /// What stands in the field that has the focus.
    pub async fn typed(&self) -> String {
        let typed = self.look("return document.activeElement.value ?? ''").await;
        typed.as_str().unwrap().to_owned()
    }

    /// Runs a script in the window, to look and never to act.
    pub async fn look(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap()
    }

    /// Runs a script that calls its last argument with the answer, to paint what the screen lacks.
    pub async fn paint(&self, script: &str, text: &str) -> Value {
        self.client.execute_async(script, vec![text.into()]).await.unwrap()
    }

    /// What the window shows now, as a PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap()
    }

    /// Keeps a picture under `target/pictures`.
    pub async fn picture(&self, name: &str) {
        let folder = super::target().join("pictures");
        std::fs::create_dir_all(&folder).unwrap();
        if let Ok(png) = self.client.screenshot().await {
            std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
        }
    }

    /// Closes the window as its user would, and waits until the application is gone.
    pub async fn close(self) {
        self.client.close_window().await.ok();
        self.client.clone().close().await.ok();
        // The driver is let go last: a session that it did not end would leave its window open.
        self.lock.wait_until_free().await;
    }

    /// Kills the application in the middle of whatever it does.
    pub async fn kill(self) {
        let killed =
            Command::new("pkill").args(["-KILL", "-f", "--", &self.running]).status().unwrap();
        assert!(killed.success(), "no application runs as {}", self.running);
        self.lock.wait_until_free().await;
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.driver.kill().ok();
        self.driver.wait().ok();
    }
}

/// Starts the application once more as the desktop does for a link, and waits until it has left.
pub async fn second_start(start: &Start<'_>, link: &str) {
    let mut second = Command::new(super::binary("rida"))
        .args(arguments(start))
        .arg(link)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    for _ in 0..PATIENCE.as_millis() / 50 {
        if let Some(status) = second.try_wait().unwrap() {
            assert!(status.success(), "the second start failed: {status}");
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    second.kill().ok();
    panic!("the second start did not leave");
}

fn arguments(start: &Start<'_>) -> [String; 6] {
    [
        "--platform".to_owned(),
        start.platform.to_owned(),
        "--root".to_owned(),
        start.root.display().to_string(),
        "--profile".to_owned(),
        start.profile.to_owned(),
    ]
}

fn capabilities(start: &Start<'_>) -> Capabilities {
    let options = json!({ "binary": super::binary("rida"), "args": arguments(start) });
    [("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect()
}

/// The environment reaches the application from the driver, not from the client.
fn driver(port: u16, root: &Path) -> Child {
    Command::new("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("XDG_DATA_HOME", root.join("xdg"))
        .env("RIDA_SAVE_FOLDER", root.join("saved"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("WebKitWebDriver is installed")
}

/// The driver needs a moment until it listens.
async fn wait_for_driver(port: u16) {
    for _ in 0..PATIENCE.as_millis() / 20 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the driver does not listen");
}

async fn connect(port: u16, capabilities: &Capabilities) -> Client {
    let mut last = None;
    // A driver that is busy with another window's end may refuse the first time.
    for _ in 0..5 {
        let builder = ClientBuilder::native().capabilities(capabilities.clone()).clone();
        match builder.connect(&format!("http://127.0.0.1:{port}")).await {
            Ok(client) => return client,
            Err(error) => last = Some(error),
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("the driver did not start a window: {last:?}");
}
