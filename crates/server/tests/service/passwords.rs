//! Passwords that expire, are changed, or may have leaked, and which ones cannot come back.

use std::time::Duration;

use keyholder_client::{Client, Error, Session, TokenSink};
use keyholder_contract::{
    audit::AuditQuery,
    password::{ChangePassword, ReportLeakedPassword, SetExpiredPassword},
    problem::{ErrorCode, FieldCode},
    session::{NextStep, SignIn, StartSignIn},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::AuditSubjectId,
    role::BuiltInRole,
    security_policy::{SecurityPolicy, SecurityProfile},
    user_status::UserStatusKind,
};
use keyholder_store::on_both_databases;

use crate::support::{House, Member, Merchant, PASSWORD, Person, try_sign_in};

const DAY: Duration = Duration::from_hours(24);

async fn maria(house: &House) -> (Merchant, Person) {
    let merchant = house.merchant("200001").await;
    let member = Member::new("maria", BuiltInRole::Cashier);
    let person = house.member(&merchant, member).await;
    (merchant, person)
}

/// A good password that differs from the others.
fn fresh(number: usize) -> String {
    format!("Vorhang-{number}{number}7-Tulpe-wKq")
}

fn change(current: &str, new: &str) -> ChangePassword {
    ChangePassword {
        current_password: current.to_owned(),
        new_password: new.to_owned(),
    }
}

fn new_password(new: &str) -> SetExpiredPassword {
    SetExpiredPassword {
        new_password: new.to_owned(),
    }
}

async fn begin(client: &Client, person: &Person, password: &str) -> SignIn {
    let request = StartSignIn {
        sign_in_name: person.name.clone(),
        password: password.to_owned(),
        device_name: "Test".to_owned(),
    };
    client.start_sign_in(&request).await.unwrap()
}

/// The codes of the unacceptable fields.
fn faults<T>(outcome: keyholder_client::Result<T>) -> Vec<(String, FieldCode)> {
    match outcome.err().unwrap() {
        Error::Problem(problem) => problem
            .errors
            .into_iter()
            .map(|fault| (fault.field, fault.code))
            .collect(),
        error => panic!("{error}"),
    }
}

async fn is_signed_in(session: &Session) -> bool {
    session.read_me().await.is_ok()
}

on_both_databases! {
    async fn s047_s085_an_expired_password_is_replaced_in_the_middle_of_the_sign_in(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        house.clock.advance(DAY * 60);
        house.sign_in(&maria).await;
        house.clock.advance(DAY * 30);
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let NextStep::PasswordExpired { rules, .. } = waiting.next else {
            panic!("90 days have passed");
        };
        assert_eq!(rules.min_chars, 12);

        let id = waiting.id;
        let short = client.set_expired_password(id, &new_password("aB3!")).await;
        assert!(faults(short).contains(&("new_password".to_owned(), FieldCode::TooShort)));
        let same = client.set_expired_password(id, &new_password(PASSWORD)).await;
        assert_eq!(faults(same), [("new_password".to_owned(), FieldCode::Reused)]);
        // Another device cannot take the step.
        let stranger = house.client().set_expired_password(id, &new_password(&fresh(1))).await;
        assert_eq!(stranger.err().unwrap().code(), Some(ErrorCode::NotFound));

        let done = client.set_expired_password(id, &new_password(&fresh(1))).await.unwrap();
        let NextStep::Session { tokens } = done.next else {
            panic!("the step leads to a session");
        };
        let session = Session::start(client.clone(), tokens, TokenSink::none()).await;
        assert!(is_signed_in(&session).await);
        let again = client.set_expired_password(id, &new_password(&fresh(2))).await;
        assert_eq!(again.err().unwrap().code(), Some(ErrorCode::NotFound), "once");
        try_sign_in(&house.client(), &maria.name, &fresh(1)).await.unwrap();
        assert!(try_sign_in(&house.client(), &maria.name, PASSWORD).await.is_err());
        let events = house.dump().await["audit_events"].join("\n");
        assert!(events.contains(AuditAction::PasswordChanged.code()), "{}", merchant.id);
        assert_eq!(house.mails().await.last().unwrap().to, maria.name, "a notice");
    }

    async fn reg_reset_step_cannot_be_skipped(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        house.clock.advance(DAY * 60);
        house.sign_in(&maria).await;
        house.clock.advance(DAY * 30);
        let client = house.client();
        let first = begin(&client, &maria, PASSWORD).await.id;
        // Beginning anew gives no session either, and voids the step that waited.
        let second = begin(&client, &maria, PASSWORD).await;
        assert!(matches!(second.next, NextStep::PasswordExpired { .. }));
        let old = client.set_expired_password(first, &new_password(&fresh(1))).await;
        assert_eq!(old.err().unwrap().code(), Some(ErrorCode::NotFound));
        // Ten minutes are enough.
        house.clock.advance(Duration::from_mins(10));
        let late = client.set_expired_password(second.id, &new_password(&fresh(1))).await;
        assert_eq!(late.err().unwrap().code(), Some(ErrorCode::NotFound));
        // Who was switched off meanwhile gets neither a password nor a session.
        let third = begin(&client, &maria, PASSWORD).await.id;
        house.deactivate(&merchant, &maria).await;
        let before = house.dump().await;
        let off = client.set_expired_password(third, &new_password(&fresh(1))).await;
        assert_eq!(off.err().unwrap().code(), Some(ErrorCode::SignInFailed));
        assert_eq!(house.dump().await["password_credentials"], before["password_credentials"]);
    }

    async fn s088_s089_c08_neither_the_last_five_nor_those_of_a_day_come_back(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let session = house.sign_in(&maria).await;
        let mut current = PASSWORD.to_owned();
        for number in 1..=6 {
            let next = fresh(number);
            session.change_own_password(&change(&current, &next)).await.unwrap();
            current = next;
        }
        // Six quick changes: the first one was valid within 24 hours.
        let back = session.change_own_password(&change(&current, PASSWORD)).await;
        assert_eq!(faults(back), [("new_password".to_owned(), FieldCode::Reused)]);
        house.clock.advance(DAY);
        let client = house.client();
        let tokens = try_sign_in(&client, &maria.name, &current).await.unwrap();
        let session = Session::start(client, tokens, TokenSink::none()).await;
        for number in 2..=6 {
            let back = session.change_own_password(&change(&current, &fresh(number))).await;
            assert_eq!(
                faults(back),
                [("new_password".to_owned(), FieldCode::Reused)],
                "the last five: {number}"
            );
        }
        session.change_own_password(&change(&current, &fresh(1))).await.unwrap();
    }

    async fn a_changed_password_ends_the_other_sessions(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let other = house.sign_in(&maria).await;
        let session = house.sign_in(&maria).await;
        assert!(is_signed_in(&other).await);
        session.change_own_password(&change(PASSWORD, &fresh(1))).await.unwrap();
        assert!(is_signed_in(&session).await);
        assert!(!is_signed_in(&other).await, "reg: security_change_kills_tokens");
        assert!(try_sign_in(&house.client(), &maria.name, PASSWORD).await.is_err());
        try_sign_in(&house.client(), &maria.name, &fresh(1)).await.unwrap();
    }

    async fn reg_factor_limits_every_endpoint_wrong_present_passwords_count(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let session = house.sign_in(&maria).await;
        for _ in 0..5 {
            let wrong = session.change_own_password(&change("Wrong-Horse-7", &fresh(1))).await;
            assert_eq!(
                faults(wrong),
                [("current_password".to_owned(), FieldCode::WrongPassword)]
            );
        }
        let locked = session.change_own_password(&change(PASSWORD, &fresh(1))).await;
        assert_eq!(locked.unwrap_err().code(), Some(ErrorCode::TooManyRequests));
        house.clock.advance(Duration::from_mins(30));
        session.change_own_password(&change(PASSWORD, &fresh(1))).await.unwrap();
    }

    async fn s084_names_of_the_person_and_the_company_are_refused_here_too(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let session = house.sign_in(&maria).await;
        for name in ["Maria", "Merchant"] {
            let new = format!("xK3!{name}-wq8Zt");
            let refused = session.change_own_password(&change(PASSWORD, &new)).await;
            assert!(faults(refused).contains(&("new_password".to_owned(), FieldCode::HoldsName)));
        }
    }

    async fn s087_a_leaked_password_opens_nothing_and_the_administrators_hear_of_it(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.member(&merchant, anna).await;
        let admin = house.sign_in(&anna).await;
        // A policy under which no password ages: it must change all the same.
        let nist = SecurityPolicy::of(SecurityProfile::Nist);
        admin.change_security_policy(merchant.id, 1, &nist).await.unwrap();
        let other = house.sign_in(&maria).await;
        let session = house.sign_in(&maria).await;
        let report = ReportLeakedPassword {
            current_password: PASSWORD.to_owned(),
            keep_confirming_devices: false,
        };
        session.report_leaked_password(&report).await.unwrap();
        assert!(!is_signed_in(&session).await && !is_signed_in(&other).await);
        // The thief is not let in to set a new one, either.
        let thief = try_sign_in(&house.client(), &maria.name, PASSWORD).await.err().unwrap();
        assert_eq!(thief.code(), Some(ErrorCode::SignInFailed));
        let user = admin.read_user(merchant.id, maria.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::PasswordExpired);
        let log = admin.list_audit_events(merchant.id, &AuditQuery { about: Some(AuditSubjectId::from_uuid(maria.id.as_uuid())), ..AuditQuery::default() }).await.unwrap();
        assert!(log.items.iter().any(|entry| entry.action == AuditAction::PasswordLeaked));

        let mails = house.mails().await;
        let to_admin = mails.iter().find(|mail| mail.to == anna.name).unwrap();
        assert!(to_admin.text.contains("maria Example") && to_admin.link.is_empty());
        let link = house.link_for(&maria.name).await;
        let mut browser = crate::support::Browser::new(&house);
        let short = browser.set_password(&link, "Tulpe-7-Wagen").await;
        assert_eq!(short.status.as_u16(), 422, "the rules of NIST: 15 characters");
        browser.set_password(&link, "Ein-langer-Vorhang-77-Tulpen").await;
        try_sign_in(&house.client(), &maria.name, "Ein-langer-Vorhang-77-Tulpen").await.unwrap();
    }
}
