//! What a program of the system prints about its settings.

use std::process::Command;

/// All that it prints, on either output; nothing where it is not there or fails.
pub(super) fn told(command: &mut Command) -> String {
    let output = command.output();
    output
        .ok()
        .filter(|output| output.status.success())
        .map(|output| {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            text(&output.stdout) + &text(&output.stderr)
        })
        .unwrap_or_default()
}
