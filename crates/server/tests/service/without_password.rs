//! People without a password (C14, decision 44): what takes its place where the service asks for one.

use std::time::Duration;

use keyholder_client::{Session, TokenSink};
use keyholder_contract::{
    external_identity::{ExternalProvider, ExternalSignIn, StartExternalLink, StartExternalStepUp},
    profile::AcceptMembership,
    recovery::StartRecovery,
    second_factor::{
        AddAuthenticator, BeginAuthenticatorSetup, ShowSecondFactor, StepUp, SteppedUp,
    },
    session::NextStep,
    user::{CreateUser, User},
};
use keyholder_domain::{
    ids::RoleId, recovery::DEFAULT_WAIT, role::BuiltInRole, sign_in_way::SignInWay, step_up::FRESH,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};
use reqwest::StatusCode;
use serde_json::json;

use crate::{
    external_identities::{MARIAS, reply, scene, sign_in},
    external_invitations::{ADAS, ADDRESS, administrator, by_provider, go, says, vouching},
    second_factors::refused,
    support::{
        Browser, House, Member, Merchant, PASSWORD, Person,
        identity_provider::{Account, IdentityProvider},
        mailbox::by_mail,
        phone::{Phone, by_app, step_up},
        requests::verified,
    },
};

const PORT: u16 = 50_000;
const STEP: Duration = Duration::from_secs(30);

/// Ada, who was added for Microsoft and has just signed in for the first time.
pub(crate) struct Scene {
    pub(crate) house: House,
    pub(crate) provider: IdentityProvider,
    pub(crate) merchant: Merchant,
    pub(crate) maria: Person,
    pub(crate) user: User,
    ada: Session,
}

pub(crate) async fn arrived(database: TestDatabase, role: BuiltInRole) -> Scene {
    let (house, provider, merchant, maria) = scene(database).await;
    let admin = administrator(&house, &merchant).await;
    let request = CreateUser {
        role_ids: vec![merchant.roles[role.code()]],
        ..by_provider(&merchant)
    };
    let user = admin
        .create_user(merchant.id, &request, None)
        .await
        .unwrap();
    let invitation = house.link_for(ADDRESS).await;
    let mut browser = Browser::new(&house);
    provider.twist(vouching(ADDRESS));
    let back = go(&mut browser, &provider, &invitation, ADAS).await;
    assert_eq!(browser.open(&back).await.status, StatusCode::OK);
    let ada = come_in(&house, &provider).await;
    Scene {
        house,
        provider,
        merchant,
        maria,
        user,
        ada,
    }
}

async fn come_in(house: &House, provider: &IdentityProvider) -> Session {
    let client = house.client();
    let waiting = sign_in(&client, provider, ADAS).await.unwrap();
    let code = by_mail(&house.code_for(ADDRESS).await);
    let done = client.show_second_factor(waiting.id, &code).await.unwrap();
    let NextStep::Session { tokens } = done.next else {
        panic!("a session");
    };
    Session::start(client, tokens, TokenSink::none()).await
}

async fn begin(session: &Session) -> keyholder_client::Result<ExternalSignIn> {
    let wish = StartExternalStepUp { port: PORT };
    session.start_external_step_up(&wish).await
}

/// Signs in anew at the provider, with this account.
async fn prove(
    session: &Session,
    provider: &IdentityProvider,
    account: Account,
) -> keyholder_client::Result<SteppedUp> {
    let run = begin(session).await?;
    let brought = reply(provider.approve(&run.address, account));
    session.answer_external_step_up(run.id, &brought).await
}

fn by_code_alone(code: ShowSecondFactor) -> StepUp {
    StepUp {
        password: String::new(),
        ..step_up(Some(code))
    }
}

/// Sets an authenticator up without a password.
async fn enrol(scene: &Scene) -> keyholder_client::Result<Phone> {
    let request = BeginAuthenticatorSetup::default();
    let setup = scene.ada.begin_authenticator_setup(&request).await?;
    let phone = Phone::scan(&setup.uri);
    let request = AddAuthenticator {
        setup_id: setup.id,
        name: "Phone".to_owned(),
        code: phone.code(scene.house.clock.now()),
        current_password: String::new(),
        built_in: false,
    };
    let added = scene.ada.add_authenticator(&request).await?;
    assert_eq!(added.recovery_codes.len(), 10);
    Ok(phone)
}

/// Another customer adds Ada, and invites her; gives its administrator.
async fn invited_elsewhere(scene: &Scene, way: SignInWay) -> (Merchant, Session, User) {
    let kiosk = scene.house.merchant("200002").await;
    let keeper = Member::new("keeper", BuiltInRole::MerchantAdministrator);
    let keeper = scene.house.member(&kiosk, keeper).await;
    let keeper = scene.house.sign_in(&keeper).await;
    let role: RoleId = kiosk.roles["cashier"];
    let request = CreateUser {
        invite: true,
        sign_in_way: way,
        ..verified("ada", role)
    };
    let user = keeper.create_user(kiosk.id, &request, None).await.unwrap();
    (kiosk, keeper, user)
}

on_both_databases! {
    async fn c14_s106_the_first_authenticator_is_set_up_after_signing_in_at_the_provider(
        database: TestDatabase
    ) {
        let scene = arrived(database, BuiltInRole::Cashier).await;
        let Scene { house, provider, ada, .. } = &scene;
        // The app learns whom it must not ask for a password.
        let me = ada.read_me().await.unwrap();
        assert_eq!(me.signs_in_with, Some(ExternalProvider::Microsoft));
        let maria = house.sign_in(&scene.maria).await;
        assert_eq!(maria.read_me().await.unwrap().signs_in_with, None);

        // The sign-in was the proof, for its five minutes.
        house.clock.advance(FRESH);
        let request = BeginAuthenticatorSetup::default();
        let outcome = ada.begin_authenticator_setup(&request).await;
        assert_eq!(refused(outcome), "step_up_required");
        prove(ada, provider, ADAS).await.unwrap();
        // Nor does a proof count that grows old between the two steps.
        let setup = ada.begin_authenticator_setup(&request).await.unwrap();
        house.clock.advance(FRESH);
        let late = AddAuthenticator {
            setup_id: setup.id,
            name: "Phone".to_owned(),
            code: Phone::scan(&setup.uri).code(house.clock.now()),
            current_password: PASSWORD.to_owned(),
            built_in: false,
        };
        assert_eq!(refused(ada.add_authenticator(&late).await), "step_up_required");

        prove(ada, provider, ADAS).await.unwrap();
        let phone = enrol(&scene).await.unwrap();
        // From now on the code is shown alone, and the provider proves nothing.
        house.clock.advance(FRESH);
        assert_eq!(refused(ada.renew_recovery_codes().await), "step_up_required");
        assert_eq!(refused(prove(ada, provider, ADAS).await), "step_up_required");
        let nothing = StepUp { password: String::new(), second_factor: None };
        assert_eq!(refused(ada.step_up(&nothing).await), "second_factor.code: required");
        let wrong = by_code_alone(by_app("000000"));
        assert_eq!(refused(ada.step_up(&wrong).await), "second_factor.code: wrong_code");
        house.clock.advance(STEP);
        let code = by_app(&phone.code(house.clock.now()));
        ada.step_up(&by_code_alone(code)).await.unwrap();
        ada.renew_recovery_codes().await.unwrap();
        // Whoever has a password still types it.
        assert_eq!(refused(maria.step_up(&nothing).await), "password: required");
    }

    async fn c14_c20_only_ones_own_account_asked_for_just_now_is_a_proof(database: TestDatabase) {
        let scene = arrived(database, BuiltInRole::Cashier).await;
        let Scene { house, provider, ada, .. } = &scene;
        house.clock.advance(FRESH);
        let now = house.clock.now().as_seconds();
        for (account, asked_at, code) in [
            // Somebody else's account, in the same browser.
            (MARIAS, json!(now), "not_own_identity"),
            // The provider knew them from yesterday.
            (ADAS, json!(now - 86_400), "external_reply_refused"),
            (ADAS, json!(now + 3_600), "external_reply_refused"),
            (ADAS, json!(1e300), "external_reply_refused"),
            (ADAS, json!(null), "external_reply_refused"),
            (ADAS, json!("now"), "external_reply_refused"),
        ] {
            provider.twist(says(json!({ "auth_time": asked_at })));
            assert_eq!(refused(prove(ada, provider, account).await), code, "{asked_at}");
            let still = ada.unlink_external_identity().await;
            assert_eq!(refused(still), "step_up_required", "{asked_at}");
        }
        // A reply counts once, in its own session, and for its own purpose.
        provider.twist(vouching(ADDRESS));
        let run = begin(ada).await.unwrap();
        let brought = reply(provider.approve(&run.address, ADAS));
        let maria = house.sign_in(&scene.maria).await;
        for outcome in [
            maria.answer_external_step_up(run.id, &brought).await.map(drop),
            house.client().answer_external_sign_in(run.id, &brought).await.map(drop),
        ] {
            assert_eq!(refused(outcome), "not_found");
        }
        ada.answer_external_step_up(run.id, &brought).await.unwrap();
        let outcome = ada.answer_external_step_up(run.id, &brought).await;
        assert_eq!(refused(outcome), "not_found");
        let link = ada.start_external_link(&StartExternalLink { port: PORT }).await.unwrap();
        let brought = reply(provider.approve(&link.address, ADAS));
        let outcome = ada.answer_external_step_up(link.id, &brought).await;
        assert_eq!(refused(outcome), "external_reply_refused");
        // Now it says no more than it did: the account is the only way in.
        assert_eq!(refused(ada.unlink_external_identity().await), "no_password_here");
        // Whoever has a password shows that.
        assert_eq!(refused(begin(&maria).await), "step_up_required");
    }

    async fn c14_l13_one_more_customer_is_accepted_with_a_fresh_proof(database: TestDatabase) {
        let scene = arrived(database, BuiltInRole::Cashier).await;
        let Scene { house, provider, ada, .. } = &scene;
        // The other customer chose a password, and learns nothing of what Ada has.
        let (kiosk, keeper, user) = invited_elsewhere(&scene, SignInWay::Password).await;
        assert_eq!(user.sign_in_way, SignInWay::Password);
        let offers = ada.read_me().await.unwrap().offers;
        assert_eq!(offers.len(), 1);
        // The link leads to the app: there is no password to ask for on a page.
        let page = Browser::new(house).open(&house.link_for(ADDRESS).await).await;
        let page = crate::support::browser::html(&page);
        assert!(!page.contains("type=\"password\""), "{page}");

        house.clock.advance(FRESH);
        let nothing = AcceptMembership { password: String::new() };
        let outcome = ada.accept_membership(kiosk.id, &nothing).await;
        assert_eq!(refused(outcome), "step_up_required");
        prove(ada, provider, ADAS).await.unwrap();
        let me = ada.accept_membership(kiosk.id, &nothing).await.unwrap();
        assert_eq!((me.memberships.len(), me.offers.len()), (2, 0));
        let seen = keeper.read_user(kiosk.id, user.id).await.unwrap();
        assert_eq!(seen.sign_in_way, SignInWay::External);
        assert_eq!(refused(keeper.send_reset_link(kiosk.id, user.id, None).await), "no_password_here");
        // Whoever has a password cannot leave it out.
        let maria = house.sign_in(&scene.maria).await;
        let request = CreateUser { invite: true, ..verified("maria", kiosk.roles["cashier"]) };
        keeper.step_up(&step_up(None)).await.unwrap();
        keeper.create_user(kiosk.id, &request, None).await.unwrap();
        let outcome = maria.accept_membership(kiosk.id, &nothing).await;
        assert_eq!(refused(outcome), "password: required");
    }

    async fn c14_c22_whoever_is_brought_back_sets_a_first_password(database: TestDatabase) {
        let scene = arrived(database, BuiltInRole::MerchantAdministrator).await;
        let Scene { house, provider, merchant, ada, .. } = &scene;
        enrol(&scene).await.unwrap();
        house.clock.advance(Duration::from_hours(100 * 24));
        let olga = house.operator("olga").await;
        let request = StartRecovery {
            sign_in_name: ADDRESS.to_owned(),
            new_email: None,
            reason: "Phone lost, and the account at Microsoft closed".to_owned(),
            evidence: "Seen in person".to_owned(),
        };
        let operator = house.sign_in(&olga).await;
        let begun = operator.start_recovery(merchant.id, &request, None).await.unwrap();
        house.clock.advance(DEFAULT_WAIT);
        let operator = house.sign_in(&olga).await;
        operator.finish_recovery(merchant.id, begun.id).await.unwrap();
        // The account that is gone opens nothing, nor does a session that was left open.
        let outcome = sign_in(&house.client(), provider, ADAS).await;
        assert_eq!(refused(outcome), "identity_unknown");
        assert!(ada.read_me().await.is_err());

        let link = house.link_for(ADDRESS).await;
        let set = Browser::new(house).set_password(&link, PASSWORD).await;
        assert_eq!(set.status, StatusCode::OK);
        let client = house.client();
        let tokens = house.tokens_by_mail(&client, ADDRESS, PASSWORD).await;
        let ada = Session::start(client, tokens, TokenSink::none()).await;
        let me = ada.read_me().await.unwrap();
        assert_eq!((me.user_id, me.signs_in_with), (scene.user.id, None));
        ada.step_up(&step_up(None)).await.unwrap();
    }
}
