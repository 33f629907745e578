//! The entry that signs its owner in to a Keyholder service.
//!
//! One that was set up on this computer notes which service it is for, and is offered to no other. One
//! that came from a phone or a backup notes none, and goes by issuer and name.

use keyholder_domain::text;

use crate::{
    account::{Account, Method, Note},
    entry::Entry,
};

/// What the service's codes say of who asks for them.
const ISSUER: &str = "Keyholder";
/// How the note of an entry begins that was set up on this computer.
const FOR_SERVICE: &str = "Keyholder: ";

/// The account, as one of this service and of no other.
#[must_use]
pub fn bound_to(mut account: Account, service: &str) -> Account {
    account.note = Note::clean(&format!("{FOR_SERVICE}{service}"));
    account
}

/// The entry with which somebody signs in there, if there is one.
pub fn for_sign_in<'a>(entries: &'a [Entry], name: &str, service: &str) -> Option<&'a Entry> {
    let name = text::fold(name);
    let of = |entry: &&Entry| {
        entry.account.issuer.as_str() == ISSUER
            && !matches!(entry.account.method, Method::Counter { .. })
            && text::fold(entry.account.name.as_str()) == name
    };
    let bound = |entry: &Entry| {
        let note = entry.account.note.expose();
        note.strip_prefix(FOR_SERVICE).map(str::to_owned)
    };
    let mut unbound = None;
    // The newest stands last.
    for entry in entries.iter().filter(of).rev() {
        match bound(entry) {
            Some(there) if there == service => return Some(entry),
            Some(_) => {}
            None => unbound = unbound.or(Some(entry)),
        }
    }
    unbound
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{entry::EntryId, secret::OtpSecret};

    const HERE: &str = "https://id.example.com";

    fn entry(number: u128, issuer: &str, name: &str, service: Option<&str>) -> Entry {
        let secret = OtpSecret::from_bytes(vec![1; 20]).unwrap();
        let account = Account::new(issuer, name, Method::usual(), secret);
        Entry {
            id: EntryId::from_uuid(Uuid::from_u128(number)),
            account: match service {
                Some(service) => bound_to(account, service),
                None => account,
            },
            uses: 0,
            last_used: None,
        }
    }

    fn found(entries: &[Entry], name: &str) -> Option<u128> {
        for_sign_in(entries, name, HERE).map(|entry| entry.id.as_uuid().as_u128())
    }

    #[test]
    fn threat_a_code_is_offered_to_its_own_service_only() {
        let elsewhere = "https://id.example.org";
        let entries = [entry(1, "Keyholder", "maria", Some(elsewhere))];
        assert_eq!(found(&entries, "maria"), None);
        let entries = [
            entry(1, "Keyholder", "maria", Some(HERE)),
            entry(2, "Keyholder", "maria", None),
            entry(3, "Keyholder", "maria", Some(elsewhere)),
        ];
        assert_eq!(found(&entries, "Maria"), Some(1), "the bound one first");
    }

    #[test]
    fn without_a_note_issuer_and_name_decide_and_the_newest_wins() {
        let entries = [
            entry(1, "Keyholder", "maria", None),
            entry(2, "Keyholder", "maria", None),
            entry(3, "Keyholder", "paul", None),
            entry(4, "Bank", "maria", None),
        ];
        assert_eq!(found(&entries, "maria"), Some(2));
        assert_eq!(found(&entries, "anna"), None);
    }
}
