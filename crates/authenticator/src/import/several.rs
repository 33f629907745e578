//! Several files and pictures, looked at one after the other and shown as one.
//!
//! What QR codes say is read together: the parts of an export may be spread over pictures.

use zeroize::Zeroizing;

use super::{
    ImportError, MAX_ENTRIES, MAX_FILE_BYTES, Preview, Source,
    detect::{self, Content},
    list,
    preview::Reading,
};
use crate::entry::Entry;

/// What was read of several files so far.
#[derive(Default)]
pub struct Several {
    /// What the QR codes say, one in each line.
    said: Zeroizing<String>,
    readings: Vec<Reading>,
}

impl Several {
    /// Looks at one more file. One that is not sound, or holds nothing, changes nothing.
    pub fn add(&mut self, file: &[u8]) -> Result<(), ImportError> {
        match detect::content(file, None)? {
            Content::Said(texts) => {
                if texts.is_empty() {
                    return Err(ImportError::Nothing);
                }
                let more: usize = texts.iter().map(|text| text.len() + 1).sum();
                if self.said.len() + more > MAX_FILE_BYTES {
                    return Err(ImportError::TooLarge);
                }
                // A string that grows leaves what it held behind.
                let mut said = Zeroizing::new(String::with_capacity(self.said.len() + more));
                said.push_str(&self.said);
                detect::lines(&texts, &mut said);
                self.said = said;
            }
            Content::Read(reading) => {
                if reading.is_empty() {
                    return Err(ImportError::Nothing);
                }
                let before: usize = self.readings.iter().map(Reading::len).sum();
                if before + reading.len() > MAX_ENTRIES {
                    return Err(ImportError::TooLarge);
                }
                self.readings.push(reading);
            }
        }
        Ok(())
    }

    /// What they hold together.
    pub fn preview(self, kept: &[Entry]) -> Result<Preview, ImportError> {
        let said = (!self.said.is_empty()).then(|| list::read(&self.said));
        let mut readings = said.into_iter().chain(self.readings);
        let Some(mut all) = readings.next() else {
            return Reading::of(Source::List).preview(kept);
        };
        for reading in readings {
            all.append(reading);
        }
        all.preview(kept)
    }
}
