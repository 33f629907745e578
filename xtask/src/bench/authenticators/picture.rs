//! When a picture stood. Some of it never does, as seconds count down and a caret blinks.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    time::{Duration, Instant},
};

/// The edge of a part of the picture, in pixels.
const EDGE: usize = 16;
/// Bytes of a pixel.
const DEPTH: usize = 4;
/// How much of what changed must stand, in hundredths.
const NEARLY_ALL: usize = 99;
/// A change that comes later than this after the one before has another cause.
const SAME_CAUSE: Duration = Duration::from_millis(100);

/// A picture in small parts, each told from others by a number.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Tiles(Vec<u64>);

impl Tiles {
    /// The parts of a picture that is this wide.
    pub(crate) fn of(pixels: &[u8], width: usize) -> Self {
        let row = width * DEPTH;
        let mut tiles = Vec::new();
        for band in pixels.chunks(row * EDGE) {
            let mut hashers = vec![DefaultHasher::new(); width.div_ceil(EDGE)];
            for line in band.chunks(row) {
                for (part, hasher) in line.chunks(EDGE * DEPTH).zip(&mut hashers) {
                    part.hash(hasher);
                }
            }
            tiles.extend(hashers.iter().map(DefaultHasher::finish));
        }
        Self(tiles)
    }
}

/// How a picture changed.
pub(crate) struct History {
    now: Tiles,
    /// When each part changed for the last time.
    changed: Vec<Option<Instant>>,
    /// When more than a hundredth of it changed at once.
    large: Vec<Instant>,
}

impl History {
    pub(crate) fn new(first: Tiles) -> Self {
        Self {
            changed: vec![None; first.0.len()],
            now: first,
            large: Vec::new(),
        }
    }

    /// The picture at a later moment.
    pub(crate) fn add(&mut self, at: Instant, picture: Tiles) {
        let before = std::mem::replace(&mut self.now, picture);
        let parts = before.0.iter().zip(&self.now.0).zip(&mut self.changed);
        let mut count = 0;
        for ((before, now), changed) in parts {
            if before != now {
                *changed = Some(at);
                count += 1;
            }
        }
        if count * 100 > self.changed.len() {
            self.large.push(at);
        }
    }

    /// When the first large change was complete; nothing where there was none.
    pub(crate) fn first_change(&self) -> Option<Instant> {
        let mut last = *self.large.first()?;
        for at in &self.large {
            if *at - last > SAME_CAUSE {
                break;
            }
            last = *at;
        }
        Some(last)
    }

    /// When nearly all that changed had the look that it kept, without what still changed at the end;
    /// nothing where nothing stands.
    pub(crate) fn stood(&self, end: Instant) -> Option<Instant> {
        let mut last: Vec<_> = self.changed.iter().flatten().copied().collect();
        last.retain(|changed| *changed < end);
        last.sort_unstable();
        last.get((last.len() * NEARLY_ALL).div_ceil(100).checked_sub(1)?)
            .copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of 400 parts in one row, of which these are lit.
    fn picture(lit: impl Fn(usize) -> bool) -> Tiles {
        let line = (0..400).flat_map(|part| [u8::from(lit(part)); EDGE * DEPTH]);
        let line: Vec<_> = line.collect();
        Tiles::of(&line.repeat(EDGE), 400 * EDGE)
    }

    #[test]
    fn a_picture_stands_when_nearly_all_of_it_has_its_last_look() {
        let begun = Instant::now();
        let after = |ms| begun + Duration::from_millis(ms);
        let mut history = History::new(picture(|_| false));
        assert_eq!(history.stood(after(9_000)), None);
        history.add(after(100), picture(|_| true));
        history.add(after(200), picture(|part| part > 50));
        // Three of four hundred come later: less than a hundredth.
        history.add(after(300), picture(|part| part > 53));
        assert_eq!(history.stood(after(9_000)), Some(after(200)));
        assert_eq!(history.stood(after(150)), Some(after(100)));
        // What goes on changing was never waited for.
        history.add(after(8_000), picture(|part| part > 150));
        assert_eq!(history.stood(after(7_000)), Some(after(200)));
    }

    #[test]
    fn a_change_is_complete_when_nothing_large_follows_it_soon() {
        let begun = Instant::now();
        let after = |ms| begun + Duration::from_millis(ms);
        let mut history = History::new(picture(|_| false));
        // A caret.
        history.add(after(5), picture(|part| part == 0));
        assert_eq!(history.first_change(), None);
        history.add(after(30), picture(|part| part > 50));
        history.add(after(45), picture(|part| part > 20));
        // A second counts down.
        history.add(after(400), picture(|part| part > 30));
        assert_eq!(history.first_change(), Some(after(45)));
    }
}
