//! Own roles: made, changed and deleted, and what that does to those who have them.

use keyholder_client::{Error, Session};
use keyholder_contract::{
    problem::{ErrorCode, FieldCode, FieldError},
    role::{DeleteRole, Role, RoleQuery, SaveRole},
    user::{ChangePermissions, ChangeRoles, User},
    user_list::UserQuery,
};
use keyholder_domain::{
    ids::{RoleId, UserId},
    permission::Permission,
    role::BuiltInRole,
};
use keyholder_store::on_both_databases;

use crate::support::{House, Member, Merchant};

pub(crate) fn save(name: &str, permissions: &[Permission]) -> SaveRole {
    SaveRole {
        name: name.to_owned(),
        permissions: permissions.to_vec(),
    }
}

/// The first field that was refused.
fn fault(error: &Error) -> FieldError {
    match error {
        Error::Problem(problem) => problem.errors[0].clone(),
        other => panic!("not refused: {other}"),
    }
}

/// Gives a user exactly these roles.
async fn give(by: &Session, at: &Merchant, user: UserId, roles: &[RoleId]) -> User {
    let version = by.read_user(at.id, user).await.unwrap().version;
    let roles = ChangeRoles {
        role_ids: roles.to_vec(),
    };
    by.change_user_roles(at.id, user, version, &roles)
        .await
        .unwrap()
}

async fn role(by: &Session, at: &Merchant, id: RoleId) -> Role {
    by.read_role(at.id, id).await.unwrap().role
}

on_both_databases! {
    async fn c05_s023_an_own_role_is_made_changed_and_deleted(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;

        let wanted = save("Phone desk", &[Permission::TransactionsMoto, Permission::InvoicesView]);
        let made = admin.create_role(merchant.id, &wanted, Some("once")).await.unwrap();
        let again = admin.create_role(merchant.id, &wanted, Some("once")).await.unwrap();
        assert_eq!(made, again);
        assert_eq!((made.version, made.built_in, made.refusal), (1, None, None));
        assert!(made.grantable);

        // One name for one role, whatever the spelling; a built-in role has no name here to take.
        let taken = admin.create_role(merchant.id, &save("PHONE  desk", &[Permission::ReportsView]), None).await;
        let fault = fault(&taken.unwrap_err());
        assert_eq!((fault.field.as_str(), fault.code), ("name", FieldCode::Taken));

        // A change holds at the member's next request.
        give(&admin, &merchant, ben.id, &[made.id]).await;
        let session = house.sign_in(&ben).await;
        assert!(session.list_roles(merchant.id, &RoleQuery::default()).await.is_err());
        let wider = save("Phone desk 2", &[Permission::TransactionsMoto, Permission::UsersView]);
        let changed = admin.change_role(merchant.id, made.id, 1, &wider).await.unwrap();
        assert_eq!((changed.version, changed.name.as_deref()), (2, Some("Phone desk 2")));
        let seen = session.list_roles(merchant.id, &RoleQuery { count: true }).await.unwrap();
        let seen = seen.items.iter().find(|role| role.id == made.id).unwrap();
        assert_eq!(seen.members, Some(1));
        assert_eq!(seen.refusal, Some(ErrorCode::PermissionMissing));
        let stale = admin.change_role(merchant.id, made.id, 1, &wider).await.unwrap_err();
        assert_eq!(stale.code(), Some(ErrorCode::Stale));

        // Deleting says whom it leaves with nothing, and can give another role instead.
        let detail = admin.read_role(merchant.id, made.id).await.unwrap();
        assert_eq!((detail.role.members, detail.alone), (Some(1), Some(1)));
        let before = admin.read_user(merchant.id, ben.id).await.unwrap();
        let instead = DeleteRole { replacement_id: Some(merchant.roles["support"]) };
        let done = admin.delete_role(merchant.id, made.id, 2, &instead).await.unwrap();
        assert_eq!(done.members, 1);
        let after = admin.read_user(merchant.id, ben.id).await.unwrap();
        assert_eq!(after.version, before.version + 1);
        assert_eq!(after.roles.len(), 1);
        assert_eq!(after.roles[0].built_in, Some(BuiltInRole::Support));
        let gone = admin.read_role(merchant.id, made.id).await.unwrap_err();
        assert_eq!(gone.code(), Some(ErrorCode::NotFound));
        // The name is free again.
        admin.create_role(merchant.id, &save("phone desk", &[Permission::ReportsView]), None).await.unwrap();
    }

    async fn a_deleted_role_without_another_leaves_nothing_behind(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let made = admin.create_role(merchant.id, &save("Desk", &[Permission::ReportsView]), None).await.unwrap();
        give(&admin, &merchant, ben.id, &[made.id]).await;
        admin.delete_role(merchant.id, made.id, 1, &DeleteRole::default()).await.unwrap();
        let after = admin.read_user(merchant.id, ben.id).await.unwrap();
        assert!(after.roles.is_empty() && after.permissions.is_empty());
        let all = admin.list_users(merchant.id, &UserQuery::default()).await.unwrap();
        let row = all.items.iter().find(|row| row.id == ben.id).unwrap();
        assert!(row.roles.is_empty());
    }

    async fn c05_built_in_roles_are_read_only_to_everybody(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let cashier = merchant.roles["cashier"];
        let change = admin.change_role(merchant.id, cashier, 1, &save("Till", &[Permission::UsersView])).await;
        assert_eq!(change.unwrap_err().code(), Some(ErrorCode::RoleBuiltIn));
        let delete = admin.delete_role(merchant.id, cashier, 1, &DeleteRole::default()).await;
        assert_eq!(delete.unwrap_err().code(), Some(ErrorCode::RoleBuiltIn));
        assert_eq!(role(&admin, &merchant, cashier).await.refusal, Some(ErrorCode::RoleBuiltIn));
    }

    async fn c03_nobody_gains_or_keeps_anything_through_a_role_of_their_own(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let rosa = house.member(&merchant, Member::new("rosa", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let manager = save("Role manager", &[
            Permission::UsersView, Permission::RolesManage, Permission::ReportsView,
        ]);
        let manager = admin.create_role(merchant.id, &manager, None).await.unwrap();
        let desk = admin.create_role(merchant.id, &save("Desk", &[Permission::ReportsView]), None).await.unwrap();
        give(&admin, &merchant, rosa.id, &[manager.id]).await;
        let session = house.sign_in(&rosa).await;

        // More than she holds: neither made nor put into a role.
        let more = save("More", &[Permission::ApiWebhooks]);
        let made = session.create_role(merchant.id, &more, None).await.unwrap_err();
        assert_eq!(made.code(), Some(ErrorCode::GrantsMore));
        let changed = session.change_role(merchant.id, desk.id, 1, &more).await.unwrap_err();
        assert_eq!(changed.code(), Some(ErrorCode::GrantsMore));
        // Her own role: a name at most.
        let less = save("Role manager", &[Permission::UsersView, Permission::RolesManage]);
        let own = session.change_role(merchant.id, manager.id, 1, &less).await.unwrap_err();
        assert_eq!(own.code(), Some(ErrorCode::OwnAccess));
        let own = session.delete_role(merchant.id, manager.id, 1, &DeleteRole::default()).await.unwrap_err();
        assert_eq!(own.code(), Some(ErrorCode::OwnAccess));
        // A role of somebody who holds more than she does.
        let eve = house.member(&merchant, Member::new("eve", BuiltInRole::MerchantAdministrator)).await;
        give(&admin, &merchant, eve.id, &[merchant.roles["merchant_administrator"], desk.id]).await;
        let wider = save("Desk", &[Permission::ReportsView, Permission::UsersView]);
        let stronger = session.change_role(merchant.id, desk.id, 1, &wider).await.unwrap_err();
        assert_eq!(stronger.code(), Some(ErrorCode::TargetHoldsMore));
        let stronger = session.delete_role(merchant.id, desk.id, 1, &DeleteRole::default()).await.unwrap_err();
        assert_eq!(stronger.code(), Some(ErrorCode::TargetHoldsMore));
        // With the administrator gone from it, it is hers to change.
        give(&admin, &merchant, eve.id, &[merchant.roles["merchant_administrator"]]).await;
        session.change_role(merchant.id, desk.id, 1, &wider).await.unwrap();
    }

    async fn s069_a_limited_member_never_becomes_an_administrator_through_a_role(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = Member::new("ben", BuiltInRole::Cashier).at(merchant.locations[0]);
        let ben = house.member(&merchant, ben).await;
        let admin = house.sign_in(&anna).await;
        let desk = admin.create_role(merchant.id, &save("Desk", &[Permission::ReportsView]), None).await.unwrap();
        give(&admin, &merchant, ben.id, &[desk.id]).await;
        let chief = save("Desk", &[
            Permission::UsersView, Permission::UsersManage, Permission::AdministratorsManage,
        ]);
        let refused = admin.change_role(merchant.id, desk.id, 1, &chief).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::AdministratorLimited));
        let instead = DeleteRole { replacement_id: Some(merchant.roles["merchant_administrator"]) };
        let refused = admin.delete_role(merchant.id, desk.id, 1, &instead).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::AdministratorLimited));
    }

    async fn two_administrators_cannot_take_administration_from_one_another(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let bert = house.member(&merchant, Member::new("bert", BuiltInRole::MerchantAdministrator)).await;
        let (one, two) = (house.sign_in(&anna).await, house.sign_in(&bert).await);
        let everything: Vec<_> = Permission::all().collect();
        let first = one.create_role(merchant.id, &save("First", &everything), None).await.unwrap();
        let second = one.create_role(merchant.id, &save("Second", &everything), None).await.unwrap();
        // Each is an administrator through one own role only, and empties that of the other.
        give(&one, &merchant, bert.id, &[second.id]).await;
        give(&two, &merchant, anna.id, &[first.id]).await;
        let less = [Permission::ReportsView];
        let (less_first, less_second) = (save("First", &less), save("Second", &less));
        let (left, right) = futures_util::future::join(
            one.change_role(merchant.id, second.id, 1, &less_second),
            two.change_role(merchant.id, first.id, 1, &less_first),
        ).await;
        let passed = [left.is_ok(), right.is_ok()];
        assert_eq!(passed.iter().filter(|passed| **passed).count(), 1, "{left:?} {right:?}");
        let survivor = if passed[0] { &one } else { &two };
        let users = survivor.list_users(merchant.id, &UserQuery::default()).await.unwrap();
        assert_eq!(users.items.len(), 2);
    }

    async fn s051_s022_rights_are_composed_per_user_and_add_up(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let version = admin.read_user(merchant.id, ben.id).await.unwrap().version;
        let wanted = ChangePermissions {
            permissions: vec![Permission::StatisticsView, Permission::TransactionsEdit, Permission::SyncUse],
        };
        let changed = admin.change_user_permissions(merchant.id, ben.id, version, &wanted).await.unwrap();
        assert_eq!(changed.version, version + 1);
        let right = |permission| changed.rights.iter().find(|right| right.permission == permission).unwrap();
        assert!(right(Permission::StatisticsView).direct);
        assert!(right(Permission::StatisticsView).role_ids.is_empty());
        // Editing rests on viewing, which the role gives.
        assert_eq!(right(Permission::TransactionsEdit).idle, None);
        assert_eq!(right(Permission::TransactionsView).role_ids, [merchant.roles["cashier"]]);
        assert!(!right(Permission::TransactionsView).direct);
        // Other roles leave them as they are; then editing has no effect, and says why.
        let changed = give(&admin, &merchant, ben.id, &[merchant.roles["auditor"]]).await;
        assert!(changed.permissions.contains(&Permission::TransactionsEdit));
        let made = admin.create_role(merchant.id, &save("Desk", &[Permission::ReportsView]), None).await.unwrap();
        let changed = give(&admin, &merchant, ben.id, &[made.id]).await;
        assert!(!changed.permissions.contains(&Permission::TransactionsEdit));
        let idle = changed.rights.iter().find(|right| right.permission == Permission::TransactionsEdit).unwrap();
        assert_eq!(
            serde_json::to_value(&idle.idle).unwrap(),
            serde_json::json!({ "code": "prerequisite_missing", "permission": "transactions.view" })
        );
        // The same rules as for roles.
        let own = admin.read_user(merchant.id, anna.id).await.unwrap().version;
        let own = admin.change_user_permissions(merchant.id, anna.id, own, &wanted).await.unwrap_err();
        assert_eq!(own.code(), Some(ErrorCode::OwnAccess));
    }

    async fn s053_edit_rights_come_on_top_of_viewing_and_never_alone(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let version = admin.read_user(merchant.id, ben.id).await.unwrap().version;
        for (edit, view) in [
            (Permission::BuyersEdit, Permission::BuyersView),
            (Permission::SubscriptionsEdit, Permission::SubscriptionsView),
            (Permission::InvoicesEdit, Permission::InvoicesView),
        ] {
            let alone = admin.create_role(merchant.id, &save("Edit", &[edit]), None).await.unwrap_err();
            let fault = fault(&alone);
            assert_eq!((fault.field.as_str(), fault.code), ("permissions.0", FieldCode::NeedsPrerequisite));
            assert_eq!(fault.params["prerequisite"], view.code());
            let direct = ChangePermissions { permissions: vec![edit] };
            let alone = admin.change_user_permissions(merchant.id, ben.id, version, &direct).await.unwrap_err();
            assert_eq!(self::fault(&alone).code, FieldCode::NeedsPrerequisite);
            let name = format!("Edit {}", edit.code());
            admin.create_role(merchant.id, &save(&name, &[view, edit]), None).await.unwrap();
        }
    }
}
