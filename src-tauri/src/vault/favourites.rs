//! What may be shown of the vault outside of the window: nothing that names an account while it is locked.

use keyholder_authenticator::{
    entry::EntryId,
    favourites::{favourites, short_name},
};

use super::KeptVault;

/// What may be shown outside of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Favourites {
    /// This computer has no vault.
    NoVault,
    /// It has one, and nobody learns of whom.
    Locked,
    /// The vault is open: a few entries, without their codes.
    Open(Vec<Favourite>),
}

/// An entry that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Favourite {
    /// Which one.
    pub(crate) id: EntryId,
    /// What it is called; nothing where it has no name.
    pub(crate) name: Option<String>,
}

impl KeptVault {
    /// What may be shown now. Looking does not open the vault.
    pub(crate) async fn favourites(&self) -> Favourites {
        if let Some(open) = &self.state.lock().await.open {
            let few = favourites(&open.vault.entries).into_iter();
            return Favourites::Open(
                few.map(|entry| Favourite {
                    id: entry.id,
                    name: short_name(entry),
                })
                .collect(),
            );
        }
        if self.path.exists() {
            Favourites::Locked
        } else {
            Favourites::NoVault
        }
    }
}
