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
pub(crate) struct Tiles {
    /// How many stand beside each other.
    across: usize,
    all: Vec<u64>,
}

/// A rectangle of the picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) left: usize,
    pub(crate) top: usize,
    pub(crate) width: usize,
    pub(crate) height: usize,
}

impl Area {
    /// Whether a part of the picture lies in it, or reaches into it.
    const fn meets(self, column: usize, row: usize) -> bool {
        let (left, top) = (column * EDGE, row * EDGE);
        left < self.left + self.width
            && self.left < left + EDGE
            && top < self.top + self.height
            && self.top < top + EDGE
    }
}

impl Tiles {
    /// The parts of a picture that is this wide.
    pub(crate) fn of(pixels: &[u8], width: usize) -> Self {
        let row = width * DEPTH;
        let across = width.div_ceil(EDGE);
        let mut all = Vec::new();
        for band in pixels.chunks(row * EDGE) {
            let mut hashers = vec![DefaultHasher::new(); across];
            for line in band.chunks(row) {
                for (part, hasher) in line.chunks(EDGE * DEPTH).zip(&mut hashers) {
                    part.hash(hasher);
                }
            }
            all.extend(hashers.iter().map(DefaultHasher::finish));
        }
        Self { across, all }
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
            changed: vec![None; first.all.len()],
            now: first,
            large: Vec::new(),
        }
    }

    /// The picture at a later moment.
    pub(crate) fn add(&mut self, at: Instant, picture: Tiles) {
        let before = std::mem::replace(&mut self.now, picture);
        let parts = before.all.iter().zip(&self.now.all).zip(&mut self.changed);
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

    /// When all of an area had the look that it kept; nothing where it never changed.
    pub(crate) fn stood_within(&self, area: Area, end: Instant) -> Option<Instant> {
        let parts = self.changed.iter().enumerate();
        let within = parts.filter(|(at, _)| area.meets(at % self.now.across, at / self.now.across));
        within
            .filter_map(|(_, changed)| *changed)
            .filter(|changed| *changed < end)
            .max()
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
    fn an_area_stands_when_the_last_of_its_parts_does() {
        let begun = Instant::now();
        let after = |ms| begun + Duration::from_millis(ms);
        let area = |left, width| Area {
            left: left * EDGE,
            top: 0,
            width: width * EDGE,
            height: 1,
        };
        let mut history = History::new(picture(|_| false));
        assert_eq!(history.stood_within(area(0, 400), after(9_000)), None);
        history.add(after(100), picture(|part| part < 10));
        history.add(after(200), picture(|part| part < 20));
        assert_eq!(
            history.stood_within(area(3, 7), after(9_000)),
            Some(after(100))
        );
        assert_eq!(
            history.stood_within(area(3, 8), after(9_000)),
            Some(after(200))
        );
        assert_eq!(history.stood_within(area(20, 5), after(9_000)), None);
        // What changes at the end was never waited for.
        assert_eq!(
            history.stood_within(area(3, 8), after(200)),
            Some(after(100))
        );
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
