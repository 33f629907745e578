//! Where a window can appear.

use crate::failure::{Done, Failure};

/// Fails where there is no display to open a window on.
pub(crate) fn present() -> Done {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") {
        return Ok(());
    }
    Err(Failure::new(
        "there is no display to open the app on: run this in a desktop session, or under \
         `xvfb-run --auto-servernum`",
    ))
}
