//! Taking accounts over: a file or a picture is looked at, what it holds is shown, and what was chosen is
//! kept, all of it or nothing.
//!
//! What is looked at lies with the open vault and is forgotten when the vault is locked. The page sees
//! names and reasons, and no seed.

mod several;
mod view;

use std::sync::Arc;

use keyholder_authenticator::{
    import::{self, ImportError, Known, Preview},
    vault::VaultError,
};
use rand::rngs::SysRng;
use zeroize::Zeroizing;

use self::view::{ImportPreview, ImportProgram};
pub(crate) use self::{several::SeveralFiles, view::ImportStep};
use super::{KeptVault, VaultCode, blocking, problem::of_randomness};
use crate::ipc_error::{IpcError, IpcResult};

/// What somebody hands over to be looked at.
pub(crate) enum Offered {
    /// A file, or a text of the clipboard, which has no name.
    File {
        name: Option<String>,
        bytes: Zeroizing<Vec<u8>>,
    },
    /// A picture of the clipboard, as [`keyholder_authenticator::qr::read_rgba`] takes it.
    Pixels {
        width: usize,
        height: usize,
        rgba: Vec<u8>,
    },
}

/// What is being taken over.
pub(super) enum Import {
    /// It waits for its password.
    Sealed {
        name: Option<String>,
        bytes: Zeroizing<Vec<u8>>,
    },
    /// It was read, and nothing of it is kept yet.
    Read(Preview),
}

impl KeptVault {
    /// Whether there is an open vault that something could be taken over into.
    pub(crate) async fn demand_open(&self) -> IpcResult<()> {
        self.read(|_, _| ()).await
    }

    /// Looks at what is handed over; it takes the place of what was looked at before.
    pub(crate) async fn offer(&self, offered: Offered) -> IpcResult<ImportStep> {
        let state = Arc::clone(&self.state).lock_owned().await;
        let (_state, step) = blocking(state, move |state| {
            let open = state.open.as_mut().ok_or(VaultCode::VaultLocked)?;
            open.import = None;
            let kept = &open.vault.entries;
            let (name, read) = match offered {
                Offered::Pixels {
                    width,
                    height,
                    rgba,
                } => (None, import::preview_pixels(width, height, rgba, kept)),
                Offered::File { name, bytes } => match import::preview(&bytes, None, kept) {
                    Err(ImportError::PasswordNeeded(program)) => {
                        open.import = Some(Import::Sealed {
                            name: name.clone(),
                            bytes,
                        });
                        return Ok(ImportStep::Password {
                            program: program.into(),
                            file: name,
                        });
                    }
                    read => (name, read),
                },
            };
            let read = read.map_err(of_import)?;
            let step = ImportStep::Preview(ImportPreview::of(name, &read));
            open.import = Some(Import::Read(read));
            Ok(step)
        })
        .await?;
        step
    }

    /// As [`KeptVault::offer`], of several files that were looked at.
    pub(crate) async fn offer_several(&self, files: SeveralFiles) -> IpcResult<ImportStep> {
        let mut state = self.state.lock().await;
        let open = state.open.as_mut().ok_or(VaultCode::VaultLocked)?;
        open.import = None;
        let (read, preview) = files.preview(&open.vault.entries)?;
        open.import = Some(Import::Read(read));
        Ok(ImportStep::Preview(preview))
    }

    /// Looks into what is sealed. A wrong password changes nothing.
    pub(crate) async fn open_import(&self, password: Zeroizing<String>) -> IpcResult<ImportStep> {
        let state = Arc::clone(&self.state).lock_owned().await;
        let (_state, step) = blocking(state, move |state| {
            let open = state.open.as_mut().ok_or(VaultCode::VaultLocked)?;
            let Some(Import::Sealed { name, bytes }) = &open.import else {
                return Err(VaultCode::ImportGone.into());
            };
            let read =
                import::preview(bytes, Some(&password), &open.vault.entries).map_err(of_import)?;
            let step = ImportStep::Preview(ImportPreview::of(name.clone(), &read));
            open.import = Some(Import::Read(read));
            Ok(step)
        })
        .await?;
        step
    }

    /// Keeps what was chosen, by its place, beside what the vault has or instead of it; gives how many
    /// that were. What could not be saved did not happen, and can be tried again.
    pub(crate) async fn complete_import(
        &self,
        places: Vec<usize>,
        replace: bool,
    ) -> IpcResult<usize> {
        let chosen: std::collections::HashSet<_> = places.into_iter().collect();
        let added = self
            .change_open(move |open| {
                let Some(Import::Read(preview)) = &mut open.import else {
                    return Err(VaultCode::ImportGone.into());
                };
                if replace {
                    open.vault.entries.clear();
                }
                preview.compare(&open.vault.entries);
                let is_chosen = |place, known| known == Known::No && chosen.contains(&place);
                let new = preview
                    .entries(is_chosen, &mut SysRng)
                    .map_err(of_randomness)?;
                if new.is_empty() {
                    return Err(VaultCode::ImportNothingChosen.into());
                }
                let added = new.len();
                open.vault.entries.extend(new);
                Ok(added)
            })
            .await?;
        self.forget_import().await;
        Ok(added)
    }

    /// Forgets what was looked at.
    pub(crate) async fn forget_import(&self) {
        if let Some(open) = &mut self.state.lock().await.open {
            open.import = None;
        }
    }
}

fn of_import(error: ImportError) -> IpcError {
    let of = |code: VaultCode, program: ImportProgram| code.with("program", program.word());
    match error {
        ImportError::TooLarge => VaultCode::ImportTooLarge.into(),
        ImportError::UnknownForm => VaultCode::ImportUnknown.into(),
        ImportError::PasswordNeeded(program) | ImportError::WrongPassword(program) => {
            of(VaultCode::ImportWrongPassword, program.into())
        }
        ImportError::Sealed(program) => of(VaultCode::ImportSealed, program.into()),
        ImportError::Damaged(program) => of(VaultCode::ImportDamaged, program.into()),
        ImportError::Nothing => VaultCode::ImportNothing.into(),
        ImportError::Picture(_) => VaultCode::ImportPicture.into(),
        ImportError::Vault(error) => match error {
            // Only the keychain of its own computer opens it.
            VaultError::NoSuchSlot => of(VaultCode::ImportSealed, ImportProgram::Keyholder),
            VaultError::Newer(_)
            | VaultError::NotUnderstood
            | VaultError::NoMemory
            | VaultError::NoRandomness(_) => super::of_vault(error, false),
            VaultError::NotAVault
            | VaultError::WrongLength
            | VaultError::BadHeader
            | VaultError::BadCost
            | VaultError::Damaged
            | VaultError::WrongKey
            | VaultError::SlotCount
            | VaultError::TooMuch => of(VaultCode::ImportDamaged, ImportProgram::Keyholder),
        },
    }
}
