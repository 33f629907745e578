//! The bin: deleting a user, taking it back, and what is left when their time there is over.

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{
    audit::AuditQuery,
    problem::ErrorCode,
    profile::AcceptMembership,
    user::{User, UserAction},
    user_list::UserQuery,
};
use keyholder_domain::{audit::AuditAction, role::BuiltInRole, user_status::UserStatusKind};
use keyholder_server::housekeeping;
use keyholder_store::{audit, on_both_databases, testing::TestDatabase};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    Browser, Device, House, Member, Merchant, PASSWORD, Person,
    refusal::code,
    requests::{about, unverified, verified},
};

const DAY: Duration = Duration::from_hours(24);
/// Thirty days less a microsecond.
const JUST_UNDER: Duration = Duration::from_micros(30 * 24 * 3_600_000_000 - 1);

struct Scene {
    house: House,
    merchant: Merchant,
    anna: Person,
    maria: Person,
}

async fn scene(database: TestDatabase) -> Scene {
    let house = House::on(database).await;
    let merchant = house.merchant("200001").await;
    let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(&merchant, anna).await;
    let maria = Member::new("maria", BuiltInRole::Cashier);
    let maria = house.member(&merchant, maria).await;
    Scene {
        house,
        merchant,
        anna,
        maria,
    }
}

impl Scene {
    async fn admin(&self) -> Session {
        self.house.sign_in(&self.anna).await
    }

    async fn delete(&self, person: &Person) -> User {
        let admin = self.admin().await;
        let user = admin.read_user(self.merchant.id, person.id).await.unwrap();
        let deleted = admin.delete_user(self.merchant.id, person.id, user.version);
        deleted.await.unwrap()
    }

    async fn restore(&self, person: &Person) -> User {
        let admin = self.admin().await;
        let user = admin.read_user(self.merchant.id, person.id).await.unwrap();
        let restored = admin.restore_user(self.merchant.id, person.id, user.version);
        restored.await.unwrap()
    }

    async fn listed(&self, statuses: &[UserStatusKind]) -> Vec<String> {
        let query = UserQuery {
            status: statuses.to_vec(),
            ..UserQuery::default()
        };
        let page = self
            .admin()
            .await
            .list_users(self.merchant.id, &query)
            .await;
        page.unwrap()
            .items
            .into_iter()
            .map(|row| row.sign_in_name)
            .collect()
    }

    async fn sweep(&self) {
        housekeeping::sweep(&self.house.app).await.unwrap();
    }
}

fn refusal(user: &User, action: UserAction) -> Option<ErrorCode> {
    let state = user.actions.iter().find(|state| state.action == action);
    state.unwrap().refusal
}

on_both_databases! {
    async fn s012_s014_c04_a_deleted_user_leaves_the_lists_and_comes_back_as_they_were(database: TestDatabase) {
        let scene = scene(database).await;
        let before = scene.admin().await.read_user(scene.merchant.id, scene.maria.id).await.unwrap();
        assert_eq!(refusal(&before, UserAction::Delete), None);
        assert_eq!(refusal(&before, UserAction::Restore), Some(ErrorCode::WrongStatus));

        let deleted = scene.delete(&scene.maria).await;
        assert_eq!(deleted.status.kind, UserStatusKind::Deleted);
        let bin = deleted.status.since.zip(deleted.status.until).unwrap();
        assert_eq!(bin.1.since(bin.0), 30 * DAY, "the bin says how long it keeps");
        assert_eq!(refusal(&deleted, UserAction::Restore), None);
        for action in [UserAction::Delete, UserAction::Deactivate, UserAction::ChangeRoles, UserAction::Invite] {
            assert_eq!(refusal(&deleted, action), Some(ErrorCode::WrongStatus), "{action:?}");
        }
        assert_eq!(scene.listed(&[]).await, [scene.anna.name.as_str()]);
        assert_eq!(scene.listed(&[UserStatusKind::Deleted]).await, [scene.maria.name.as_str()]);

        let restored = scene.restore(&scene.maria).await;
        assert_eq!((restored.status.kind, &restored.roles), (UserStatusKind::Active, &before.roles));
        assert_eq!(scene.listed(&[]).await.len(), 2);
        let log = scene.admin().await.list_audit_events(scene.merchant.id, &about(scene.maria.id)).await.unwrap();
        let actions: Vec<_> = log.items.iter().map(|entry| entry.action).collect();
        assert_eq!(actions, [AuditAction::UserRestored, AuditAction::UserDeleted]);
        // The second one came too late, and so does one who has read something older.
        let admin = scene.admin().await;
        let again = admin.restore_user(scene.merchant.id, scene.maria.id, restored.version).await;
        assert_eq!(code(&again.unwrap_err()), Some(ErrorCode::WrongStatus));
        let stale = admin.delete_user(scene.merchant.id, scene.maria.id, before.version).await;
        assert_eq!(code(&stale.unwrap_err()), Some(ErrorCode::Stale));
    }

    async fn l04_nobody_deletes_themselves_nor_the_last_administrator(database: TestDatabase) {
        let scene = scene(database).await;
        let admin = scene.admin().await;
        let own = admin.read_user(scene.merchant.id, scene.anna.id).await.unwrap();
        let refused = admin.delete_user(scene.merchant.id, scene.anna.id, own.version).await;
        assert_eq!(code(&refused.unwrap_err()), Some(ErrorCode::OwnAccess));
        // An administrator who is not "working" in the sense of the rule cannot send the last one away.
        let berta = Member::new("berta", BuiltInRole::MerchantAdministrator);
        let berta = scene.house.member(&scene.merchant, berta).await;
        let session = scene.house.sign_in(&berta).await;
        scene.delete(&berta).await;
        let gone = session.delete_user(scene.merchant.id, scene.anna.id, own.version).await;
        assert_eq!(code(&gone.unwrap_err()), Some(ErrorCode::SignInRequired));
    }

    /// What others got wrong (keycloak/keycloak#52642, #37981): the account was gone, its sessions were not.
    async fn reg_keycloak_52642_37981_a_deleted_users_sessions_end_in_every_process(database: TestDatabase) {
        let scene = scene(database).await;
        let other = scene.house.beside().await;
        let here = Device::of(&scene.house, &scene.maria).await;
        let there = Device::of(&other, &scene.maria).await;
        for device in [&here, &there] {
            assert_eq!(device.get("/v1/me").await.status, StatusCode::OK);
        }
        scene.delete(&scene.maria).await;
        let refused = async |when: &str| {
            for device in [&here, &there] {
                assert_eq!(device.get("/v1/me").await.code(), "sign_in_required", "{when}");
                let token = device.refresh.clone().unwrap();
                assert_eq!(device.try_refresh(&token).await.code(), "sign_in_required", "{when}");
            }
        };
        refused("deleted").await;
        let reply = Device::new(&other).try_sign_in(&scene.maria.name, PASSWORD).await;
        assert_eq!(reply.code(), "sign_in_failed");
        // They can sign in again once restored; what they were signed in with stays dead.
        scene.restore(&scene.maria).await;
        refused("restored").await;
        Device::of(&other, &scene.maria).await;
    }

    async fn c18_l04_deleting_here_ends_nothing_elsewhere(database: TestDatabase) {
        let scene = scene(database).await;
        let second = scene.house.merchant("200002").await;
        scene.house.join(&second, &scene.maria, Member::new("maria", BuiltInRole::Auditor)).await;
        let maria = scene.house.sign_in(&scene.maria).await;
        scene.delete(&scene.maria).await;
        let me = maria.read_me().await.unwrap();
        assert_eq!(me.memberships.iter().map(|at| at.customer.id).collect::<Vec<_>>(), [second.id]);
        let gone = maria.list_users(scene.merchant.id, &UserQuery::default()).await.unwrap_err();
        assert_eq!(code(&gone), Some(ErrorCode::NotFound));
        scene.house.clock.advance(30 * DAY);
        scene.sweep().await;
        // What the customer knew of her is gone; she, her password and her other access are not.
        let gone = scene.admin().await.read_user(scene.merchant.id, scene.maria.id).await.unwrap_err();
        assert_eq!(code(&gone), Some(ErrorCode::NotFound));
        let me = scene.house.sign_in(&scene.maria).await.read_me().await.unwrap();
        assert_eq!(me.memberships[0].customer.id, second.id);
        assert_eq!(me.given_name, "maria");
    }

    async fn l04_links_die_with_the_user_and_stay_dead(database: TestDatabase) {
        let scene = scene(database).await;
        let admin = scene.admin().await;
        let mut request = verified("ada", scene.merchant.roles["cashier"]);
        request.invite = true;
        let ada = admin.create_user(scene.merchant.id, &request, None).await.unwrap();
        let invitation = scene.house.link_for("ada@example.com").await;
        admin.send_reset_link(scene.merchant.id, scene.maria.id, None).await.unwrap();
        let reset = scene.house.link_for(&scene.maria.name).await;
        let ada = Person { id: ada.id, name: "ada@example.com".to_owned() };
        for person in [&ada, &scene.maria] {
            scene.delete(person).await;
            let restored = scene.restore(person).await;
            assert_ne!(restored.status.kind, UserStatusKind::ActivationLinkSent);
        }
        for link in [invitation, reset] {
            let reply = Browser::new(&scene.house).open(&link).await;
            assert_eq!(reply.status, StatusCode::GONE, "{link}");
        }
        let user = admin.read_user(scene.merchant.id, ada.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::NotInvited, "can be invited again");
    }

    async fn l04_after_thirty_days_nothing_personal_is_left_and_the_chain_holds(database: TestDatabase) {
        let scene = scene(database).await;
        let admin = scene.admin().await;
        // Everything that can hold a name or an address: a never accepted invitation, a wanted change,
        // mails on their way, a request for a location, sign-ins from a named device, refused ones, remembered answers.
        let mut request = verified("wilhelmina", scene.merchant.roles["cashier"]);
        request.given_name = String::from("Wilhelmina");
        request.family_name = String::from("Quendelblatt");
        request.invite = true;
        let invited = admin.create_user(scene.merchant.id, &request, Some("once")).await.unwrap();
        let invited = Person { id: invited.id, name: "wilhelmina@example.com".to_owned() };
        let quendula = scene.house.member(&scene.merchant, Member::new("quendula", BuiltInRole::Support)).await;
        let device = Device::of(&scene.house, &quendula).await;
        let change = json!({ "email": "quendula.neu@example.com", "password": PASSWORD });
        device.call(Method::POST, "/v1/me/email-changes", Some(change)).await;
        scene.house.location_request(&scene.merchant, &quendula).await;
        // The sixth is written into the log of no customer.
        for _ in 0..6 {
            Device::new(&scene.house).try_sign_in(&quendula.name, "wrong").await;
        }
        let grep = async |words: &[&str]| -> Vec<String> {
            let dump = scene.house.dump().await;
            let rows = dump.iter().flat_map(|(table, rows)| rows.iter().map(move |row| format!("{table}: {row}")));
            rows.filter(|row| words.iter().any(|word| row.to_lowercase().contains(word))).collect()
        };
        let words = ["wilhelmina", "quendelblatt", "quendula"];
        assert!(grep(&words).await.len() > 6, "{:#?}", grep(&words).await);

        for person in [&invited, &quendula] {
            scene.delete(person).await;
        }
        scene.house.clock.advance(JUST_UNDER);
        scene.sweep().await;
        assert_eq!(scene.listed(&[UserStatusKind::Deleted]).await.len(), 2, "not a moment too early");
        scene.house.clock.advance(Duration::from_micros(1));
        // Their time is over, whether housekeeping has come by or not.
        let admin = scene.admin().await;
        let late = admin.read_user(scene.merchant.id, quendula.id).await.unwrap();
        let late = admin.restore_user(scene.merchant.id, quendula.id, late.version).await;
        assert_eq!(code(&late.unwrap_err()), Some(ErrorCode::NotFound));
        scene.sweep().await;

        assert_eq!(grep(&words).await, Vec::<String>::new());
        assert_eq!(scene.listed(&[UserStatusKind::Deleted]).await, Vec::<String>::new());
        let ids = [invited.id.to_string(), quendula.id.to_string()];
        let left = grep(&[&ids[0], &ids[1]]).await;
        let kept = ["audit_events: ", "audit_subjects: ", "erased_members: ", "location_requests: "];
        assert!(left.iter().all(|row| kept.iter().any(|table| row.starts_with(table))), "{left:#?}");
        assert!(!left.is_empty());
        for chain in [Some(scene.merchant.id), None] {
            audit::verify(scene.house.database.database(), chain).await.unwrap();
        }
        let page = admin.list_audit_events(scene.merchant.id, &about(quendula.id)).await.unwrap();
        assert_eq!(page.items[0].action, AuditAction::UserErased);
        for entry in &page.items {
            assert_eq!((entry.target_name.as_deref(), entry.target_erased), (None, true), "{:?}", entry.action);
            assert_eq!(entry.origin, None);
        }
        assert!(page.items[1..].iter().all(|entry| entry.details_erased));
        // What they did not take part in stands as it was.
        let whole = admin.list_audit_events(scene.merchant.id, &AuditQuery::default()).await.unwrap();
        assert!(whole.items.iter().any(|entry| !entry.details_erased && !entry.target_erased));
    }

    async fn l04_an_erased_address_is_used_anew(database: TestDatabase) {
        let scene = scene(database).await;
        scene.delete(&scene.maria).await;
        scene.house.clock.advance(30 * DAY);
        scene.sweep().await;
        let admin = scene.admin().await;
        let mut request = verified("maria", scene.merchant.roles["support"]);
        request.invite = true;
        let anew = admin.create_user(scene.merchant.id, &request, None).await.unwrap();
        assert_ne!(anew.id, scene.maria.id, "nobody inherits a past");
        let link = scene.house.link_for(&scene.maria.name).await;
        let reply = Browser::new(&scene.house).set_password(&link, PASSWORD).await;
        assert_eq!(reply.status, StatusCode::OK);
        let maria = scene.house.sign_in_by_mail(&scene.maria).await.read_me().await.unwrap();
        assert_eq!((maria.user_id, maria.given_name.as_str()), (anew.id, "Ada"));
        // The same letters in the search index as for anybody.
        let query = UserQuery { search: Some("newcom".to_owned()), ..UserQuery::default() };
        assert_eq!(admin.list_users(scene.merchant.id, &query).await.unwrap().items.len(), 1);
    }

    async fn l04_an_address_in_the_bin_is_used_anew_by_who_could_restore_it(database: TestDatabase) {
        let scene = scene(database).await;
        let admin = scene.admin().await;
        scene.delete(&scene.maria).await;
        let mut request = verified("maria", scene.merchant.roles["finance"]);
        request.invite = true;
        let anew = admin.create_user(scene.merchant.id, &request, None).await.unwrap();
        assert_eq!(anew.roles[0].built_in, Some(BuiltInRole::Finance));
        assert_eq!(scene.listed(&[UserStatusKind::Deleted]).await, Vec::<String>::new());
        // The person was there before, so they are asked, and with the password that they have.
        let link = scene.house.link_for(&scene.maria.name).await;
        let reply = Browser::new(&scene.house).accept(&link, PASSWORD).await;
        assert_eq!(reply.status, StatusCode::OK);
        let maria = scene.house.sign_in(&scene.maria).await.read_me().await.unwrap();
        assert_eq!(maria.memberships[0].roles[0].built_in, Some(BuiltInRole::Finance));

        // Somebody limited to one location cannot clear away what they may not even see.
        let location = scene.merchant.locations[0];
        let limited = Member::new("limited", BuiltInRole::LocationAdministrator).at(location);
        let limited = scene.house.member(&scene.merchant, limited).await;
        let limited = scene.house.sign_in(&limited).await;
        scene.delete(&scene.maria).await;
        let mut request = verified("maria", scene.merchant.roles["cashier"]);
        request.scope = crate::support::requests::only(&[location]);
        // Nor are they told: the address is claimed (`hidden_address.rs`).
        let claim = limited.create_user(scene.merchant.id, &request, None).await.unwrap();
        assert_ne!(claim.id, scene.maria.id);
        assert_eq!(scene.listed(&[UserStatusKind::Deleted]).await, [scene.maria.name.as_str()]);
    }

    async fn c04_who_never_accepted_goes_the_same_way(database: TestDatabase) {
        let scene = scene(database).await;
        let admin = scene.admin().await;
        let request = unverified(scene.merchant.roles["cashier"]);
        let user = admin.create_user(scene.merchant.id, &request, None).await.unwrap();
        let nobody = Person { id: user.id, name: user.sign_in_name.clone() };
        assert_eq!(scene.delete(&nobody).await.status.kind, UserStatusKind::Deleted);
        assert_eq!(scene.restore(&nobody).await.status.kind, UserStatusKind::NotInvited);
        scene.delete(&nobody).await;
        scene.house.clock.advance(30 * DAY);
        scene.sweep().await;
        let dump = scene.house.dump().await;
        assert!(!dump["users"].iter().any(|row| row.contains(&user.sign_in_name)));
    }

    async fn l13_who_left_is_restored_by_their_own_consent_only(database: TestDatabase) {
        let scene = scene(database).await;
        let second = scene.house.merchant("200002").await;
        scene.house.join(&second, &scene.maria, Member::new("maria", BuiltInRole::Auditor)).await;
        let maria = scene.house.sign_in(&scene.maria).await;
        maria.leave_customer(scene.merchant.id).await.unwrap();
        let restored = scene.restore(&scene.maria).await;
        assert_eq!(restored.status.kind, UserStatusKind::NotInvited);
        assert_eq!(maria.read_me().await.unwrap().memberships.len(), 1);
        let admin = scene.admin().await;
        admin.invite_user(scene.merchant.id, scene.maria.id, None).await.unwrap();
        let own = AcceptMembership { password: PASSWORD.to_owned() };
        let me = maria.accept_membership(scene.merchant.id, &own).await.unwrap();
        assert_eq!(me.memberships.len(), 2);
    }
}
