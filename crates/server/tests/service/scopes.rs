//! Changing where a member reaches: C7, S59 to S66, and nobody beyond their own.

use keyholder_client::{Error, Session};
use keyholder_contract::{
    audit::AuditQuery,
    decision::DecisionRefusal,
    explanation::PlaceQuery,
    problem::{ErrorCode, FieldCode, FieldError},
    user::{ChangeScope, Scope, ScopeKind, User},
    user_list::UserQuery,
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{AuditSubjectId, LocationId},
    permission::Permission,
    role::BuiltInRole,
};
use keyholder_store::on_both_databases;
use uuid::Uuid;

use crate::support::{
    House, Member, Merchant, Person,
    requests::{only, verified},
};

fn of(kind: ScopeKind) -> Scope {
    Scope {
        kind,
        location_ids: Vec::new(),
        group_ids: Vec::new(),
    }
}

/// Changes the scope of a user as last read.
async fn change(
    by: &Session,
    at: &Merchant,
    user: &Person,
    scope: Scope,
) -> keyholder_client::Result<User> {
    let version = by.read_user(at.id, user.id).await?.version;
    let wanted = ChangeScope { scope };
    by.change_user_scope(at.id, user.id, version, &wanted).await
}

fn faults_of(refused: Error) -> Vec<FieldError> {
    match refused {
        Error::Problem(problem) => problem.errors,
        other => panic!("{other}"),
    }
}

on_both_databases! {
    async fn c07_s060_s066_the_scope_of_a_member_changes_between_three_states(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let reaches = async |place: LocationId| {
            let query = PlaceQuery { location_id: Some(place), terminal_id: None };
            let why = admin.explain_access(merchant.id, till.id, Permission::TransactionsView, &query);
            why.await.unwrap().answer.refusal
        };
        assert_eq!(reaches(station).await, None);

        let limited = change(&admin, &merchant, &till, only(&[harbour])).await.unwrap();
        assert_eq!(limited.scope, only(&[harbour]));
        assert!(matches!(reaches(station).await, Some(DecisionRefusal::OutsideLocations)));
        assert_eq!(reaches(harbour).await, None);
        // The list says the same as the details.
        let row = admin.list_users(merchant.id, &UserQuery::default()).await.unwrap();
        let row = row.items.into_iter().find(|row| row.id == till.id).unwrap();
        assert_eq!((row.scope, row.location_count), (ScopeKind::Only, 1));

        let both = change(&admin, &merchant, &till, only(&[harbour, station])).await.unwrap();
        assert_eq!(both.scope.location_ids.len(), 2);
        let none = change(&admin, &merchant, &till, of(ScopeKind::NoneYet)).await.unwrap();
        assert_eq!(none.scope, of(ScopeKind::NoneYet));
        assert!(reaches(harbour).await.is_some());
        let all = change(&admin, &merchant, &till, of(ScopeKind::All)).await.unwrap();
        assert_eq!(all.scope, of(ScopeKind::All));
        assert_eq!(reaches(station).await, None);

        // What changes nothing is no change.
        let same = change(&admin, &merchant, &till, of(ScopeKind::All)).await.unwrap();
        assert_eq!(same.version, all.version);
        let about = Some(AuditSubjectId::from_uuid(till.id.as_uuid()));
        let log = AuditQuery { about, action: vec![AuditAction::ScopeChanged], ..AuditQuery::default() };
        let entries = admin.list_audit_events(merchant.id, &log).await.unwrap().items;
        assert_eq!(entries.len(), 4);
        let first = entries.last().unwrap();
        let words: Vec<_> = first
            .changes
            .iter()
            .map(|change| (change.field.as_str(), change.after.iter().map(|value| value.text.as_str()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(words, [("scope", vec!["only"]), ("locations", vec!["Harbour"])]);
    }

    async fn c07_a_scope_that_is_none_of_the_three_changes_nothing(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let elsewhere = house.merchant("200002").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let harbour = merchant.locations[0];
        let before = admin.read_user(merchant.id, till.id).await.unwrap();
        let entries = admin.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        let nowhere = LocationId::from_uuid(Uuid::from_u128(9));
        for (scope, field, code) in [
            (of(ScopeKind::Only), "scope.location_ids", FieldCode::TooFew),
            (only(&[harbour, harbour]), "scope.location_ids.1", FieldCode::Duplicate),
            (only(&[nowhere]), "scope.location_ids.0", FieldCode::Unknown),
            (only(&elsewhere.locations[..1]), "scope.location_ids.0", FieldCode::Unknown),
            (Scope { kind: ScopeKind::All, location_ids: vec![harbour], group_ids: Vec::new() }, "scope.location_ids", FieldCode::NotAllowed),
        ] {
            let refused = change(&admin, &merchant, &till, scope).await.unwrap_err();
            let faults = faults_of(refused);
            assert_eq!((faults[0].field.as_str(), faults[0].code), (field, code));
        }
        let stale = ChangeScope { scope: only(&[harbour]) };
        let stale = admin.change_user_scope(merchant.id, till.id, 99, &stale).await.unwrap_err();
        assert_eq!(stale.code(), Some(ErrorCode::Stale));
        assert_eq!(admin.read_user(merchant.id, till.id).await.unwrap(), before);
        let after = admin.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        assert_eq!(after.items, entries.items);
    }

    async fn l08_c03_nobody_gives_locations_beyond_their_own_or_to_themselves(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let berta = house.member(&merchant, Member::new("berta", BuiltInRole::MerchantAdministrator)).await;
        let luc = Member::new("luc", BuiltInRole::LocationAdministrator).at(harbour);
        let luc = house.member(&merchant, luc).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        let (admin, limited) = (house.sign_in(&anna).await, house.sign_in(&luc).await);
        for beyond in [only(&[station]), only(&[harbour, station]), of(ScopeKind::All), of(ScopeKind::NoneYet)] {
            let refused = change(&limited, &merchant, &till, beyond).await.unwrap_err();
            assert_eq!(refused.code(), Some(ErrorCode::OutsideLocations));
        }
        for (by, own) in [(&limited, &luc), (&admin, &anna)] {
            let refused = change(by, &merchant, own, only(&[harbour])).await.unwrap_err();
            assert_eq!(refused.code(), Some(ErrorCode::OwnAccess));
        }
        // S69: an administrator of everything is never limited.
        let refused = change(&admin, &merchant, &berta, only(&[harbour])).await.unwrap_err();
        assert_eq!(faults_of(refused)[0].field, "scope.kind");
        change(&limited, &merchant, &till, only(&[harbour])).await.unwrap();
    }

    async fn s063_l07_the_limit_is_chosen_while_a_user_is_made(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let group = house.group(&merchant, "Region North", &[station]).await;
        let reached = [
            (only(&[harbour]), vec![harbour]),
            (Scope { group_ids: vec![group], ..only(&[]) }, vec![station]),
            (Scope { group_ids: vec![group], ..only(&[harbour]) }, vec![harbour, station]),
            (of(ScopeKind::NoneYet), vec![]),
            (of(ScopeKind::All), vec![harbour, station]),
        ];
        for (number, (chosen, expected)) in reached.into_iter().enumerate() {
            let mut new = verified(&format!("new-{number}"), merchant.roles["cashier"]);
            new.scope = chosen.clone();
            let made = admin.create_user(merchant.id, &new, None).await.unwrap();
            assert_eq!(made.scope, chosen);
            for place in [harbour, station] {
                let asked = PlaceQuery { location_id: Some(place), terminal_id: None };
                let why = admin.explain_access(merchant.id, made.id, Permission::TransactionsView, &asked).await;
                assert_eq!(why.unwrap().within, Some(expected.contains(&place)));
            }
        }
        // The switch without a location is no choice (C7).
        let mut new = verified("nowhere", merchant.roles["cashier"]);
        new.scope = only(&[]);
        let refused = admin.create_user(merchant.id, &new, None).await.unwrap_err();
        let faults = faults_of(refused);
        assert_eq!((faults[0].field.as_str(), faults[0].code), ("scope.location_ids", FieldCode::TooFew));
    }
}
