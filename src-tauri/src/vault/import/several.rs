//! Several files in one go: the sound ones in one preview, each of the others by name with the reason.

use keyholder_authenticator::{
    entry::Entry,
    import::{ImportError, Preview, Several},
};
use zeroize::Zeroizing;

use super::{
    of_import,
    view::{ImportPreview, LeftOutFile},
};
use crate::{
    ipc_error::{IpcError, IpcResult},
    vault::VaultCode,
};

/// Files that were looked at.
#[derive(Default)]
pub(crate) struct SeveralFiles {
    read: Several,
    looked_at: u32,
    left_out: Vec<LeftOutFile>,
}

impl SeveralFiles {
    /// Looks at one more.
    pub(crate) fn look_at(&mut self, file: String, bytes: Result<Zeroizing<Vec<u8>>, VaultCode>) {
        self.looked_at += 1;
        let outcome = bytes.map_err(IpcError::from).and_then(|bytes| {
            self.read.add(&bytes).map_err(|error| match error {
                // Which password is whose could not be told apart.
                ImportError::PasswordNeeded(_) => VaultCode::ImportAlone.into(),
                error => of_import(error),
            })
        });
        if let Err(why) = outcome {
            self.left_out.push(LeftOutFile { file, why });
        }
    }

    /// What they hold together.
    pub(super) fn preview(self, kept: &[Entry]) -> IpcResult<(Preview, ImportPreview)> {
        let read = self.read.preview(kept).map_err(of_import)?;
        let mut shown = ImportPreview::of(None, &read);
        shown.files = self.looked_at;
        shown.left_out = self.left_out;
        Ok((read, shown))
    }
}
