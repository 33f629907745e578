//! Signing in with another provider, and linking one's account there.

use std::time::Duration;

use keyholder_client::{Client, Session, TokenSink};
use keyholder_contract::{
    external_identity::{ExternalProvider, ExternalReply, StartExternalLink, StartExternalSignIn},
    password::ReportLeakedPassword,
    recovery::StartRecovery,
    session::{NextStep, SignIn},
};
use keyholder_domain::{audit::AuditAction, recovery::DEFAULT_WAIT, role::BuiltInRole};
use keyholder_store::{on_both_databases, testing::TestDatabase};

use crate::{
    second_factors::refused,
    support::{
        House, Member, Merchant, PASSWORD, Person,
        identity_provider::{Account, IdentityProvider, OTHER_TENANT},
        phone::{Enrolled, by_app, step_up},
        try_sign_in,
    },
};

const PORT: u16 = 50_000;
const STEP: Duration = Duration::from_secs(30);

/// Maria's account at the provider, and somebody else's.
pub(crate) const MARIAS: Account = Account::numbered(1);
const ANOTHER: Account = Account::numbered(2);

pub(crate) async fn scene(database: TestDatabase) -> (House, IdentityProvider, Merchant, Person) {
    let provider = IdentityProvider::start().await;
    let house = House::with(database, |config| config.oidc = Some(provider.settings())).await;
    provider.keep_time_with(&house.clock);
    let merchant = house.merchant("200001").await;
    let maria = Member::new("maria", BuiltInRole::Cashier);
    let maria = house.member(&merchant, maria).await;
    (house, provider, merchant, maria)
}

pub(crate) fn start() -> StartExternalSignIn {
    StartExternalSignIn {
        device_name: "Test".to_owned(),
        port: PORT,
    }
}

pub(crate) fn reply((state, code): (String, String)) -> ExternalReply {
    ExternalReply {
        state,
        code: Some(code),
        issuer: None,
    }
}

/// The whole round of a sign-in.
pub(crate) async fn sign_in(
    client: &Client,
    provider: &IdentityProvider,
    account: Account,
) -> keyholder_client::Result<SignIn> {
    let run = client.start_external_sign_in(&start()).await?;
    let brought = reply(provider.approve(&run.address, account));
    client.answer_external_sign_in(run.id, &brought).await
}

/// The whole round of a link.
pub(crate) async fn link(
    session: &Session,
    provider: &IdentityProvider,
    account: Account,
) -> keyholder_client::Result<keyholder_contract::external_identity::OwnExternalIdentity> {
    let wish = StartExternalLink { port: PORT };
    let run = session.start_external_link(&wish).await?;
    let brought = reply(provider.approve(&run.address, account));
    session.answer_external_link(run.id, &brought).await
}

async fn session_of(client: Client, sign_in: SignIn) -> Session {
    let NextStep::Session { tokens } = sign_in.next else {
        panic!("the sign-in waits for a step");
    };
    Session::start(client, tokens, TokenSink::none()).await
}

async fn noted(house: &House, action: AuditAction) -> usize {
    let events = house.dump().await.remove("audit_events").unwrap();
    let code = action.code();
    events.iter().filter(|event| event.contains(code)).count()
}

on_both_databases! {
    async fn s031_l05_an_account_is_linked_in_the_profile_and_signs_its_owner_in(
        database: TestDatabase
    ) {
        let (house, provider, _, maria) = scene(database).await;
        let client = house.client();
        let ways = client.list_sign_in_ways().await.unwrap();
        assert_eq!(ways.external, Some(ExternalProvider::Microsoft));
        // The token names Maria's address, which counts for nothing.
        let outcome = sign_in(&client, &provider, MARIAS).await;
        assert_eq!(refused(outcome), "identity_unknown");

        let session = house.sign_in(&maria).await;
        let own = session.read_own_external_identity().await.unwrap();
        assert_eq!((own.offered, own.linked), (ways.external, None));
        let own = link(&session, &provider, MARIAS).await.unwrap();
        assert_eq!(own.linked.unwrap().provider, ExternalProvider::Microsoft);
        assert_eq!(noted(&house, AuditAction::ExternalIdentityLinked).await, 1);
        let mails = house.mails().await;
        assert!(mails.iter().any(|mail| mail.to == maria.name && mail.subject.contains("linked")));
        // Once more changes nothing.
        link(&session, &provider, MARIAS).await.unwrap();
        assert_eq!(noted(&house, AuditAction::ExternalIdentityLinked).await, 1);

        let done = sign_in(&client, &provider, MARIAS).await.unwrap();
        let by_microsoft = session_of(client, done).await;
        assert_eq!(by_microsoft.read_me().await.unwrap().user_id, maria.id);
        let own = by_microsoft.read_own_external_identity().await.unwrap();
        assert_eq!(own.linked.unwrap().last_used_at, Some(house.clock.now()));
        // Nobody else's account, not even the same object id in another tenant.
        let elsewhere = Account { tenant: OTHER_TENANT, ..MARIAS };
        for account in [ANOTHER, elsewhere] {
            let outcome = sign_in(&house.client(), &provider, account).await;
            assert_eq!(refused(outcome), "identity_unknown", "{account:?}");
        }
        // The password goes on working.
        try_sign_in(&house.client(), &maria.name, PASSWORD).await.unwrap();
    }

    async fn l05_c20_linking_and_unlinking_take_a_fresh_proof(database: TestDatabase) {
        let (house, provider, _, maria) = scene(database).await;
        let session = house.sign_in(&maria).await;
        house.clock.advance(Duration::from_mins(6));
        assert_eq!(refused(link(&session, &provider, MARIAS).await), "step_up_required");
        // Nor does a proof that grows old while the person is at the provider's.
        session.step_up(&step_up(None)).await.unwrap();
        let wish = StartExternalLink { port: PORT };
        let run = session.start_external_link(&wish).await.unwrap();
        let brought = reply(provider.approve(&run.address, MARIAS));
        house.clock.advance(Duration::from_mins(6));
        let outcome = session.answer_external_link(run.id, &brought).await;
        assert_eq!(refused(outcome), "step_up_required");
        assert_eq!(session.read_own_external_identity().await.unwrap().linked, None);

        session.step_up(&step_up(None)).await.unwrap();
        link(&session, &provider, MARIAS).await.unwrap();
        // A sign-in at the provider is no proof here: it asks for the password.
        let client = house.client();
        let done = sign_in(&client, &provider, MARIAS).await.unwrap();
        let by_microsoft = session_of(client, done).await;
        let outcome = by_microsoft.unlink_external_identity().await;
        assert_eq!(refused(outcome), "step_up_required");
        by_microsoft.step_up(&step_up(None)).await.unwrap();
        let own = by_microsoft.unlink_external_identity().await.unwrap();
        assert_eq!(own.linked, None);
        assert_eq!(noted(&house, AuditAction::ExternalIdentityUnlinked).await, 1);
        assert_eq!(refused(by_microsoft.unlink_external_identity().await), "not_found");
        // The other sessions are over, and the account opens nothing.
        assert!(session.read_me().await.is_err());
        let outcome = sign_in(&house.client(), &provider, MARIAS).await;
        assert_eq!(refused(outcome), "identity_unknown");
    }

    async fn l05_one_account_has_one_owner_and_nobody_has_two(database: TestDatabase) {
        let (house, provider, merchant, maria) = scene(database).await;
        let paul = Member::new("paul", BuiltInRole::Cashier);
        let paul = house.member(&merchant, paul).await;
        let marias = house.sign_in(&maria).await;
        let pauls = house.sign_in(&paul).await;
        link(&marias, &provider, MARIAS).await.unwrap();
        assert_eq!(refused(link(&pauls, &provider, MARIAS).await), "identity_taken");
        assert_eq!(refused(link(&marias, &provider, ANOTHER).await), "other_identity_linked");
        // The reply to somebody's link is of no use in another session, nor for a sign-in.
        let wish = StartExternalLink { port: PORT };
        let run = pauls.start_external_link(&wish).await.unwrap();
        let brought = reply(provider.approve(&run.address, ANOTHER));
        let outcome = marias.answer_external_link(run.id, &brought).await;
        assert_eq!(refused(outcome), "not_found");
        let outcome = house.client().answer_external_sign_in(run.id, &brought).await;
        assert_eq!(refused(outcome), "not_found");
        pauls.answer_external_link(run.id, &brought).await.unwrap();
        let done = sign_in(&house.client(), &provider, ANOTHER).await.unwrap();
        assert!(matches!(done.next, NextStep::Session { .. }));
    }

    async fn c14_the_other_provider_stands_in_for_the_password_alone(database: TestDatabase) {
        let (house, provider, merchant, maria) = scene(database).await;
        let Enrolled { session, phone, .. } = house.enrol(&maria).await;
        link(&session, &provider, MARIAS).await.unwrap();
        house.clock.advance(STEP);
        let client = house.client();
        let waiting = sign_in(&client, &provider, MARIAS).await.unwrap();
        assert!(matches!(waiting.next, NextStep::SecondFactor { .. }));
        let code = by_app(&phone.code(house.clock.now()));
        let done = client.show_second_factor(waiting.id, &code).await.unwrap();
        session_of(client, done).await.read_me().await.unwrap();

        // Unlinked in the middle of it: the run is over.
        house.clock.advance(STEP);
        let client = house.client();
        let waiting = sign_in(&client, &provider, MARIAS).await.unwrap();
        let code = by_app(&phone.code(house.clock.now()));
        session.step_up(&step_up(Some(code))).await.unwrap();
        session.unlink_external_identity().await.unwrap();
        house.clock.advance(STEP);
        let code = by_app(&phone.code(house.clock.now()));
        let outcome = client.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "not_found");

        // An expired password is renewed by whoever knows it.
        let paul = Member::new("paul", BuiltInRole::Cashier);
        let paul = house.member(&merchant, paul).await;
        link(&house.sign_in(&paul).await, &provider, ANOTHER).await.unwrap();
        let expired = format!(
            "UPDATE users SET password_changed_at = 0 WHERE id = '{}'", paul.id
        );
        house.database.run(&expired).await.unwrap();
        let outcome = sign_in(&house.client(), &provider, ANOTHER).await;
        assert_eq!(refused(outcome), "password_needed");
        house.deactivate(&merchant, &paul).await;
        let outcome = sign_in(&house.client(), &provider, ANOTHER).await;
        assert_eq!(refused(outcome), "sign_in_failed");
    }

    async fn threat_13_a_service_without_a_provider_offers_none(database: TestDatabase) {
        let house = House::on(database).await;
        let client = house.client();
        assert_eq!(client.list_sign_in_ways().await.unwrap().external, None);
        assert_eq!(refused(client.start_external_sign_in(&start()).await), "not_found");
        let bad = StartExternalSignIn { device_name: " ".to_owned(), port: 80 };
        let outcome = client.start_external_sign_in(&bad).await;
        assert_eq!(refused(outcome), "device_name: required");
    }

    async fn l05_s087_whoever_reports_a_leak_is_rid_of_an_account_that_a_thief_linked(
        database: TestDatabase
    ) {
        let (house, provider, _, maria) = scene(database).await;
        let session = house.sign_in(&maria).await;
        // The thief has the password, and so far the session.
        link(&session, &provider, ANOTHER).await.unwrap();
        sign_in(&house.client(), &provider, ANOTHER).await.unwrap();
        let report = ReportLeakedPassword {
            current_password: PASSWORD.to_owned(),
            keep_confirming_devices: false,
        };
        session.report_leaked_password(&report).await.unwrap();
        let outcome = sign_in(&house.client(), &provider, ANOTHER).await;
        assert_eq!(refused(outcome), "identity_unknown");
        assert_eq!(noted(&house, AuditAction::ExternalIdentityUnlinked).await, 1);
    }

    async fn l05_c22_whoever_is_brought_back_is_rid_of_an_account_that_was_linked(
        database: TestDatabase
    ) {
        let (house, provider, merchant, _) = scene(database).await;
        let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.member(&merchant, anna).await;
        let session = house.sign_in(&anna).await;
        link(&session, &provider, ANOTHER).await.unwrap();
        house.clock.advance(Duration::from_hours(100 * 24));
        let olga = house.operator("olga").await;
        let request = StartRecovery {
            sign_in_name: anna.name.clone(),
            new_email: None,
            reason: "Phone and password lost".to_owned(),
            evidence: "Seen in person".to_owned(),
        };
        let operator = house.sign_in(&olga).await;
        let begun = operator.start_recovery(merchant.id, &request, None).await.unwrap();
        house.clock.advance(DEFAULT_WAIT);
        let operator = house.sign_in(&olga).await;
        operator.finish_recovery(merchant.id, begun.id).await.unwrap();
        let outcome = sign_in(&house.client(), &provider, ANOTHER).await;
        assert_eq!(refused(outcome), "identity_unknown");
    }
}
