//! What the command line says on standard output.

/// Writes a line for people or for the program that started us.
#[expect(clippy::print_stdout, reason = "the command line's own voice")]
pub(crate) fn say(line: impl std::fmt::Display) {
    println!("{line}");
}
