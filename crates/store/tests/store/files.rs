//! Attachments at rest.

use store::{CHUNK_BYTES, FileError, Files};
use tempfile::TempDir;
use zeroize::Zeroizing;

const HASH: &str = "ab3f00000000000000000000000000000000000000000000000000000000cd12";

fn open(folder: &TempDir) -> Files {
    Files::open(folder.path().join("files"), Zeroizing::new([5; 32])).unwrap()
}

fn bytes(n: usize) -> Vec<u8> {
    (0..n).map(|at| u8::try_from((at * 31 + at / 251) % 256).unwrap()).collect()
}

#[test]
fn an_attachment_comes_back_whole_and_by_chunk() {
    let folder = tempfile::tempdir().unwrap();
    let files = open(&folder);
    for size in [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES + 77] {
        let content = bytes(size);
        files.put(HASH, &content).unwrap();
        assert_eq!(files.size(HASH).unwrap(), size as u64);
        assert_eq!(files.read(HASH).unwrap(), content);
        let second: Vec<u8> = content.iter().skip(CHUNK_BYTES).take(CHUNK_BYTES).copied().collect();
        assert_eq!(files.chunk(HASH, 1).unwrap(), second);
        assert!(files.chunk(HASH, 3).unwrap().is_empty());
        files.remove(HASH).unwrap();
        assert!(!files.has(HASH));
    }
}

#[test]
fn a_name_that_is_no_hash_never_becomes_a_path() {
    let folder = tempfile::tempdir().unwrap();
    let files = open(&folder);
    for name in ["../../vault.db", "", "ab", "/etc/passwd", &HASH.replace('a', "g"), &HASH[1..]] {
        assert!(matches!(files.put(name, b"x"), Err(FileError::Hash)), "{name}");
        assert!(matches!(files.read(name), Err(FileError::Hash)), "{name}");
    }
}

#[test]
fn a_flipped_bit_a_cut_or_another_name_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let files = open(&folder);
    files.put(HASH, &bytes(CHUNK_BYTES + 500)).unwrap();
    let path = folder.path().join("files").join(HASH);
    let whole = std::fs::read(&path).unwrap();
    for at in [0, 9, 20, 5_000, whole.len() - 1] {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        std::fs::write(&path, flipped).unwrap();
        assert!(files.read(HASH).is_err(), "{at}");
    }
    for left in [0, 30, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&path, &whole[..left]).unwrap();
        assert!(matches!(files.read(HASH), Err(FileError::Damaged)), "{left}");
    }
    let other = HASH.replace('3', "4");
    std::fs::write(folder.path().join("files").join(&other), &whole).unwrap();
    assert!(matches!(files.read(&other), Err(FileError::Damaged)));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(files.read(HASH), Err(FileError::Missing)));
}

#[test]
fn nothing_of_an_attachment_stands_readable_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let files = open(&folder);
    files.put(HASH, &b"PLAINWORDS ".repeat(40)).unwrap();
    let raw = std::fs::read(folder.path().join("files").join(HASH)).unwrap();
    assert!(!raw.windows(5).any(|it| it == b"PLAIN"));
}
