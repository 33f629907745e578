//! Whether there is a display to open the window on: without one, the toolkit would end the process with a panic.

use std::{env, ffi::OsString};

/// By which programs find their display.
const VARIABLES: [&str; 2] = ["WAYLAND_DISPLAY", "DISPLAY"];

/// Whether no window can be opened, which it says in one sentence to whoever started the app. For the thread that
/// opens windows; preparing the toolkit twice does no harm.
#[expect(clippy::print_stderr, reason = "to a person, not into the log")]
pub(crate) fn is_missing() -> bool {
    let missing = gtk::init().is_err();
    if missing {
        eprintln!("{}", sentence(|name| env::var_os(name)));
    }
    missing
}

fn sentence(value_of: impl Fn(&str) -> Option<OsString>) -> String {
    let set: Vec<_> = VARIABLES
        .into_iter()
        .filter_map(|name| {
            let value = value_of(name).filter(|value| !value.is_empty())?;
            Some(format!("{name}={}", value.to_string_lossy()))
        })
        .collect();
    if set.is_empty() {
        return "Keyholder opens a window, and there is no display for it: start it from a desktop session \
                (neither WAYLAND_DISPLAY nor DISPLAY is set)."
            .to_owned();
    }
    let set = set.join(", ");
    format!("Keyholder opens a window, and the display for it does not answer ({set}).")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_names_what_was_tried() {
        assert!(sentence(|_| None).contains("neither WAYLAND_DISPLAY nor DISPLAY is set"));
        assert!(sentence(|_| Some("".into())).contains("neither"));
        let said = sentence(|name| (name == "DISPLAY").then(|| ":7".into()));
        assert!(said.ends_with("does not answer (DISPLAY=:7)."), "{said}");
    }
}
