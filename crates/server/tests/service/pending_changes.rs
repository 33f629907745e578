//! Changes that wait for a second administrator: one's own access (L1), a dead mailbox (L2).

use std::{collections::BTreeSet, time::Duration};

use futures_util::future::join;
use keyholder_client::Session;
use keyholder_contract::{
    pending_change::{AskChange, PendingChange},
    problem::{ErrorCode, FieldCode},
    user::ChangeRoles,
};
use keyholder_domain::{
    audit::AuditAction, ids::UserId, pending_change::ChangeState, permission::Permission,
    role::BuiltInRole, user_status::UserStatusKind,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};
use reqwest::StatusCode;

use crate::{
    own_data::{code, field},
    support::{Browser, House, Member, Merchant, PASSWORD, Person, requests::about, try_sign_in},
};

const OLD: &str = "carla@example.com";
const NEW: &str = "carla.new@example.com";
const FRESH: &str = "Vorhang-77-Tulpe-wKq";

/// A customer with two administrators and a cashier.
pub(crate) struct Scene {
    pub(crate) house: House,
    pub(crate) merchant: Merchant,
    pub(crate) anna: Person,
    pub(crate) berta: Person,
    pub(crate) carla: Person,
}

pub(crate) async fn scene(database: TestDatabase) -> Scene {
    let house = House::on(database).await;
    let merchant = house.merchant("200001").await;
    let administrator = BuiltInRole::MerchantAdministrator;
    let anna = house
        .member(&merchant, Member::new("anna", administrator))
        .await;
    let berta = house
        .member(&merchant, Member::new("berta", administrator))
        .await;
    let carla = house
        .member(&merchant, Member::new("carla", BuiltInRole::Cashier))
        .await;
    Scene {
        house,
        merchant,
        anna,
        berta,
        carla,
    }
}

impl Scene {
    fn own(&self, role: &str, permissions: &[Permission]) -> AskChange {
        AskChange::OwnAccess {
            role_ids: vec![self.merchant.roles[role]],
            permissions: permissions.to_vec(),
        }
    }

    async fn asked(&self, by: &Session, change: &AskChange) -> PendingChange {
        by.ask_change(self.merchant.id, change, None).await.unwrap()
    }

    async fn happened(&self, by: &Session, user: UserId, action: AuditAction) -> usize {
        let log = by
            .list_audit_events(self.merchant.id, &about(user))
            .await
            .unwrap();
        log.items
            .iter()
            .filter(|entry| entry.action == action)
            .count()
    }
}

fn dead(user_id: UserId, email: &str) -> AskChange {
    AskChange::DeadMailbox {
        user_id,
        email: email.to_owned(),
    }
}

async fn set_role(by: &Session, merchant: &Merchant, user: UserId, role: &str) {
    let version = by.read_user(merchant.id, user).await.unwrap().version;
    let body = ChangeRoles {
        role_ids: vec![merchant.roles[role]],
    };
    by.change_user_roles(merchant.id, user, version, &body)
        .await
        .unwrap();
}

on_both_databases! {
    async fn l01_a_second_administrator_agrees_to_a_change_of_ones_own_access(database: TestDatabase) {
        let scene = scene(database).await;
        let at = scene.merchant.id;
        let (anna, berta) = (scene.house.sign_in(&scene.anna).await, scene.house.sign_in(&scene.berta).await);
        let request = scene.own("auditor", &[Permission::PayoutsView]);
        let key = Some("once");
        let change = anna.ask_change(at, &request, key).await.unwrap();
        assert_eq!(anna.ask_change(at, &request, key).await.unwrap(), change);
        assert_eq!((change.state, change.refusal), (ChangeState::Waiting, Some(ErrorCode::OwnChange)));
        // Nothing has changed, and whoever asked cannot agree.
        let me = anna.read_user(at, scene.anna.id).await.unwrap();
        assert_eq!(me.roles[0].built_in, Some(BuiltInRole::MerchantAdministrator));
        let own = anna.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&own), Some(ErrorCode::OwnChange));
        let own = anna.refuse_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&own), Some(ErrorCode::OwnChange));
        // One of a kind at a time.
        let twice = anna.ask_change(at, &scene.own("support", &[]), None).await.unwrap_err();
        assert_eq!(code(&twice), Some(ErrorCode::ChangeWaiting));

        let seen = berta.list_pending_changes(at).await.unwrap().items;
        assert_eq!((seen.len(), seen[0].id, seen[0].refusal), (1, change.id, None));
        assert_eq!(seen[0].asked_by.given_name, "anna");
        assert!(seen[0].loses.contains(&Permission::AdministratorsManage) && seen[0].gains.is_empty());
        let done = berta.grant_pending_change(at, change.id).await.unwrap();
        assert_eq!(done.state, ChangeState::Granted);
        assert_eq!(done.ended_by.unwrap().given_name, "berta");
        let after = berta.read_user(at, scene.anna.id).await.unwrap();
        assert_eq!(after.roles[0].built_in, Some(BuiltInRole::Auditor));
        assert!(after.permissions.contains(&Permission::PayoutsView));
        for action in [
            AuditAction::ChangeAsked, AuditAction::ChangeGranted,
            AuditAction::RolesChanged, AuditAction::PermissionsChanged,
        ] {
            assert_eq!(scene.happened(&berta, scene.anna.id, action).await, 1, "{action:?}");
        }
        let mails = scene.house.mails().await;
        let to: BTreeSet<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
        assert_eq!(to, BTreeSet::from([scene.berta.name.as_str(), scene.anna.name.as_str()]));
        assert_eq!(mails.len(), 2);
        // Who asked still sees what came of it, though she administers no more.
        assert_eq!(anna.list_pending_changes(at).await.unwrap().items.len(), 1);
        // Berta is alone now.
        let alone = berta.ask_change(at, &scene.own("auditor", &[]), None).await.unwrap_err();
        assert_eq!(code(&alone), Some(ErrorCode::NoSecondAdministrator));
    }

    async fn l01_a_second_sign_in_of_the_asker_agrees_to_nothing(database: TestDatabase) {
        let scene = scene(database).await;
        let (house, at) = (&scene.house, scene.merchant.id);
        let administrator = BuiltInRole::MerchantAdministrator;
        let here = Member::new("limited", BuiltInRole::LocationAdministrator).at(scene.merchant.locations[0]);
        let limited = house.member(&scene.merchant, here).await;
        let dora = house.member(&scene.merchant, Member::new("dora", administrator)).await;
        let (anna, berta) = (house.sign_in(&scene.anna).await, house.sign_in(&scene.berta).await);
        let change = scene.asked(&anna, &scene.own("finance", &[])).await;
        house.clock.advance(Duration::from_secs(1));

        // Raised since, by whomever.
        set_role(&berta, &scene.merchant, scene.carla.id, "merchant_administrator").await;
        let carla = house.sign_in(&scene.carla).await;
        let raised = carla.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&raised), Some(ErrorCode::NotIndependent));
        // Reset since, by whoever asked.
        anna.send_reset_link(at, dora.id, None).await.unwrap();
        let dora = house.sign_in(&dora).await;
        let seen = dora.read_pending_change(at, change.id).await.unwrap();
        assert_eq!(seen.refusal, Some(ErrorCode::NotIndependent));
        let reset = dora.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&reset), Some(ErrorCode::NotIndependent));
        // A location administrator does not even know of it, nor does another customer.
        let limited = house.sign_in(&limited).await;
        let unseen = limited.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&unseen), Some(ErrorCode::NotFound));
        assert!(limited.list_pending_changes(at).await.unwrap().items.is_empty());
        let elsewhere = house.merchant("200002").await;
        house.join(&elsewhere, &scene.berta, Member::new("berta", administrator)).await;
        let foreign = berta.grant_pending_change(elsewhere.id, change.id).await.unwrap_err();
        assert_eq!(code(&foreign), Some(ErrorCode::NotFound));
        // Saying no gives nothing, so any other administrator may; nobody takes another's change back.
        let others = dora.withdraw_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&others), Some(ErrorCode::OthersChange));
        let refused = dora.refuse_pending_change(at, change.id).await.unwrap();
        assert_eq!(refused.state, ChangeState::Refused);
        let late = berta.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&late), Some(ErrorCode::ChangeEnded));
        let me = anna.read_user(at, scene.anna.id).await.unwrap();
        assert_eq!(me.roles[0].built_in, Some(administrator));
    }

    async fn l01_a_change_lapses_is_overtaken_or_taken_back(database: TestDatabase) {
        let scene = scene(database).await;
        let (house, at) = (&scene.house, scene.merchant.id);
        let anna = house.sign_in(&scene.anna).await;
        let same = anna.ask_change(at, &scene.own("merchant_administrator", &[]), None).await.unwrap_err();
        assert_eq!(field(&same), Some(("role_ids".to_owned(), FieldCode::Unchanged)));
        let cashier = house.sign_in(&scene.carla).await;
        let without = cashier.ask_change(at, &scene.own("finance", &[]), None).await.unwrap_err();
        assert_eq!(code(&without), Some(ErrorCode::PermissionMissing));

        let change = scene.asked(&anna, &scene.own("finance", &[])).await;
        house.clock.advance(Duration::from_hours(72));
        let (anna, berta) = (house.sign_in(&scene.anna).await, house.sign_in(&scene.berta).await);
        let late = berta.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&late), Some(ErrorCode::ChangeEnded));
        let seen = berta.read_pending_change(at, change.id).await.unwrap();
        assert_eq!(seen.state, ChangeState::Lapsed);
        // It makes room for another one, which she takes back.
        let change = scene.asked(&anna, &scene.own("finance", &[])).await;
        let back = anna.withdraw_pending_change(at, change.id).await.unwrap();
        assert_eq!(back.state, ChangeState::Withdrawn);
        let gone = berta.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&gone), Some(ErrorCode::ChangeEnded));
        assert_eq!(scene.happened(&berta, scene.anna.id, AuditAction::ChangeWithdrawn).await, 1);
        // Her roles change meanwhile: what she asked for means something else now.
        let change = scene.asked(&anna, &scene.own("finance", &[])).await;
        let version = berta.read_user(at, scene.anna.id).await.unwrap().version;
        let body = ChangeRoles {
            role_ids: vec![scene.merchant.roles["merchant_administrator"], scene.merchant.roles["support"]],
        };
        berta.change_user_roles(at, scene.anna.id, version, &body).await.unwrap();
        let seen = berta.read_pending_change(at, change.id).await.unwrap();
        assert_eq!(seen.state, ChangeState::Overtaken);
        let over = berta.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&over), Some(ErrorCode::ChangeEnded));
    }

    async fn l01_two_who_agree_at_once_have_one_effect(database: TestDatabase) {
        let scene = scene(database).await;
        let (house, at) = (&scene.house, scene.merchant.id);
        let other = house.beside().await;
        let dora = Member::new("dora", BuiltInRole::MerchantAdministrator);
        let dora = house.member(&scene.merchant, dora).await;
        let anna = house.sign_in(&scene.anna).await;
        let (berta, dora) = (house.sign_in(&scene.berta).await, other.sign_in(&dora).await);
        let change = scene.asked(&anna, &scene.own("auditor", &[])).await;
        let (first, second) = join(
            berta.grant_pending_change(at, change.id),
            dora.grant_pending_change(at, change.id),
        )
        .await;
        let granted = [&first, &second].into_iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(granted, 1, "{first:?} {second:?}");
        assert_eq!(scene.happened(&berta, scene.anna.id, AuditAction::ChangeGranted).await, 1);
        assert_eq!(scene.happened(&berta, scene.anna.id, AuditAction::RolesChanged).await, 1);
    }

    async fn l02_two_administrators_move_a_sign_in_from_a_dead_mailbox(database: TestDatabase) {
        let scene = scene(database).await;
        let (house, at) = (&scene.house, scene.merchant.id);
        let (anna, berta) = (house.sign_in(&scene.anna).await, house.sign_in(&scene.berta).await);
        let carla = house.sign_in(&scene.carla).await;
        let own = anna.ask_change(at, &dead(scene.anna.id, NEW), None).await.unwrap_err();
        assert_eq!(code(&own), Some(ErrorCode::OwnAccess));
        let change = scene.asked(&anna, &dead(scene.carla.id, NEW)).await;
        assert_eq!(change.email.as_deref(), Some(NEW));
        assert_eq!(carla.read_profile().await.unwrap().sign_in_name, OLD);
        let alone = anna.grant_pending_change(at, change.id).await.unwrap_err();
        assert_eq!(code(&alone), Some(ErrorCode::OwnChange));
        let user_id = berta.grant_pending_change(at, change.id).await.unwrap().target.id;

        // The session has ended, and the password opens nothing at either address.
        assert!(carla.read_profile().await.is_err());
        for name in [OLD, NEW] {
            assert!(try_sign_in(&house.client(), name, PASSWORD).await.is_err(), "{name}");
        }
        let user = berta.read_user(at, user_id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::ActivationLinkSent);
        assert_eq!(user.sign_in_name, NEW);
        // Both mailboxes are told, and the link goes to the new one alone.
        let mails = house.mails().await;
        let told: BTreeSet<_> = mails
            .iter()
            .filter(|mail| mail.subject.contains("changed your e-mail address"))
            .map(|mail| mail.to.as_str())
            .collect();
        assert_eq!(told, BTreeSet::from([OLD, NEW]));
        assert!(mails.iter().all(|mail| mail.to == NEW || mail.link.is_empty()));
        let link = house.link_for(NEW).await;
        let again = Browser::new(house).set_password(&link, FRESH).await;
        assert_eq!(again.status, StatusCode::OK);
        house.tokens_by_mail(&house.client(), NEW, FRESH).await;
        // The log leads from either id to the move.
        assert_eq!(scene.happened(&berta, user_id, AuditAction::DataChangeApplied).await, 1);
        let user = berta.read_user(at, user_id).await.unwrap();
        assert_eq!(user.roles[0].built_in, Some(BuiltInRole::Cashier));
        assert_eq!(scene.happened(&berta, scene.carla.id, AuditAction::DataChangeApplied).await, 1);
    }

    async fn l02_a_moved_sign_in_opens_no_other_doors_and_nobody_learns_of_them(database: TestDatabase) {
        let scene = scene(database).await;
        let (house, at) = (&scene.house, scene.merchant.id);
        let (anna, berta) = (house.sign_in(&scene.anna).await, house.sign_in(&scene.berta).await);
        // Carla belongs to another customer, too, and one of the new addresses is somebody's there.
        let elsewhere = house.merchant("200002").await;
        house.join(&elsewhere, &scene.carla, Member::new("carla", BuiltInRole::Cashier)).await;
        let owner = house.member(&elsewhere, Member::new("owner", BuiltInRole::Cashier)).await;
        let dora = house.member(&scene.merchant, Member::new("dora", BuiltInRole::Cashier)).await;
        let carla = house.sign_in(&scene.carla).await;
        let mut told = Vec::new();
        for (user, address) in [(&scene.carla, owner.name.as_str()), (&dora, NEW)] {
            let change = scene.asked(&anna, &dead(user.id, address)).await;
            let done = berta.grant_pending_change(at, change.id).await.unwrap();
            assert_eq!(done.state, ChangeState::Granted);
            let moved = berta.read_user(at, done.target.id).await.unwrap();
            assert_eq!(moved.sign_in_name, address);
            let gone = berta.read_user(at, user.id).await.unwrap_err();
            assert_eq!(code(&gone), Some(ErrorCode::NotFound));
            let mut answer = serde_json::json!([change, done, moved]).to_string();
            let given_name = user.name.split('@').next().unwrap();
            for (drawn, place) in [
                (change.id.to_string(), "change"), (user.id.to_string(), "former"),
                (done.target.id.to_string(), "new"), (address.to_owned(), "address"),
                (given_name.to_owned(), "name"),
            ] {
                answer = answer.replace(&drawn, place);
            }
            told.push(answer);
        }
        assert_eq!(told[0], told[1]);
        // Her session goes on elsewhere, with the old name and password, and opens nothing here.
        assert_eq!(carla.read_profile().await.unwrap().sign_in_name, OLD);
        try_sign_in(&house.client(), OLD, PASSWORD).await.unwrap();
        let here = carla.read_customer(at).await.unwrap_err();
        assert_eq!(code(&here), Some(ErrorCode::NotFound));
        let kept = carla.read_customer(elsewhere.id).await;
        assert!(kept.is_ok());
        // Whoever has the address takes the membership up with their own password.
        let link = house.link_for(&owner.name).await;
        let taken = Browser::new(house).accept(&link, PASSWORD).await;
        assert_eq!(taken.status, StatusCode::OK);
        assert_eq!(berta.read_user(at, owner.id).await.unwrap().given_name, "owner");
        // An address of somebody here is told to whoever sees them.
        let own = anna.ask_change(at, &dead(owner.id, &scene.berta.name), None).await.unwrap_err();
        assert_eq!(code(&own), Some(ErrorCode::UserExists));
    }
}
