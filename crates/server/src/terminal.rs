//! What the command line says on standard output.

use std::io::{ErrorKind, Write as _, stdout};

/// Writes a line for people or for the program that started us. Whoever reads may have had enough, as
/// `head` has: that is no fault.
pub(crate) fn say(line: impl std::fmt::Display) {
    match writeln!(stdout().lock(), "{line}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            tracing::error!(%error, "standard output takes nothing");
        }
        _ => {}
    }
}
