//! The platform's program; everything is in the library.

fn main() -> std::process::ExitCode {
    platform::cli::main()
}
