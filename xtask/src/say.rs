//! What a chore prints. Steps, notes and the summary look alike everywhere.

use std::{
    io::{IsTerminal, Write as _},
    time::Duration,
};

use crate::failure::Failure;

/// A step begins.
pub(crate) fn step(title: &str) {
    line(&format!("\n{} {}", paint("==>", "1;34"), paint(title, "1")));
}

/// Something about the step.
pub(crate) fn note(text: &str) {
    line(&format!("    {text}"));
}

/// The chore cannot go on.
pub(crate) fn failure(failure: &Failure) {
    line(&format!("\n{} {failure}", paint("xtask:", "1;31")));
}

/// One line of the summary.
pub(crate) fn outcome(title: &str, took: Duration, passed: bool) {
    let word = if passed {
        paint("passed", "32")
    } else {
        paint("FAILED", "1;31")
    };
    line(&format!("{:>8.1} s  {word}  {title}", took.as_secs_f32()));
}

/// A line as it is.
pub(crate) fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    // A closed pipe is no reason to stop: the exit code still tells.
    drop(writeln!(out, "{text}").and_then(|()| out.flush()));
}

fn paint(text: &str, code: &str) -> String {
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}
