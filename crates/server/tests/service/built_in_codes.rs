//! Codes out of the app's own vault (C13): known as such, and refused for restricted services where the
//! customer says so.

use keyholder_client::Session;
use keyholder_contract::{
    decision::{DecisionQuestion, DecisionRefusal},
    explanation::{AccessChange, HolderQuery, PlaceQuery},
    second_factor::{AddAuthenticator, BeginAuthenticatorSetup, ShowSecondFactor},
    session::NextStep,
};
use keyholder_domain::{
    audit::AuditAction, permission::Permission, role::BuiltInRole, second_factor::FactorMethod,
    security_policy::SecurityPolicy,
};
use keyholder_store::on_both_databases;

use crate::support::{
    House, Member, Merchant, PASSWORD,
    phone::{Phone, begin, by_app},
};

/// Says whether such codes are refused; gives what the preview counted.
async fn refuse(by: &Session, at: &Merchant, refuse: bool) -> u32 {
    let view = by.read_security_policy(at.id).await.unwrap();
    let policy = SecurityPolicy {
        refuse_built_in_codes: refuse,
        ..view.policy
    };
    let preview = by.preview_security_policy(at.id, &policy).await.unwrap();
    let changed = by.change_security_policy(at.id, view.version, &policy);
    assert_eq!(changed.await.unwrap().policy.refuse_built_in_codes, refuse);
    preview.built_in_only
}

/// Sets one more authenticator up; gives what it was told.
async fn add(house: &House, session: &Session, built_in: bool) -> Phone {
    let usual = BeginAuthenticatorSetup::default();
    let setup = session.begin_authenticator_setup(&usual).await.unwrap();
    let phone = Phone::scan(&setup.uri);
    let add = AddAuthenticator {
        setup_id: setup.id,
        name: "Another".to_owned(),
        code: phone.code(house.clock.now()),
        current_password: PASSWORD.to_owned(),
        built_in,
    };
    session.add_authenticator(&add).await.unwrap();
    phone
}

on_both_databases! {
    async fn c13_a_customer_refuses_codes_of_the_app_itself_for_what_is_restricted(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Finance)).await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let refusal = async |permission: Permission| {
            let question = DecisionQuestion {
                user_id: ben.id,
                permission,
                location_id: None,
                terminal_id: None,
            };
            admin.ask_decision(merchant.id, &question).await.unwrap().refusal
        };
        let credit = Permission::TransactionsCredit;
        assert_eq!(refuse(&admin, &merchant, true).await, 0);
        assert_eq!(refusal(credit).await, Some(DecisionRefusal::SecondFactorMissing));

        // An app on a phone counts, until a code of it came out of a vault.
        let enrolled = house.enrol(&ben).await;
        assert_eq!(refusal(credit).await, None);
        house.clock.advance(std::time::Duration::from_mins(1));
        let client = house.client();
        let waiting = begin(&client, &ben, PASSWORD).await;
        let NextStep::SecondFactor { methods, .. } = &waiting.next else {
            panic!("the code is asked for");
        };
        assert!(!methods.contains(&FactorMethod::OtpLocal), "it is no way to choose");
        let wrong = ShowSecondFactor { method: FactorMethod::OtpLocal, ..by_app("000000") };
        assert!(client.show_second_factor(waiting.id, &wrong).await.is_err());
        assert_eq!(refusal(credit).await, None, "a wrong code tells nothing");
        let code = by_app(&enrolled.phone.code(house.clock.now()));
        let local = ShowSecondFactor { method: FactorMethod::OtpLocal, ..code };
        let done = client.show_second_factor(waiting.id, &local).await.unwrap();
        assert!(matches!(done.next, NextStep::Session { .. }), "it opens a sign-in all the same");
        assert_eq!(refusal(credit).await, Some(DecisionRefusal::BuiltInRefused));
        assert_eq!(refusal(Permission::TransactionsView).await, None);
        let place = PlaceQuery::default();
        let why = admin.explain_access(merchant.id, ben.id, credit, &place).await.unwrap();
        assert_eq!(why.change, [AccessChange::SetUpElsewhere], "and how that changes");

        // The session and the activity say it.
        let devices = enrolled.session.list_own_sessions().await.unwrap().devices;
        assert!(devices.iter().any(|device| device.factor == Some(FactorMethod::OtpLocal)));
        let log = house.dump().await.remove("audit_events").unwrap();
        let signed_in = |event: &&String| event.contains(AuditAction::SignedIn.code());
        assert!(log.iter().filter(signed_in).any(|event| event.contains("otp_local")));

        // Whoever has another one beside it is not refused, and nobody is where it is allowed.
        assert_eq!(refuse(&admin, &merchant, false).await, 1);
        assert_eq!(refusal(credit).await, None);
        assert_eq!(refuse(&admin, &merchant, true).await, 1);
        add(&house, &enrolled.session, false).await;
        assert_eq!(refusal(credit).await, None);
        assert_eq!(refuse(&admin, &merchant, true).await, 0);
    }

    async fn c13_who_can_leaves_out_whose_only_authenticator_is_refused(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Finance)).await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let session = house.sign_in(&ben).await;
        add(&house, &session, true).await;
        let query = HolderQuery { count: true, ..HolderQuery::default() };
        let who_can = async || {
            let credit = Permission::TransactionsCredit;
            let page = admin.list_holders(merchant.id, credit, &query).await.unwrap();
            let ids: Vec<_> = page.items.iter().map(|holder| holder.user.id).collect();
            (ids, page.page.total)
        };
        assert_eq!(who_can().await, (vec![ben.id], Some(1)));
        refuse(&admin, &merchant, true).await;
        assert_eq!(who_can().await, (Vec::new(), Some(0)));
        add(&house, &session, false).await;
        assert_eq!(who_can().await, (vec![ben.id], Some(1)));
    }

    async fn c13_an_authenticator_that_is_set_up_in_the_vault_is_built_in_from_the_first(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Finance)).await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let session = house.sign_in(&ben).await;
        add(&house, &session, true).await;
        assert_eq!(refuse(&admin, &merchant, true).await, 1);
        let user = admin.read_user(merchant.id, ben.id).await.unwrap();
        let idle = user.rights.iter().filter_map(|right| right.idle.clone());
        assert_eq!(idle.collect::<Vec<_>>(), [DecisionRefusal::BuiltInRefused]);
        let own = session.list_own_sessions().await.unwrap();
        assert_eq!(own.devices[0].factor, Some(FactorMethod::OtpLocal));
    }
}
