//! A fresh proof of identity where something serious is done (C20, decision 30). Which operations demand one
//! is shown for all of them in `authorization/fresh_proof.rs`.

use std::time::Duration;

use keyholder_contract::{
    password::ChangePassword,
    profile::{AcceptMembership, ChangeEmail},
    second_factor::{AddAuthenticator, BeginAuthenticatorSetup},
    user_list::UserQuery,
};
use keyholder_domain::role::BuiltInRole;
use keyholder_store::on_both_databases;
use reqwest::StatusCode;

use crate::{
    second_factors::{refused, scene},
    support::{
        Browser, House, Member, PASSWORD, Person,
        browser::{form_token, html},
        phone::{Enrolled, Phone, by_app, step_up},
        requests::verified,
    },
};

const FIVE_MINUTES: Duration = Duration::from_mins(5);
const MOMENT: Duration = Duration::from_micros(1);
const STEP: Duration = Duration::from_secs(30);
const STALE: &str = "step_up_required";
const NEW: &str = "Vorhang-77-Tulpe-wKq";

fn new_password() -> ChangePassword {
    ChangePassword {
        current_password: PASSWORD.to_owned(),
        new_password: NEW.to_owned(),
    }
}

fn new_address(mailbox: &str) -> ChangeEmail {
    ChangeEmail {
        email: format!("{mailbox}@example.com"),
        password: PASSWORD.to_owned(),
    }
}

fn accept() -> AcceptMembership {
    AcceptMembership {
        password: PASSWORD.to_owned(),
    }
}

/// Sends the form of the page that accepts a membership.
async fn accept_by_link(house: &House, link: &str, code: &str) -> (StatusCode, String) {
    let mut browser = Browser::new(house);
    let token = form_token(&browser.open(link).await);
    let fields = [
        ("form_token", token.as_str()),
        ("password", PASSWORD),
        ("factor_code", code),
    ];
    let reply = browser.send(link, &fields, &[]).await;
    (reply.status, html(&reply))
}

/// An administrator of another customer, who invites somebody there; gives that customer and who asks.
async fn invited_elsewhere(house: &House, person: &str) -> (crate::support::Merchant, Person) {
    let kiosk = house.merchant("200002").await;
    let keeper = Member::new("keeper", BuiltInRole::MerchantAdministrator);
    let keeper = house.member(&kiosk, keeper).await;
    let mut request = verified(person, kiosk.roles["finance"]);
    request.invite = true;
    let session = house.sign_in(&keeper).await;
    session.create_user(kiosk.id, &request, None).await.unwrap();
    (kiosk, keeper)
}

on_both_databases! {
    async fn c20_a_set_up_that_took_longer_than_the_proof_asks_for_the_app_that_is_there(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let Enrolled { session, phone, .. } = house.enrol(&maria).await;
        let begin = BeginAuthenticatorSetup::default();
        let setup = session.begin_authenticator_setup(&begin).await.unwrap();
        let second = Phone::scan(&setup.uri);
        let add = || AddAuthenticator {
            setup_id: setup.id,
            name: "Tablet".to_owned(),
            code: second.code(house.clock.now()),
            current_password: PASSWORD.to_owned(),
            built_in: false,
        };
        house.clock.advance(FIVE_MINUTES);
        // The password is right and so is the code: whoever looked at both over a shoulder has no more.
        let outcome = session.add_authenticator(&add()).await;
        assert_eq!(refused(outcome), STALE);
        let own = session.list_own_second_factors().await.unwrap();
        assert_eq!(own.authenticators.len(), 1);
        let shown = by_app(&phone.code(house.clock.now()));
        session.step_up(&step_up(Some(shown))).await.unwrap();
        house.clock.advance(FIVE_MINUTES.checked_sub(MOMENT).unwrap());
        let added = session.add_authenticator(&add()).await.unwrap();
        assert!(added.recovery_codes.is_empty(), "those of the first one go on");
        let own = session.list_own_second_factors().await.unwrap();
        assert_eq!(own.authenticators.len(), 2);
    }

    async fn c20_a_proof_opens_for_five_minutes_and_in_its_own_session(database: TestDatabase) {
        let (house, merchant, _) = scene(database).await;
        let olivia = Member::new("olivia", BuiltInRole::MerchantAdministrator);
        let olivia = house.member(&merchant, olivia).await;
        let session = house.sign_in(&olivia).await;
        let other = house.sign_in(&olivia).await;
        let cashier = merchant.roles["cashier"];
        let add = |name: &str| verified(name, cashier);
        house.clock.advance(FIVE_MINUTES.checked_sub(MOMENT).unwrap());
        session.create_user(merchant.id, &add("first"), None).await.unwrap();
        house.clock.advance(MOMENT);
        let outcome = session.create_user(merchant.id, &add("second"), Some("key")).await;
        assert_eq!(refused(outcome), STALE);
        // Reading goes on, and so does what takes away.
        let users = session.list_users(merchant.id, &UserQuery::default()).await.unwrap();
        let first = users.items.iter().find(|user| user.sign_in_name == "first@example.com").unwrap();
        session.delete_user(merchant.id, first.id, first.version).await.unwrap();
        session.step_up(&step_up(None)).await.unwrap();
        // The same request once more, as the app makes it.
        session.create_user(merchant.id, &add("second"), Some("key")).await.unwrap();
        let outcome = other.create_user(merchant.id, &add("third"), None).await;
        assert_eq!(refused(outcome), STALE, "another session has shown nothing");
    }

    async fn c20_a_form_with_the_password_needs_the_code_too(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let paul = house.member(&merchant, Member::new("paul", BuiltInRole::Cashier)).await;
        // Without a second factor the password in the form is all there is to show.
        let session = house.sign_in(&paul).await;
        house.clock.advance(Duration::from_hours(1));
        session.change_email(&new_address("paul.new")).await.unwrap();
        session.change_own_password(&new_password()).await.unwrap();

        let Enrolled { session, phone, .. } = house.enrol(&maria).await;
        let elsewhere = {
            house.clock.advance(STEP);
            house.sign_in_with(&maria, &phone).await
        };
        house.clock.advance(FIVE_MINUTES);
        assert_eq!(refused(session.change_email(&new_address("maria.new")).await), STALE);
        assert_eq!(refused(session.change_own_password(&new_password()).await), STALE);
        assert_eq!(session.read_profile().await.unwrap().waiting, None);
        elsewhere.read_me().await.unwrap();
        let code = by_app(&phone.code(house.clock.now()));
        session.step_up(&step_up(Some(code))).await.unwrap();
        session.change_email(&new_address("maria.new")).await.unwrap();
        session.change_own_password(&new_password()).await.unwrap();
        assert!(elsewhere.read_me().await.is_err(), "other sessions end");
    }

    async fn l13_accepting_one_more_customer_needs_the_code_where_there_is_one(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let Enrolled { session, phone, .. } = house.enrol(&maria).await;
        let (kiosk, _) = invited_elsewhere(&house, "maria").await;
        house.clock.advance(FIVE_MINUTES);
        assert_eq!(refused(session.accept_membership(kiosk.id, &accept()).await), STALE);
        assert_eq!(session.read_me().await.unwrap().memberships.len(), 1);

        // Nor does the link open it with the password alone: whoever has both has no phone.
        let link = house.link_for(&maria.name).await;
        let page = html(&Browser::new(&house).open(&link).await);
        assert!(page.contains("name=\"factor_code\""), "{page}");
        for code in ["", "000000"] {
            let (status, page) = accept_by_link(&house, &link, code).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
            assert!(page.contains("factor-fault"), "{page}");
        }
        assert_eq!(session.read_me().await.unwrap().memberships.len(), 1);
        let (status, page) = accept_by_link(&house, &link, &phone.code(house.clock.now())).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        assert_eq!(session.read_me().await.unwrap().memberships.len(), 2);
        // The code is spent by that.
        let spent = by_app(&phone.code(house.clock.now()));
        let outcome = session.step_up(&step_up(Some(spent))).await;
        assert_eq!(refused(outcome), "second_factor.code: code_used");
    }

    async fn l13_accepting_while_signed_in_goes_on_after_the_code(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let Enrolled { session, phone, .. } = house.enrol(&maria).await;
        let (kiosk, keeper) = invited_elsewhere(&house, "maria").await;
        house.clock.advance(FIVE_MINUTES);
        let code = by_app(&phone.code(house.clock.now()));
        session.step_up(&step_up(Some(code))).await.unwrap();
        let me = session.accept_membership(kiosk.id, &accept()).await.unwrap();
        assert_eq!(me.memberships.len(), 2);

        // Without a second factor nothing changes: the page has no field for it.
        let paul = house.merchant("200003").await;
        let paul = house.member(&paul, Member::new("paul", BuiltInRole::Cashier)).await;
        let keeper = house.sign_in(&keeper).await;
        let mut request = verified("paul", kiosk.roles["finance"]);
        request.invite = true;
        keeper.create_user(kiosk.id, &request, None).await.unwrap();
        let link = house.link_for(&paul.name).await;
        let mut browser = Browser::new(&house);
        let page = html(&browser.open(&link).await);
        assert!(!page.contains("factor_code"), "{page}");
        assert_eq!(browser.accept(&link, PASSWORD).await.status, StatusCode::OK);
    }
}
