//! Limits of every message. Both sides check them before they parse further, and whoever writes a message
//! keeps to every limit that its reader enforces.

/// Actions in one push.
pub const PUSH_ACTIONS_MAX: usize = 100;
/// Bytes of one push.
pub const PUSH_BYTES_MAX: usize = 1024 * 1024;
/// Bytes of one action: header, body and signature.
pub const ACTION_BYTES_MAX: usize = 256 * 1024;
/// Feed items in one answer to a pull.
pub const PULL_ITEMS_MAX: usize = 2_000;
/// Bytes of events after which the platform ends an answer to a pull. What stands around them and the one
/// item more that may follow fit below [`PULL_BYTES_MAX`].
pub const PULL_BYTES_FULL: usize = 8 * 1024 * 1024;
/// Bytes of one answer to a pull, unpacked.
pub const PULL_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Bytes of receipts, as JSON, after which the platform ends an answer that holds them. One more may
/// follow; all of it fits below [`ANSWER_BYTES_MAX`].
pub const RECEIPTS_BYTES_FULL: usize = 2 * 1024 * 1024;
/// Bytes of one answer that carries no feed and no file.
pub const ANSWER_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Bytes of an agency's book as JSON. It travels in the answer to a pull, beside a full page.
pub const BOOK_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Op ids asked for in one question for verdicts.
pub const VERDICTS_MAX: usize = 1_000;
/// Bytes of one attachment, unless the agency says otherwise.
pub const ATTACHMENT_BYTES_MAX: u64 = 25 * 1024 * 1024;
/// Bytes of one chunk of an attachment above eight such chunks.
pub const CHUNK_BYTES: u64 = 1024 * 1024;
