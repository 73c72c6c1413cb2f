//! What goes wrong at the door is said in words that name what to do, in both languages.

use super::{open, open_first_case};
use desktop::{Start, Town, Window};
use fantoccini::key::Key;
use std::fs;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

#[tokio::test]
async fn a_wrong_password_is_said_in_both_languages_and_what_was_typed_stays() {
    let town = Town::begin().await;
    let account = town.account("badr").await;
    let window = open(&town, "handler").await;
    window.knock("badr", "never this", &account.code).await;
    said_in_both(&window, "كلمة المرور", "password").await;
    let staff = "return document.querySelector('input[autocomplete=username]').value";
    assert_eq!(window.look(staff).await, "badr");
    window.close().await;
}

#[tokio::test]
async fn a_first_sign_in_without_the_network_says_that_it_needs_it() {
    let mut town = Town::begin().await;
    let account = town.account("badr").await;
    town.stop();
    let window = open(&town, "handler").await;
    window.knock("badr", &account.password, &account.code).await;
    said_in_both(&window, "المنصة", "platform").await;
    window.close().await;
}

#[tokio::test]
async fn a_platform_that_answers_nonsense_is_not_believed() {
    let address = nonsense().await;
    let folder = tempfile::tempdir().unwrap();
    let window =
        Window::open(&Start { platform: &address, root: folder.path(), profile: "handler" }).await;
    window.knock("badr", "a password", "a code").await;
    said_in_both(&window, "أجاب غير المنصة", "Something else answered").await;
    window.close().await;
}

#[tokio::test]
async fn a_password_changed_elsewhere_asks_for_the_old_one_once() {
    let town = Town::begin().await;
    let account = town.account("badr").await;
    let window = open(&town, "handler").await;
    window.sign_in(&account).await;
    window.close().await;
    town.change_password("badr", CHANGED);

    let window = open(&town, "handler").await;
    window.give_password(CHANGED).await;
    window.tab_to("button", "غُيّرت كلمة مروري").await;
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for("input[autocomplete=off]").await;
    window.type_text(&account.password).await;
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for("footer.status").await;
    window.close().await;

    let window = open(&town, "handler").await;
    window.unlock(CHANGED).await;
    window.close().await;
}

#[tokio::test]
async fn a_store_of_a_newer_program_is_left_as_it_is() {
    let town = Town::begin().await;
    let account = town.account("badr").await;
    let window = open(&town, "handler").await;
    window.sign_in(&account).await;
    window.close().await;
    let keys = town.desks().join("handler/waha--badr/keys.json");
    let ours = fs::read_to_string(&keys).unwrap();
    let newer = ours.replacen("\"version\":1", "\"version\":2", 1);
    assert_ne!(ours, newer, "no version in {ours}");
    fs::write(&keys, newer).unwrap();

    let window = open(&town, "handler").await;
    window.give_password(&account.password).await;
    said_in_both(&window, "أحدث", "newer").await;
    window.close().await;

    fs::write(&keys, ours).unwrap();
    let window = open(&town, "handler").await;
    window.unlock(&account.password).await;
    window.close().await;
}

#[tokio::test]
async fn a_small_file_is_taken_and_one_of_100_megabytes_refused_in_words() {
    let town = Town::begin().await;
    let account = town.account("badr").await;
    let window = open(&town, "handler").await;
    window.sign_in(&account).await;
    open_first_case(&window).await;
    window.press(&[], 'n').await;
    window.wait_for("main textarea:focus").await;
    window.type_text("ملاحظة").await;
    window.look(&drop_of(100 * MEGABYTE)).await;
    window.wait_for_text(".hint-lost", "الملف أكبر من الحد").await;
    assert_eq!(window.typed().await, "ملاحظة");
    choose_english(&window).await;
    open_first_case(&window).await;
    window.look(&drop_of(100 * MEGABYTE)).await;
    window.wait_for_text(".hint-lost", "The file is larger than the limit").await;
    window.look(&drop_of(MEGABYTE)).await;
    window.wait_for(".file-name").await;
    window.close().await;
}

async fn choose_english(window: &Window) {
    window.press(&[Key::Control], ',').await;
    window.wait_for("input[type=radio]").await;
    window.tab_to("input[type=radio]", "العربية").await;
    window.press(&[], char::from(Key::Down)).await;
    window.wait_for("html[lang=en]").await;
    window.press(&[], 'g').await;
    window.press(&[], 'i').await;
}

const CHANGED: &str = "نخلة جديدة 9";

const MEGABYTE: u32 = 1024 * 1024;

/// A hand that lets a file go over the window: a driver has none.
fn drop_of(bytes: u32) -> String {
    format!(
        "const files = new DataTransfer(); \
         files.items.add(new File([new Uint8Array({bytes})], 'video.mp4')); \
         window.dispatchEvent(new DragEvent('drop', {{ dataTransfer: files }}))"
    )
}

/// Waits for the words in Arabic, turns the language, and waits for them in English.
async fn said_in_both(window: &Window, arabic: &str, english: &str) {
    window.wait_for_text(".hint-lost", arabic).await;
    window.tab_to("button", "English").await;
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for_text(".hint-lost", english).await;
}

/// A web page where a platform should be, as behind the sign-in of a hotel's network.
async fn nonsense() -> String {
    let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", door.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut caller, _)) = door.accept().await {
            let mut asked = [0; 4096];
            let _ = caller.read(&mut asked).await;
            let page = "<html>Welcome to our network</html>";
            let head = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close";
            let answer = format!("{head}\r\ncontent-length: {}\r\n\r\n{page}", page.len());
            let _ = caller.write_all(answer.as_bytes()).await;
        }
    });
    address
}
