//! Whoever is added for another provider: the invitation links their account, and they have no password.

use std::time::Duration;

use keyholder_client::{Session, TokenSink};
use keyholder_contract::{
    password::{ReportLeakedPassword, RequestPasswordReset},
    problem::ErrorCode,
    session::NextStep,
    user::{CreateUser, User, UserAction},
};
use keyholder_domain::{role::BuiltInRole, sign_in_way::SignInWay, user_status::UserStatusKind};
use keyholder_store::on_both_databases;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    external_identities::{MARIAS, link, scene, sign_in},
    second_factors::refused,
    support::{
        Browser, House, Member, Merchant, PASSWORD,
        browser::{form_token, html},
        identity_provider::{Account, IdentityProvider, Twist},
        mailbox::by_mail,
        phone::step_up,
        requests::{unverified, verified},
        try_sign_in,
    },
};

pub(crate) const ADAS: Account = Account::numbered(7);
pub(crate) const ADDRESS: &str = "ada@example.com";

pub(crate) fn by_provider(merchant: &Merchant) -> CreateUser {
    CreateUser {
        invite: true,
        sign_in_way: SignInWay::External,
        ..verified("ada", merchant.roles["cashier"])
    }
}

/// The provider has verified this address.
pub(crate) fn vouching(address: &str) -> Twist {
    says(json!({ "email": address, "xms_edov": true }))
}

pub(crate) fn says(claims: Value) -> Twist {
    Twist {
        claims,
        ..Twist::default()
    }
}

pub(crate) async fn administrator(house: &House, merchant: &Merchant) -> Session {
    let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(merchant, anna).await;
    house.sign_in(&anna).await
}

/// Sends the form of the invitation, and chooses an account: the address that the browser comes back to.
pub(crate) async fn go(
    browser: &mut Browser<'_>,
    provider: &IdentityProvider,
    invitation: &str,
    account: Account,
) -> String {
    let page = browser.open(invitation).await;
    let shown = html(&page);
    assert!(shown.contains("Go on to Microsoft"), "{shown}");
    assert!(
        !shown.contains("password\""),
        "nobody is asked for one: {shown}"
    );
    let token = form_token(&page);
    let gone = browser
        .send(invitation, &[("form_token", &token)], &[])
        .await;
    assert_eq!(gone.status, StatusCode::OK);
    let (_, address) = gone.header("refresh").split_once("url=").unwrap();
    let cookie = gone.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    browser.cookie = cookie.split(';').next().map(str::to_owned);
    let (state, code) = provider.approve(address, account);
    format!("http://service/account/linked?state={state}&code={code}")
}

fn is_refused(user: &User, action: UserAction) -> Option<ErrorCode> {
    let found = user.actions.iter().find(|state| state.action == action);
    found.unwrap().refusal
}

on_both_databases! {
    async fn s028_s029_an_invitation_links_the_account_of_its_address(database: TestDatabase) {
        let (house, provider, merchant, _) = scene(database).await;
        let admin = administrator(&house, &merchant).await;
        let user = admin.create_user(merchant.id, &by_provider(&merchant), None).await.unwrap();
        assert_eq!(user.sign_in_way, SignInWay::External);
        let mails = house.mails().await;
        let letter = mails.iter().find(|mail| mail.to == ADDRESS).unwrap();
        assert!(letter.text.contains("it leads to Microsoft"), "{}", letter.text);
        let invitation = house.link_for(ADDRESS).await;
        let mut browser = Browser::new(&house);
        provider.twist(vouching("Ada@Example.com"));
        let back = go(&mut browser, &provider, &invitation, ADAS).await;
        // Nothing has happened so far, and another browser ends nothing.
        assert_eq!(Browser::new(&house).open(&back).await.status, StatusCode::GONE);
        assert_eq!(refused(sign_in(&house.client(), &provider, ADAS).await), "identity_unknown");
        let done = browser.open(&back).await;
        assert_eq!(done.status, StatusCode::OK, "{}", html(&done));
        assert!(html(&done).contains("Sign in with Microsoft"));
        assert_eq!(Browser::new(&house).open(&invitation).await.status, StatusCode::GONE);

        // The mailed code stays the second factor (C14).
        let client = house.client();
        let waiting = sign_in(&client, &provider, ADAS).await.unwrap();
        let code = by_mail(&house.code_for(ADDRESS).await);
        let done = client.show_second_factor(waiting.id, &code).await.unwrap();
        let NextStep::Session { tokens } = done.next else { panic!("a session") };
        let ada = Session::start(client, tokens, TokenSink::none()).await;
        assert_eq!(ada.read_me().await.unwrap().user_id, user.id);
        let user = admin.read_user(merchant.id, user.id).await.unwrap();
        assert_eq!((user.sign_in_way, user.status.kind), (SignInWay::External, UserStatusKind::Active));
    }

    async fn c14_s028_nothing_about_passwords_applies_to_who_has_none(database: TestDatabase) {
        let (house, provider, merchant, _) = scene(database).await;
        let admin = administrator(&house, &merchant).await;
        let user = admin.create_user(merchant.id, &by_provider(&merchant), None).await.unwrap();
        let invitation = house.link_for(ADDRESS).await;
        let mut browser = Browser::new(&house);
        provider.twist(vouching(ADDRESS));
        let back = go(&mut browser, &provider, &invitation, ADAS).await;
        assert_eq!(browser.open(&back).await.status, StatusCode::OK);

        // To a stranger they are like a name that nobody has.
        assert_eq!(refused(try_sign_in(&house.client(), ADDRESS, PASSWORD).await), "sign_in_failed");
        let mails = house.mails().await.len();
        let forgotten = RequestPasswordReset { sign_in_name: ADDRESS.to_owned() };
        house.client().request_password_reset(&forgotten).await.unwrap();
        assert_eq!(house.mails().await.len(), mails);
        // An administrator is told.
        let shown = admin.read_user(merchant.id, user.id).await.unwrap();
        let refusal = is_refused(&shown, UserAction::SendResetLink);
        assert_eq!(refusal, Some(ErrorCode::NoPasswordHere));
        let outcome = admin.send_reset_link(merchant.id, user.id, None).await;
        assert_eq!(refused(outcome), "no_password_here");

        let client = house.client();
        let waiting = sign_in(&client, &provider, ADAS).await.unwrap();
        let code = by_mail(&house.code_for(ADDRESS).await);
        let done = client.show_second_factor(waiting.id, &code).await.unwrap();
        let NextStep::Session { tokens } = done.next else { panic!("a session") };
        let ada = Session::start(client, tokens, TokenSink::none()).await;
        let report = ReportLeakedPassword {
            current_password: PASSWORD.to_owned(),
            keep_confirming_devices: false,
        };
        assert_eq!(refused(ada.report_leaked_password(&report).await), "no_password_here");
        // The sign-in was the proof, for a while; the account is the only way in.
        assert_eq!(refused(ada.unlink_external_identity().await), "no_password_here");
        house.clock.advance(Duration::from_mins(6));
        assert_eq!(refused(ada.unlink_external_identity().await), "step_up_required");
        assert_eq!(refused(ada.step_up(&step_up(None)).await), "no_password_here");
        ada.read_me().await.unwrap();
    }

    async fn s029_only_an_account_whose_address_is_vouched_for_is_linked(database: TestDatabase) {
        let (house, provider, merchant, maria) = scene(database).await;
        let admin = administrator(&house, &merchant).await;
        admin.create_user(merchant.id, &by_provider(&merchant), None).await.unwrap();
        let invitation = house.link_for(ADDRESS).await;
        for claims in [
            // Whatever an administrator of any tenant can write.
            json!({ "email": ADDRESS }),
            json!({ "email": ADDRESS, "xms_edov": false }),
            json!({ "email": ADDRESS, "email_verified": true }),
            json!({ "email": "eve@example.com", "xms_edov": true }),
            json!({ "email": null, "xms_edov": true, "preferred_username": ADDRESS }),
        ] {
            provider.twist(says(claims.clone()));
            let mut browser = Browser::new(&house);
            let back = go(&mut browser, &provider, &invitation, ADAS).await;
            let answer = browser.open(&back).await;
            assert!(answer.header("location").ends_with("?refused=address"), "{claims}");
        }
        let page = Browser::new(&house).open(&format!("{invitation}?refused=address")).await;
        assert!(html(&page).contains(&format!("not confirmed to have the address {ADDRESS}")));

        // Nor one that is somebody else's here.
        link(&house.sign_in(&maria).await, &provider, MARIAS).await.unwrap();
        provider.twist(vouching(ADDRESS));
        let mut browser = Browser::new(&house);
        let back = go(&mut browser, &provider, &invitation, MARIAS).await;
        assert!(browser.open(&back).await.header("location").ends_with("?refused=taken"));
        // The link goes on working.
        let mut browser = Browser::new(&house);
        let back = go(&mut browser, &provider, &invitation, ADAS).await;
        assert_eq!(browser.open(&back).await.status, StatusCode::OK);
    }

    async fn s028_the_other_provider_is_for_verified_users_where_there_is_one(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let admin = administrator(&house, &merchant).await;
        let outcome = admin.create_user(merchant.id, &by_provider(&merchant), None).await;
        assert_eq!(refused(outcome), "sign_in_way: not_allowed");
        let nobody = CreateUser {
            sign_in_way: SignInWay::External,
            ..unverified(merchant.roles["cashier"])
        };
        let outcome = admin.create_user(merchant.id, &nobody, None).await;
        assert_eq!(refused(outcome), "sign_in_way: not_allowed");
    }
}
