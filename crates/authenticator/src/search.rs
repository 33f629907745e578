//! Finding entries: every word that was typed begins a word of the issuer, the name or a tag, or stands
//! inside of one.
//!
//! Text is folded once, when the index is made, so that a key press costs a comparison for each entry.

use keyholder_domain::text;

use crate::entry::Entry;

/// The folded text of entries, in their order.
pub struct SearchIndex(Vec<String>);

impl SearchIndex {
    /// Of these entries.
    pub fn of(entries: &[Entry]) -> Self {
        Self(entries.iter().map(folded).collect())
    }

    /// The places of the entries that hold every word, those first of which every word begins one.
    /// Nothing typed finds everything.
    pub fn find(&self, typed: &str) -> Vec<usize> {
        let typed = text::fold(typed);
        let words: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
        let mut begins = Vec::new();
        let mut holds = Vec::new();
        for (place, text) in self.0.iter().enumerate() {
            if words.iter().all(|word| begins_a_word(text, word)) {
                begins.push(place);
            } else if words.iter().all(|word| text.contains(word)) {
                holds.push(place);
            }
        }
        begins.append(&mut holds);
        begins
    }
}

fn folded(entry: &Entry) -> String {
    let account = &entry.account;
    let mut whole = String::new();
    for line in [&account.issuer, &account.name]
        .into_iter()
        .chain(&account.tags)
    {
        // A break between the fields: no word is found across them.
        whole.push('\n');
        whole.push_str(&text::fold(line.as_str()));
    }
    whole
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(place, _)| {
        text.get(..place)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|before| !before.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        account::{self, Account, Method},
        entry::EntryId,
        secret::OtpSecret,
    };

    fn index(accounts: &[(&str, &str, &[&str])]) -> SearchIndex {
        let entries: Vec<Entry> = accounts
            .iter()
            .map(|(issuer, name, tags)| {
                let secret = OtpSecret::from_bytes(vec![1; 20]).unwrap();
                let mut account = Account::new(issuer, name, Method::usual(), secret);
                account.tags = account::tags(tags.iter().copied());
                Entry {
                    id: EntryId::from_uuid(Uuid::nil()),
                    account,
                    uses: 0,
                    last_used: None,
                }
            })
            .collect();
        SearchIndex::of(&entries)
    }

    #[test]
    fn goal_every_word_finds_and_beginnings_come_first() {
        let index = index(&[
            ("GitLab", "maria@example.com", &["work"]),
            ("GitHub", "paul", &["Home office"]),
            ("Legit", "maria", &[]),
            ("Straße 7", "Ünal", &[]),
        ]);
        for (typed, found) in [
            ("", vec![0, 1, 2, 3]),
            ("git", vec![0, 1, 2]),
            ("GIT  maria", vec![0, 2]),
            ("maria git", vec![0, 2]),
            ("office", vec![1]),
            ("example", vec![0]),
            ("STRASSE", vec![3]),
            ("u\u{308}nal", vec![3]),
            ("ｇｉｔｈｕｂ", vec![1]),
            ("hub paul home", vec![1]),
            ("labmaria", vec![]),
            ("nobody", vec![]),
        ] {
            assert_eq!(index.find(typed), found, "{typed}");
        }
    }

    #[test]
    fn goal_secrets_and_notes_are_never_searched() {
        let secret = OtpSecret::parse("JBSWY3DPEHPK3PXP").unwrap();
        let mut account = Account::new("GitHub", "maria", Method::usual(), secret);
        account.note = account::Note::clean("confidential");
        let entry = Entry {
            id: EntryId::from_uuid(Uuid::nil()),
            account,
            uses: 0,
            last_used: None,
        };
        let index = SearchIndex::of(&[entry]);
        assert!(index.find("jbsw").is_empty() && index.find("confidential").is_empty());
    }
}
