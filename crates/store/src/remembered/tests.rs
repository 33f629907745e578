//! What is recalled, and under which name.

use super::*;

fn snapshot(name: &str) -> Snapshot {
    Snapshot(name.to_owned())
}

/// Has answered 1 and 2 twice from the same snapshot.
fn steady() -> Remembered<u32, &'static str> {
    let remembered = Remembered::default();
    for _ in 0..2 {
        remembered.keep(snapshot("a"), [(1, "one"), (2, "two")]);
    }
    remembered
}

#[test]
fn nothing_is_recalled_before_two_answers_in_a_row_saw_the_same() {
    let remembered = Remembered::default();
    assert_eq!(remembered.recall(&[1]), None);
    remembered.keep(snapshot("a"), [(1, "one")]);
    assert_eq!(remembered.recall(&[1]), None);
    remembered.keep(snapshot("b"), [(1, "uno")]);
    assert_eq!(remembered.recall(&[1]), None);
    remembered.keep(snapshot("b"), [(2, "due")]);
    let both = (snapshot("b"), vec!["due", "uno", "due"]);
    assert_eq!(remembered.recall(&[2, 1, 2]), Some(both));
}

#[test]
fn what_is_not_known_of_one_is_asked_of_all() {
    assert_eq!(steady().recall(&[1, 3]), None);
    assert!(steady().recall(&[1, 2]).is_some());
}

#[test]
fn an_answer_from_another_snapshot_takes_the_place_of_all() {
    let remembered = steady();
    for _ in 0..2 {
        remembered.keep(snapshot("b"), [(1, "uno")]);
    }
    let one = (snapshot("b"), vec!["uno"]);
    assert_eq!(remembered.recall(&[1]), Some(one));
    assert_eq!(remembered.recall(&[2]), None);
}

#[test]
fn what_is_over_is_forgotten_and_what_came_meanwhile_is_not() {
    let remembered = steady();
    remembered.forget(&snapshot("before"));
    assert!(remembered.recall(&[1]).is_some());
    remembered.forget(&snapshot("a"));
    assert_eq!(remembered.recall(&[1]), None);
    // From nothing it takes two again.
    remembered.keep(snapshot("a"), [(1, "one")]);
    assert_eq!(remembered.recall(&[1]), None);
}

#[test]
fn more_than_a_service_has_use_for_is_forgotten() {
    let remembered = Remembered::default();
    for number in 0..5_000 {
        remembered.keep(snapshot("a"), [(number, number)]);
        assert!(remembered.lock().answers.len() <= 1_024);
    }
    assert!(remembered.recall(&[4_999]).is_some());
    assert_eq!(remembered.recall(&[0]), None);
}
