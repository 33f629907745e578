//! How much of a download is taken.

use crate::Refusal;

/// No file of a release is larger: 200 MB.
pub const MAX_DOWNLOAD_BYTES: u64 = 200 * 1024 * 1024;

/// Counts what arrives.
#[derive(Clone, Copy, Debug)]
pub struct Meter {
    announced: Option<u64>,
    arrived: u64,
}

impl Meter {
    /// Before anything has arrived; refuses what announces itself as too large.
    pub fn start(announced: Option<u64>) -> Result<Self, Refusal> {
        if announced.is_some_and(|length| length > MAX_DOWNLOAD_BYTES) {
            return Err(Refusal::TooLarge);
        }
        Ok(Self {
            announced,
            arrived: 0,
        })
    }

    /// A piece has arrived; where it is one too many the download ends here.
    pub fn take(&mut self, length: usize) -> Result<(), Refusal> {
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        self.arrived = self.arrived.saturating_add(length);
        if self.arrived > self.announced.unwrap_or(MAX_DOWNLOAD_BYTES) {
            return Err(Refusal::TooLarge);
        }
        Ok(())
    }

    /// All has arrived.
    pub fn finish(self) -> Result<(), Refusal> {
        if self.announced.is_some_and(|length| self.arrived < length) {
            return Err(Refusal::Truncated);
        }
        Ok(())
    }
}
