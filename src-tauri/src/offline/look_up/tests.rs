use serde_json::json;

use super::*;

fn row(number: u128, given: &str, family: &str) -> UserRow {
    serde_json::from_value(json!({
        "id": uuid::Uuid::from_u128(number),
        "version": 1,
        "kind": "verified",
        "sign_in_name": format!("{}@example.com", given.to_lowercase()),
        "given_name": given,
        "family_name": family,
        "status": { "kind": "active", "since": null, "until": null },
        "origin": "administrator",
        "foreign": false,
        "roles": [{ "id": uuid::Uuid::from_u128(7), "built_in": "cashier", "name": null }],
        "scope": "all",
        "location_count": 0,
        "second_factor": "none",
        "sign_in_way": "password",
        "created_at": Timestamp::from_micros(i64::try_from(number).unwrap()),
        "last_sign_in_at": null,
    }))
    .unwrap()
}

fn rows() -> Vec<UserRow> {
    let mut rows = vec![
        row(1, "Eva", "Müller"),
        row(2, "Tom", "Adler"),
        row(3, "Anna", "Muller"),
        row(4, "Zoe", "Zimmer"),
    ];
    rows[1].status.kind = UserStatusKind::Deactivated;
    rows[2].last_sign_in_at = Some(Timestamp::from_micros(10 * DAY));
    rows[3].roles.clear();
    rows
}

const NOW: Timestamp = Timestamp::from_micros(100 * DAY);

fn found(query: &UserQuery) -> Vec<String> {
    let page = page(&rows(), query, NOW).unwrap();
    page.items.into_iter().map(|row| row.given_name).collect()
}

fn asked(query: serde_json::Value) -> UserQuery {
    serde_json::from_value(query).unwrap()
}

#[test]
fn goal_52_the_copy_is_sorted_as_the_service_sorts() {
    assert_eq!(found(&UserQuery::default()), ["Tom", "Anna", "Eva", "Zoe"]);
    let backwards = asked(json!({ "sort": "name", "order": "descending" }));
    assert_eq!(found(&backwards), ["Zoe", "Eva", "Anna", "Tom"]);
    let by_address = asked(json!({ "sort": "sign_in_name" }));
    assert_eq!(found(&by_address), ["Anna", "Eva", "Tom", "Zoe"]);
    let by_age = asked(json!({ "sort": "created_at" }));
    assert_eq!(found(&by_age), ["Eva", "Tom", "Anna", "Zoe"]);
    let by_sign_in = asked(json!({ "sort": "last_sign_in_at", "order": "descending" }));
    assert_eq!(found(&by_sign_in), ["Anna", "Zoe", "Tom", "Eva"]);
}

#[test]
fn goal_52_the_copy_is_searched_and_filtered_as_the_service_does() {
    assert_eq!(found(&asked(json!({ "search": "ülle ev" }))), ["Eva"]);
    assert_eq!(found(&asked(json!({ "search": "va" }))), [""; 0]);
    assert_eq!(found(&asked(json!({ "search": "EXAMPLE zim" }))), ["Zoe"]);
    let off = asked(json!({ "status": ["deactivated"] }));
    assert_eq!(found(&off), ["Tom"]);
    let role = asked(json!({ "role": [uuid::Uuid::from_u128(7)], "status": ["active"] }));
    assert_eq!(found(&role), ["Anna", "Eva"]);
    assert_eq!(found(&asked(json!({ "kind": "unverified" }))), [""; 0]);
    assert_eq!(found(&asked(json!({ "second_factor": ["app"] }))), [""; 0]);
    let never = asked(json!({ "never_signed_in": true }));
    assert_eq!(found(&never), ["Tom", "Eva", "Zoe"]);
    assert_eq!(found(&asked(json!({ "idle_days": 90 }))), ["Anna"]);
    assert_eq!(found(&asked(json!({ "idle_days": 91 }))), [""; 0]);
    let either = asked(json!({ "idle_days": 90, "never_signed_in": true }));
    assert_eq!(found(&either).len(), 4);
}

#[test]
fn goal_52_the_copy_is_paged_in_both_directions() {
    let mut query = asked(json!({ "limit": 3, "count": true }));
    let first = page(&rows(), &query, NOW).unwrap();
    assert_eq!((first.items.len(), first.page.total), (3, Some(4)));
    assert_eq!(first.page.previous_cursor, None);
    query.cursor = first.page.next_cursor;
    let second = page(&rows(), &query, NOW).unwrap();
    assert_eq!(second.items.len(), 1);
    assert_eq!(second.page.next_cursor, None);
    query.cursor = second.page.previous_cursor;
    assert_eq!(page(&rows(), &query, NOW).unwrap().items.len(), 3);
    for nonsense in ["", "-1", "x", "18446744073709551615"] {
        query.cursor = Some(nonsense.to_owned());
        assert!(page(&rows(), &query, NOW).is_ok(), "{nonsense}");
    }
}

#[test]
fn goal_52_what_the_copy_does_not_know_is_refused() {
    let by_location = asked(json!({ "location": [uuid::Uuid::from_u128(1)] }));
    let refused = page(&rows(), &by_location, NOW).unwrap_err();
    assert_eq!(refused.code, "offline_locations");
    let bin = asked(json!({ "status": ["active", "deleted"] }));
    assert_eq!(page(&rows(), &bin, NOW).unwrap_err().code, "offline_bin");
    let long = asked(json!({ "search": "a b c d e f g h i" }));
    assert_eq!(
        page(&rows(), &long, NOW).unwrap_err().code,
        "invalid_fields"
    );
}
