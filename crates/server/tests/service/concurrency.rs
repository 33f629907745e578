//! Many at once, on two services over one database: no edit is lost, a link is spent once, an
//! administrator remains, and what one service did holds at the other's next request.

mod last_administrator;
mod spent_once;

use std::{collections::BTreeMap, time::Duration};

use futures_util::future::join_all;
use keyholder_client::{DeviceKey, Session};
use keyholder_contract::{problem::ErrorCode, user::ChangeRoles};
use keyholder_domain::{
    audit::AuditAction,
    ids::{AuditSubjectId, UserId},
    role::BuiltInRole,
};
use keyholder_store::{
    audit::{self, AuditFilter, AuditPosition, AuditView},
    on_both_databases,
};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    Browser, Device, House, Member, Merchant, PASSWORD, Reply,
    browser::{form_token, html},
    depth::times,
    requests::verified,
};

/// How many administrators edit at once.
const ADMINISTRATORS: usize = 64;
/// How many use one link at once.
const USES: usize = 100;

/// What became of edits.
#[derive(Default)]
struct Edits {
    /// Counted.
    won: usize,
    /// Refused because somebody was faster.
    stale: usize,
    /// Not answered in time, on a machine with far too much to do: done or not.
    open: usize,
}

/// Edits the user as often as told, each time from what was just read.
async fn edit(session: &Session, merchant: &Merchant, user: UserId, rounds: usize) -> Edits {
    let mut edits = Edits::default();
    let choices = ["cashier", "finance", "auditor"].map(|role| merchant.roles[role]);
    for _ in 0..rounds {
        let Ok(read) = session.read_user(merchant.id, user).await else {
            edits.open += 1;
            continue;
        };
        // A choice other than what the user has: an edit that changes nothing makes no version.
        let held = read.roles[0].id;
        let next = choices.iter().position(|role| *role == held).unwrap() + 1;
        let body = ChangeRoles {
            role_ids: vec![choices[next % choices.len()]],
        };
        let outcome = session
            .change_user_roles(merchant.id, user, read.version, &body)
            .await;
        match outcome {
            Ok(after) => {
                assert_eq!(after.version, read.version + 1);
                edits.won += 1;
            }
            Err(error) if error.code() == Some(ErrorCode::Stale) => edits.stale += 1,
            Err(error) => {
                let busy = error.is_connection() || error.code() == Some(ErrorCode::Unavailable);
                assert!(busy, "{error}");
                edits.open += 1;
            }
        }
    }
    edits
}

/// Sends a form; again where the service had too much to do and said when to come back, as a machine
/// with a slow disk may.
async fn persist(browser: &Browser<'_>, link: &str, fields: &[(&str, &str)]) -> Reply {
    let mut reply = browser.send(link, fields, &[]).await;
    for _ in 0..5 {
        if reply.status != StatusCode::SERVICE_UNAVAILABLE {
            break;
        }
        assert!(!reply.header("retry-after").is_empty());
        reply = browser.send(link, fields, &[]).await;
    }
    reply
}

/// The same signed-in device at another service.
fn moved<'a>(device: &Device<'_>, house: &'a House) -> Device<'a> {
    let mut same = Device::new(house);
    same.key = DeviceKey::from_bytes(&device.key.to_bytes()).unwrap();
    same.access.clone_from(&device.access);
    same
}

/// Everything that was done by or to somebody.
fn about(user: UserId) -> AuditFilter {
    AuditFilter {
        about: Some(AuditSubjectId::from_uuid(user.as_uuid())),
        ..AuditFilter::default()
    }
}

on_both_databases! {
    async fn goal_09_sixty_four_administrators_lose_no_edit(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let target = house.member(&merchant, Member::new("maria", BuiltInRole::Cashier)).await;
        let other = house.beside().await;
        let mut admins = Vec::new();
        for index in 0..ADMINISTRATORS {
            let member = Member::new(format!("admin{index}"), BuiltInRole::MerchantAdministrator);
            let admin = house.member(&merchant, member).await;
            let service = if index % 2 == 0 { &house } else { &other };
            admins.push(service.sign_in(&admin).await);
        }
        let start = admins[0].read_user(merchant.id, target.id).await.unwrap().version;

        let rounds = times(2, 200, 200);
        let edits = admins.iter().map(|admin| edit(admin, &merchant, target.id, rounds));
        let outcomes = join_all(edits).await;

        let total = |part: fn(&Edits) -> usize| outcomes.iter().map(part).sum::<usize>();
        let (won, stale, open) = (total(|e| e.won), total(|e| e.stale), total(|e| e.open));
        assert_eq!(won + stale + open, ADMINISTRATORS * rounds);
        assert!(won > 0 && stale > 0, "they never met: {won} edits, {stale} stale");
        let user = admins[0].read_user(merchant.id, target.id).await.unwrap();
        let versions = usize::try_from(user.version - start).unwrap();
        assert!((won..=won + open).contains(&versions), "{versions} versions, {won} edits, {open} open");
        let page = audit::page(
            &house.app.database, AuditView::whole(merchant.id), &about(target.id),
            AuditPosition::Newest, u16::MAX,
        ).await.unwrap();
        let noted = page.events.iter().filter(|event| event.action == AuditAction::RolesChanged);
        assert_eq!(noted.count(), versions, "each edit that counted is in the log, and no other");
        audit::verify(&house.app.database, Some(merchant.id)).await.unwrap();
    }

    async fn goal_09_an_edit_without_a_version_is_sent_back(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let maria = house.member(&merchant, Member::new("maria", BuiltInRole::Cashier)).await;
        let device = Device::of(&house, &anna).await;
        let path = format!("/v1/customers/{}/users/{}", merchant.id, maria.id);
        let roles = json!({ "role_ids": [merchant.roles["auditor"]] });
        let before = house.dump().await["memberships"].clone();
        for (method, rest, body) in [
            (Method::PUT, "/roles", Some(roles)),
            (Method::POST, "/deactivate", None),
        ] {
            let reply = device.call(method, &format!("{path}{rest}"), body).await;
            assert_eq!(reply.status, StatusCode::PRECONDITION_REQUIRED, "{rest}");
            assert_eq!(reply.code(), "if_match_required");
        }
        assert_eq!(house.dump().await["memberships"], before);
    }

    async fn goal_10_a_hundred_at_once_over_two_services_spend_a_link_once(database: TestDatabase) {
        let house = House::on(database).await;
        let other = house.beside().await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        for number in 0..times(1, 20, 200) {
            let mut request = verified(&format!("ada{number}"), merchant.roles["cashier"]);
            request.invite = true;
            let user = admin.create_user(merchant.id, &request, None).await.unwrap();
            let link = house.link_for(&user.sign_in_name).await;
            let mut here = Browser::new(&house);
            let token = form_token(&here.open(&link).await);
            let mut there = Browser::new(&other);
            there.cookie.clone_from(&here.cookie);
            let fields =
                [("form_token", token.as_str()), ("password", PASSWORD), ("repeat", PASSWORD)];
            let replies = join_all((0..USES).map(|index| {
                let browser = if index % 2 == 0 { &here } else { &there };
                persist(browser, &link, &fields)
            }))
            .await;
            let mut statuses = BTreeMap::new();
            for reply in &replies {
                *statuses.entry(reply.status.as_u16()).or_insert(0) += 1;
            }
            assert_eq!(statuses, BTreeMap::from([(200, 1), (410, USES - 1)]));
            let gone = replies.iter().find(|reply| reply.status == StatusCode::GONE).unwrap();
            assert!(html(gone).contains("no longer works"));
            let page = audit::page(
                &house.app.database, AuditView::whole(merchant.id), &about(user.id),
                AuditPosition::Newest, 100,
            ).await.unwrap();
            let activations =
                page.events.iter().filter(|event| event.action == AuditAction::UserActivated);
            assert_eq!(activations.count(), 1);
        }
    }

    async fn goal_27_what_one_service_did_holds_at_the_next_request_of_the_other(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let other = house.beside().await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let mut admin = house.sign_in(&anna).await;
        let users = format!("/v1/customers/{}/users", merchant.id);
        for round in 0..times(3, 50, 200) {
            if round > 0 && round % 50 == 0 {
                // An address is turned away after a hundred refusals within half an hour.
                house.clock.advance(Duration::from_mins(30));
                admin = house.sign_in(&anna).await;
            }
            let name = format!("maria{round}");
            let member = Member::new(name, BuiltInRole::MerchantAdministrator);
            let maria = house.member(&merchant, member).await;
            let here = Device::of(&house, &maria).await;
            let there = moved(&here, &other);
            assert_eq!(there.get(&users).await.status, StatusCode::OK);

            let version = admin.read_user(merchant.id, maria.id).await.unwrap().version;
            let cashier = ChangeRoles { role_ids: vec![merchant.roles["cashier"]] };
            let demoted =
                admin.change_user_roles(merchant.id, maria.id, version, &cashier).await.unwrap();
            assert_eq!(there.get(&users).await.code(), "permission_missing");
            assert_eq!(there.get("/v1/me").await.status, StatusCode::OK);

            admin.deactivate_user(merchant.id, maria.id, demoted.version).await.unwrap();
            assert_eq!(there.get("/v1/me").await.code(), "sign_in_required");
            assert_eq!(here.get("/v1/me").await.code(), "sign_in_required");
            let again = Device::new(&other).try_sign_in(&maria.name, PASSWORD).await;
            assert_eq!(again.code(), "sign_in_failed");
        }
    }
}
