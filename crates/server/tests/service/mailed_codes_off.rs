//! A customer that does without mailed codes: the password stands alone, or an app is set up.

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{session::NextStep, user_list::UserCountQuery};
use keyholder_domain::{
    role::BuiltInRole, second_factor::FactorState, security_policy::SecurityPolicy,
};
use keyholder_store::on_both_databases;

use crate::{
    required_second_factor::{administrator, asking, is_asked, sign_in_by_set_up},
    second_factors::{refused, scene},
    support::{
        House, Member, Merchant, PASSWORD, Person,
        mailbox::by_mail,
        phone::{begin, step_up},
    },
};

/// Changes the policy of a customer.
async fn set(admin: &Session, at: &Merchant, policy: SecurityPolicy) {
    let version = admin.read_security_policy(at.id).await.unwrap().version;
    admin
        .change_security_policy(at.id, version, &policy)
        .await
        .unwrap();
}

fn without_codes(policy: SecurityPolicy) -> SecurityPolicy {
    SecurityPolicy {
        mailed_codes: false,
        ..policy
    }
}

/// Whether the password alone leads somebody to a session.
async fn is_let_in(house: &House, person: &Person) -> bool {
    let waiting = begin(&house.client(), person, PASSWORD).await;
    matches!(waiting.next, NextStep::Session { .. })
}

on_both_databases! {
    async fn c06_without_mailed_codes_the_password_stands_alone_until_they_are_back(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        house.mail_codes(&maria).await;
        let seen = async || {
            let user = admin.read_user(merchant.id, maria.id).await.unwrap();
            let counts = admin.count_users(merchant.id, &UserCountQuery::default()).await.unwrap();
            let mailed = counts.second_factors.iter();
            let mut mailed = mailed.filter(|each| each.second_factor == FactorState::MailedCode);
            (user.second_factor.unwrap(), mailed.next().unwrap().count)
        };
        assert_eq!(seen().await, (FactorState::MailedCode, 1));
        let off = without_codes(SecurityPolicy::PAYMENTS);
        let effect = admin.preview_security_policy(merchant.id, &off).await.unwrap();
        assert_eq!(effect.mailed_codes, 1);
        assert!(!is_let_in(&house, &maria).await, "a preview changes nothing");
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let code = by_mail(&house.code_for(&maria.name).await);

        set(&admin, &merchant, off).await;
        assert_eq!(seen().await, (FactorState::None, 0));
        let outcome = client.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "not_found", "a code from before opens nothing");
        assert_eq!(refused(client.send_mailed_code(waiting.id).await), "not_found");
        let session = house.sign_in(&maria).await;
        assert!(!session.list_own_second_factors().await.unwrap().mailed_codes);
        let effect = admin.preview_security_policy(merchant.id, &SecurityPolicy::PAYMENTS).await;
        assert_eq!(effect.unwrap().mailed_codes, 1, "who would be mailed codes again");
        // What is shown of somebody who changes meanwhile is the same.
        house.mail_codes(&maria).await;
        assert_eq!(seen().await, (FactorState::None, 0));
        set(&admin, &merchant, SecurityPolicy::PAYMENTS).await;
        assert_eq!(seen().await, (FactorState::MailedCode, 1));
        assert!(!is_let_in(&house, &maria).await);
        // That has mailed a code too, and the newest one counts.
        house.clock.advance(Duration::from_mins(1));
        house.sign_in_by_mail(&maria).await;
    }

    async fn c06_where_one_is_enforced_who_had_mailed_codes_sets_an_app_up_and_nobody_is_shut_out(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let (anna, admin) = administrator(&house, &merchant, "anna").await;
        for person in [&anna, &maria] {
            house.mail_codes(person).await;
        }
        set(&admin, &merchant, without_codes(asking(None))).await;
        assert!(is_asked(&house, &maria).await, "nothing stands in for the set-up");
        sign_in_by_set_up(&house, &maria).await;
        assert!(!is_let_in(&house, &maria).await, "the app from now on");
        // The last administrator as well, who then takes it back.
        let again = sign_in_by_set_up(&house, &anna).await;
        set(&again, &merchant, SecurityPolicy::PAYMENTS).await;
        assert!(!is_let_in(&house, &anna).await, "an app counts whatever is mailed");
    }

    async fn c18_codes_are_mailed_while_one_customer_of_a_person_mails_them(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let kiosk = house.merchant("200002").await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        let (_, keeper) = administrator(&house, &kiosk, "keeper").await;
        house.join(&kiosk, &maria, Member::new("maria", BuiltInRole::Cashier)).await;
        house.mail_codes(&maria).await;
        let off = without_codes(SecurityPolicy::PAYMENTS);
        set(&admin, &merchant, off).await;
        assert!(!is_let_in(&house, &maria).await, "nobody takes the door of another customer away");
        let here = admin.read_user(merchant.id, maria.id).await.unwrap();
        assert_eq!(here.second_factor, Some(FactorState::None));
        let there = keeper.read_user(kiosk.id, maria.id).await.unwrap();
        assert_eq!(there.second_factor, Some(FactorState::MailedCode));
        keeper.step_up(&step_up(None)).await.unwrap();
        keeper.deactivate_user(kiosk.id, maria.id, there.version).await.unwrap();
        assert!(is_let_in(&house, &maria).await, "it would not let them in");
    }
}
