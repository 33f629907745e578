use keyholder_contract::user::{Scope, ScopeKind};
use keyholder_domain::ids::{LocationGroupId, LocationId};
use uuid::Uuid;

use super::*;

fn role(number: u128) -> RoleId {
    RoleId::from_uuid(Uuid::from_u128(number))
}

fn location(number: u128) -> LocationId {
    LocationId::from_uuid(Uuid::from_u128(number))
}

fn good() -> CreateUser {
    CreateUser {
        kind: UserKind::Verified,
        email: Some("maria@example.com".to_owned()),
        given_name: "Maria".to_owned(),
        family_name: "Rossi".to_owned(),
        language: Language::De,
        role_ids: vec![role(1)],
        scope: Scope {
            kind: ScopeKind::All,
            location_ids: Vec::new(),
            group_ids: Vec::new(),
        },
        invite: true,
        ask_approval: false,
        sign_in_way: SignInWay::Password,
    }
}

fn faults(request: &CreateUser) -> Vec<(String, FieldCode)> {
    match read(request, true) {
        Ok(_) => Vec::new(),
        Err(error) => error
            .errors()
            .iter()
            .map(|fault| (fault.field.clone(), fault.code))
            .collect(),
    }
}

fn fault(change: impl FnOnce(&mut CreateUser)) -> Vec<(String, FieldCode)> {
    let mut request = good();
    change(&mut request);
    faults(&request)
}

fn one(field: &str, code: FieldCode) -> Vec<(String, FieldCode)> {
    vec![(field.to_owned(), code)]
}

#[test]
fn s017_s023_every_missing_field_is_named_in_one_reply() {
    let empty = CreateUser {
        email: None,
        given_name: String::new(),
        family_name: " ".to_owned(),
        role_ids: Vec::new(),
        scope: Scope {
            kind: ScopeKind::Only,
            location_ids: Vec::new(),
            group_ids: Vec::new(),
        },
        ..good()
    };
    assert_eq!(
        faults(&empty),
        [
            ("email".to_owned(), FieldCode::Required),
            ("given_name".to_owned(), FieldCode::Required),
            ("family_name".to_owned(), FieldCode::Required),
            ("role_ids".to_owned(), FieldCode::TooFew),
            ("scope.location_ids".to_owned(), FieldCode::TooFew),
        ]
    );
}

#[test]
fn a_good_request_is_read() {
    let user = read(&good(), true).unwrap();
    assert_eq!(user.given_name.as_str(), "Maria");
    assert_eq!(user.scope, ScopeChoice::All);
    assert!(user.invite);
}

#[test]
fn limits_and_forms_are_named() {
    assert_eq!(
        fault(|request| request.email = Some(format!("{}@example.com", "a".repeat(250)))),
        one("email", FieldCode::TooLong)
    );
    assert_eq!(
        fault(|request| request.email = Some("maria@".to_owned())),
        one("email", FieldCode::NotAnEmail)
    );
    assert_eq!(
        fault(|request| request.given_name = "x".repeat(101)),
        one("given_name", FieldCode::TooLong)
    );
    assert_eq!(
        fault(|request| request.family_name = "a\u{202E}b".to_owned()),
        one("family_name", FieldCode::ForbiddenCharacter)
    );
    assert_eq!(
        fault(|request| request.role_ids = (0..51).map(role).collect()),
        one("role_ids", FieldCode::TooMany)
    );
    assert_eq!(
        fault(|request| request.role_ids = vec![role(1), role(2), role(1)]),
        one("role_ids.2", FieldCode::Duplicate)
    );
}

#[test]
fn s026_an_unverified_user_has_neither_address_nor_mail() {
    assert_eq!(
        fault(|request| request.kind = UserKind::Unverified),
        [
            ("email".to_owned(), FieldCode::NotAllowed),
            ("invite".to_owned(), FieldCode::NotAllowed),
        ]
    );
}

#[test]
fn c07_locations_are_named_with_only_and_left_out_otherwise() {
    assert_eq!(
        fault(|request| request.scope.location_ids = vec![location(1)]),
        one("scope.location_ids", FieldCode::NotAllowed)
    );
    let only = |location_ids: Vec<LocationId>| {
        fault(|request| {
            request.scope = Scope {
                kind: ScopeKind::Only,
                location_ids,
                group_ids: Vec::new(),
            };
        })
    };
    assert_eq!(only(vec![location(1)]), []);
    assert_eq!(
        only(vec![location(1), location(1)]),
        one("scope.location_ids.1", FieldCode::Duplicate)
    );
    assert_eq!(
        only((0..1_001).map(location).collect()),
        one("scope.location_ids", FieldCode::TooMany)
    );
    let group = |number| LocationGroupId::from_uuid(Uuid::from_u128(number));
    let through = |kind: ScopeKind, group_ids: Vec<LocationGroupId>| {
        fault(|request| {
            request.scope = Scope {
                kind,
                location_ids: Vec::new(),
                group_ids,
            };
        })
    };
    assert_eq!(through(ScopeKind::Only, vec![group(1)]), []);
    assert_eq!(
        through(ScopeKind::Only, vec![group(1), group(1)]),
        one("scope.group_ids.1", FieldCode::Duplicate)
    );
    assert_eq!(
        through(ScopeKind::Only, (0..11).map(group).collect()),
        one("scope.group_ids", FieldCode::TooMany)
    );
    for kind in [ScopeKind::All, ScopeKind::NoneYet] {
        let refused = one("scope.group_ids", FieldCode::NotAllowed);
        assert_eq!(through(kind, vec![group(1)]), refused);
    }
}
