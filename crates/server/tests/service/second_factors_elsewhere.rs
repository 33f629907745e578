//! The second factor beside resets, recoveries and policies.

use std::time::Duration;

use keyholder_contract::{password::RequestPasswordReset, recovery::StartRecovery};
use keyholder_domain::{
    audit::AuditAction,
    ids::AuthenticatorId,
    recovery::DEFAULT_WAIT,
    role::BuiltInRole,
    second_factor::time_code::{CodeDigits, TimeCodeAlgorithm},
    security_policy::{SecurityPolicy, SecurityProfile},
    user::Origin,
};
use keyholder_store::{
    authenticators::{self, Authenticator, CodeSource},
    on_both_databases,
};
use reqwest::StatusCode;

use crate::{
    second_factors::scene,
    support::{
        Browser, House, PASSWORD, Person,
        browser::{form_token, html},
        phone::{Enrolled, begin, by_app},
        try_sign_in,
    },
};

const STEP: Duration = Duration::from_secs(30);
const NEW: &str = "Vorhang-77-Tulpe-wKq";

async fn reset_link(house: &House, person: &Person) -> String {
    let request = RequestPasswordReset {
        sign_in_name: person.name.clone(),
    };
    house
        .client()
        .request_password_reset(&request)
        .await
        .unwrap();
    house.link_for(&person.name).await
}

/// Sends the form of the reset page with a code of the second factor.
async fn reset(house: &House, link: &str, code: &str, password: &str) -> (StatusCode, String) {
    let mut browser = Browser::new(house);
    let page = browser.open(link).await;
    let token = form_token(&page);
    let fields = [
        ("form_token", token.as_str()),
        ("factor_code", code),
        ("password", password),
        ("repeat", password),
    ];
    let reply = browser.send(link, &fields, &[]).await;
    (reply.status, html(&reply))
}

on_both_databases! {
    async fn s090_a_reset_asks_for_the_code_if_and_only_if_the_second_factor_is_active(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let paul = crate::support::Member::new("paul", BuiltInRole::Cashier);
        let paul = house.member(&merchant, paul).await;
        let link = reset_link(&house, &paul).await;
        let mut browser = Browser::new(&house);
        let page = html(&browser.open(&link).await);
        assert!(!page.contains("factor_code"), "{page}");
        assert_eq!(browser.set_password(&link, NEW).await.status, StatusCode::OK);
        try_sign_in(&house.client(), &paul.name, NEW).await.unwrap();

        let Enrolled { phone, recovery_codes, .. } = house.enrol(&maria).await;
        house.clock.advance(STEP);
        let link = reset_link(&house, &maria).await;
        let page = html(&Browser::new(&house).open(&link).await);
        assert!(page.contains("name=\"factor_code\""), "{page}");
        // Threat 10: who has the mailbox alone changes nothing.
        for (code, says) in [("", "Fill this in"), ("000000", "not the right code"), ("0000-1111", "not the right code")] {
            let (status, page) = reset(&house, &link, code, NEW).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
            assert!(page.contains(says) || code.is_empty(), "{page}");
            assert!(page.contains("factor-fault"), "{page}");
            assert!(!page.contains(NEW), "the password is not sent back");
        }
        begin(&house.client(), &maria, PASSWORD).await;
        let (status, page) = reset(&house, &link, &phone.code(house.clock.now()), NEW).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        let client = house.client();
        let waiting = begin(&client, &maria, NEW).await;
        let spent = by_app(&phone.code(house.clock.now()));
        assert!(client.show_second_factor(waiting.id, &spent).await.is_err(), "spent by the reset");

        // A recovery code does as well, and guessing ends in a wait.
        let link = reset_link(&house, &maria).await;
        let other = "Laterne-88-Regen-wKq";
        for _ in 0..5 {
            reset(&house, &link, "111111", other).await;
        }
        let (_, page) = reset(&house, &link, "111111", other).await;
        assert!(page.contains("Try again in one minute"), "{page}");
        let (status, page) = reset(&house, &link, &recovery_codes[0], other).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        begin(&house.client(), &maria, other).await;
    }

    async fn l11_s119_whatever_door_somebody_came_through_they_set_one_up(database: TestDatabase) {
        let (house, merchant, _) = scene(database).await;
        for origin in Origin::ALL {
            let member = crate::support::Member::new(origin.code(), BuiltInRole::Cashier);
            let person = house.member(&merchant, member).await;
            let came = format!(
                "UPDATE memberships SET origin = '{}' WHERE user_id = '{}'",
                origin.code(),
                person.id,
            );
            house.database.run(&came).await.unwrap();
            let Enrolled { session, phone, .. } = house.enrol(&person).await;
            let own = session.list_own_second_factors().await.unwrap();
            assert_eq!(own.authenticators.len(), 1, "{origin:?}");
            house.clock.advance(STEP);
            house.sign_in_with(&person, &phone).await;
        }
    }

    async fn c22_who_is_brought_back_needs_no_phone_that_they_lost(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("720001").await;
        let anna = house.away(&merchant, "anna").await;
        let olga = house.operator("olga").await;
        let tx = house.database.database().begin_write().await.unwrap();
        let lost = Authenticator {
            id: AuthenticatorId::from_uuid(anna.id.as_uuid()),
            user_id: anna.id,
            name: "Lost phone".to_owned(),
            source: CodeSource {
                algorithm: TimeCodeAlgorithm::Sha1,
                digits: CodeDigits::Six,
                sealed_secret: vec![1, 2, 3],
            },
            last_step: 0,
            created_at: house.clock.now(),
            last_used_at: house.clock.now(),
            built_in: false,
        };
        authenticators::insert(&tx, &lost).await.unwrap();
        tx.commit().await.unwrap();

        let operator = house.sign_in(&olga).await;
        let request = StartRecovery {
            sign_in_name: anna.name.clone(),
            new_email: None,
            reason: "Phone and password lost".to_owned(),
            evidence: "Seen in person".to_owned(),
        };
        let begun = operator.start_recovery(merchant.id, &request, None).await.unwrap();
        house.clock.advance(DEFAULT_WAIT);
        let operator = house.sign_in(&olga).await;
        operator.finish_recovery(merchant.id, begun.id).await.unwrap();
        let subjects: Vec<_> = house.mails().await.into_iter().map(|mail| mail.subject).collect();
        assert!(subjects.iter().any(|subject| subject.contains("second factor")), "{subjects:?}");
        let link = house.link_for(&anna.name).await;
        let mut browser = Browser::new(&house);
        assert_eq!(browser.set_password(&link, NEW).await.status, StatusCode::OK);
        try_sign_in(&house.client(), &anna.name, NEW).await.unwrap();
        let events = house.dump().await["audit_events"].join("\n");
        assert!(events.contains(AuditAction::SecondFactorReset.code()));
    }

    async fn c15_a_password_beside_a_second_factor_may_be_shorter(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let anna = crate::support::Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.member(&merchant, anna).await;
        let admin = house.sign_in(&anna).await;
        let policy = admin.read_security_policy(merchant.id).await.unwrap();
        let nist = SecurityPolicy::of(SecurityProfile::Nist);
        admin.change_security_policy(merchant.id, policy.version, &nist).await.unwrap();
        let before = house.sign_in(&maria).await.read_me().await.unwrap();
        assert_eq!(before.password_rules.min_chars, 15);
        let Enrolled { session, .. } = house.enrol(&maria).await;
        assert_eq!(session.read_me().await.unwrap().password_rules.min_chars, 12);
    }
}
