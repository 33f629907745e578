//! A customer that asks for a second factor: from each user's next sign-in on, with a set-up for who
//! has none.

use std::time::Duration;

use keyholder_client::{Client, Session, TokenSink};
use keyholder_contract::{
    password::SetExpiredPassword,
    problem::ErrorCode,
    second_factor::CompleteSignInSetup,
    session::{EnrolledSignIn, NextStep, SignIn},
};
use keyholder_domain::{
    ids::SignInId, role::BuiltInRole, second_factor_requirement::SecondFactorRequirement,
    security_policy::SecurityPolicy, timestamp::Timestamp,
};
use keyholder_server::mail::ShownMail;
use keyholder_store::on_both_databases;

use crate::{
    second_factors::{refused, scene},
    support::{
        House, Member, Merchant, PASSWORD, Person,
        phone::{Phone, begin, by_app},
    },
};

const DAY: Duration = Duration::from_hours(24);
const STEP: Duration = Duration::from_secs(30);
const NEW_PASSWORD: &str = "Vorhang-77-Tulpe-wKq";

pub(crate) fn asking(from: Option<Timestamp>) -> SecurityPolicy {
    SecurityPolicy {
        second_factor: SecondFactorRequirement::Required { from },
        ..SecurityPolicy::PAYMENTS
    }
}

/// An administrator and their session.
pub(crate) async fn administrator(house: &House, at: &Merchant, name: &str) -> (Person, Session) {
    let anna = Member::new(name, BuiltInRole::MerchantAdministrator);
    let anna = house.member(at, anna).await;
    let session = house.sign_in(&anna).await;
    (anna, session)
}

/// Asks for a second factor, at once or from a moment on.
pub(crate) async fn require(admin: &Session, at: &Merchant, from: Option<Timestamp>) {
    let version = admin.read_security_policy(at.id).await.unwrap().version;
    admin
        .change_security_policy(at.id, version, &asking(from))
        .await
        .unwrap();
}

fn is_set_up(sign_in: &SignIn) -> bool {
    matches!(sign_in.next, NextStep::SetUpSecondFactor { .. })
}

/// Whether somebody who signs in now has to set one up.
pub(crate) async fn is_asked(house: &House, person: &Person) -> bool {
    is_set_up(&begin(&house.client(), person, PASSWORD).await)
}

/// Sets an authenticator up in a sign-in that waits for that.
async fn set_up(house: &House, client: &Client, id: SignInId) -> (Phone, EnrolledSignIn) {
    let setup = client.begin_sign_in_setup(id).await.unwrap();
    let phone = Phone::scan(&setup.uri);
    let first = CompleteSignInSetup {
        setup_id: setup.id,
        name: "Phone".to_owned(),
        code: phone.code(house.clock.now()),
    };
    let enrolled = client.complete_sign_in_setup(id, &first).await.unwrap();
    (phone, enrolled)
}

/// Signs somebody in whose session is long over, by a set-up that is asked for.
pub(crate) async fn sign_in_by_set_up(house: &House, person: &Person) -> Session {
    let client = house.client();
    let waiting = begin(&client, person, PASSWORD).await;
    let (_, enrolled) = set_up(house, &client, waiting.id).await;
    session(client, enrolled.sign_in).await
}

async fn session(client: Client, sign_in: SignIn) -> Session {
    let NextStep::Session { tokens } = sign_in.next else {
        panic!("a session");
    };
    Session::start(client, tokens, TokenSink::none()).await
}

on_both_databases! {
    async fn s111_s112_s113_s114_from_the_next_sign_in_whoever_has_none_sets_one_up(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let (anna, admin) = administrator(&house, &merchant, "anna").await;
        let before = house.sign_in(&maria).await;
        require(&admin, &merchant, None).await;
        assert!(before.read_me().await.is_ok(), "sessions that have begun go on");
        assert!(admin.read_me().await.is_ok());
        assert!(is_asked(&house, &anna).await, "whoever decided it as well");

        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        assert!(is_set_up(&waiting));
        let id = waiting.id;
        // Nothing but the set-up leads on.
        let code = client.show_second_factor(id, &by_app("123456")).await;
        assert_eq!(refused(code), "not_found");
        let new = SetExpiredPassword { new_password: NEW_PASSWORD.to_owned() };
        assert_eq!(refused(client.set_expired_password(id, &new).await), "not_found");
        assert_eq!(refused(house.client().begin_sign_in_setup(id).await), "not_found", "another device");

        let former = client.begin_sign_in_setup(id).await.unwrap();
        let setup = client.begin_sign_in_setup(id).await.unwrap();
        assert_eq!((setup.digits, setup.period_seconds), (6, 30), "S113");
        let phone = Phone::scan(&setup.uri);
        let code = phone.code(house.clock.now());
        let first = |setup_id, name: &str, code: &str| CompleteSignInSetup {
            setup_id,
            name: name.to_owned(),
            code: code.to_owned(),
        };
        let old = Phone::scan(&former.uri).code(house.clock.now());
        let outcome = client.complete_sign_in_setup(id, &first(former.id, "Phone", &old)).await;
        assert_eq!(refused(outcome), "not_found", "the newest secret alone");
        let outcome = client.complete_sign_in_setup(id, &first(setup.id, "Phone", "000000")).await;
        assert_eq!(refused(outcome), "code: wrong_code");
        let outcome = client.complete_sign_in_setup(id, &first(setup.id, " ", &code)).await;
        assert_eq!(refused(outcome), "name: required");
        let other = house.client();
        let outcome = other.complete_sign_in_setup(id, &first(setup.id, "Phone", &code)).await;
        assert_eq!(refused(outcome), "not_found", "another device");
        assert!(before.read_me().await.is_ok(), "until then nothing has changed");

        let enrolled = client.complete_sign_in_setup(id, &first(setup.id, "Phone", &code)).await.unwrap();
        assert_eq!(enrolled.recovery_codes.len(), 10);
        let session = session(client, enrolled.sign_in).await;
        let own = session.list_own_second_factors().await.unwrap();
        assert_eq!((own.authenticators.len(), own.recovery_codes_left), (1, 10));
        assert!(before.read_me().await.is_err(), "sessions without it end");
        // The session has shown it: it may change factors at once.
        session.renew_recovery_codes().await.unwrap();
        let told = |mail: &ShownMail| mail.to == maria.name && mail.subject.contains("authenticator");
        assert!(house.mails().await.iter().any(told), "the owner is told");

        // From then on it is asked for every time, on every device, and the first code is spent.
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        assert!(matches!(waiting.next, NextStep::SecondFactor { .. }));
        let outcome = client.show_second_factor(waiting.id, &by_app(&code)).await;
        assert_eq!(refused(outcome), "code: code_used");
        house.clock.advance(STEP);
        house.sign_in_with(&maria, &phone).await;
        assert!(matches!(begin(&house.client(), &maria, PASSWORD).await.next, NextStep::SecondFactor { .. }));
    }

    async fn s112_an_expired_password_comes_first_and_the_sign_in_goes_on(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        house.clock.advance(DAY * 60);
        house.sign_in(&maria).await;
        house.clock.advance(DAY * 30);
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        require(&admin, &merchant, None).await;
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        assert!(matches!(waiting.next, NextStep::PasswordExpired { .. }));
        assert_eq!(refused(client.begin_sign_in_setup(waiting.id).await), "not_found", "not yet");
        let new = SetExpiredPassword { new_password: NEW_PASSWORD.to_owned() };
        let next = client.set_expired_password(waiting.id, &new).await.unwrap();
        assert!(is_set_up(&next) && next.id == waiting.id);
        let (_, enrolled) = set_up(&house, &client, next.id).await;
        session(client, enrolled.sign_in).await.read_me().await.unwrap();
    }

    async fn s112_what_changes_meanwhile_decides_the_next_step(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        require(&admin, &merchant, None).await;
        // Set up on one device: the other sign-in, which waits for a set-up, now asks for the code.
        let (one, other) = (house.client(), house.client());
        let first = begin(&one, &maria, PASSWORD).await;
        let second = begin(&other, &maria, PASSWORD).await;
        let setup = other.begin_sign_in_setup(second.id).await.unwrap();
        let (phone, _) = set_up(&house, &one, first.id).await;
        let theirs = CompleteSignInSetup {
            setup_id: setup.id,
            name: "Phone".to_owned(),
            code: Phone::scan(&setup.uri).code(house.clock.now()),
        };
        let outcome = other.complete_sign_in_setup(second.id, &theirs).await;
        assert_eq!(refused(outcome), "not_found", "who knows the password alone adds nothing");
        house.clock.advance(STEP);
        let code = by_app(&phone.code(house.clock.now()));
        let done = other.show_second_factor(second.id, &code).await.unwrap();
        assert!(matches!(done.next, NextStep::Session { .. }));

        // No longer asked for: whoever has none gets in with the password.
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let client = house.client();
        let waiting = begin(&client, &ben, PASSWORD).await;
        let version = admin.read_security_policy(merchant.id).await.unwrap().version;
        admin.change_security_policy(merchant.id, version, &SecurityPolicy::PAYMENTS).await.unwrap();
        assert_eq!(refused(client.begin_sign_in_setup(waiting.id).await), "not_found");
        house.sign_in(&ben).await;
        // The step waits for ten minutes.
        require(&admin, &merchant, None).await;
        let waiting = begin(&client, &ben, PASSWORD).await;
        house.clock.advance(Duration::from_mins(10));
        assert_eq!(refused(client.begin_sign_in_setup(waiting.id).await), "not_found");
    }

    async fn c06_it_begins_on_its_day_and_c18_one_customer_that_asks_is_enough(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let (anna, admin) = administrator(&house, &merchant, "anna").await;
        let elsewhere = house.merchant("200002").await;
        let both = house.member(&elsewhere, Member::new("both", BuiltInRole::Cashier)).await;
        let invited = house.member(&elsewhere, Member::new("invited", BuiltInRole::Cashier)).await;
        house.join(&merchant, &both, Member::new("both", BuiltInRole::Cashier)).await;
        house.join(&merchant, &invited, Member::new("invited", BuiltInRole::Cashier).pending()).await;
        let day = house.clock.now() + DAY * 2;
        require(&admin, &merchant, Some(day)).await;
        assert!(!is_asked(&house, &maria).await);
        house.clock.set(day - Duration::from_micros(1));
        assert!(!is_asked(&house, &maria).await);
        house.clock.set(day);
        assert!(is_asked(&house, &maria).await);
        assert!(is_asked(&house, &both).await);
        assert!(!is_asked(&house, &invited).await, "has not accepted");

        let admin = sign_in_by_set_up(&house, &anna).await;
        let view = admin.read_security_policy(merchant.id).await.unwrap();
        let far = asking(Some(house.clock.now() + DAY * 366));
        let outcome = admin.change_security_policy(merchant.id, view.version, &far).await;
        assert_eq!(refused(outcome), "second_factor.from: out_of_range");
        // Other changes keep what has begun.
        let policy = SecurityPolicy { inactivity_days: 60, ..view.policy };
        admin.change_security_policy(merchant.id, view.version, &policy).await.unwrap();
        assert!(is_asked(&house, &maria).await);
        let cashier = house.sign_in(&invited).await;
        let outcome = cashier.change_security_policy(elsewhere.id, 1, &asking(None)).await;
        assert_eq!(outcome.unwrap_err().code(), Some(ErrorCode::PermissionMissing));
    }

    async fn goal_10_a_set_up_that_is_sent_twice_at_once_counts_once(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        require(&admin, &merchant, None).await;
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let setup = client.begin_sign_in_setup(waiting.id).await.unwrap();
        let first = CompleteSignInSetup {
            setup_id: setup.id,
            name: "Phone".to_owned(),
            code: Phone::scan(&setup.uri).code(house.clock.now()),
        };
        let send = || client.complete_sign_in_setup(waiting.id, &first);
        let (one, other) = tokio::join!(send(), send());
        let (right, wrong) = if one.is_ok() { (one, other) } else { (other, one) };
        assert_eq!(refused(wrong), "not_found");
        let session = session(client, right.unwrap().sign_in).await;
        let own = session.list_own_second_factors().await.unwrap();
        assert_eq!((own.authenticators.len(), own.recovery_codes_left), (1, 10));
    }
}
