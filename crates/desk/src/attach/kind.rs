//! What a file is, by its content, and whether it may be opened here (`sync.md`, Attachments).

/// Content that tells nothing about itself.
const UNKNOWN: &str = "application/octet-stream";
/// Kinds that are opened: media type and the extension their copy gets.
const OPENABLE: [(&str, &str); 12] = [
    ("application/pdf", "pdf"),
    ("image/png", "png"),
    ("image/jpeg", "jpg"),
    ("image/gif", "gif"),
    ("image/webp", "webp"),
    ("image/bmp", "bmp"),
    ("text/plain", "txt"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
];
/// Parts of office files that run. Names of parts stand uncompressed in the file.
const MACROS: [&[u8]; 3] = [b"vbaProject.bin", b"Basic/script", b"Scripts/"];

/// The media type of some bytes. What no signature knows is text when it reads as text.
pub fn media_type(bytes: &[u8]) -> &'static str {
    if let Some(kind) = infer::get(bytes) {
        return kind.mime_type();
    }
    let text = std::str::from_utf8(bytes).is_ok_and(|it| !it.chars().any(is_binary));
    if text && !bytes.is_empty() { "text/plain" } else { UNKNOWN }
}

/// The extension of a copy that may be opened; none for what is only ever saved elsewhere.
pub fn openable(media_type: &str, bytes: &[u8]) -> Option<&'static str> {
    let extension = OPENABLE.iter().find(|(kind, _)| *kind == media_type)?.1;
    (!runs(bytes)).then_some(extension)
}

fn runs(bytes: &[u8]) -> bool {
    let is_zip = bytes.starts_with(b"PK");
    is_zip && MACROS.iter().any(|part| bytes.windows(part.len()).any(|it| it == *part))
}

fn is_binary(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_says_what_a_file_is() {
        assert_eq!(media_type(b"%PDF-1.7\n"), "application/pdf");
        assert_eq!(media_type("وصل الدفع".as_bytes()), "text/plain");
        assert_eq!(media_type(b"\x00\x01\x02"), UNKNOWN);
        assert_eq!(media_type(b""), UNKNOWN);
    }

    #[test]
    fn programs_and_macros_are_not_opened() {
        let docx = OPENABLE[7].0;
        assert_eq!(openable(docx, b"PK\x03\x04 word/document.xml"), Some("docx"));
        assert_eq!(openable(docx, b"PK\x03\x04 word/vbaProject.bin"), None);
        assert_eq!(openable("application/x-executable", b"\x7fELF"), None);
        assert_eq!(openable(UNKNOWN, b"\x00"), None);
    }
}
