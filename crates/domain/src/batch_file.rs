//! Batch files: every line is checked against the rights of whoever submits it, before anything is
//! posted (row S71, lift L10).
//!
//! ```text
//! every line allowed ......... all are posted
//! some refused ............... none is posted, and the refused ones are listed
//! some refused, but wanted ... the allowed ones are posted, if the submitter chose so
//! ```
//!
//! The lines are checked when the file is submitted and once more when it is executed: a right that
//! was taken away in between counts.

/// What is to happen if lines are refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Nothing is posted unless everything can be.
    #[default]
    AllOrNothing,
    /// What is allowed is posted.
    OnlyAllowed,
}

/// Which lines are posted, given which are allowed; by their place from 0.
pub fn posted(allowed: &[bool], mode: Mode) -> Vec<usize> {
    let all = allowed.iter().all(|line| *line);
    if mode == Mode::AllOrNothing && !all {
        return Vec::new();
    }
    allowed
        .iter()
        .enumerate()
        .filter_map(|(place, allowed)| allowed.then_some(place))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l10_one_refused_line_stops_the_file_unless_chosen_otherwise() {
        let lines = [true, false, true];
        assert!(posted(&lines, Mode::default()).is_empty());
        assert_eq!(posted(&lines, Mode::OnlyAllowed), [0, 2]);
        assert_eq!(posted(&[true, true], Mode::AllOrNothing), [0, 1]);
    }
}
