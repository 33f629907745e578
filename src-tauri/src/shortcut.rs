//! Which shortcuts may lead to the codes from everywhere: a key with Ctrl, Alt or Super, which nobody types.

use serde::Serialize;

/// Why a shortcut does not work everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ShortcutProblem {
    /// Wayland lets no program hear keys that are pressed elsewhere.
    Wayland,
    /// Another program has it.
    Taken,
    /// It is none, or one that people type.
    Unusable,
    /// The system refuses it.
    Refused,
}

impl ShortcutProblem {
    /// The word on the wire.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Wayland => "wayland",
            Self::Taken => "taken",
            Self::Unusable => "unusable",
            Self::Refused => "refused",
        }
    }
}

/// In this order, and each at most once.
const MODIFIERS: [&str; 4] = ["Control", "Alt", "Shift", "Super"];

/// Whether this is a shortcut of the form `Control+Alt+K` that takes nothing from who types: Shift alone
/// makes capitals, and a bare letter is one.
pub(crate) fn is_usable(keys: &str) -> bool {
    let Some((held, key)) = keys.rsplit_once('+') else {
        return false;
    };
    let mut rest = MODIFIERS.iter();
    let in_order = held.split('+').all(|held| rest.any(|known| *known == held));
    let takes_nothing = held.split('+').any(|held| held != "Shift");
    in_order && takes_nothing && is_key(key)
}

/// Keys beside letters and digits.
const NAMED: [&str; 13] = [
    "Space", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12",
];

fn is_key(key: &str) -> bool {
    match key.as_bytes() {
        [one] => one.is_ascii_uppercase() || one.is_ascii_digit(),
        _ => NAMED.contains(&key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortcut_takes_nothing_from_who_types() {
        for keys in [
            "Control+Alt+K",
            "Super+Space",
            "Control+Shift+7",
            "Alt+F12",
            "Control+Alt+Shift+Super+F10",
        ] {
            assert!(is_usable(keys), "{keys}");
        }
        for keys in [
            "",
            "K",
            "Shift+K",
            "Control+",
            "Control",
            "+K",
            "Alt+Control+K",
            "Control+Control+K",
            "Control+k",
            "Control+F13",
            "Control+F0",
            "Control+F01",
            "Control+F+1",
            "Control+Ä",
            "Hyper+K",
            "Control+KeyK",
            "CONTROL+K",
        ] {
            assert!(!is_usable(keys), "{keys}");
        }
    }

    #[test]
    fn problems_are_what_serde_writes() {
        for problem in [
            ShortcutProblem::Wayland,
            ShortcutProblem::Taken,
            ShortcutProblem::Unusable,
            ShortcutProblem::Refused,
        ] {
            assert_eq!(serde_json::to_value(problem).unwrap(), problem.word());
        }
    }
}
