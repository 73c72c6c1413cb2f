//! What goes wrong at the door is said in words that name what to do, in both languages.

use super::open;
use desktop::{Start, Town, Window};
use fantoccini::key::Key;
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
