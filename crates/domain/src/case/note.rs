//! What only adds to a case, and is accepted wherever it stands: notes and files.

use super::{AttachmentRef, Case, guard};
use crate::{Actor, Context, Event, Refusal};

const HASH_CHARS: usize = 64;

/// An internal note. Whoever wrote it while the case passed to somebody else contributes late.
pub(super) fn add(case: &Case, text: &str, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let staff = guard::any_staff(cx)?;
    guard::written("text", text, guard::TEXT_CHARS_MAX)?;
    let had_it = case.touched_by.contains(staff);
    let late = had_it && case.owner.as_ref().is_some_and(|owner| owner != staff);
    Ok(vec![Event::NoteAdded { text: text.to_owned(), late }])
}

/// A file; the same one twice is one.
pub(super) fn attach(
    case: &Case,
    attachment: &AttachmentRef,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if *cx.actor != Actor::Person {
        guard::any_staff(cx)?;
    }
    check_file(attachment, cx)?;
    let is_new = !case.attachments.iter().any(|it| it.hash == attachment.hash);
    let attached = is_new.then(|| Event::Attached { attachment: attachment.clone() });
    Ok(attached.into_iter().collect())
}

/// A file has a name, a whole hash and a size within the agency's limit.
pub(super) fn check_file(file: &AttachmentRef, cx: &Context<'_>) -> Result<(), Refusal> {
    let is_hash = file.hash.len() == HASH_CHARS && file.hash.bytes().all(|b| b.is_ascii_hexdigit());
    if !is_hash {
        return Err(guard::out_of_range("hash"));
    }
    let bytes_max = cx.book.attachment_bytes_max;
    if file.bytes > u64::from(bytes_max) {
        return Err(Refusal::FileTooLarge { bytes_max });
    }
    guard::written("name", &file.name, guard::LINE_CHARS_MAX)
}
