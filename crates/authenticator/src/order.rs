//! In which order entries stand: pinned ones first, then by what was chosen.

use std::cmp::Reverse;

use keyholder_domain::text;

use crate::entry::Entry;

/// By what entries are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By issuer and name.
    #[default]
    Name,
    /// The most used ones first, those used last before others that were used as often.
    Use,
}

/// The places of the entries in that order. Entries that nothing tells apart keep theirs.
pub fn ordered(entries: &[Entry], order: Order) -> Vec<usize> {
    let mut places: Vec<usize> = (0..entries.len()).collect();
    // Folding is the costly part: once for each entry, not for each comparison.
    places.sort_by_cached_key(|place| {
        entries.get(*place).map(|entry| {
            let by_use = match order {
                Order::Name => None,
                Order::Use => Some((entry.uses, entry.last_used)),
            };
            (
                Reverse(entry.account.pinned),
                Reverse(by_use),
                text::fold(entry.account.issuer.as_str()),
                text::fold(entry.account.name.as_str()),
            )
        })
    });
    places
}

#[cfg(test)]
mod tests {
    use keyholder_domain::timestamp::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::{
        account::{Account, Method},
        entry::EntryId,
        secret::OtpSecret,
    };

    fn entry(issuer: &str, name: &str, pinned: bool, uses: u32, last_used: Option<i64>) -> Entry {
        let secret = OtpSecret::from_bytes(vec![1; 20]).unwrap();
        let mut account = Account::new(issuer, name, Method::usual(), secret);
        account.pinned = pinned;
        Entry {
            id: EntryId::from_uuid(Uuid::nil()),
            account,
            uses,
            last_used: last_used.map(Timestamp::from_micros),
        }
    }

    #[test]
    fn goal_pinned_entries_stand_first_whatever_the_order() {
        let entries = [
            entry("github", "paul", false, 3, Some(10)),
            entry("Ärzte", "maria", false, 9, Some(5)),
            entry("GitHub", "Maria", false, 3, Some(20)),
            entry("Zoom", "maria", true, 0, None),
            entry("", "nameless", false, 0, None),
            entry("aws", "maria", true, 1, Some(1)),
        ];
        assert_eq!(ordered(&entries, Order::Name), [5, 3, 4, 2, 0, 1]);
        assert_eq!(ordered(&entries, Order::Use), [5, 3, 1, 2, 0, 4]);
        assert_eq!(ordered(&[], Order::Use), [0; 0]);
    }

    #[test]
    fn entries_that_nothing_tells_apart_keep_their_places() {
        let entries = vec![entry("GitHub", "maria", false, 2, Some(3)); 5];
        assert_eq!(ordered(&entries, Order::Use), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn taking_a_code_counts() {
        let mut used = entry("GitHub", "maria", false, u32::MAX - 1, None);
        for second in [1, 2] {
            used.used(Timestamp::from_micros(second));
            assert_eq!(used.uses, u32::MAX);
            assert_eq!(used.last_used, Some(Timestamp::from_micros(second)));
        }
    }
}
