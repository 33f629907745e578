//! A measured number, what it is compared with, and what was aimed for.

use std::time::Duration;

use serde::Serialize;

/// One line of the report.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    pub(crate) database: &'static str,
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
    /// What it was measured against in the same run, and the ratio to it.
    pub(crate) beside: Option<Beside>,
    pub(crate) aim: Option<Aim>,
}

/// What a figure is compared with.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Beside {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) ratio: f64,
}

/// What was aimed for.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Aim {
    pub(crate) words: &'static str,
    pub(crate) met: bool,
}

impl Figure {
    pub(crate) fn new(
        database: &'static str,
        name: &'static str,
        value: f64,
        unit: &'static str,
    ) -> Self {
        Self {
            database,
            name,
            value,
            unit,
            beside: None,
            aim: None,
        }
    }

    /// Puts the figure beside another one of the same unit.
    pub(crate) fn beside(mut self, name: &'static str, value: f64) -> Self {
        let ratio = self.value / value;
        self.beside = Some(Beside { name, value, ratio });
        self
    }

    pub(crate) fn aim(mut self, words: &'static str, met: impl FnOnce(&Self) -> bool) -> Self {
        let met = met(&self);
        self.aim = Some(Aim { words, met });
        self
    }

    /// The ratio to what it was put beside.
    pub(crate) fn ratio(&self) -> f64 {
        self.beside.as_ref().map_or(f64::NAN, |beside| beside.ratio)
    }
}

/// How long each of many repetitions took.
#[derive(Default)]
pub(crate) struct Times(pub(crate) Vec<Duration>);

impl Times {
    /// The time in milliseconds that this part of the repetitions did not exceed.
    pub(crate) fn percentile(&mut self, percent: usize) -> f64 {
        self.0.sort_unstable();
        let last = self.0.len().saturating_sub(1);
        let place = (last * percent).div_ceil(100);
        self.0
            .get(place)
            .map_or(f64::NAN, |time| time.as_secs_f64() * 1_000.0)
    }

    /// Repetitions in a second.
    pub(crate) fn rate(&self, within: Duration) -> f64 {
        let count = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        f64::from(count) / within.as_secs_f64()
    }
}

/// The one in the middle; of an even number the greater of the two.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_moved_by_no_outlier() {
        assert!((median(vec![900.0, 2.0, 1.0]) - 2.0).abs() < 0.001);
        assert!(median(Vec::new()).is_nan());
    }

    #[test]
    fn percentiles_are_read_off_the_sorted_times() {
        let mut times = Times((1..=100).rev().map(Duration::from_millis).collect());
        assert!((times.percentile(50) - 51.0).abs() < 1.0);
        assert!((times.percentile(99) - 100.0).abs() < 1.0);
        assert!((times.percentile(100) - 100.0).abs() < 0.001);
    }
}
