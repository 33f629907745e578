//! A passkey as the second factor that a customer asks for, set up within the sign-in (S113).

use std::time::Duration;

use keyholder_client::{Client, Session, TokenSink};
use keyholder_contract::{
    passkey_sign_in::PasskeyProof,
    second_factor::{BeginPasskeyCheck, PasskeyLink, ShowSecondFactor},
    session::{EnrolledSignIn, NextStep},
};
use keyholder_domain::{ids::SignInId, second_factor::FactorMethod};
use keyholder_store::on_both_databases;
use reqwest::StatusCode;

use crate::{
    passkey_sign_ins,
    required_second_factor::{administrator, require},
    second_factors::{refused, scene},
    support::{
        Browser, PASSWORD, SecurityKey,
        passkey_page::{STATE, make, proof},
        phone::begin,
    },
};

fn back() -> BeginPasskeyCheck {
    BeginPasskeyCheck {
        return_port: 50_000,
        return_state: STATE.to_owned(),
    }
}

async fn link(client: &Client, id: SignInId) -> PasskeyLink {
    client
        .begin_sign_in_passkey_setup(id, &back())
        .await
        .unwrap()
}

async fn complete(
    client: &Client,
    id: SignInId,
    proof: &str,
) -> keyholder_client::Result<EnrolledSignIn> {
    let proof = PasskeyProof {
        proof: proof.to_owned(),
    };
    client.complete_sign_in_passkey_setup(id, &proof).await
}

on_both_databases! {
    async fn s113_a_passkey_is_set_up_in_the_sign_in_that_asks_for_a_second_factor(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        let elsewhere = house.sign_in(&maria).await;
        require(&admin, &merchant, None).await;
        let client = house.client();
        let id = begin(&client, &maria, PASSWORD).await.id;
        let mut key = SecurityKey::new();
        let made = proof(&make(&house, &link(&client, id).await, &mut key, "Blue key").await);
        // Nothing is set up before the app has brought the proof.
        assert!(elsewhere.read_me().await.is_ok());
        assert!(elsewhere.list_own_second_factors().await.unwrap().passkeys.is_empty());
        let enrolled = complete(&client, id, &made).await.unwrap();
        assert_eq!(enrolled.recovery_codes.len(), 10);
        let NextStep::Session { tokens } = enrolled.sign_in.next else {
            panic!("a session");
        };
        assert!(elsewhere.read_me().await.is_err(), "other sessions end");
        let session = Session::start(client.clone(), tokens, TokenSink::none()).await;
        let own = session.list_own_second_factors().await.unwrap();
        assert_eq!((own.passkeys[0].name.as_str(), own.recovery_codes_left), ("Blue key", 10));
        let mail = house.mails().await.pop().unwrap();
        assert_eq!((mail.to, mail.subject.contains("passkey")), (maria.name.clone(), true));
        // Once; and from now on it signs in alone.
        assert_eq!(refused(complete(&client, id, &made).await), "not_found");
        passkey_sign_ins::sign_in(&house, &house.client(), &mut key).await.unwrap();
    }

    async fn threat_08_a_set_up_by_the_link_of_a_stranger_changes_nothing(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        require(&admin, &merchant, None).await;
        // Somebody who knows the password sends the owner their own link.
        let stranger = house.client();
        let theirs = begin(&stranger, &maria, PASSWORD).await.id;
        let sent = link(&stranger, theirs).await;
        let mut key = SecurityKey::new();
        let made = proof(&make(&house, &sent, &mut key, "Key").await);
        let owner = house.client();
        let own = begin(&owner, &maria, PASSWORD).await.id;
        assert_eq!(refused(complete(&owner, theirs, &made).await), "not_found", "another device");
        assert_eq!(refused(complete(&owner, own, &made).await), "proof: wrong_code", "another run");
        let as_code = ShowSecondFactor { method: FactorMethod::Passkey, code: made.clone() };
        assert_eq!(refused(owner.show_second_factor(own, &as_code).await), "not_found");
        assert_eq!(
            Browser::new(&house).open(&sent.url).await.status,
            StatusCode::GONE,
            "with the proof the link is over"
        );
        // Too late.
        let sent = link(&owner, own).await;
        let late = proof(&make(&house, &sent, &mut SecurityKey::new(), "Key").await);
        house.clock.advance(Duration::from_mins(1));
        assert_eq!(refused(complete(&owner, own, &late).await), "proof: wrong_code");
        let sent = link(&owner, own).await;
        let in_time = proof(&make(&house, &sent, &mut SecurityKey::new(), "Key").await);
        house.clock.advance(Duration::from_secs(59));
        complete(&owner, own, &in_time).await.unwrap();
        // Nobody is asked any more: the stranger's run shows a factor now, and a set-up is none of it.
        let outcome = stranger.begin_sign_in_passkey_setup(theirs, &back()).await;
        assert_eq!(refused(outcome), "not_found");
    }
}
