//! A file that the service sends, read piece by piece.

use reqwest::Response;

use crate::error::{Error, Result};

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 1024 * 1024 * 1024;

/// A file on its way. It is complete only when [`Download::piece`] has given `None`.
#[derive(Debug)]
pub struct Download {
    response: Response,
    read: u64,
}

impl Download {
    pub(crate) const fn of(response: Response) -> Self {
        Self { response, read: 0 }
    }

    /// The next piece, or `None` after the last one. A connection that ends early is an error.
    pub async fn piece(&mut self) -> Result<Option<Vec<u8>>> {
        let Some(piece) = self.response.chunk().await? else {
            return Ok(None);
        };
        self.read = self
            .read
            .saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        if self.read > MAX_BYTES {
            return Err(Error::invalid_reply("the file is larger than 1 GiB"));
        }
        Ok(Some(piece.to_vec()))
    }
}
