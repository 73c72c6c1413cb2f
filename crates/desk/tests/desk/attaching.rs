//! Files: measured, known by their content, sealed.

use crate::acting::{huda, refusal};
use crate::world::{World, bytes_below};
use desk::view::May;
use desk::{DeskError, Trouble};
use domain::Refusal;

#[test]
fn a_file_belongs_to_the_case_and_lies_sealed() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    assert!(view.may.contains(&May::Attach));
    let bytes = b"%PDF-1.7 a receipt with words";
    let file = desk.attach(&view.row.case, "../وصل\u{202E}.pdf", bytes).unwrap();
    assert_eq!((file.name.as_str(), file.media_type.as_str()), ("وصل.pdf", "application/pdf"));
    assert_eq!(desk.show_case(&view.row.case).unwrap().attachments[0], file);
    assert_eq!(desk.attachment_bytes(&file.hash).unwrap(), bytes);
    let kept = bytes_below(&world.computer("huda"));
    assert!(!kept.windows(bytes.len()).any(|it| it == bytes));
    let pending = desk.parts().vault.pending().unwrap();
    assert_eq!(pending.last().unwrap().action.attachments, [file.hash]);
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let path = world.computer("large.bin");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    let refused = refusal(desk.attach_file(&view.row.case, &path));
    assert_eq!(refused, Refusal::FileTooLarge { bytes_max: 25 * 1024 * 1024 });
    assert!(desk.show_case(&view.row.case).unwrap().attachments.is_empty());
}

#[test]
fn an_opened_copy_is_gone_after_the_lock() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let text = "وصل الدفع";
    let file = desk.attach(&view.row.case, "receipt.exe", text.as_bytes()).unwrap();
    let path = desk.open_attachment(&view.row.case, &file.hash).unwrap();
    assert_eq!(path.file_name().unwrap(), "receipt.txt");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    assert!(std::fs::metadata(&path).unwrap().permissions().readonly());
    desk.lock().unwrap();
    assert!(!path.exists());
}

#[test]
fn what_runs_is_not_opened() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let file = desk.attach(&view.row.case, "photo.png", b"\x7fELF\x02\x01\x01\x00").unwrap();
    let opened = desk.open_attachment(&view.row.case, &file.hash);
    assert!(matches!(opened, Err(DeskError::Trouble(Trouble::FileNotOpenable))));
    let elsewhere = desk.open_attachment(&view.row.case, &"0".repeat(64));
    assert!(matches!(elsewhere, Err(DeskError::Trouble(Trouble::FileNotHere))));
}
