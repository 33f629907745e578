//! Groups of locations: made by the customer, given in a scope, and followed when somebody asks (L7),
//! with nothing told or given beyond one's own (L8).

use keyholder_client::{Error, Session};
use keyholder_contract::{
    audit::AuditQuery,
    decision::{DecisionQuestion, DecisionRefusal},
    explanation::PlaceQuery,
    location::LocationQuery,
    location_group::{LocationGroupDetail, SaveLocationGroup},
    problem::{ErrorCode, FieldCode},
    user::{ChangePermissions, ChangeScope, Scope, ScopeKind, User},
    user_list::UserQuery,
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{LocationGroupId, LocationId},
    location_group::MAX_GROUPS,
    permission::Permission,
    role::BuiltInRole,
};
use keyholder_store::on_both_databases;
use uuid::Uuid;

use crate::support::{
    House, Member, Merchant, Person,
    requests::{only, verified},
};

fn save(name: &str, locations: &[LocationId]) -> SaveLocationGroup {
    SaveLocationGroup {
        name: name.to_owned(),
        location_ids: locations.to_vec(),
    }
}

fn through(groups: &[LocationGroupId]) -> Scope {
    Scope {
        group_ids: groups.to_vec(),
        ..only(&[])
    }
}

async fn scope(
    by: &Session,
    at: &Merchant,
    who: &Person,
    scope: Scope,
) -> keyholder_client::Result<User> {
    let version = by.read_user(at.id, who.id).await?.version;
    by.change_user_scope(at.id, who.id, version, &ChangeScope { scope })
        .await
}

async fn fill(
    by: &Session,
    at: &Merchant,
    group: LocationGroupId,
    held: &[LocationId],
) -> keyholder_client::Result<LocationGroupDetail> {
    let before = by.read_location_group(at.id, group).await?.group;
    let wanted = save(&before.name, held);
    by.change_location_group(at.id, group, before.version, &wanted)
        .await
}

/// The first field that was refused.
fn fault<T: std::fmt::Debug>(refused: keyholder_client::Result<T>) -> (String, FieldCode) {
    match refused.unwrap_err() {
        Error::Problem(problem) => (problem.errors[0].field.clone(), problem.errors[0].code),
        other => panic!("not refused: {other}"),
    }
}

fn code<T: std::fmt::Debug>(refused: keyholder_client::Result<T>) -> Option<ErrorCode> {
    refused.unwrap_err().code()
}

on_both_databases! {
    async fn l07_a_group_is_made_renamed_filled_and_deleted(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;

        let wanted = save(" Region North ", &[harbour]);
        let made = admin.create_location_group(merchant.id, &wanted, Some("once")).await.unwrap();
        let again = admin.create_location_group(merchant.id, &wanted, Some("once")).await.unwrap();
        assert_eq!(made, again);
        assert_eq!((made.group.name.as_str(), made.group.version, made.members), ("Region North", 1, Some(0)));
        assert_eq!(made.location_ids, [harbour]);
        let id = made.group.id;
        let taken = admin.create_location_group(merchant.id, &save("region NORTH", &[harbour]), None).await;
        assert_eq!(fault(taken), ("name".to_owned(), FieldCode::Taken));

        let given = scope(&admin, &merchant, &till, through(&[id])).await.unwrap();
        assert_eq!(given.scope, through(&[id]));
        let wider = save("North", &[harbour, station]);
        let changed = admin.change_location_group(merchant.id, id, 1, &wider).await.unwrap();
        assert_eq!((changed.group.version, changed.group.location_count), (2, 2));
        assert_eq!((changed.members, changed.alone), (Some(1), Some(1)));
        assert_eq!(changed.holders[0].id, till.id);
        assert_eq!(code(admin.change_location_group(merchant.id, id, 1, &wider).await), Some(ErrorCode::Stale));
        // What somebody reaches changed, so an edit on what was read before is stale.
        let stale = ChangeScope { scope: only(&[harbour]) };
        let stale = admin.change_user_scope(merchant.id, till.id, given.version, &stale).await;
        assert_eq!(code(stale), Some(ErrorCode::Stale));

        let listed = admin.list_location_groups(merchant.id).await.unwrap().items;
        assert_eq!(listed, [changed.group]);
        let done = admin.delete_location_group(merchant.id, id, 2).await.unwrap();
        assert_eq!((done.members, done.alone), (1, 1));
        let left = admin.read_user(merchant.id, till.id).await.unwrap();
        assert_eq!(left.scope, Scope { kind: ScopeKind::NoneYet, ..only(&[]) });
        assert_eq!(code(admin.read_location_group(merchant.id, id).await), Some(ErrorCode::NotFound));

        let log = AuditQuery {
            action: vec![
                AuditAction::LocationGroupCreated,
                AuditAction::LocationGroupChanged,
                AuditAction::LocationGroupDeleted,
            ],
            ..AuditQuery::default()
        };
        let entries = admin.list_audit_events(merchant.id, &log).await.unwrap().items;
        let actions: Vec<_> = entries.iter().map(|entry| entry.action).collect();
        assert_eq!(actions, [
            AuditAction::LocationGroupDeleted,
            AuditAction::LocationGroupChanged,
            AuditAction::LocationGroupCreated,
        ]);
        let filled = entries[1].changes.iter().find(|change| change.field == "locations").unwrap();
        let words = |side: &[keyholder_contract::audit::AuditValue]| {
            side.iter().map(|value| value.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!((words(&filled.before).len(), words(&filled.after).len()), (1, 2));
    }

    async fn l07_s059_a_location_in_a_group_is_reached_at_the_next_request(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let group = house.group(&merchant, "Region North", &[harbour]).await;
        scope(&admin, &merchant, &till, through(&[group])).await.unwrap();
        let session = house.sign_in(&till).await;
        // Every way to ask: the back office, the explanation, who can, the lists, the own locations.
        let reaches = async |place: LocationId| {
            let question = DecisionQuestion {
                user_id: till.id,
                permission: Permission::TransactionsView,
                location_id: Some(place),
                terminal_id: None,
            };
            let answer = admin.ask_decision(merchant.id, &question).await.unwrap();
            let asked = PlaceQuery { location_id: Some(place), terminal_id: None };
            let why = admin.explain_access(merchant.id, till.id, Permission::TransactionsView, &asked).await.unwrap();
            let reached = answer.refusal.is_none();
            assert!(reached || matches!(answer.refusal, Some(DecisionRefusal::OutsideLocations)));
            assert_eq!(why.answer, answer);
            assert_eq!(why.group_ids, if reached { vec![group] } else { Vec::new() });
            let query = keyholder_contract::explanation::HolderQuery { location_id: Some(place), ..Default::default() };
            let can = admin.list_holders(merchant.id, Permission::TransactionsView, &query).await.unwrap();
            assert_eq!(can.items.iter().any(|holder| holder.user.id == till.id), reached);
            let query = UserQuery { location: vec![place], ..UserQuery::default() };
            let listed = admin.list_users(merchant.id, &query).await.unwrap();
            assert_eq!(listed.items.iter().any(|row| row.id == till.id), reached);
            let own = session.list_locations(merchant.id, &LocationQuery::default()).await.unwrap();
            assert_eq!(own.items.iter().any(|location| location.id == place), reached);
            reached
        };
        assert_eq!((reaches(harbour).await, reaches(station).await), (true, false));
        fill(&admin, &merchant, group, &[harbour, station]).await.unwrap();
        assert_eq!((reaches(harbour).await, reaches(station).await), (true, true));
        fill(&admin, &merchant, group, &[station]).await.unwrap();
        assert_eq!((reaches(harbour).await, reaches(station).await), (false, true));
        let version = admin.read_location_group(merchant.id, group).await.unwrap().group.version;
        admin.delete_location_group(merchant.id, group, version).await.unwrap();
        assert_eq!((reaches(harbour).await, reaches(station).await), (false, false));
    }

    async fn l08_l07_nobody_sees_or_gives_a_group_beyond_their_own(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let luc = house.member(&merchant, Member::new("luc", BuiltInRole::LocationAdministrator).at(harbour)).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        let (admin, limited) = (house.sign_in(&anna).await, house.sign_in(&luc).await);
        let near = house.group(&merchant, "Near", &[harbour]).await;
        let wide = house.group(&merchant, "Wide", &[harbour, station]).await;
        let nothing = LocationGroupId::from_uuid(Uuid::from_u128(9));

        let listed = limited.list_location_groups(merchant.id).await.unwrap().items;
        assert_eq!(listed.iter().map(|group| group.id).collect::<Vec<_>>(), [near]);
        assert_eq!(listed[0].refusal, Some(ErrorCode::PermissionMissing));
        for hidden in [wide, nothing] {
            assert_eq!(code(limited.read_location_group(merchant.id, hidden).await), Some(ErrorCode::NotFound));
            for scope_of in [through(&[hidden]), Scope { location_ids: vec![harbour], ..through(&[hidden]) }] {
                let refused = scope(&limited, &merchant, &till, scope_of.clone()).await;
                assert_eq!(code(refused), Some(ErrorCode::OutsideLocations));
                let mut new = verified("new", merchant.roles["cashier"]);
                new.scope = scope_of;
                let refused = limited.create_user(merchant.id, &new, None).await;
                assert_eq!(code(refused), Some(ErrorCode::OutsideLocations));
            }
        }
        let detail = limited.read_location_group(merchant.id, near).await.unwrap();
        assert_eq!((detail.members, detail.alone, detail.holders.len()), (None, None, 0));
        scope(&limited, &merchant, &till, through(&[near])).await.unwrap();
        // Once the group reaches beyond, neither it nor whoever has it is seen.
        fill(&admin, &merchant, near, &[harbour, station]).await.unwrap();
        assert!(limited.list_location_groups(merchant.id).await.unwrap().items.is_empty());
        assert_eq!(code(limited.read_user(merchant.id, till.id).await), Some(ErrorCode::NotFound));
        let listed = limited.list_users(merchant.id, &UserQuery::default()).await.unwrap();
        assert!(listed.items.iter().all(|row| row.id != till.id));
        // A limited administrator with the right to groups changes none, not even within the own.
        let version = admin.read_user(merchant.id, luc.id).await.unwrap().version;
        let rights = ChangePermissions { permissions: vec![Permission::LocationsManage] };
        admin.change_user_permissions(merchant.id, luc.id, version, &rights).await.unwrap();
        let made = limited.create_location_group(merchant.id, &save("Mine", &[harbour]), None).await;
        assert_eq!(code(made), Some(ErrorCode::OutsideLocations));
    }

    async fn l07_whoever_changes_a_group_could_change_everybody_who_has_it(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let keeper = house.member(&merchant, Member::new("keeper", BuiltInRole::Support)).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let version = admin.read_user(merchant.id, keeper.id).await.unwrap().version;
        let rights = ChangePermissions { permissions: vec![Permission::LocationsManage] };
        admin.change_user_permissions(merchant.id, keeper.id, version, &rights).await.unwrap();
        let session = house.sign_in(&keeper).await;
        let made = session.create_location_group(merchant.id, &save("North", &[harbour]), None).await.unwrap();
        let id = made.group.id;
        fill(&session, &merchant, id, &[station]).await.unwrap();
        scope(&admin, &merchant, &till, through(&[id])).await.unwrap();

        let refused = fill(&session, &merchant, id, &[harbour, station]).await;
        assert_eq!(code(refused), Some(ErrorCode::PermissionMissing));
        let version = session.read_location_group(merchant.id, id).await.unwrap().group.version;
        let refused = session.delete_location_group(merchant.id, id, version).await;
        assert_eq!(code(refused), Some(ErrorCode::PermissionMissing));
        // With the right to manage users, but less than the cashier holds.
        let rights = ChangePermissions {
            permissions: vec![Permission::LocationsManage, Permission::UsersManage],
        };
        let version = admin.read_user(merchant.id, keeper.id).await.unwrap().version;
        admin.change_user_permissions(merchant.id, keeper.id, version, &rights).await.unwrap();
        let refused = fill(&session, &merchant, id, &[harbour, station]).await;
        assert_eq!(code(refused), Some(ErrorCode::TargetHoldsMore));
        // A new name changes nobody's reach.
        let version = session.read_location_group(merchant.id, id).await.unwrap().group.version;
        let named = session.change_location_group(merchant.id, id, version, &save("South", &[station])).await;
        assert_eq!(named.unwrap().group.name, "South");
    }

    async fn l07_a_group_that_is_none_changes_nothing(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let elsewhere = house.merchant("200002").await;
        let harbour = merchant.locations[0];
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        for (wanted, field, expected) in [
            (save(" ", &[harbour]), "name", FieldCode::Required),
            (save(&"x".repeat(61), &[harbour]), "name", FieldCode::TooLong),
            (save("a\u{202E}b", &[harbour]), "name", FieldCode::ForbiddenCharacter),
            (save("North", &[]), "location_ids", FieldCode::TooFew),
            (save("North", &[harbour; 1_001]), "location_ids", FieldCode::TooMany),
            (save("North", &[harbour, harbour]), "location_ids.1", FieldCode::Duplicate),
            (save("North", &[harbour, elsewhere.locations[0]]), "location_ids.1", FieldCode::Unknown),
        ] {
            let refused = admin.create_location_group(merchant.id, &wanted, None).await;
            assert_eq!(fault(refused), (field.to_owned(), expected));
        }
        for number in 0..MAX_GROUPS {
            house.group(&merchant, &format!("Group {number}"), &[harbour]).await;
        }
        let many = admin.create_location_group(merchant.id, &save("North", &[harbour]), None).await;
        assert_eq!(code(many), Some(ErrorCode::TooManyLocationGroups));
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier)).await;
        let foreign = house.group(&elsewhere, "North", &elsewhere.locations).await;
        let refused = scope(&admin, &merchant, &till, through(&[foreign])).await;
        assert_eq!(fault(refused), ("scope.group_ids.0".to_owned(), FieldCode::Unknown));
    }
}
