//! Builds the window's resources.

fn main() {
    // WebKitGTK brings its own SQLite; exporting ours would make it bind to SQLCipher's symbols.
    println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    tauri_build::build();
}
