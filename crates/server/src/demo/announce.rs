//! Telling the terminal, and the program that started us, how to sign in.

use super::sign_in_data::announcements;
use crate::terminal::say;

/// Prints the sign-in data and the demo's pages.
pub(super) fn announce(origin: &str) {
    for line in announcements(origin) {
        say(line);
    }
}
