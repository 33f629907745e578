//! Activation links that are handed over by hand: with a code that is told by another way.

use futures_util::future::join_all;
use keyholder_client::Session;
use keyholder_contract::user::Invitation;
use keyholder_domain::{
    audit::AuditAction, ids::UserId, role::BuiltInRole, user_status::UserStatusKind,
};
use keyholder_store::on_both_databases;
use reqwest::StatusCode;

use crate::support::{
    Browser, House, Member, Merchant, PASSWORD, Reply,
    browser::{form_token, html},
    requests::{about, unverified},
};

struct Scene {
    house: House,
    merchant: Merchant,
    admin: Session,
    /// For somebody without a mailbox.
    made: Invitation,
}

async fn scene(database: keyholder_store::testing::TestDatabase) -> Scene {
    let house = House::on(database).await;
    let merchant = house.merchant("200001").await;
    let member = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(&merchant, member).await;
    let admin = house.sign_in(&anna).await;
    let request = unverified(merchant.roles["cashier"]);
    let user = admin
        .create_user(merchant.id, &request, None)
        .await
        .unwrap();
    let made = admin.invite_user(merchant.id, user.id, None).await.unwrap();
    Scene {
        house,
        merchant,
        admin,
        made,
    }
}

fn is_gone(reply: &Reply) -> bool {
    reply.status == StatusCode::GONE && html(reply).contains("no longer works")
}

/// A code that is not this one.
fn other_than(code: &str) -> &'static str {
    if code == "000 000" {
        "111 111"
    } else {
        "000 000"
    }
}

/// How often the log says that a link of the user died of wrong codes.
async fn ends(admin: &Session, at: &Merchant, user: UserId) -> usize {
    let log = admin.list_audit_events(at.id, &about(user)).await.unwrap();
    let ended = log.items.iter().filter(|entry| {
        let by_nobody = entry.actor_id.is_none() && entry.target_id == Some(user);
        entry.action == AuditAction::LinkEnded && by_nobody
    });
    ended.count()
}

on_both_databases! {
    async fn l15_five_wrong_codes_kill_an_activation_link_and_the_list_says_so(
        database: TestDatabase
    ) {
        let Scene { house, merchant, admin, made } = scene(database).await;
        let (user, link, code) = (made.user, made.activation_link.unwrap(), made.code.unwrap());
        let wrong = other_than(&code);
        let mut browser = Browser::new(&house);
        for left in (0..5).rev() {
            let reply = browser.set_password_with_code(&link, wrong, PASSWORD).await;
            assert_eq!(is_gone(&reply), left == 0, "{left} tries left");
        }
        assert!(is_gone(&browser.open(&link).await), "also for whoever knows the code");
        let read = admin.read_user(merchant.id, user.id).await.unwrap();
        assert_eq!(read.status.kind, UserStatusKind::ActivationLinkExpired);
        browser.send(&link, &[("code", wrong)], &[]).await;
        assert_eq!(ends(&admin, &merchant, user.id).await, 1);

        let again = admin.invite_user(merchant.id, user.id, None).await.unwrap();
        let (newer, code) = (again.activation_link.unwrap(), again.code.unwrap());
        let done = browser.set_password_with_code(&newer, &code.replace(' ', "-"), PASSWORD).await;
        assert_eq!(done.status, StatusCode::OK);
    }

    async fn l15_five_wrong_codes_kill_a_reset_link_and_the_log_says_so(database: TestDatabase) {
        let Scene { house, merchant, admin, made } = scene(database).await;
        let (link, code) = (made.activation_link.unwrap(), made.code.unwrap());
        let mut browser = Browser::new(&house);
        let done = browser.set_password_with_code(&link, &code, PASSWORD).await;
        assert_eq!(done.status, StatusCode::OK);
        let user = made.user.id;
        let reset = admin.send_reset_link(merchant.id, user, None).await.unwrap();
        let (link, wrong) = (reset.reset_link.unwrap(), other_than(&reset.code.unwrap()));
        for left in (0..5).rev() {
            assert_eq!(ends(&admin, &merchant, user).await, 0);
            let reply = browser.set_password_with_code(&link, wrong, "Vorhang-77-Tulpe-wKq").await;
            assert_eq!(is_gone(&reply), left == 0, "{left} tries left");
        }
        assert_eq!(ends(&admin, &merchant, user).await, 1);
    }

    async fn l15_fifty_guesses_at_once_get_five_tries(database: TestDatabase) {
        let Scene { house, merchant, admin, made } = scene(database).await;
        let (link, code) = (made.activation_link.unwrap(), made.code.unwrap());
        let wrong = other_than(&code);
        let mut browser = Browser::new(&house);
        let token = form_token(&browser.open(&link).await);
        let fields = [("form_token", token.as_str()), ("code", wrong)];
        let replies = join_all((0..50).map(|_| browser.send(&link, &fields, &[]))).await;
        let judged = |reply: &&Reply| reply.status == StatusCode::UNPROCESSABLE_ENTITY;
        assert!(replies.iter().filter(judged).count() <= 4);
        let fields = [
            ("form_token", token.as_str()),
            ("code", code.as_str()),
            ("password", PASSWORD),
            ("repeat", PASSWORD),
        ];
        assert!(is_gone(&browser.send(&link, &fields, &[]).await), "the right one comes too late");
        assert_eq!(ends(&admin, &merchant, made.user.id).await, 1);
    }
}
