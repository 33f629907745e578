//! Lift L1 for locations: where somebody reaches changes once a second administrator agrees.

use keyholder_contract::{
    location::LocationQuery,
    location_group::SaveLocationGroup,
    pending_change::AskChange,
    problem::{ErrorCode, FieldCode},
    user::{ChangePermissions, Scope, ScopeKind},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{LocationGroupId, LocationId},
    pending_change::{ChangeKind, ChangeState},
    permission::Permission,
    role::BuiltInRole,
};
use keyholder_store::on_both_databases;
use uuid::Uuid;

use crate::{
    own_data::{code, field},
    support::{House, Member, requests::about},
};

fn through(group: LocationGroupId) -> AskChange {
    AskChange::OwnLocations {
        scope: Scope {
            kind: ScopeKind::Only,
            location_ids: Vec::new(),
            group_ids: vec![group],
        },
    }
}

fn reach(kind: ScopeKind, location_ids: &[LocationId]) -> AskChange {
    AskChange::OwnLocations {
        scope: Scope {
            kind,
            location_ids: location_ids.to_vec(),
            group_ids: Vec::new(),
        },
    }
}

on_both_databases! {
    async fn l01_own_locations_change_once_a_second_administrator_agrees(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (at, harbour, station) = (merchant.id, merchant.locations[0], merchant.locations[1]);
        let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.member(&merchant, anna).await;
        let lena = Member::new("lena", BuiltInRole::LocationAdministrator).at(harbour);
        let lena_is = house.member(&merchant, lena).await;
        let beside = Member::new("beside", BuiltInRole::LocationAdministrator).at(harbour);
        let beside = house.member(&merchant, beside).await;
        let (anna, lena) = (house.sign_in(&anna).await, house.sign_in(&lena_is).await);
        let beside = house.sign_in(&beside).await;

        // What lies outside of one's own is not told from what is not there.
        for elsewhere in [station, LocationId::from_uuid(Uuid::from_u128(9))] {
            let asked = reach(ScopeKind::Only, &[harbour, elsewhere]);
            let refused = lena.ask_change(at, &asked, None).await.unwrap_err();
            assert_eq!(code(&refused), Some(ErrorCode::OutsideLocations));
        }
        let same = lena.ask_change(at, &reach(ScopeKind::Only, &[harbour]), None).await.unwrap_err();
        assert_eq!(field(&same), Some(("scope.kind".to_owned(), FieldCode::Unchanged)));
        let empty = lena.ask_change(at, &reach(ScopeKind::Only, &[]), None).await.unwrap_err();
        assert_eq!(field(&empty), Some(("scope.location_ids".to_owned(), FieldCode::TooFew)));

        let change = lena.ask_change(at, &reach(ScopeKind::All, &[]), None).await.unwrap();
        assert_eq!((change.kind, change.state), (ChangeKind::OwnLocations, ChangeState::Waiting));
        assert_eq!(change.scope.as_ref().map(|scope| scope.kind), Some(ScopeKind::All));
        let twice = lena.ask_change(at, &reach(ScopeKind::NoneYet, &[]), None).await.unwrap_err();
        assert_eq!(code(&twice), Some(ErrorCode::ChangeWaiting));
        // Neither herself, nor somebody who is no administrator of the whole customer.
        let own = lena.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&own), Some(ErrorCode::OwnChange));
        let limited = beside.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&limited), Some(ErrorCode::NotFound));
        let me = anna.read_user(at, lena_is.id).await.unwrap();
        assert_eq!(me.scope.location_ids, [harbour]);

        let done = anna.grant_pending_change(at, change.id).await.unwrap();
        assert_eq!(done.state, ChangeState::Granted);
        let me = anna.read_user(at, lena_is.id).await.unwrap();
        assert_eq!(me.scope.kind, ScopeKind::All);
        let log = anna.list_audit_events(at, &about(lena_is.id)).await.unwrap();
        for action in [AuditAction::ChangeAsked, AuditAction::ChangeGranted, AuditAction::ScopeChanged] {
            let entry = log.items.iter().find(|entry| entry.action == action).unwrap();
            let tells = entry.changes.iter().any(|change| change.field == "scope");
            assert_eq!(tells, action != AuditAction::ChangeGranted, "{action:?}");
        }
        // Whoever reaches everything may name any location, and is told of one that is not there.
        let nowhere = LocationId::from_uuid(Uuid::from_u128(9));
        let unknown = lena.ask_change(at, &reach(ScopeKind::Only, &[nowhere]), None).await.unwrap_err();
        assert_eq!(field(&unknown), Some(("scope.location_ids.0".to_owned(), FieldCode::Unknown)));
        let change = lena.ask_change(at, &reach(ScopeKind::Only, &[station]), None).await.unwrap();
        // An administrator reaches every location (S69), so what comes between overtakes it.
        let version = anna.read_user(at, lena_is.id).await.unwrap().version;
        let more = ChangePermissions { permissions: vec![Permission::PayoutsView] };
        anna.change_user_permissions(at, lena_is.id, version, &more).await.unwrap();
        let over = anna.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&over), Some(ErrorCode::ChangeEnded));
        let narrowed = anna.ask_change(at, &reach(ScopeKind::Only, &[station]), None).await.unwrap_err();
        assert_eq!(field(&narrowed), Some(("scope.kind".to_owned(), FieldCode::NotAllowed)));
    }
    async fn l01_l07_a_group_is_asked_for_and_followed_once_it_is_granted(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (at, harbour, station) = (merchant.id, merchant.locations[0], merchant.locations[1]);
        let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.member(&merchant, anna).await;
        let lena = Member::new("lena", BuiltInRole::LocationAdministrator).at(harbour);
        let lena_is = house.member(&merchant, lena).await;
        let (anna, lena) = (house.sign_in(&anna).await, house.sign_in(&lena_is).await);
        let holding = |location_ids: &[LocationId]| SaveLocationGroup {
            name: "Waterfront".to_owned(),
            location_ids: location_ids.to_vec(),
        };
        let group = anna.create_location_group(at, &holding(&[harbour]), None).await.unwrap().group;

        // A group that goes while somebody waits is none that anybody could agree to.
        let waits = lena.ask_change(at, &through(group.id), None).await.unwrap();
        assert_eq!(waits.scope.unwrap().group_ids, [group.id]);
        anna.delete_location_group(at, group.id, group.version).await.unwrap();
        let gone = anna.grant_pending_change(at, waits.id).await.unwrap_err();
        assert_eq!(code(&gone), Some(ErrorCode::ChangeEnded));

        let group = anna.create_location_group(at, &holding(&[harbour]), None).await.unwrap().group;
        let waits = lena.ask_change(at, &through(group.id), None).await.unwrap();
        anna.grant_pending_change(at, waits.id).await.unwrap();
        let has = anna.read_user(at, lena_is.id).await.unwrap().scope;
        assert_eq!((has.location_ids, has.group_ids), (Vec::new(), vec![group.id]));
        let wider = holding(&[harbour, station]);
        anna.change_location_group(at, group.id, group.version, &wider).await.unwrap();
        let sees = lena.list_locations(at, &LocationQuery::default()).await.unwrap();
        assert_eq!(sees.items.len(), 2);
    }
}
