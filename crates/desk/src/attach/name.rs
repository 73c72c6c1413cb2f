//! Names of files, cleaned: no path, no hidden direction, no end that lies about what is inside.

/// Longest name, characters.
pub const NAME_CHARS_MAX: usize = 120;

/// The last part of a name, without control characters, marks of direction, signs that a file system
/// reads, and leading dots. Never empty.
pub fn clean(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let kept: String = last.chars().filter(|c| !is_hidden(*c)).map(plain).collect();
    let kept = kept.trim().trim_start_matches('.').trim_end_matches(['.', ' ']);
    if kept.is_empty() { "file".to_owned() } else { shortened(kept) }
}

/// A name whose end says what the content is: an open program is chosen by it.
pub fn with_extension(name: &str, extension: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{stem}.{extension}")
}

/// Control characters, and the marks that let `exe.fdp` be read as `pdf.exe`.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{061C}' | '\u{FEFF}')
}

fn plain(c: char) -> char {
    if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*') { '_' } else { c }
}

/// Keeps the end of the name, where its kind stands.
fn shortened(name: &str) -> String {
    let chars = name.chars().count();
    if chars <= NAME_CHARS_MAX {
        return name.to_owned();
    }
    let end: String = name.chars().skip(chars - 16).collect();
    let head: String = name.chars().take(NAME_CHARS_MAX - 17).collect();
    format!("{head}…{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_no_path_and_no_hidden_direction() {
        assert_eq!(clean("../../etc/passwd"), "passwd");
        assert_eq!(clean("C:\\temp\\صورة العداد.png"), "صورة العداد.png");
        assert_eq!(clean("ann\u{202E}fdp.exe"), "annfdp.exe");
        assert_eq!(clean("...\u{200F}"), "file");
        assert_eq!(clean("a:b?.txt"), "a_b_.txt");
    }

    #[test]
    fn a_long_name_keeps_its_end() {
        let name = clean(&format!("{}.pdf", "س".repeat(400)));
        assert_eq!(name.chars().count(), NAME_CHARS_MAX);
        assert_eq!(name.rsplit_once('.').unwrap().1, "pdf");
    }

    #[test]
    fn an_extension_is_that_of_the_content() {
        assert_eq!(with_extension("invoice.exe", "pdf"), "invoice.pdf");
        assert_eq!(with_extension("invoice", "pdf"), "invoice.pdf");
    }
}
