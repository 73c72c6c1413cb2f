//! The platform's program; everything is in the library.

use mimalloc::MiMalloc;

/// As in the window: most work is many small texts.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> std::process::ExitCode {
    platform::cli::main()
}
