//! What the menu of the tray holds (ux 13): codes are not offered, and no account is named, while the
//! vault is locked.

use std::{fmt, str::FromStr};

use keyholder_authenticator::entry::EntryId;
use keyholder_domain::language::Language;
use uuid::Uuid;

use super::words;
use crate::vault::Favourites;

/// A line of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Something that can be chosen.
    Choice {
        /// What is chosen with it.
        choice: Choice,
        /// How it reads.
        text: String,
    },
    /// A line between groups.
    Gap,
}

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The window comes to the front.
    Show,
    /// The window leaves the screen.
    Hide,
    /// The window shows how the vault is opened.
    Unlock,
    /// The vault is locked.
    Lock,
    /// The code of this entry goes to the clipboard.
    Take(EntryId),
    /// The app ends.
    Quit,
}

/// The menu, from top to bottom.
pub(super) fn lines(favourites: &Favourites, window_shown: bool, language: Language) -> Vec<Line> {
    let line = |choice, key| Line::Choice {
        choice,
        text: plain(words::text(language, key)),
    };
    let mut lines = vec![line(Choice::Show, "tray-show")];
    if window_shown {
        lines.push(line(Choice::Hide, "tray-hide"));
    }
    match favourites {
        Favourites::NoVault => {}
        Favourites::Locked => lines.extend([Line::Gap, line(Choice::Unlock, "tray-unlock")]),
        Favourites::Open(few) => {
            lines.push(Line::Gap);
            lines.extend(few.iter().map(|favourite| {
                Line::Choice {
                    choice: Choice::Take(favourite.id),
                    text: plain(
                        favourite
                            .name
                            .as_deref()
                            .unwrap_or(words::text(language, "tray-unnamed")),
                    ),
                }
            }));
            lines.push(line(Choice::Lock, "tray-lock"));
        }
    }
    lines.extend([Line::Gap, line(Choice::Quit, "tray-quit")]);
    lines
}

/// A text that no system takes a key of its own from: in menus a `&` stands before one.
fn plain(text: &str) -> String {
    text.replace('&', "&&")
}

const TAKE: &str = "take:";

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Show => f.write_str("show"),
            Self::Hide => f.write_str("hide"),
            Self::Unlock => f.write_str("unlock"),
            Self::Lock => f.write_str("lock"),
            Self::Take(id) => write!(f, "{TAKE}{id}"),
            Self::Quit => f.write_str("quit"),
        }
    }
}

/// It is no choice of this menu.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unknown;

impl FromStr for Choice {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        match text {
            "show" => Ok(Self::Show),
            "hide" => Ok(Self::Hide),
            "unlock" => Ok(Self::Unlock),
            "lock" => Ok(Self::Lock),
            "quit" => Ok(Self::Quit),
            _ => text
                .strip_prefix(TAKE)
                .and_then(|id| Uuid::parse_str(id).ok())
                .map(|id| Self::Take(EntryId::from_uuid(id)))
                .ok_or(Unknown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::Favourite;

    fn entry(number: u128) -> EntryId {
        EntryId::from_uuid(Uuid::from_u128(number))
    }

    fn read(lines: &[Line]) -> Vec<(&str, Option<Choice>)> {
        lines
            .iter()
            .map(|line| match line {
                Line::Gap => ("-", None),
                Line::Choice { choice, text } => (text.as_str(), Some(*choice)),
            })
            .collect()
    }

    #[test]
    fn goal_a_locked_vault_names_nothing() {
        let locked = lines(&Favourites::Locked, false, Language::En);
        assert_eq!(
            read(&locked),
            [
                ("Show Keyholder", Some(Choice::Show)),
                ("-", None),
                ("Unlock the vault…", Some(Choice::Unlock)),
                ("-", None),
                ("Quit Keyholder", Some(Choice::Quit)),
            ]
        );
        let none = lines(&Favourites::NoVault, true, Language::De);
        assert_eq!(
            read(&none),
            [
                ("Keyholder anzeigen", Some(Choice::Show)),
                ("In den Infobereich verbergen", Some(Choice::Hide)),
                ("-", None),
                ("Keyholder beenden", Some(Choice::Quit)),
            ]
        );
    }

    #[test]
    fn goal_an_open_vault_offers_its_favourites_and_the_lock() {
        let named = |number, name: &str| Favourite {
            id: entry(number),
            name: Some(name.to_owned()),
        };
        let few = vec![
            named(1, "R&D · maria"),
            Favourite {
                id: entry(2),
                name: None,
            },
        ];
        let open = lines(&Favourites::Open(few), false, Language::Fr);
        assert_eq!(
            read(&open)[2..5],
            [
                ("R&&D · maria", Some(Choice::Take(entry(1)))),
                ("Compte sans nom", Some(Choice::Take(entry(2)))),
                ("Verrouiller le coffre", Some(Choice::Lock)),
            ]
        );
    }

    #[test]
    fn a_choice_is_known_by_its_name_and_others_are_none() {
        for choice in [
            Choice::Show,
            Choice::Hide,
            Choice::Unlock,
            Choice::Lock,
            Choice::Quit,
            Choice::Take(entry(7)),
        ] {
            assert_eq!(choice.to_string().parse(), Ok(choice));
        }
        for text in ["", "take:", "take:7", "Show", "3"] {
            assert_eq!(text.parse::<Choice>(), Err(Unknown), "{text}");
        }
    }
}
