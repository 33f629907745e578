//! Critical rights that wait for a second administrator, where the security policy says so.

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{
    pending_change::{AskChange, PendingChange},
    problem::ErrorCode,
    role::{Role, SaveRole},
    user::{ChangePermissions, ChangeRoles},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{RoleId, UserId},
    pending_change::{ChangeKind, ChangeState},
    permission::Permission,
    role::BuiltInRole,
    security_policy::SecurityPolicy,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};

use crate::{
    own_data::code,
    pending_changes,
    support::{
        House, Member, Merchant, Person,
        requests::{about, verified},
    },
};

/// A customer with two administrators and a cashier; the setting is on.
pub(crate) struct Scene {
    pub(crate) house: House,
    pub(crate) merchant: Merchant,
    anna_is: Person,
    pub(crate) berta: Person,
    pub(crate) carla: Person,
    pub(crate) anna: Session,
}

pub(crate) async fn scene(database: TestDatabase) -> Scene {
    let people = pending_changes::scene(database).await;
    let anna = people.house.sign_in(&people.anna).await;
    switch(&anna, &people.merchant, true).await.unwrap();
    Scene {
        house: people.house,
        merchant: people.merchant,
        anna_is: people.anna,
        berta: people.berta,
        carla: people.carla,
        anna,
    }
}

async fn switch(by: &Session, at: &Merchant, on: bool) -> keyholder_client::Result<bool> {
    let view = by.read_security_policy(at.id).await?;
    let policy = SecurityPolicy {
        approve_critical_grants: on,
        ..view.policy
    };
    let after = by
        .change_security_policy(at.id, view.version, &policy)
        .await?;
    Ok(after.policy.approve_critical_grants)
}

impl Scene {
    pub(crate) async fn give(
        &self,
        by: &Session,
        user: UserId,
        roles: &[&str],
    ) -> Option<ErrorCode> {
        let roles = roles.iter().map(|role| self.merchant.roles[*role]);
        self.set(by, user, roles.collect()).await
    }

    pub(crate) async fn set(
        &self,
        by: &Session,
        user: UserId,
        role_ids: Vec<RoleId>,
    ) -> Option<ErrorCode> {
        let at = self.merchant.id;
        let version = by.read_user(at, user).await.unwrap().version;
        let body = ChangeRoles { role_ids };
        let answer = by.change_user_roles(at, user, version, &body).await;
        answer.err().map(|error| code(&error).unwrap())
    }

    async fn permit(&self, user: UserId, permissions: &[Permission]) -> Option<ErrorCode> {
        let at = self.merchant.id;
        let version = self.anna.read_user(at, user).await.unwrap().version;
        let body = ChangePermissions {
            permissions: permissions.to_vec(),
        };
        let answer = self
            .anna
            .change_user_permissions(at, user, version, &body)
            .await;
        answer.err().map(|error| code(&error).unwrap())
    }

    fn grant(&self, user_id: UserId, roles: &[&str], permissions: &[Permission]) -> AskChange {
        AskChange::CriticalGrant {
            user_id,
            role_ids: roles
                .iter()
                .map(|role| self.merchant.roles[*role])
                .collect(),
            permissions: permissions.to_vec(),
        }
    }

    pub(crate) async fn ask(&self, change: &AskChange) -> PendingChange {
        let at = self.merchant.id;
        self.anna.ask_change(at, change, None).await.unwrap()
    }

    pub(crate) async fn own_role(&self, permissions: &[Permission]) -> Role {
        let body = SaveRole {
            name: "Desk".to_owned(),
            permissions: permissions.to_vec(),
        };
        let at = self.merchant.id;
        self.anna.create_role(at, &body, None).await.unwrap()
    }

    pub(crate) async fn save(&self, role: &Role, permissions: &[Permission]) -> Option<ErrorCode> {
        let body = SaveRole {
            name: "Front desk".to_owned(),
            permissions: permissions.to_vec(),
        };
        let at = self.merchant.id;
        let answer = self
            .anna
            .change_role(at, role.id, role.version, &body)
            .await;
        answer.err().map(|error| code(&error).unwrap())
    }
}

pub(crate) const SEE: &[Permission] = &[Permission::TransactionsView];
const CREDIT: &[Permission] = &[Permission::TransactionsView, Permission::TransactionsCredit];

on_both_databases! {
    async fn a_critical_role_is_given_once_a_second_administrator_agrees(database: TestDatabase) {
        let scene = scene(database).await;
        let (at, carla) = (scene.merchant.id, scene.carla.id);
        // What is not critical goes on as ever, and so does taking.
        assert_eq!(scene.give(&scene.anna, carla, &["cashier", "auditor"]).await, None);
        assert_eq!(scene.permit(carla, &[Permission::StatisticsView]).await, None);
        let needed = Some(ErrorCode::ApprovalRequired);
        assert_eq!(scene.give(&scene.anna, carla, &["merchant_administrator"]).await, needed);
        assert_eq!(scene.permit(carla, &[Permission::PayoutsView]).await, needed);
        // Nor through somebody new.
        let new = verified("new", scene.merchant.roles["location_administrator"]);
        let refused = scene.anna.create_user(at, &new, None).await.unwrap_err();
        assert_eq!(code(&refused), needed);
        let before = scene.anna.read_user(at, carla).await.unwrap();

        let change = scene.ask(&scene.grant(carla, &["finance"], &[Permission::ApiCredentials])).await;
        assert_eq!((change.kind, change.state), (ChangeKind::CriticalGrant, ChangeState::Waiting));
        assert!(change.gains.contains(&Permission::ApiCredentials));
        assert_eq!(change.refusal, Some(ErrorCode::OwnChange));
        let own = scene.anna.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&own), Some(ErrorCode::OwnChange));
        assert_eq!(scene.anna.read_user(at, carla).await.unwrap().permissions, before.permissions);
        let berta = scene.house.sign_in(&scene.berta).await;
        let done = berta.grant_pending_change(at, change.id).await.unwrap();
        assert_eq!(done.state, ChangeState::Granted);
        let after = scene.anna.read_user(at, carla).await.unwrap();
        assert_eq!(after.roles[0].built_in, Some(BuiltInRole::Finance));
        assert!(after.permissions.contains(&Permission::ApiCredentials));
        let log = berta.list_audit_events(at, &about(carla)).await.unwrap();
        for action in [AuditAction::ChangeAsked, AuditAction::ChangeGranted, AuditAction::PermissionsChanged] {
            assert!(log.items.iter().any(|entry| entry.action == action), "{action:?}");
        }
        // What is held already is nothing new.
        assert_eq!(scene.give(&scene.anna, carla, &["finance", "cashier"]).await, None);
        // One that nobody answers lapses; who is gone meanwhile gets nothing.
        let change = scene.ask(&scene.grant(carla, &["merchant_administrator"], &[])).await;
        scene.house.clock.advance(Duration::from_hours(72));
        let berta = scene.house.sign_in(&scene.berta).await;
        let late = berta.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&late), Some(ErrorCode::ChangeEnded));
    }

    async fn a_second_sign_in_of_the_asker_agrees_to_no_critical_grant(database: TestDatabase) {
        let scene = scene(database).await;
        let at = scene.merchant.id;
        let change = scene.ask(&scene.grant(scene.carla.id, &["finance"], &[])).await;
        scene.house.clock.advance(Duration::from_secs(1));
        // Whom the asker has acted on since, and whom the change is about, agree to nothing.
        let more = ["merchant_administrator", "support"];
        assert_eq!(scene.give(&scene.anna, scene.berta.id, &more).await, None);
        let berta = scene.house.sign_in(&scene.berta).await;
        let touched = berta.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&touched), Some(ErrorCode::NotIndependent));
        let refused = berta.refuse_pending_change(at, change.id).await.unwrap();
        assert_eq!(refused.state, ChangeState::Refused);
        // What it rests on changes: nobody has agreed to that.
        let change = scene.ask(&scene.grant(scene.carla.id, &["finance"], &[])).await;
        assert_eq!(scene.give(&scene.anna, scene.carla.id, &["support"]).await, None);
        let over = berta.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&over), Some(ErrorCode::ChangeEnded));
    }

    async fn a_role_that_people_have_comes_to_allow_something_critical_with_a_second_person(database: TestDatabase) {
        let scene = scene(database).await;
        let at = scene.merchant.id;
        let role = scene.own_role(SEE).await;
        // Nobody has it yet: whoever is given it is asked about then.
        assert_eq!(scene.save(&role, CREDIT).await, None);
        let role = scene.anna.read_role(at, role.id).await.unwrap().role;
        let needed = scene.set(&scene.anna, scene.carla.id, vec![role.id]).await;
        assert_eq!(needed, Some(ErrorCode::ApprovalRequired));
        assert_eq!(scene.save(&role, SEE).await, None);
        assert_eq!(scene.set(&scene.anna, scene.carla.id, vec![role.id]).await, None);
        let role = scene.anna.read_role(at, role.id).await.unwrap().role;
        assert_eq!(scene.save(&role, CREDIT).await, Some(ErrorCode::ApprovalRequired));

        let wanted = AskChange::CriticalRole {
            role_id: role.id,
            name: "Front desk".to_owned(),
            permissions: CREDIT.to_vec(),
        };
        let change = scene.ask(&wanted).await;
        assert_eq!(change.role_name.as_deref(), Some("Front desk"));
        assert_eq!(change.gains, [Permission::TransactionsCredit]);
        let berta = scene.house.sign_in(&scene.berta).await;
        // Another change of the role overtakes it.
        let other = SaveRole { name: "Other".to_owned(), permissions: SEE.to_vec() };
        berta.change_role(at, role.id, role.version, &other).await.unwrap();
        let over = berta.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&over), Some(ErrorCode::ChangeEnded));
        let change = scene.ask(&wanted).await;
        let done = berta.grant_pending_change(at, change.id).await.unwrap();
        assert_eq!(done.state, ChangeState::Granted);
        let carla = berta.read_user(at, scene.carla.id).await.unwrap();
        assert!(carla.permissions.contains(&Permission::TransactionsCredit));
        assert_eq!(carla.roles[0].name.as_deref(), Some("Front desk"));
    }

    async fn the_setting_goes_off_with_a_second_person_and_leaves_nobody_at_a_dead_end(database: TestDatabase) {
        let scene = scene(database).await;
        let (house, at) = (&scene.house, scene.merchant.id);
        let alone = house.merchant("200002").await;
        let dora = house.member(&alone, Member::new("dora", BuiltInRole::MerchantAdministrator)).await;
        let dora = house.sign_in(&dora).await;
        let policy = dora.read_security_policy(alone.id).await.unwrap().policy;
        assert!(!policy.approve_critical_grants);
        assert_eq!(dora.preview_security_policy(alone.id, &policy).await.unwrap().approvers, 0);
        let nobody = switch(&dora, &alone, true).await.unwrap_err();
        assert_eq!(code(&nobody), Some(ErrorCode::NoSecondAdministrator));

        let off = switch(&scene.anna, &scene.merchant, false).await.unwrap_err();
        assert_eq!(code(&off), Some(ErrorCode::ApprovalRequired));
        let berta = house.sign_in(&scene.berta).await;
        let change = scene.ask(&AskChange::ApprovalsOff).await;
        berta.grant_pending_change(at, change.id).await.unwrap();
        assert!(!berta.read_security_policy(at).await.unwrap().policy.approve_critical_grants);
        let again = scene.anna.ask_change(at, &AskChange::ApprovalsOff, None).await.unwrap_err();
        assert_eq!(code(&again), Some(ErrorCode::Stale));
        assert!(switch(&scene.anna, &scene.merchant, true).await.unwrap());

        // Whoever sends the second administrator away does not go on alone, and is stuck for three days only.
        let version = scene.anna.read_user(at, scene.berta.id).await.unwrap().version;
        scene.anna.deactivate_user(at, scene.berta.id, version).await.unwrap();
        let stuck = Some(ErrorCode::NoSecondAdministrator);
        assert_eq!(scene.give(&scene.anna, scene.carla.id, &["merchant_administrator"]).await, stuck);
        let off = switch(&scene.anna, &scene.merchant, false).await.unwrap_err();
        assert_eq!(code(&off), stuck);
        let asked = scene.anna.ask_change(at, &AskChange::ApprovalsOff, None).await.unwrap_err();
        assert_eq!(code(&asked), stuck);
        house.clock.advance(Duration::from_hours(72));
        let anna = house.sign_in(&scene.anna_is).await;
        assert_eq!(scene.give(&anna, scene.carla.id, &["merchant_administrator"]).await, None);
        // There are two again.
        let new = verified("new", scene.merchant.roles["merchant_administrator"]);
        let refused = anna.create_user(at, &new, None).await.unwrap_err();
        assert_eq!(code(&refused), Some(ErrorCode::ApprovalRequired));
    }
}
