//! Taking a code: from the page, and from the menu of the tray.

use keyholder_authenticator::entry::EntryId;

use super::{TakenCode, VaultCode};
use crate::{clipboard, core::Core, ipc_error::IpcResult};

impl Core {
    /// Puts the code of the moment on the clipboard, for 20 seconds. One that is counted is spent with it.
    pub(crate) async fn take_code(&self, id: EntryId) -> IpcResult<TakenCode> {
        let offset = self.clock_offset().await;
        let taken = self
            .vault()
            .change_entry(id, move |entry, now| {
                entry.used(now);
                match entry.account.codes_at(now, offset) {
                    Some(codes) => (false, Some(codes.current)),
                    None => (true, entry.account.next_counted_code()),
                }
            })
            .await?;
        let (counted, made) = taken;
        let made = made.ok_or(VaultCode::VaultEntryGone)?;
        Ok(TakenCode {
            copied: self.copy_for_a_while(made.expose()).await,
            counted: counted.then(|| made.expose().to_owned()),
            clears_in_seconds: clipboard::CLEARS_IN.as_secs().try_into().unwrap_or(0),
        })
    }
}
