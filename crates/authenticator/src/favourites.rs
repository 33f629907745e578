//! Which entries stand where there is room for a few only, as in the menu of the tray.

use crate::{
    account::{Line, Method},
    entry::Entry,
    order::{Order, ordered},
};

/// The most favourites.
pub const MOST: usize = 5;
/// The longest name in a menu, in characters; what is longer ends with a sign that it goes on.
const MOST_CHARS: usize = 40;

/// The favourites: pinned entries first, then the most used ones.
///
/// Entries whose codes are counted are none: a code that is taken there is spent, and nobody would see it
/// if the clipboard failed.
pub fn favourites(entries: &[Entry]) -> Vec<&Entry> {
    let places = ordered(entries, Order::Use).into_iter();
    places
        .filter_map(|place| entries.get(place))
        .filter(|entry| !matches!(entry.account.method, Method::Counter { .. }))
        .take(MOST)
        .collect()
}

/// What an entry is called in a menu: one line of issuer and name; nothing where it has neither.
pub fn short_name(entry: &Entry) -> Option<String> {
    let parts = [&entry.account.issuer, &entry.account.name];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(Line::as_str)
        .collect();
    let name = parts.join(" · ");
    if name.is_empty() {
        return None;
    }
    if name.chars().count() <= MOST_CHARS {
        return Some(name);
    }
    let kept: String = name.chars().take(MOST_CHARS - 1).collect();
    Some(format!("{}…", kept.trim_end()))
}

#[cfg(test)]
mod tests {
    use keyholder_domain::{second_factor::time_code::TimeCodeAlgorithm, timestamp::Timestamp};
    use uuid::Uuid;

    use super::*;
    use crate::{
        account::{Account, Digits},
        entry::EntryId,
        secret::OtpSecret,
    };

    fn entry(issuer: &str, name: &str, method: Method, pinned: bool, uses: u32) -> Entry {
        let secret = OtpSecret::from_bytes(vec![1; 20]).unwrap();
        let mut account = Account::new(issuer, name, method, secret);
        account.pinned = pinned;
        Entry {
            id: EntryId::from_uuid(Uuid::nil()),
            account,
            uses,
            last_used: (uses > 0).then(|| Timestamp::from_micros(uses.into())),
        }
    }

    #[test]
    fn goal_five_favourites_are_the_pinned_ones_and_then_the_most_used() {
        let of = |issuer, pinned, uses| entry(issuer, "maria", Method::usual(), pinned, uses);
        let entries = [
            of("never", false, 0),
            of("seldom", false, 1),
            of("often", false, 9),
            of("pinned", true, 0),
            of("pinned and used", true, 2),
            of("sometimes", false, 4),
            of("now and then", false, 3),
        ];
        let names: Vec<_> = favourites(&entries)
            .into_iter()
            .map(|entry| entry.account.issuer.as_str())
            .collect();
        assert_eq!(
            names,
            [
                "pinned and used",
                "pinned",
                "often",
                "sometimes",
                "now and then"
            ]
        );
        assert!(favourites(&[]).is_empty());
    }

    #[test]
    fn a_code_that_is_spent_by_taking_it_is_no_favourite() {
        let counted = Method::Counter {
            algorithm: TimeCodeAlgorithm::Sha1,
            digits: Digits::Six,
            counter: 7,
        };
        let entries = [
            entry("counted", "", counted, true, 50),
            entry("Steam", "", Method::Steam, false, 0),
        ];
        let names: Vec<_> = favourites(&entries).into_iter().map(short_name).collect();
        assert_eq!(names, [Some("Steam".to_owned())]);
    }

    #[test]
    fn a_name_in_a_menu_is_one_short_line() {
        let name =
            |issuer: &str, name: &str| short_name(&entry(issuer, name, Method::usual(), false, 0));
        assert_eq!(name("GitHub", "maria").unwrap(), "GitHub · maria");
        assert_eq!(name("", "maria").unwrap(), "maria");
        assert_eq!(name("GitHub", "").unwrap(), "GitHub");
        assert_eq!(name("", ""), None);
        let long = name(&"ä".repeat(38), "maria").unwrap();
        assert_eq!(long, format!("{}…", "ä".repeat(38)));
        assert!(name(&"x".repeat(300), "").unwrap().chars().count() <= MOST_CHARS);
    }
}
