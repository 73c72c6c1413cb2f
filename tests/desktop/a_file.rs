//! A file on its way from one window over HTTP to another.

use super::{find, open, open_first_case, reference};
use desktop::{Town, Window};
use fantoccini::key::Key;
use std::path::Path;
use std::time::Duration;

/// Of more than one chunk, so that it arrives in parts.
const BYTES: usize = 2_500_000;
const NAME: &str = "سجل العداد.txt";

/// Drops a file on the window: the system's dialog can't be driven, and a drop takes the same way.
async fn drop_file(window: &Window) {
    let script = "const [name, done] = arguments; \
        const line = 'قراءة العداد 4711\\n'; \
        const text = line.repeat(Math.ceil(2500000 / new Blob([line]).size)); \
        const bytes = new Blob([text]).slice(0, 2500000); \
        const transfer = new DataTransfer(); \
        transfer.items.add(new File([bytes], name, { type: 'text/plain' })); \
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true })); \
        done(transfer.files.length)";
    assert_eq!(window.paint(script, NAME).await, serde_json::json!(1), "the window took no file");
}

async fn has_file(folder: &Path, name: &str) -> Vec<u8> {
    for _ in 0..200 {
        if let Ok(bytes) = std::fs::read(folder.join(name))
            && bytes.len() >= BYTES
        {
            return bytes;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{name} was not saved in {}", folder.display());
}

/// The copies that a desk opened for its user.
fn opened_copies(folder: &Path) -> Vec<Vec<u8>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
    let paths = entries.flatten().map(|it| it.path());
    paths
        .flat_map(|path| {
            let is_copy = path.file_name().is_some_and(|it| it == "سجل العداد.txt");
            match path.is_dir() {
                true => opened_copies(&path),
                false if is_copy => std::fs::read(path).into_iter().collect(),
                false => vec![],
            }
        })
        .collect()
}

#[tokio::test]
async fn a_file_goes_from_one_window_to_another_and_is_opened_and_saved_elsewhere() {
    let town = Town::begin().await;
    std::fs::create_dir_all(town.desks().join("saved")).unwrap();
    let writer = open(&town, "writer").await;
    writer.sign_in(&town.account("badr").await).await;
    open_first_case(&writer).await;
    let reference = reference(&writer).await;
    drop_file(&writer).await;
    writer.wait_for_text(".files", NAME).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    // Nothing waits any more: the file and the action that names it have arrived.
    writer.wait_until_gone("footer.status a").await;

    let reader = open(&town, "reader").await;
    reader.sign_in(&town.account("badr").await).await;
    find(&reader, &reference).await;
    reader.wait_for_text(".files", NAME).await;
    reader.tab_to(".files button", NAME).await;
    reader.press(&[], char::from(Key::Enter)).await;
    let desk = town.desks().join("reader");
    for _ in 0..200 {
        if !opened_copies(&desk).is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let opened = opened_copies(&desk);
    assert_eq!(opened.iter().map(Vec::len).collect::<Vec<_>>(), [BYTES], "opened whole, once");

    reader.press(&[], char::from(Key::Tab)).await;
    reader.press(&[], char::from(Key::Enter)).await;
    let saved = has_file(&town.desks().join("saved"), NAME).await;
    assert_eq!(saved, opened[0]);
    reader.wait_for_text(".pane-side", &format!("حُفظ: \u{2068}{NAME}")).await;
    reader.close().await;
    writer.close().await;
}
