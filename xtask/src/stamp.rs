//! Remembers that something was set up from certain input, so that a second run is quick.

use std::{fs, path::PathBuf};

use crate::{
    failure::{Done, Failure},
    place,
};

/// The memory of one set-up step: a copy of what its outcome depends on.
pub(crate) struct Stamp {
    file: PathBuf,
    input: Vec<u8>,
}

impl Stamp {
    /// A step by its name and its input.
    pub(crate) fn new(step: &str, input: Vec<u8>) -> Self {
        Self {
            file: place::stamps().join(step),
            input,
        }
    }

    /// Whether the step was done with this input.
    pub(crate) fn is_current(&self) -> bool {
        fs::read(&self.file).is_ok_and(|stamped| stamped == self.input)
    }

    /// Remembers that it was.
    pub(crate) fn set(&self) -> Done {
        fs::create_dir_all(place::stamps())
            .and_then(|()| fs::write(&self.file, &self.input))
            .map_err(Failure::doing("a note on the set-up could not be written"))
    }
}
