//! How the window is drawn where there is no graphics card: in virtual machines, on thin clients, over
//! a remote desktop.
//!
//! `WebKitGTK` composes a page with OpenGL. Without a card, Mesa computes OpenGL on the processor: every
//! frame costs several times what painting the page directly does, shaders are compiled at each start,
//! and each process holds a compiler for them. So the page is painted directly there. GTK asks OpenGL which kinds of
//! windows it can draw on, which loads the compiler, too: it is told to do without.

use std::{env, fs, path::Path};

/// Where Linux shows the cards that can draw.
const CARDS: &str = "/dev/dri";
/// What a card that can draw is called there, followed by a number.
const CARD: &str = "renderD";
/// The switches of WebKitGTK against composing with OpenGL and against looking for buffers to share with a card, the
/// card itself, which it would otherwise ask OpenGL for in the app's own process, and GTK's switch against OpenGL as such.
const SWITCHES: [(&str, &str); 4] = [
    ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    // Is opened by nobody where no buffers are shared.
    ("WEBKIT_WEB_RENDER_DEVICE_FILE", "/dev/null"),
    ("GDK_GL", "disable"),
];

/// Has the page painted directly if there is no card, unless the environment says something of its own.
/// For the beginning of the process, before it has a second thread.
pub(crate) fn paint_directly_without_a_card() {
    let is_chosen = || SWITCHES.iter().any(|(name, _)| env::var_os(name).is_some());
    if has_card(Path::new(CARDS)) || is_chosen() {
        return;
    }
    for (name, value) in SWITCHES {
        if let Err(error) = glib::setenv(name, value, false) {
            tracing::warn!(%error, "the window is drawn as if there were a graphics card");
        }
    }
}

fn has_card(folder: &Path) -> bool {
    // What cannot be read is not there: a card that this account may not use draws nothing either.
    fs::read_dir(folder).is_ok_and(|entries| {
        let mut names = entries.flatten().map(|entry| entry.file_name());
        names.any(|name| name.to_string_lossy().starts_with(CARD))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_what_can_draw() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_card(&folder.path().join("absent")));
        assert!(!has_card(folder.path()));
        // Shows a picture, as the graphics of a virtual machine do, and can draw none.
        fs::write(folder.path().join("card0"), "").unwrap();
        assert!(!has_card(folder.path()));
        fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(has_card(folder.path()));
    }
}
