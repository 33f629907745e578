//! Giving accounts away: to another vault, to another program, to paper.

use rand::TryCryptoRng;
use zeroize::Zeroizing;

use crate::{
    account::{Line, Method},
    entry::Entry,
    otpauth,
    vault::{Argon2Cost, NewSlot, Passphrase, Vault, VaultError},
};

/// A copy that a passphrase opens and nothing else: a vault of its own, with everything that is kept. It is
/// opened as any vault, or taken over as any file of another program.
pub fn sealed(
    entries: &[Entry],
    passphrase: &Passphrase,
    cost: Argon2Cost,
    rng: &mut impl TryCryptoRng,
) -> Result<Vec<u8>, VaultError> {
    let mut vault = Vault::create(&[NewSlot::Passphrase(passphrase, cost)], rng)?;
    vault.entries = entries.to_vec();
    vault.seal(rng).map(|sealed| sealed.as_bytes().to_vec())
}

/// Addresses, one in each line, as nearly every program reads them. Whoever has the file has the codes; tags,
/// notes and pins stay behind.
pub fn plain(entries: &[Entry]) -> Zeroizing<String> {
    let lines: Vec<_> = entries
        .iter()
        .map(|entry| otpauth::write(&entry.account))
        .collect();
    let length = lines.iter().map(|line| line.len() + 1).sum();
    let mut text = Zeroizing::new(String::with_capacity(length));
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// What a sheet of paper shows of an account.
pub struct Printed {
    /// Who asks for the codes.
    pub issuer: Line,
    /// Whose account it is there.
    pub name: Line,
    /// How codes are made, where a phone would not guess it: it is typed together with the secret.
    pub method: Method,
    /// The text of the QR code.
    pub address: Zeroizing<String>,
    /// The secret in groups of four, for who has to type it.
    pub secret: Zeroizing<String>,
}

/// Everything that a sheet of paper shows, in the order of the entries.
pub fn printed(entries: &[Entry]) -> Vec<Printed> {
    let each = entries.iter().map(|entry| &entry.account);
    each.map(|account| Printed {
        issuer: account.issuer.clone(),
        name: account.name.clone(),
        method: account.method,
        address: otpauth::write(account),
        secret: grouped(&account.secret.to_base32()),
    })
    .collect()
}

fn grouped(text: &str) -> Zeroizing<String> {
    let mut groups = Zeroizing::new(String::with_capacity(text.len() * 5 / 4 + 1));
    for (place, character) in text.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            groups.push(' ');
        }
        groups.push(character);
    }
    groups
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::{SeedableRng as _, rngs::StdRng};

    use super::*;
    use crate::{
        account::{self, Account, Note},
        import::{self, Known, Source},
        otpauth::any_account,
        secret::OtpSecret,
    };

    fn rng() -> StdRng {
        StdRng::seed_from_u64(7)
    }

    fn entry() -> Entry {
        let secret = OtpSecret::parse("JBSWY3DPEHPK3PXPAB").unwrap();
        let mut account = Account::new("Exämple", "maria", Method::Steam, secret);
        account.tags = account::tags(["work"]);
        account.note = Note::clean("a note");
        account.pinned = true;
        Entry::keep(account, &mut rng()).unwrap()
    }

    #[test]
    fn goal_a_sealed_copy_holds_everything_and_is_recognised_as_what_is_kept() {
        let passphrase = Passphrase::typed("correct horse").unwrap();
        let entries = [entry()];
        let file = sealed(&entries, &passphrase, Argon2Cost::FLOOR, &mut rng()).unwrap();
        let back = import::preview(&file, Some("correct horse"), &[]).unwrap();
        assert_eq!(back.source, Source::Keyholder);
        assert!(back.found.len() == 1 && back.found[0].account == entries[0].account);
        let again = import::preview(&file, Some("correct horse"), &entries).unwrap();
        assert_eq!(again.found[0].known, Known::InVault);
    }

    #[test]
    fn goal_a_sheet_of_paper_says_what_a_phone_needs() {
        let sheet = printed(&[entry()]);
        assert_eq!(*sheet[0].secret, "JBSW Y3DP EHPK 3PXP AA");
        let account = otpauth::read(&sheet[0].address).unwrap();
        assert_eq!(
            (account.issuer.as_str(), account.method),
            ("Exämple", Method::Steam)
        );
        assert!(OtpSecret::parse(&sheet[0].secret) == Ok(entry().account.secret));
    }

    proptest! {
        #[test]
        fn goal_a_plain_copy_is_read_back(accounts in prop::collection::vec(any_account(), 1..5)) {
            let entries: Vec<_> = accounts
                .into_iter()
                .map(|account| Entry::keep(account.account(), &mut rng()).unwrap())
                .collect();
            let text = plain(&entries);
            let back = import::preview(text.as_bytes(), None, &[]).unwrap();
            prop_assert!(back.refused.is_empty());
            let same = back.found.iter().zip(&entries);
            prop_assert_eq!(same.clone().count(), entries.len());
            for (found, entry) in same {
                prop_assert!(found.account == entry.account);
            }
        }
    }
}
