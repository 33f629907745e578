//! Which earlier passwords cannot come back (acceptance rows S88, S89 and S96, reading C8).
//!
//! Barred is a password among the last *n*, the present one included, and one that was valid at any
//! moment of the last *h* hours, however many changes lie between. The second bar defeats six quick
//! changes; it is no least age: whoever has set a password may set another at once.
//!
//! ```text
//! set at ─────────── replaced at = end of validity ──▶ time
//! barred within h hours of the end, or while among the last n
//! ```

use std::time::Duration;

use crate::timestamp::Timestamp;

/// How many passwords one person may set within 24 hours: each is compared with all that are
/// barred, and a comparison is costly.
pub const MAX_CHANGES_A_DAY: usize = 20;

const DAY: Duration = Duration::from_hours(24);

/// What cannot come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryRule {
    /// So many of the last passwords, the present one included.
    pub last: u16,
    /// And those that were valid within this time.
    pub within: Duration,
}

/// How many of a person's passwords are barred, counted from the present one backwards.
/// `replaced_at` tells when each earlier password ended, newest first; the present one is not in it.
pub fn barred(replaced_at: &[Timestamp], rule: HistoryRule, now: Timestamp) -> usize {
    let recent = replaced_at
        .iter()
        .take_while(|end| **end > now - rule.within)
        .count();
    let recent = if rule.within.is_zero() { 0 } else { recent + 1 };
    usize::from(rule.last).max(recent)
}

/// From when on another password may be set, if too many were set within 24 hours.
pub fn too_many_changes(replaced_at: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
    replaced_at
        .get(MAX_CHANGES_A_DAY - 1)
        .map(|end| *end + DAY)
        .filter(|again| *again > now)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const RULE: HistoryRule = HistoryRule {
        last: 5,
        within: DAY,
    };

    fn ends(hours_ago: &[u64]) -> Vec<Timestamp> {
        hours_ago
            .iter()
            .map(|hours| NOW - Duration::from_hours(*hours))
            .collect()
    }

    #[test]
    fn s088_exactly_the_last_five_are_barred() {
        let old = ends(&[100, 200, 300, 400, 500, 600]);
        assert_eq!(barred(&old, RULE, NOW), 5);
        assert_eq!(barred(&[], RULE, NOW), 5);
    }

    #[test]
    fn s089_c08_six_quick_changes_do_not_bring_a_password_back() {
        let quick = ends(&[0, 0, 0, 1, 2, 23]);
        assert_eq!(barred(&quick, RULE, NOW), 7);
        // Its validity ended 24 hours ago: it was valid at no moment of the last 24 hours.
        assert_eq!(barred(&ends(&[0, 0, 0, 1, 2, 24]), RULE, NOW), 6);
    }

    #[test]
    fn c08_without_a_rule_nothing_is_barred() {
        let none = HistoryRule {
            last: 0,
            within: Duration::ZERO,
        };
        assert_eq!(barred(&ends(&[0, 1]), none, NOW), 0);
        let five = HistoryRule { last: 5, ..none };
        assert_eq!(barred(&ends(&[0, 0, 0, 0, 0, 0]), five, NOW), 5);
    }

    #[test]
    fn a_clock_that_goes_back_frees_no_password() {
        let future = vec![NOW + DAY; 7];
        assert_eq!(barred(&future, RULE, NOW), 8);
    }

    #[test]
    fn c08_it_is_no_least_age_but_twenty_a_day_are_enough() {
        assert_eq!(too_many_changes(&ends(&[0; 19]), NOW), None);
        assert_eq!(
            too_many_changes(&ends(&[1; 20]), NOW),
            Some(NOW + Duration::from_hours(23))
        );
        assert_eq!(too_many_changes(&ends(&[24; 20]), NOW), None);
    }
}
