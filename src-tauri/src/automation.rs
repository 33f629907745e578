//! Whether the environment asks for a window that programs drive or look into.
//!
//! The web views and their toolkits obey these variables in every build. What is shipped does not come up then:
//! whoever can set a variable of the session must not get the signed-in window with it. Builds of the tests
//! (with debug assertions) are driven that way.

use std::ffi::{OsStr, OsString};

/// A variable that is obeyed.
struct Variable {
    name: &'static str,
    /// What in its value asks for it; any value does where this is empty.
    asks: &'static str,
}

const fn any(name: &'static str) -> Variable {
    Variable { name, asks: "" }
}

const VARIABLES: [Variable; 7] = [
    // Tauri, for `WebDriver`.
    any("TAURI_WEBVIEW_AUTOMATION"),
    // WebKitGTK's remote inspector, in its own protocol and for other browsers.
    any("WEBKIT_INSPECTOR_SERVER"),
    any("WEBKIT_INSPECTOR_HTTP_SERVER"),
    // GTK's inspector, which runs code in the process. Other values are about logs.
    Variable {
        name: "GTK_DEBUG",
        asks: "interactive",
    },
    // WebView2: administrators set its arguments for good reasons too.
    Variable {
        name: "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS",
        asks: "remote-debugging",
    },
    any("WEBVIEW2_PIPE_FOR_SCRIPT_DEBUGGER"),
    // Another browser in its place.
    any("WEBVIEW2_BROWSER_EXECUTABLE_FOLDER"),
];

/// The variable that this build has to refuse to start for.
pub(crate) fn refused() -> Option<&'static str> {
    if cfg!(debug_assertions) {
        return None;
    }
    asked(|name| std::env::var_os(name))
}

fn asked(value_of: impl Fn(&str) -> Option<OsString>) -> Option<&'static str> {
    let asks = |variable: &&Variable| {
        value_of(variable.name).is_some_and(|value| holds(&value, variable.asks))
    };
    VARIABLES.iter().find(asks).map(|variable| variable.name)
}

/// Bytes that are no text may hide what they ask for, so case and those are looked over.
fn holds(value: &OsStr, asked: &str) -> bool {
    value.to_string_lossy().to_ascii_lowercase().contains(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, value: &str) -> Option<&'static str> {
        asked(|asked| (asked == name).then(|| value.into()))
    }

    #[test]
    fn each_way_to_drive_or_to_inspect_the_window_is_known() {
        for (name, value) in [
            ("TAURI_WEBVIEW_AUTOMATION", "true"),
            ("WEBKIT_INSPECTOR_SERVER", "127.0.0.1:9222"),
            ("WEBKIT_INSPECTOR_HTTP_SERVER", "127.0.0.1:9222"),
            ("GTK_DEBUG", "actions,Interactive"),
            (
                "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS",
                "--x --remote-debugging-port=9222",
            ),
            ("WEBVIEW2_PIPE_FOR_SCRIPT_DEBUGGER", "pipe"),
            ("WEBVIEW2_BROWSER_EXECUTABLE_FOLDER", "C:\\other"),
        ] {
            assert_eq!(with(name, value), Some(name));
        }
    }

    #[test]
    fn an_ordinary_session_starts() {
        assert_eq!(asked(|_| None), None);
        assert_eq!(with("GTK_DEBUG", "actions"), None);
        assert_eq!(
            with("WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS", "--disable-gpu"),
            None
        );
    }

    #[test]
    fn builds_of_the_tests_are_driven() {
        assert_eq!(refused(), None);
    }
}
