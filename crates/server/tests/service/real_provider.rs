//! Signing in with another provider that is a program of its own, not one that we play: discovery, consent, codes,
//! keys and tokens are those of npm's `oidc-provider`.

use keyholder_client::{Client, Error, Session, TokenSink};
use keyholder_contract::{
    external_identity::{StartExternalLink, StartExternalStepUp},
    session::{NextStep, SignIn},
};
use keyholder_domain::{role::BuiltInRole, step_up::FRESH};
use keyholder_store::{on_both_databases, testing::TestDatabase};
use reqwest::StatusCode;

use crate::{
    external_identities::start,
    external_invitations::{administrator, by_provider},
    second_factors::refused,
    support::{
        Browser, House, Member, Merchant,
        browser::{form_token, html},
        mailbox::by_mail,
        real_provider::{ADA, Consent, EVE, MARIA, RealProvider, Visit, Visitor},
    },
};

const PORT: u16 = 50_000;
const SIGN_IN: &str = "Sign in";
const CONSENT: &str = "Permissions requested";

async fn scene(database: TestDatabase, both: bool) -> (House, RealProvider, Merchant) {
    let mut provider = RealProvider::start().await;
    let settings = provider.settings(both);
    let house = House::with(database, |config| config.oidc = Some(settings)).await;
    provider.set_time(&house.clock).await;
    let merchant = house.merchant("200001").await;
    (house, provider, merchant)
}

/// The whole round of a sign-in.
async fn sign_in(
    client: &Client,
    visitor: &mut Visitor,
    who: &str,
    consent: Consent,
) -> (Visit, keyholder_client::Result<SignIn>) {
    let run = client.start_external_sign_in(&start()).await.unwrap();
    let visit = visitor.visit(&run.address, who, consent).await;
    let outcome = client.answer_external_sign_in(run.id, &visit.reply()).await;
    (visit, outcome)
}

/// Ada opens her invitation, and comes back from the provider: the page that she ends on.
async fn follow_invitation(house: &House, visitor: &mut Visitor) -> (Visit, StatusCode) {
    let invitation = house.link_for(ADA).await;
    let mut browser = Browser::new(house);
    let token = form_token(&browser.open(&invitation).await);
    let gone = browser
        .send(&invitation, &[("form_token", &token)], &[])
        .await;
    let (_, address) = gone.header("refresh").split_once("url=").unwrap();
    browser.cookie = gone
        .header("set-cookie")
        .split(';')
        .next()
        .map(str::to_owned);
    let visit = visitor.visit(address, ADA, Consent::Accept).await;
    let done = browser.open(visit.back.as_str()).await;
    assert!(
        html(&done).contains("Sign in with Microsoft"),
        "{}",
        html(&done)
    );
    (visit, done.status)
}

async fn by_code(house: &House, client: Client, waiting: SignIn) -> Session {
    let code = by_mail(&house.code_for(ADA).await);
    let done = client.show_second_factor(waiting.id, &code).await.unwrap();
    let NextStep::Session { tokens } = done.next else {
        panic!("a session");
    };
    Session::start(client, tokens, TokenSink::none()).await
}

/// Why a reply was not believed.
fn reason<T>(outcome: keyholder_client::Result<T>) -> String {
    match outcome.err() {
        Some(Error::Problem(problem)) => problem
            .params
            .get("reason")
            .cloned()
            .unwrap_or_else(|| problem.code.code().to_owned()),
        _ => panic!("not refused"),
    }
}

on_both_databases! {
    async fn s028_s032_an_invitation_leads_through_consent_at_a_real_provider(
        database: TestDatabase
    ) {
        let (house, mut provider, merchant) = scene(database, false).await;
        let admin = administrator(&house, &merchant).await;
        admin.create_user(merchant.id, &by_provider(&merchant), None).await.unwrap();
        let mut visitor = Visitor::new();
        let (visit, status) = follow_invitation(&house, &mut visitor).await;
        assert_eq!((visit.asked, status), (vec![SIGN_IN.to_owned(), CONSENT.to_owned()], StatusCode::OK));

        // Accepted is accepted: the sign-in asks for the account alone.
        let client = house.client();
        let (visit, outcome) = sign_in(&client, &mut visitor, ADA, Consent::Refuse).await;
        assert_eq!(visit.asked, [SIGN_IN]);
        let ada = by_code(&house, client, outcome.unwrap()).await;
        assert!(ada.read_me().await.unwrap().signs_in_with.is_some());

        // Signing in anew asks for everything again, whoever is signed in there.
        house.clock.advance(FRESH);
        provider.set_time(&house.clock).await;
        assert_eq!(refused(ada.begin_passkey_setup().await), "step_up_required");
        let wish = StartExternalStepUp { port: PORT };
        let run = ada.start_external_step_up(&wish).await.unwrap();
        let visit = visitor.visit(&run.address, ADA, Consent::Accept).await;
        assert_eq!(visit.asked, [SIGN_IN]);
        ada.answer_external_step_up(run.id, &visit.reply()).await.unwrap();
        ada.begin_passkey_setup().await.unwrap();

        // Whoever sits at her computer takes the question out of the address: the provider knows her from
        // before, and says so.
        house.clock.advance(FRESH * 2);
        provider.set_time(&house.clock).await;
        let run = ada.start_external_step_up(&wish).await.unwrap();
        let address = run.address.replace("&prompt=login&max_age=0", "");
        assert_ne!(address, run.address);
        let visit = visitor.visit(&address, ADA, Consent::Accept).await;
        assert!(visit.asked.is_empty(), "{:?}", visit.asked);
        let outcome = ada.answer_external_step_up(run.id, &visit.reply()).await;
        assert_eq!(reason(outcome), "not_anew");
        assert_eq!(refused(ada.begin_passkey_setup().await), "step_up_required");
    }

    async fn l05_s031_a_real_account_is_linked_and_signs_its_owner_in(database: TestDatabase) {
        let (house, _provider, merchant) = scene(database, true).await;
        let maria = Member::new("maria", BuiltInRole::Cashier);
        let maria = house.member(&merchant, maria).await;
        let session = house.sign_in(&maria).await;
        let mut visitor = Visitor::new();
        // Saying no changes nothing.
        let (_, outcome) = sign_in(&house.client(), &mut visitor, MARIA, Consent::Refuse).await;
        assert_eq!(refused(outcome), "external_sign_in_denied");
        let run = session.start_external_link(&StartExternalLink { port: PORT }).await.unwrap();
        let visit = visitor.visit(&run.address, MARIA, Consent::Accept).await;
        session.answer_external_link(run.id, &visit.reply()).await.unwrap();

        let client = house.client();
        let (visit, outcome) = sign_in(&client, &mut visitor, MARIA, Consent::Accept).await;
        let NextStep::Session { tokens } = outcome.unwrap().next else { panic!("a session") };
        let by_microsoft = Session::start(client, tokens, TokenSink::none()).await;
        assert_eq!(by_microsoft.read_me().await.unwrap().user_id, maria.id);
        // The code was spent, and nobody else's account opens this.
        let run = house.client().start_external_sign_in(&start()).await.unwrap();
        let outcome = house.client().answer_external_sign_in(run.id, &visit.reply()).await;
        assert!(outcome.is_err());
        let (_, outcome) = sign_in(&house.client(), &mut Visitor::new(), ADA, Consent::Accept).await;
        assert_eq!(refused(outcome), "identity_unknown");
    }

    async fn threat_13_accounts_of_other_organisations_are_refused(database: TestDatabase) {
        let (house, _provider, _merchant) = scene(database, true).await;
        let client = house.client();
        let run = client.start_external_sign_in(&start()).await.unwrap();
        let visit = Visitor::new().visit(&run.address, EVE, Consent::Accept).await;
        // Entra does not name the issuer in its reply; then the token does.
        let mut brought = visit.reply();
        assert!(brought.issuer.take().is_some());
        let outcome = client.answer_external_sign_in(run.id, &brought).await;
        assert_eq!(refused(outcome), "tenant_not_permitted");
        // Where the reply names it, the code goes nowhere.
        let (_, outcome) = sign_in(&client, &mut Visitor::new(), EVE, Consent::Accept).await;
        assert_eq!(reason(outcome), "mix_up");
    }
}
