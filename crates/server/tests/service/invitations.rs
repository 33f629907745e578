//! Inviting now, later and again; joining a second customer.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{role::BuiltInRole, user_status::UserStatusKind};
use keyholder_store::on_both_databases;
use reqwest::StatusCode;

use crate::support::{
    Browser, House, Member, PASSWORD,
    browser::{form_token, html},
    phone::step_up,
    requests::{unverified, verified},
    try_sign_in,
};

const WRONG: &str = "Wrong-Horse-7-Battery";

on_both_databases! {
    async fn s033_s035_s036_c19_a_user_can_be_invited_later(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let request = verified("ada", merchant.roles["cashier"]);
        let user = admin.create_user(merchant.id, &request, None).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::NotInvited);
        assert!(house.mails().await.is_empty());

        let invited = admin.invite_user(merchant.id, user.id, None).await.unwrap();
        assert_eq!(invited.activation_link, None, "the link goes to the mailbox alone");
        assert_eq!(invited.user.status.kind, UserStatusKind::ActivationLinkSent);
        assert!(invited.user.version > user.version);
        let link = house.link_for("ada@example.com").await;
        let done = Browser::new(&house).set_password(&link, PASSWORD).await;
        assert_eq!(done.status, StatusCode::OK);

        let again = admin.invite_user(merchant.id, user.id, None).await.unwrap_err();
        assert_eq!(again.code(), Some(ErrorCode::WrongStatus));
    }

    async fn s018_a_mail_speaks_the_language_of_its_reader(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let mut request = verified("ada", merchant.roles["cashier"]);
        request.language = keyholder_domain::language::Language::Fr;
        request.invite = true;
        admin.create_user(merchant.id, &request, None).await.unwrap();
        let mails = house.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].subject.starts_with("Votre accès à "));
        let page = Browser::new(&house).open(&mails[0].link).await;
        assert!(html(&page).contains("<html lang=\"fr\">"));
        let german = Browser::new(&house).open(&format!("{}?lang=de", mails[0].link)).await;
        assert!(html(&german).contains("Passwort festlegen"));
    }

    async fn l13_s098_a_person_who_exists_accepts_with_their_own_password(database: TestDatabase) {
        let house = House::on(database).await;
        let here = house.merchant("200001").await;
        let there = house.merchant("200002").await;
        let anna = house.member(&here, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&there, Member::new("ben", BuiltInRole::Support)).await;
        let admin = house.sign_in(&anna).await;
        let session = house.sign_in(&ben).await;

        let mut known = verified("ben", here.roles["cashier"]);
        "Benjamin".clone_into(&mut known.given_name);
        known.invite = true;
        let user = admin.create_user(here.id, &known, None).await.unwrap();
        let mut unknown = verified("nobody", here.roles["cashier"]);
        "Benjamin".clone_into(&mut unknown.given_name);
        unknown.invite = true;
        let other = admin.create_user(here.id, &unknown, None).await.unwrap();
        // The inviter learns nothing: both look alike, with the names that they typed.
        for user in [&user, &other] {
            assert_eq!(user.status.kind, UserStatusKind::ActivationLinkSent);
            assert_eq!(user.given_name, "Benjamin");
            assert_eq!(user.last_sign_in_at, None);
        }
        let refused = session.read_customer(here.id).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::NotFound));

        let link = house.link_for("ben@example.com").await;
        let mut browser = Browser::new(&house);
        let page = browser.open(&link).await;
        assert!(!html(&page).contains("name=\"repeat\""), "asks for the password they have");
        let token = form_token(&page);
        let fields = [("form_token", token.as_str()), ("password", WRONG)];
        assert_eq!(
            browser.send(&link, &fields, &[]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let fields = [("form_token", token.as_str()), ("password", PASSWORD)];
        let done = browser.send(&link, &fields, &[]).await;
        assert_eq!(done.status, StatusCode::OK);
        session.read_customer(here.id).await.unwrap();
        let me = session.read_me().await.unwrap();
        assert_eq!(me.memberships.len(), 2);
    }

    async fn c10_wrong_passwords_on_a_link_lock_like_those_of_a_sign_in(database: TestDatabase) {
        let house = House::on(database).await;
        let here = house.merchant("200001").await;
        let there = house.merchant("200002").await;
        let anna = house.member(&here, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&there, Member::new("ben", BuiltInRole::Support)).await;
        let admin = house.sign_in(&anna).await;
        let mut request = verified("ben", here.roles["cashier"]);
        request.invite = true;
        admin.create_user(here.id, &request, None).await.unwrap();
        let link = house.link_for("ben@example.com").await;
        let mut browser = Browser::new(&house);
        let token = form_token(&browser.open(&link).await);
        let hashes = house.app.passwords.count();
        for _ in 0..6 {
            let fields = [("form_token", token.as_str()), ("password", WRONG)];
            browser.send(&link, &fields, &[]).await;
        }
        assert_eq!(house.app.passwords.count(), hashes + 6, "one hash per attempt");
        // Locked: neither the link nor a sign-in from elsewhere takes even the right password.
        let fields = [("form_token", token.as_str()), ("password", PASSWORD)];
        let refused = browser.send(&link, &fields, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(try_sign_in(&house.client(), &ben.name, PASSWORD).await.is_err());
        house.clock.advance(std::time::Duration::from_mins(30));
        let done = browser.send(&link, &fields, &[]).await;
        assert_eq!(done.status, StatusCode::OK);
    }

    async fn s086_whoever_sets_a_password_is_told_to_keep_it_to_themselves(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let mut request = verified("ada", merchant.roles["cashier"]);
        request.invite = true;
        admin.create_user(merchant.id, &request, None).await.unwrap();
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        admin.send_reset_link(merchant.id, ben.id, None).await.unwrap();
        for address in ["ada@example.com", "ben@example.com"] {
            let mails = house.mails().await;
            let mail = mails.iter().find(|mail| mail.to == address).unwrap();
            assert!(mail.text.contains("tell it nobody"), "{}", mail.text);
            let page = Browser::new(&house).open(&mail.link).await;
            assert!(html(&page).contains("Keep it to yourself"), "{}", html(&page));
        }
    }

    async fn s076_the_third_invitation_of_an_hour_is_the_last_and_that_is_known_before(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let request = verified("ada", merchant.roles["cashier"]);
        let ada = admin.create_user(merchant.id, &request, None).await.unwrap();
        assert_eq!((ada.links_left, ada.next_link_at), (Some(3), None));
        let begun = house.app.now();
        let hour = std::time::Duration::from_hours(1);
        let mut left = Vec::new();
        for _ in 0..3 {
            admin.step_up(&step_up(None)).await.unwrap();
            let outcome = admin.invite_user(merchant.id, ada.id, None).await.unwrap();
            left.push((outcome.user.links_left, outcome.user.next_link_at));
            house.clock.advance(std::time::Duration::from_mins(10));
        }
        assert_eq!(left, [(Some(2), None), (Some(1), None), (Some(0), Some(begun + hour))]);
        admin.step_up(&step_up(None)).await.unwrap();
        let refused = admin.invite_user(merchant.id, ada.id, None).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::TooManyRequests));
        house.clock.advance(std::time::Duration::from_mins(30));
        admin.step_up(&step_up(None)).await.unwrap();
        let read = admin.read_user(merchant.id, ada.id).await.unwrap();
        assert_eq!((read.links_left, read.next_link_at), (Some(1), None));
        admin.invite_user(merchant.id, ada.id, None).await.unwrap();
        // Who is not invited by mail, or any more, has nothing to count.
        let till = admin.create_user(merchant.id, &unverified(merchant.roles["cashier"]), None).await.unwrap();
        assert_eq!(till.links_left, None);
        let anna = admin.read_user(merchant.id, anna.id).await.unwrap();
        assert_eq!(anna.links_left, None);
    }
}
