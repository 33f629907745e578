//! What gives critical rights by another way than changing a user: adding one, and deleting a role. Both
//! wait for the second administrator by themselves.

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{
    pending_change::{AskChange, PendingChange},
    problem::{ErrorCode, FieldCode},
    role::DeleteRole,
    user::{ChangeScope, CreateUser, Scope, ScopeKind, User},
    user_list::UserCountQuery,
};
use keyholder_domain::{
    pending_change::{ChangeKind, ChangeState, MAX_WAITING},
    permission::Permission,
    role::BuiltInRole,
    user_status::UserStatusKind,
};
use keyholder_store::on_both_databases;

use crate::{
    critical_grants::{SEE, Scene, scene},
    own_data::{code, field},
    support::{
        Browser, PASSWORD,
        requests::{everywhere, verified},
    },
};

impl Scene {
    /// What waits, as an administrator sees it.
    async fn waiting(&self, by: &Session) -> Vec<PendingChange> {
        let list = by.list_pending_changes(self.merchant.id).await.unwrap();
        let waits = |change: &PendingChange| change.state == ChangeState::Waiting;
        list.items.into_iter().filter(waits).collect()
    }

    fn newcomer(&self, mailbox: &str, roles: &[&str]) -> CreateUser {
        CreateUser {
            role_ids: roles
                .iter()
                .map(|role| self.merchant.roles[*role])
                .collect(),
            ask_approval: true,
            invite: true,
            ..verified(mailbox, self.merchant.roles["cashier"])
        }
    }
}

fn built_in(user: &User) -> Vec<Option<BuiltInRole>> {
    user.roles.iter().map(|role| role.built_in).collect()
}

on_both_databases! {
    async fn somebody_new_is_there_at_once_and_gets_critical_roles_once_two_agree(database: TestDatabase) {
        let scene = scene(database).await;
        let at = scene.merchant.id;
        let new = scene.newcomer("nora", &["finance", "cashier"]);
        // Unasked, nothing of it happens; asked, the request that is sent twice adds and asks once.
        let unasked = CreateUser { ask_approval: false, ..new.clone() };
        let refused = scene.anna.create_user(at, &unasked, None).await.unwrap_err();
        assert_eq!(code(&refused), Some(ErrorCode::ApprovalRequired));
        assert!(scene.waiting(&scene.anna).await.is_empty());
        let nora = scene.anna.create_user(at, &new, Some("once")).await.unwrap();
        assert_eq!(scene.anna.create_user(at, &new, Some("once")).await.unwrap(), nora);
        assert_eq!(built_in(&nora), [Some(BuiltInRole::Cashier)]);
        let berta = scene.house.sign_in(&scene.berta).await;
        let [change] = scene.waiting(&berta).await.try_into().unwrap();
        assert_eq!((change.kind, change.target.id, change.refusal), (ChangeKind::NewUser, nora.id, None));
        assert!(change.gains.contains(&Permission::PayoutsView));
        assert_eq!(change.roles.len(), 2);
        let own = scene.anna.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&own), Some(ErrorCode::OwnChange));
        // They may come in meanwhile, and hold nothing critical.
        let link = scene.house.link_for("nora@example.com").await;
        Browser::new(&scene.house).set_password(&link, PASSWORD).await;
        let came = scene.anna.read_user(at, nora.id).await.unwrap();
        assert_eq!(came.status.kind, UserStatusKind::Active);
        assert!(!came.permissions.contains(&Permission::PayoutsView));
        let done = berta.grant_pending_change(at, change.id).await.unwrap();
        assert_eq!(done.state, ChangeState::Granted);
        let after = scene.anna.read_user(at, nora.id).await.unwrap();
        assert!(after.permissions.contains(&Permission::PayoutsView));
        assert_eq!(after.roles.len(), 2);
    }

    async fn what_waits_for_somebody_new_is_for_them_as_they_were_added(database: TestDatabase) {
        let scene = scene(database).await;
        let at = scene.merchant.id;
        let berta = scene.house.sign_in(&scene.berta).await;
        // Without a harmless role among them, they have none until then.
        let mut people = Vec::new();
        for mailbox in ["nora", "otto", "pia"] {
            let new = scene.newcomer(mailbox, &["finance"]);
            let user = scene.anna.create_user(at, &new, None).await.unwrap();
            assert_eq!(built_in(&user), []);
            people.push(user);
        }
        assert_eq!(scene.waiting(&berta).await.len(), 3);
        // One letter leads to all of it.
        let mails = scene.house.mails().await;
        assert_eq!(mails.iter().filter(|mail| mail.to.contains("berta@")).count(), 1);
        let change_of = |all: &[PendingChange], user: &User| {
            all.iter().find(|change| change.target.id == user.id).unwrap().id
        };
        let all = scene.waiting(&berta).await;
        // Other roles, other locations, switched off: nobody agreed to that.
        assert_eq!(scene.give(&scene.anna, people[0].id, &["support"]).await, None);
        let body = ChangeScope { scope: Scope { kind: ScopeKind::NoneYet, ..everywhere() } };
        let version = scene.anna.read_user(at, people[1].id).await.unwrap().version;
        scene.anna.change_user_scope(at, people[1].id, version, &body).await.unwrap();
        let version = scene.anna.read_user(at, people[2].id).await.unwrap().version;
        scene.anna.deactivate_user(at, people[2].id, version).await.unwrap();
        for user in &people {
            let over = berta.grant_pending_change(at, change_of(&all, user)).await.unwrap_err();
            assert_eq!(code(&over), Some(ErrorCode::ChangeEnded), "{}", user.sign_in_name);
        }
        // Refused, and lapsed: they stay as they are.
        let rita = scene.anna.create_user(at, &scene.newcomer("rita", &["finance"]), None).await.unwrap();
        let change = change_of(&scene.waiting(&berta).await, &rita);
        berta.refuse_pending_change(at, change).await.unwrap();
        assert_eq!(built_in(&scene.anna.read_user(at, rita.id).await.unwrap()), []);
        let sven = scene.anna.create_user(at, &scene.newcomer("sven", &["finance"]), None).await.unwrap();
        let change = change_of(&scene.waiting(&berta).await, &sven);
        scene.house.clock.advance(Duration::from_hours(72));
        let berta = scene.house.sign_in(&scene.berta).await;
        let late = berta.grant_pending_change(at, change).await.unwrap_err();
        assert_eq!(code(&late), Some(ErrorCode::ChangeEnded));
        assert_eq!(built_in(&berta.read_user(at, sven.id).await.unwrap()), []);
    }

    async fn nobody_is_added_where_as_much_waits_as_may(database: TestDatabase) {
        let scene = scene(database).await;
        let at = scene.merchant.id;
        for n in 0..MAX_WAITING {
            let new = CreateUser { invite: false, ..scene.newcomer(&format!("n{n}"), &["finance"]) };
            scene.anna.create_user(at, &new, None).await.unwrap();
        }
        let before = scene.anna.count_users(at, &UserCountQuery::default()).await.unwrap();
        let one_more = scene.newcomer("more", &["finance", "cashier"]);
        let refused = scene.anna.create_user(at, &one_more, None).await.unwrap_err();
        assert_eq!(code(&refused), Some(ErrorCode::TooManyChanges));
        let after = scene.anna.count_users(at, &UserCountQuery::default()).await.unwrap();
        assert_eq!(before, after);
    }

    async fn a_role_goes_with_a_second_administrator_if_the_one_in_its_place_gives_more(database: TestDatabase) {
        let scene = scene(database).await;
        let at = scene.merchant.id;
        let plain = scene.own_role(SEE).await;
        assert_eq!(scene.set(&scene.anna, scene.carla.id, vec![plain.id]).await, None);
        let (finance, auditor) = (scene.merchant.roles["finance"], scene.merchant.roles["cashier"]);
        let deletion = |replacement_id| AskChange::RoleDeletion { role_id: plain.id, replacement_id };
        // What can be done at once waits for nobody.
        let fault = scene.anna.ask_change(at, &deletion(auditor), None).await.unwrap_err();
        assert_eq!(field(&fault), Some(("replacement_id".to_owned(), FieldCode::NotAllowed)));
        let body = DeleteRole { replacement_id: Some(finance) };
        let refused = scene.anna.delete_role(at, plain.id, plain.version, &body).await.unwrap_err();
        assert_eq!(code(&refused), Some(ErrorCode::ApprovalRequired));
        let change = scene.ask(&deletion(finance)).await;
        assert_eq!((change.kind, change.state), (ChangeKind::RoleDeletion, ChangeState::Waiting));
        assert!(change.gains.contains(&Permission::PayoutsView));
        assert_eq!(change.roles.iter().map(|role| role.id).collect::<Vec<_>>(), [plain.id, finance]);
        // Nothing has happened; another change of the role overtakes it.
        let carla = scene.anna.read_user(at, scene.carla.id).await.unwrap();
        assert_eq!(carla.roles[0].id, plain.id);
        assert_eq!(scene.save(&plain, SEE).await, None);
        let berta = scene.house.sign_in(&scene.berta).await;
        let over = berta.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&over), Some(ErrorCode::ChangeEnded));
        let change = scene.ask(&deletion(finance)).await;
        let done = berta.grant_pending_change(at, change.id).await.unwrap();
        assert_eq!(done.state, ChangeState::Granted);
        let carla = berta.read_user(at, scene.carla.id).await.unwrap();
        assert_eq!(built_in(&carla), [Some(BuiltInRole::Finance)]);
        let gone = berta.read_role(at, plain.id).await.unwrap_err();
        assert_eq!(code(&gone), Some(ErrorCode::NotFound));
    }
}
