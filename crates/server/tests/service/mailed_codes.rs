//! The code that is mailed in a sign-in: the second factor of new verified users, and a weak one.

use std::time::Duration;

use axum::http::StatusCode;
use keyholder_client::{Session, TokenSink};
use keyholder_contract::{
    second_factor::{AddAuthenticator, BeginAuthenticatorSetup},
    session::{MailedCode, NextStep, SignIn},
};
use keyholder_domain::second_factor::{FactorMethod, FactorState};
use keyholder_store::on_both_databases;

use crate::{
    required_second_factor::{administrator, asking, require},
    second_factors::{refused, scene},
    support::{
        Browser, House, PASSWORD,
        mailbox::by_mail,
        phone::{Phone, begin, by_app, start, step_up},
        requests::{unverified, verified},
        try_sign_in,
    },
};

const MINUTE: Duration = Duration::from_mins(1);
const NEW_PASSWORD: &str = "Vorhang-77-Tulpe-wKq";

/// What a sign-in says of the code that it mails.
pub(crate) fn mailed(waiting: &SignIn) -> MailedCode {
    let NextStep::SecondFactor {
        methods, mailed, ..
    } = &waiting.next
    else {
        panic!("a code is asked for");
    };
    assert_eq!(methods, &[FactorMethod::MailedCode]);
    mailed.clone().unwrap()
}

/// How many codes an address was sent.
pub(crate) async fn codes_of(house: &House, address: &str) -> usize {
    let mails = house.mails().await;
    let codes = mails
        .iter()
        .filter(|mail| mail.to == address && mail.subject.contains("code"));
    codes.count()
}

on_both_databases! {
    async fn s027_s107_a_new_verified_user_types_a_mailed_code_from_the_first_sign_in(
        database: TestDatabase
    ) {
        let (house, merchant, _) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        let mut request = verified("nina", merchant.roles["cashier"]);
        request.invite = true;
        let user = admin.create_user(merchant.id, &request, None).await.unwrap();
        assert_eq!(user.second_factor, None, "nothing is known before they accept");
        let name = user.sign_in_name;
        let link = house.link_for(&name).await;
        let done = Browser::new(&house).set_password(&link, NEW_PASSWORD).await;
        assert_eq!(done.status, StatusCode::OK);
        let user = admin.read_user(merchant.id, user.id).await.unwrap();
        assert_eq!(user.second_factor, Some(FactorState::MailedCode));

        let client = house.client();
        let wrong = try_sign_in(&client, &name, PASSWORD).await;
        assert_eq!(refused(wrong), "sign_in_failed");
        assert_eq!(codes_of(&house, &name).await, 0, "factor 2 only after factor 1");
        let waiting = start(&client, &name, NEW_PASSWORD).await;
        let said = mailed(&waiting);
        assert_eq!(said.address, "n•••@e•••.com");
        assert_eq!(said.sent_at, Some(house.clock.now()));
        assert_eq!(said.another_after, Some(house.clock.now() + MINUTE));
        let code = house.code_for(&name).await;
        assert_eq!(codes_of(&house, &name).await, 1);
        let outcome = client.show_second_factor(waiting.id, &by_app(&code)).await;
        assert_eq!(refused(outcome), "code: wrong_code", "it is no code of an app");
        let outcome = house.client().show_second_factor(waiting.id, &by_mail(&code)).await;
        assert_eq!(refused(outcome), "not_found", "another device");
        let done = client.show_second_factor(waiting.id, &by_mail(&code)).await.unwrap();
        let NextStep::Session { tokens } = done.next else { panic!("that was all") };
        let outcome = client.show_second_factor(waiting.id, &by_mail(&code)).await;
        assert_eq!(refused(outcome), "not_found", "once");
        let session = Session::start(client.clone(), tokens, TokenSink::none()).await;
        let devices = session.list_own_sessions().await.unwrap();
        assert_eq!(devices.devices[0].factor, Some(FactorMethod::MailedCode));
        // And again the next time (S114), with a code of its own.
        let again = start(&client, &name, NEW_PASSWORD).await;
        let outcome = client.show_second_factor(again.id, &by_mail(&code)).await;
        assert_eq!(refused(outcome), "code: wrong_code");
        let code = house.code_for(&name).await.replace(' ', "");
        client.show_second_factor(again.id, &by_mail(&code)).await.unwrap();
    }

    async fn s027_a_code_stands_nowhere_in_the_database(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        house.mail_codes(&maria).await;
        let waiting = begin(&house.client(), &maria, PASSWORD).await;
        let before = house.dump().await;
        let code = house.code_for(&maria.name).await;
        let after = house.dump().await;
        let plain = code.replace(' ', "");
        for (table, rows) in before.iter().chain(&after) {
            for row in rows {
                assert!(!row.contains(&code) && !row.contains(&plain), "{table}: {row}");
            }
        }
        // The outbox knows for which sign-in it is, and nothing of it is left once it was sent.
        let id = waiting.id.to_string();
        assert!(before["outbox"].iter().any(|row| row.contains(&id)));
        assert!(!after["outbox"].iter().any(|row| row.contains(&id)));
    }

    async fn s109_c20_the_person_switches_to_an_app_alone_and_the_mailbox_opens_nothing_more(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        house.mail_codes(&maria).await;
        // A sign-in that was begun before.
        let early = house.client();
        let begun = begin(&early, &maria, PASSWORD).await;
        let before = house.code_for(&maria.name).await;
        let session = house.sign_in_by_mail(&maria).await;
        house.clock.advance(MINUTE * 5);
        // The password alone makes the proof fresh (C20): the mailbox shows nothing here.
        session.step_up(&step_up(None)).await.unwrap();
        let setup = session.begin_authenticator_setup(&BeginAuthenticatorSetup::default()).await.unwrap();
        let phone = Phone::scan(&setup.uri);
        let add = AddAuthenticator {
            setup_id: setup.id,
            name: "Phone".to_owned(),
            code: phone.code(house.clock.now()),
            current_password: PASSWORD.to_owned(), built_in: false, };
        session.add_authenticator(&add).await.unwrap();
        let state = async || {
            let user = admin.read_user(merchant.id, maria.id).await.unwrap();
            user.second_factor
        };
        assert_eq!(state().await, Some(FactorState::App));
        let outcome = early.show_second_factor(begun.id, &by_mail(&before)).await;
        assert_eq!(refused(outcome), "code: wrong_code", "there is an app now");
        assert_eq!(refused(early.send_mailed_code(begun.id).await), "not_found");
        let sent = codes_of(&house, &maria.name).await;
        house.clock.advance(MINUTE);
        let with_app = house.sign_in_with(&maria, &phone).await;
        assert_eq!(codes_of(&house, &maria.name).await, sent, "nothing is mailed any more");
        // Nor does a code from there stand for one of the app in a step-up.
        let outcome = with_app.step_up(&step_up(Some(by_mail(&before)))).await;
        assert_eq!(refused(outcome), "second_factor.code: wrong_code");
        // Without the app, the mailbox is asked for again.
        let own = with_app.list_own_second_factors().await.unwrap();
        with_app.remove_authenticator(own.authenticators[0].id).await.unwrap();
        assert_eq!(state().await, Some(FactorState::MailedCode));
        house.sign_in_by_mail(&maria).await;
    }

    async fn c06_a_mailed_code_counts_for_nothing_that_is_enforced(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        house.mail_codes(&maria).await;
        let asked = asking(None);
        let preview = admin.preview_security_policy(merchant.id, &asked).await.unwrap();
        let effect = preview.second_factor;
        assert_eq!((effect.ready, effect.asked.count), (0, 2), "both, whatever is mailed");
        require(&admin, &merchant, None).await;
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        mailed(&waiting);
        let outcome = client.begin_sign_in_setup(waiting.id).await;
        assert_eq!(refused(outcome.map(drop)), "not_found", "the mailbox first");
        let code = by_mail(&house.code_for(&maria.name).await);
        let shown = client.show_second_factor(waiting.id, &code).await.unwrap();
        assert!(matches!(shown.next, NextStep::SetUpSecondFactor { .. }));
        let outcome = client.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "not_found", "and no session from it");
    }

    async fn c12_an_unverified_user_has_no_mailbox_and_is_asked_for_no_code(database: TestDatabase) {
        let (house, merchant, _) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        let user = admin.create_user(merchant.id, &unverified(merchant.roles["cashier"]), None).await.unwrap();
        let version = user.version;
        let invited = admin.invite_user(merchant.id, user.id, None).await.unwrap();
        let (link, code) = (invited.activation_link.unwrap(), invited.code.unwrap());
        let done = Browser::new(&house).set_password_with_code(&link, &code, NEW_PASSWORD).await;
        assert_eq!(done.status, StatusCode::OK);
        let waiting = start(&house.client(), &user.sign_in_name, NEW_PASSWORD).await;
        assert!(matches!(waiting.next, NextStep::Session { .. }));
        let now = admin.read_user(merchant.id, user.id).await.unwrap();
        assert_eq!(now.second_factor, Some(FactorState::None));
        assert!(now.version >= version);
    }
}
