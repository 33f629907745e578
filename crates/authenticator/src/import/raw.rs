//! An entry as most programs have it: a field for each thing.

use super::{EntryProblem, loose::Text};
use crate::{
    account::{self, Account, Line, Note},
    otpauth::{Address, OtpauthError},
    secret::OtpSecret,
};

/// What an entry says, each as its program wrote it; empty where it says nothing.
#[derive(Default)]
pub(super) struct Raw<'a> {
    /// `totp`, `hotp`, `steam`, in any case; empty means of the time.
    pub(super) kind: &'a str,
    pub(super) issuer: &'a str,
    pub(super) name: &'a str,
    pub(super) secret: &'a str,
    pub(super) algorithm: &'a str,
    pub(super) digits: &'a str,
    pub(super) period: &'a str,
    pub(super) counter: &'a str,
}

impl Raw<'_> {
    /// What people know it by.
    pub(super) fn title(&self) -> String {
        title(self.issuer, self.name)
    }

    /// The rules are those of an address: a field that is missing has its usual value, and one that makes
    /// no sense is named.
    pub(super) fn account(&self) -> Result<Account, EntryProblem> {
        let method = Address::method_of(&[
            ("kind", self.kind),
            ("algorithm", self.algorithm),
            ("digits", self.digits),
            ("period", self.period),
            ("counter", self.counter),
            ("issuer", self.issuer),
        ])?;
        let secret = OtpSecret::parse(self.secret).map_err(OtpauthError::Secret)?;
        let name = self.name.trim();
        // Some programs repeat the issuer before the name.
        let name = match name.split_once(':') {
            Some((before, name)) if before.trim() == self.issuer.trim() => name,
            _ => name,
        };
        Ok(Account::new(self.issuer, name, method, secret))
    }
}

/// What people know an entry by.
pub(super) fn title(issuer: &str, name: &str) -> String {
    match (issuer.trim(), name.trim()) {
        ("", name) => name.to_owned(),
        (issuer, "") => issuer.to_owned(),
        (issuer, name) => format!("{issuer}: {name}"),
    }
}

/// What some programs keep beside the code.
#[derive(Default)]
pub(super) struct Beside<'a> {
    pub(super) tags: Vec<&'a str>,
    pub(super) pinned: bool,
    pub(super) note: &'a str,
}

impl Beside<'_> {
    pub(super) fn put(&self, account: &mut Account) {
        account.tags = account::tags(self.tags.iter().copied());
        account.pinned = self.pinned;
        account.note = Note::clean(self.note);
    }
}

/// An account of a password store: an address or a bare secret, with the names that the store has for
/// it where the address has none.
pub(super) fn stored(code: &Text, title: &str, user: &str) -> Result<Account, EntryProblem> {
    let text = code.as_str().trim();
    if text.contains("://") {
        let mut account = crate::otpauth::read(text)?;
        if account.issuer.is_empty() || is_bare_steam(text) {
            account.issuer = Line::clean(title);
        }
        if account.name.is_empty() {
            account.name = Line::clean(user);
        }
        return Ok(account);
    }
    Raw {
        issuer: title,
        name: user,
        secret: text,
        ..Raw::default()
    }
    .account()
}

/// An address that holds a secret and no names.
fn is_bare_steam(text: &str) -> bool {
    text.get(..8)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("steam://"))
}
