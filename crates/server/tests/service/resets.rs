//! Forgotten passwords, reset links, and what they lift.

use std::time::Duration;

use futures_util::future::join_all;
use keyholder_client::{DeviceKey, Session};
use keyholder_contract::{password::RequestPasswordReset, problem::ErrorCode, user::UserAction};
use keyholder_domain::{role::BuiltInRole, user_status::UserStatusKind};
use keyholder_store::on_both_databases;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    Browser, Device, House, Member, Merchant, PASSWORD, Person,
    browser::{form_token, html},
    requests::unverified,
    try_sign_in,
};

const DAY: Duration = Duration::from_hours(24);
const WRONG: &str = "Wrong-Horse-7-Battery";
const NEW: &str = "Vorhang-77-Tulpe-wKq";

struct Scene {
    house: House,
    merchant: Merchant,
    anna: Person,
    maria: Person,
}

async fn scene(database: keyholder_store::testing::TestDatabase) -> Scene {
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

    async fn status(&self) -> UserStatusKind {
        let user = self
            .admin()
            .await
            .read_user(self.merchant.id, self.maria.id)
            .await;
        user.unwrap().status.kind
    }

    async fn lock_by_attempts(&self) {
        for _ in 0..5 {
            Device::new(&self.house)
                .try_sign_in(&self.maria.name, WRONG)
                .await;
        }
    }

    /// The person asks for a link and finds it in the mailbox.
    async fn forgotten(&self) -> String {
        ask(&self.house, &self.maria.name).await;
        self.house.link_for(&self.maria.name).await
    }

    /// An administrator sends a link.
    async fn sent(&self) -> String {
        let admin = self.admin().await;
        let sent = admin
            .send_reset_link(self.merchant.id, self.maria.id, None)
            .await
            .unwrap();
        assert_eq!(
            (sent.reset_link, sent.code),
            (None, None),
            "mailed: nobody else sees it"
        );
        self.house.link_for(&self.maria.name).await
    }

    async fn lets_in(&self, password: &str) -> bool {
        try_sign_in(&self.house.client(), &self.maria.name, password)
            .await
            .is_ok()
    }
}

async fn ask(house: &House, name: &str) {
    let request = RequestPasswordReset {
        sign_in_name: name.to_owned(),
    };
    house
        .client()
        .request_password_reset(&request)
        .await
        .unwrap();
}

fn is_gone(reply: &crate::support::Reply) -> bool {
    reply.status == StatusCode::GONE && html(reply).contains("no longer works")
}

on_both_databases! {
    async fn s076_s077_c01_a_forgotten_password_is_set_anew_by_mail(database: TestDatabase) {
        let scene = scene(database).await;
        let session = scene.house.sign_in(&scene.maria).await;
        let link = scene.forgotten().await;
        assert_eq!(scene.status().await, UserStatusKind::Active, "asking changes nothing");
        assert!(scene.lets_in(PASSWORD).await);
        let mut browser = Browser::new(&scene.house);
        for _ in 0..5 {
            assert_eq!(browser.open(&link).await.status, StatusCode::OK);
        }
        let short = browser.set_password(&link, "aB3!").await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(html(&short).contains("12"), "the page names the rule");
        assert_eq!(browser.set_password(&link, NEW).await.status, StatusCode::OK);
        assert!(scene.lets_in(NEW).await && !scene.lets_in(PASSWORD).await);
        assert!(session.read_me().await.is_err(), "other sessions have ended");
        assert!(is_gone(&browser.open(&link).await), "once");
    }

    async fn s076_nobody_learns_who_exists(database: TestDatabase) {
        let scene = scene(database).await;
        let off = Member::new("off", BuiltInRole::Cashier).deactivated();
        let off = scene.house.member(&scene.merchant, off).await;
        let pending = Member::new("pending", BuiltInRole::Cashier).pending();
        let pending = scene.house.member(&scene.merchant, pending).await;
        let before = scene.house.app.passwords.count();
        let mut replies = Vec::new();
        let names = [&scene.maria.name, &off.name, &pending.name, "nobody@example.com", "u-7"];
        for name in names {
            let device = Device::new(&scene.house);
            let body = json!({ "sign_in_name": name });
            let reply = device.call(Method::POST, "/v1/password-resets", Some(body)).await;
            replies.push((reply.status, reply.body));
        }
        assert!(replies.windows(2).all(|pair| pair[0] == pair[1]), "{replies:?}");
        assert_eq!(scene.house.app.passwords.count(), before, "no hash tells by its time");
        let mails = scene.house.mails().await;
        let to: Vec<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
        assert_eq!(to, [scene.maria.name.as_str()]);
    }

    async fn s076_an_address_gets_three_mails_an_hour(database: TestDatabase) {
        let scene = scene(database).await;
        for _ in 0..10 {
            ask(&scene.house, &scene.maria.name).await;
        }
        assert_eq!(scene.house.mails().await.len(), 3);
        let refused = scene.admin().await.send_reset_link(scene.merchant.id, scene.maria.id, None).await;
        assert_eq!(refused.unwrap_err().code(), Some(ErrorCode::TooManyRequests));
        scene.house.clock.advance(Duration::from_hours(1));
        ask(&scene.house, &scene.maria.name).await;
        assert_eq!(scene.house.mails().await.len(), 4);
    }

    async fn c11_a_reset_link_works_for_60_minutes(database: TestDatabase) {
        let scene = scene(database).await;
        let link = scene.forgotten().await;
        let mut browser = Browser::new(&scene.house);
        scene.house.clock.advance(Duration::from_hours(1).checked_sub(Duration::from_micros(1)).unwrap());
        assert_eq!(browser.open(&link).await.status, StatusCode::OK);
        scene.house.clock.advance(Duration::from_micros(1));
        assert!(is_gone(&browser.open(&link).await));
    }

    async fn s078_c01_completing_lifts_a_lock_after_wrong_passwords(database: TestDatabase) {
        let scene = scene(database).await;
        scene.lock_by_attempts().await;
        let link = scene.forgotten().await;
        assert_eq!(scene.status().await, UserStatusKind::LockedAttempts, "asking lifts nothing");
        assert!(!scene.lets_in(PASSWORD).await);
        Browser::new(&scene.house).set_password(&link, NEW).await;
        assert_eq!(scene.status().await, UserStatusKind::Active);
        assert!(scene.lets_in(NEW).await);
    }

    async fn s081_c01_only_an_administrators_link_lifts_a_lock_after_inactivity(
        database: TestDatabase
    ) {
        let scene = scene(database).await;
        assert!(scene.lets_in(PASSWORD).await);
        scene.house.clock.advance(DAY * 80);
        Browser::new(&scene.house).set_password(&scene.forgotten().await, NEW).await;
        let anna = scene.admin().await;
        drop(anna);
        scene.house.clock.advance(DAY * 10);
        // Anna's password is 90 days old by now; another administrator is not.
        let berta = Member::new("berta", BuiltInRole::MerchantAdministrator);
        let berta = scene.house.member(&scene.merchant, berta).await;
        let admin = scene.house.sign_in(&berta).await;
        let user = admin.read_user(scene.merchant.id, scene.maria.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::LockedInactivity);
        let refused = admin.unlock_user(scene.merchant.id, scene.maria.id, user.version).await;
        assert_eq!(refused.unwrap_err().code(), Some(ErrorCode::WrongStatus), "S81");

        let own = scene.forgotten().await;
        Browser::new(&scene.house).set_password(&own, "Ofen-88-Garten-pLm").await;
        let user = admin.read_user(scene.merchant.id, scene.maria.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::LockedInactivity, "her own does not");
        assert!(!scene.lets_in("Ofen-88-Garten-pLm").await);

        admin.send_reset_link(scene.merchant.id, scene.maria.id, None).await.unwrap();
        let sent = scene.house.link_for(&scene.maria.name).await;
        Browser::new(&scene.house).set_password(&sent, "Brunnen-99-Kerze-xYz").await;
        assert!(scene.lets_in("Brunnen-99-Kerze-xYz").await);
    }

    async fn c01_a_link_switches_nobody_on(database: TestDatabase) {
        let scene = scene(database).await;
        let link = scene.forgotten().await;
        scene.house.deactivate(&scene.merchant, &scene.maria).await;
        let mut browser = Browser::new(&scene.house);
        assert!(is_gone(&browser.open(&link).await));
        assert_eq!(scene.status().await, UserStatusKind::Deactivated);
        let refused = scene.admin().await.send_reset_link(scene.merchant.id, scene.maria.id, None).await;
        assert_eq!(refused.unwrap_err().code(), Some(ErrorCode::WrongStatus));
        let pending = Member::new("pending", BuiltInRole::Cashier).pending();
        let pending = scene.house.member(&scene.merchant, pending).await;
        let refused = scene.admin().await.send_reset_link(scene.merchant.id, pending.id, None).await;
        assert_eq!(refused.unwrap_err().code(), Some(ErrorCode::WrongStatus));
    }

    async fn s075_l15_an_unverified_user_gets_link_and_code_by_two_ways(database: TestDatabase) {
        let scene = scene(database).await;
        let admin = scene.admin().await;
        let request = unverified(scene.merchant.roles["cashier"]);
        let user = admin.create_user(scene.merchant.id, &request, None).await.unwrap();
        let invited = admin.invite_user(scene.merchant.id, user.id, None).await.unwrap();
        let (link, code) = (invited.activation_link.unwrap(), invited.code.unwrap());
        Browser::new(&scene.house).set_password_with_code(&link, &code, PASSWORD).await;
        // Asking for it oneself brings nothing: there is no mailbox (C12).
        ask(&scene.house, &user.sign_in_name).await;
        assert!(scene.house.mails().await.is_empty());

        let key = Some("once");
        let made = admin.send_reset_link(scene.merchant.id, user.id, key).await.unwrap();
        let again = admin.send_reset_link(scene.merchant.id, user.id, key).await.unwrap();
        assert_eq!((again.reset_link, again.code), (None, None), "shown once");
        let (link, code) = (made.reset_link.unwrap(), made.code.unwrap());
        assert!(!format!("{:?}", scene.house.dump().await).contains(&code));
        let mut browser = Browser::new(&scene.house);
        let page = browser.open(&link).await;
        let token = form_token(&page);
        let send = async |code: &str| {
            let fields = [
                ("form_token", token.as_str()),
                ("code", code),
                ("password", NEW),
                ("repeat", NEW),
            ];
            browser.send(&link, &fields, &[]).await
        };
        assert_eq!(send("").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let wrong = if code == "000 000" { "111 111" } else { "000 000" };
        assert_eq!(send(wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(send(&code).await.status, StatusCode::OK);
        try_sign_in(&scene.house.client(), &user.sign_in_name, NEW).await.unwrap();

        let made = admin.send_reset_link(scene.merchant.id, user.id, None).await.unwrap();
        let link = made.reset_link.unwrap();
        let mut browser = Browser::new(&scene.house);
        let token = form_token(&browser.open(&link).await);
        for left in (0..5).rev() {
            let fields = [("form_token", token.as_str()), ("code", wrong), ("password", "")];
            let reply = browser.send(&link, &fields, &[]).await;
            assert_eq!(is_gone(&reply), left == 0, "{left} tries left");
        }
    }

    async fn s079_an_administrator_lifts_a_lock_at_once(database: TestDatabase) {
        let scene = scene(database).await;
        scene.lock_by_attempts().await;
        let admin = scene.admin().await;
        let user = admin.read_user(scene.merchant.id, scene.maria.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::LockedAttempts);
        let offered = |action| {
            let state = user.actions.iter().find(|state| state.action == action);
            state.is_some_and(|state| state.refusal.is_none())
        };
        assert!(offered(UserAction::Unlock) && offered(UserAction::SendResetLink));
        let user = admin.unlock_user(scene.merchant.id, user.id, user.version).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::Active);
        assert!(scene.lets_in(PASSWORD).await);
        let again = admin.unlock_user(scene.merchant.id, user.id, user.version).await;
        assert_eq!(again.unwrap_err().code(), Some(ErrorCode::WrongStatus));
    }

    async fn s073_a_known_device_signs_in_while_strangers_keep_the_account_locked(
        database: TestDatabase
    ) {
        let scene = scene(database).await;
        let key = DeviceKey::generate().unwrap();
        let known = scene.house.client_with(key);
        try_sign_in(&known, &scene.maria.name, PASSWORD).await.unwrap();
        for _ in 0..4 {
            scene.lock_by_attempts().await;
            assert!(!scene.lets_in(PASSWORD).await, "a stranger with the right password waits");
            for _ in 0..5 {
                try_sign_in(&known, &scene.maria.name, PASSWORD).await.unwrap();
            }
            scene.house.clock.advance(Duration::from_mins(30));
        }
        // The known device has a counter of its own.
        for _ in 0..5 {
            assert!(try_sign_in(&known, &scene.maria.name, WRONG).await.is_err());
        }
        assert!(try_sign_in(&known, &scene.maria.name, PASSWORD).await.is_err());
        assert!(scene.lets_in(PASSWORD).await);
    }

    async fn reg_token_kinds_not_interchangeable_at_the_pages(database: TestDatabase) {
        let scene = scene(database).await;
        let link = scene.forgotten().await;
        let other = link.replace("/account/reset/", "/account/activate/");
        assert!(is_gone(&Browser::new(&scene.house).open(&other).await));
        let disguised = other.replace("khp_", "khl_");
        assert!(is_gone(&Browser::new(&scene.house).open(&disguised).await));
        let token = link.rsplit('/').next().unwrap();
        let dump = format!("{:?}", scene.house.dump().await);
        assert!(!dump.contains(token), "reg: links_are_stored_hashed_and_spent");
    }

    async fn reg_single_use_race_a_reset_link_is_spent_once(database: TestDatabase) {
        let scene = scene(database).await;
        let link = scene.sent().await;
        let mut browsers = Vec::new();
        for _ in 0..20 {
            let mut browser = Browser::new(&scene.house);
            let token = form_token(&browser.open(&link).await);
            browsers.push((browser, token));
        }
        let tries = browsers.iter().map(|(browser, token)| async {
            let fields = [("form_token", token.as_str()), ("password", NEW), ("repeat", NEW)];
            browser.send(&link, &fields, &[]).await.status
        });
        let replies = join_all(tries).await;
        let done = replies.iter().filter(|status| **status == StatusCode::OK).count();
        assert_eq!(done, 1, "{replies:?}");
    }

    async fn a_link_of_an_administrator_outlives_what_strangers_ask_for(database: TestDatabase) {
        let scene = scene(database).await;
        let sent = scene.sent().await;
        let asked = scene.forgotten().await;
        assert_ne!(sent, asked);
        assert_eq!(Browser::new(&scene.house).open(&sent).await.status, StatusCode::OK);
        let newer = scene.sent().await;
        for old in [&sent, &asked] {
            assert!(is_gone(&Browser::new(&scene.house).open(old).await));
        }
        assert_eq!(Browser::new(&scene.house).open(&newer).await.status, StatusCode::OK);
        // Whoever changes the password voids every link.
        let session = scene.house.sign_in(&scene.maria).await;
        let change = keyholder_contract::password::ChangePassword {
            current_password: PASSWORD.to_owned(),
            new_password: NEW.to_owned(),
        };
        session.change_own_password(&change).await.unwrap();
        assert!(is_gone(&Browser::new(&scene.house).open(&newer).await));
    }
}
