//! Looks at a display from outside: when a window came up, and when the picture stood. Every program is
//! measured alike, without its help: the X server tells of each window (`MapNotify`) and of each drawing
//! (the extension DAMAGE), and after each drawing the picture is read.

use std::time::{Duration, Instant};

use x11rb::{
    connection::{Connection as _, RequestConnection as _},
    errors::ReplyOrIdError,
    protocol::{
        Event,
        damage::{self, ConnectionExt as _, ReportLevel},
        xproto::{
            ChangeWindowAttributesAux, ConnectionExt as _, EventMask, ImageFormat, InputFocus,
            Window,
        },
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
};

use super::picture::{Area, History, Tiles};
use crate::failure::{Done, Failure};

/// How long nothing may come from the display before it is asked whether time is up.
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// Somebody in front of a display.
pub(crate) struct Onlooker {
    connection: RustConnection,
    root: Window,
    size: (u16, u16),
    damage: u32,
}

/// What it looks at, from a certain moment on.
pub(crate) struct Look<'a> {
    onlooker: &'a Onlooker,
    history: History,
}

/// What was seen.
pub(crate) struct Seen {
    /// The last window that came up.
    pub(crate) window: Option<Window>,
    history: History,
    /// What changed later was not waited for.
    end: Option<Instant>,
}

impl Seen {
    /// When the picture stood (`picture.rs`); nothing where nothing was drawn.
    pub(crate) fn stood(&self) -> Option<Instant> {
        self.history.stood(self.end?)
    }

    /// When all of an area stood.
    pub(crate) fn stood_within(&self, area: Area) -> Option<Instant> {
        self.history.stood_within(area, self.end?)
    }

    /// When the first large change was complete.
    pub(crate) fn changed(&self) -> Option<Instant> {
        self.history.first_change()
    }
}

/// Keys that are held while another is pressed, by their keysym.
pub(crate) const CONTROL: u32 = 0xffe3;
pub(crate) const ALT: u32 = 0xffe9;
/// Takes back what was typed.
pub(crate) const BACK_SPACE: u32 = 0xff08;

impl Onlooker {
    /// Somebody in front of the display of this name.
    pub(crate) fn at(display: &str) -> Done<Self> {
        let (connection, screen) = RustConnection::connect(Some(display)).map_err(of_display())?;
        let screen = connection
            .setup()
            .roots
            .get(screen)
            .ok_or_else(|| Failure::new("the display has no screen"))?;
        let (root, size) = (
            screen.root,
            (screen.width_in_pixels, screen.height_in_pixels),
        );
        let damage = follow(&connection, root).map_err(of_display())?;
        Ok(Self {
            connection,
            root,
            size,
            damage,
        })
    }

    /// Sees what is there now: what changes from here on counts.
    pub(crate) fn ready(&self) -> Done<Look<'_>> {
        while self
            .connection
            .poll_for_event()
            .map_err(of_display())?
            .is_some()
        {}
        Ok(Look {
            onlooker: self,
            history: History::new(self.next_picture()?),
        })
    }

    /// Gives a window the keys: there is no window manager that would.
    pub(crate) fn focus(&self, window: Window) -> Done {
        self.connection
            .set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)
            .map_err(of_display())?
            .check()
            .map_err(of_display())
    }

    /// Where an area of a window lies on the display.
    pub(crate) fn on_display(&self, window: Window, area: Area) -> Done<Area> {
        let corner = self
            .connection
            .translate_coordinates(window, self.root, 0, 0)
            .map_err(of_display())?
            .reply()
            .map_err(of_display())?;
        let moved = |by: i16, to: usize| usize::try_from(by).unwrap_or(0).saturating_add(to);
        Ok(Area {
            left: moved(corner.dst_x, area.left),
            top: moved(corner.dst_y, area.top),
            ..area
        })
    }

    /// Presses a key, given by its keysym, while others are held.
    pub(crate) fn press(&self, held: &[u32], key: u32) -> Done {
        let key = [key];
        for (keysyms, down) in [
            (held, true),
            (&key[..], true),
            (&key[..], false),
            (held, false),
        ] {
            for keysym in keysyms {
                self.send(*keysym, down)?;
            }
        }
        self.connection.flush().map_err(of_display())
    }

    fn send(&self, keysym: u32, down: bool) -> Done {
        let kind = if down {
            x11rb::protocol::xproto::KEY_PRESS_EVENT
        } else {
            x11rb::protocol::xproto::KEY_RELEASE_EVENT
        };
        let code = self.code_of(keysym)?;
        self.connection
            .xtest_fake_input(kind, code, x11rb::CURRENT_TIME, self.root, 0, 0, 0)
            .map(drop)
            .map_err(of_display())
    }

    fn code_of(&self, keysym: u32) -> Done<u8> {
        let (least, most) = (
            self.connection.setup().min_keycode,
            self.connection.setup().max_keycode,
        );
        let keys = self
            .connection
            .get_keyboard_mapping(least, most - least + 1)
            .map_err(of_display())?
            .reply()
            .map_err(of_display())?;
        let each = usize::from(keys.keysyms_per_keycode).max(1);
        keys.keysyms
            .chunks(each)
            .zip(least..=most)
            .find(|(keysyms, _)| keysyms.contains(&keysym))
            .map(|(_, code)| code)
            .ok_or_else(|| Failure::new("the display's keyboard lacks a key"))
    }

    /// The picture now, and word of the drawings after it.
    fn next_picture(&self) -> Done<Tiles> {
        let (width, height) = self.size;
        self.connection
            .damage_subtract(self.damage, x11rb::NONE, x11rb::NONE)
            .map_err(of_display())?;
        let picture = self
            .connection
            .get_image(ImageFormat::Z_PIXMAP, self.root, 0, 0, width, height, !0)
            .map_err(of_display())?
            .reply()
            .map_err(of_display())?;
        Ok(Tiles::of(&picture.data, width.into()))
    }
}

impl Look<'_> {
    /// Looks on for a while, and keeps what was seen. What still changes in the last moments is not
    /// waited for.
    pub(crate) fn on(mut self, time: Duration, last_moments: Duration) -> Done<Seen> {
        let end = Instant::now() + time;
        let (onlooker, mut window) = (self.onlooker, None);
        while Instant::now() < end {
            match onlooker.connection.poll_for_event().map_err(of_display())? {
                Some(Event::MapNotify(map)) if map.event == onlooker.root => {
                    window = Some(map.window);
                }
                Some(Event::DamageNotify(_)) => {
                    let drawn = Instant::now();
                    self.history.add(drawn, onlooker.next_picture()?);
                }
                Some(_) => {}
                None => pause(),
            }
        }
        Ok(Seen {
            window,
            history: self.history,
            end: end.checked_sub(last_moments),
        })
    }
}

/// Asks to be told of windows and of drawings.
fn follow(connection: &RustConnection, root: Window) -> Result<u32, ReplyOrIdError> {
    let windows = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
    connection
        .change_window_attributes(root, &windows)?
        .check()?;
    connection.prefetch_extension_information(damage::X11_EXTENSION_NAME)?;
    connection.damage_query_version(1, 1)?.reply()?;
    let damage = connection.generate_id()?;
    connection
        .damage_create(damage, root, ReportLevel::NON_EMPTY)?
        .check()?;
    Ok(damage)
}

fn of_display<E: std::fmt::Display>() -> impl FnOnce(E) -> Failure {
    |reason| Failure::new(format!("the display cannot be looked at: {reason}"))
}

#[expect(
    clippy::disallowed_methods,
    reason = "a thread of its own looks at the display and does nothing else"
)]
fn pause() {
    std::thread::sleep(LOOK_EVERY);
}
