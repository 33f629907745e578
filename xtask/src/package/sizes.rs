//! How large what is shipped is, and may be.

use std::path::Path;

use super::{Packages, built};
use crate::{
    components::Artefact,
    failure::{Done, Failure},
    say,
};

/// The size of something that is shipped.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) name: &'static str,
    /// MB (10⁶ bytes).
    pub(crate) megabytes: f64,
    /// What it has to stay below, in MB, also in words.
    pub(crate) limit: f64,
    pub(crate) aim: &'static str,
}

impl Packages {
    /// How large they are.
    pub(crate) fn sizes(&self) -> Done<[Size; 3]> {
        let package = |name, file: &Path| -> Done<Size> {
            Ok(Size {
                name,
                megabytes: megabytes(file)?,
                limit: 15.0,
                aim: "below 15 MB",
            })
        };
        Ok([
            package("the app's .deb", &self.app)?,
            package("the app's .rpm", &self.app_rpm)?,
            Size {
                name: "the service's program",
                megabytes: megabytes(&built(Artefact::Service))?,
                limit: 30.0,
                aim: "below 30 MB",
            },
        ])
    }
}

/// Says how large they are, and fails where one is too large.
pub(super) fn check(packages: &Packages) -> Done {
    for size in packages.sizes()? {
        let Size {
            name,
            megabytes,
            aim,
            limit,
        } = size;
        say::note(&format!("{name}: {megabytes:.2} MB, to be {aim}"));
        if megabytes >= limit {
            return Err(Failure::new(format!("{name} is not {aim}")));
        }
    }
    Ok(())
}

fn megabytes(file: &Path) -> Done<f64> {
    let about = file.metadata();
    let about = about.map_err(Failure::doing(&file.display().to_string()))?;
    #[expect(
        clippy::cast_precision_loss,
        reason = "a size that is shown with two decimals"
    )]
    let bytes = about.len() as f64;
    Ok(bytes / 1e6)
}
