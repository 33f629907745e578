//! How long a mailed code counts, how many are sent, and what becomes of who guesses.

use std::time::Duration;

use axum::http::StatusCode;
use futures_util::future::join_all;
use keyholder_client::{Client, Error};
use keyholder_contract::{password::RequestPasswordReset, problem::ErrorCode};
use keyholder_domain::audit::AuditAction;
use keyholder_store::on_both_databases;

use crate::{
    mailed_codes::{codes_of, mailed},
    second_factors::{refused, scene},
    support::{Browser, House, PASSWORD, Person, mailbox::by_mail, phone::begin},
};

const MINUTE: Duration = Duration::from_mins(1);
const NEW_PASSWORD: &str = "Vorhang-77-Tulpe-wKq";

/// Types wrong codes until the sign-in is over.
async fn guess(house: &House, client: &Client, person: &Person) -> Vec<String> {
    let waiting = begin(client, person, PASSWORD).await;
    let right = house.code_for(&person.name).await.replace(' ', "");
    let wrong = if right == "123456" {
        "654321"
    } else {
        "123456"
    };
    let mut said = Vec::new();
    for _ in 0..5 {
        said.push(refused(
            client.show_second_factor(waiting.id, &by_mail(wrong)).await,
        ));
    }
    said
}

on_both_databases! {
    async fn s027_a_code_counts_for_ten_minutes_and_the_newest_alone(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        house.mail_codes(&maria).await;
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let first = house.code_for(&maria.name).await;
        let Some(Error::Problem(early)) = client.send_mailed_code(waiting.id).await.err() else {
            panic!("not yet");
        };
        assert_eq!((early.code, early.params["retry_after"].as_str()), (ErrorCode::TooManyRequests, "60"));
        let outcome = house.client().send_mailed_code(waiting.id).await;
        assert_eq!(refused(outcome), "not_found", "another device");
        house.clock.advance(MINUTE);
        let sent = client.send_mailed_code(waiting.id).await.unwrap();
        assert_eq!(sent.expires_at, house.clock.now() + MINUTE * 10);
        assert_eq!(sent.mailed.another_after, Some(house.clock.now() + MINUTE * 2));
        let second = house.code_for(&maria.name).await;
        assert_ne!(first, second);
        let outcome = client.show_second_factor(waiting.id, &by_mail(&first)).await;
        assert_eq!(refused(outcome), "code: wrong_code", "the newest alone");
        // To the moment: the run itself waits as long as its newest code counts.
        house.clock.advance(Duration::from_micros(599_999_999));
        let other = house.client();
        let later = begin(&other, &maria, PASSWORD).await;
        client.show_second_factor(waiting.id, &by_mail(&second)).await.unwrap();
        let code = house.code_for(&maria.name).await;
        house.clock.advance(MINUTE * 10);
        let outcome = other.show_second_factor(later.id, &by_mail(&code)).await;
        assert_eq!(refused(outcome), "not_found", "a moment too late");
    }

    async fn s027_a_sign_in_mails_four_codes_and_a_person_gets_ten_an_hour(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        house.mail_codes(&maria).await;
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        for (minutes, another) in [(1, true), (2, true), (4, false)] {
            // Sent while it counts: a code that ran out before it left is not.
            house.mails().await;
            house.clock.advance(MINUTE * minutes);
            let sent = client.send_mailed_code(waiting.id).await.unwrap();
            assert_eq!(sent.mailed.another_after.is_some(), another);
        }
        house.mails().await;
        house.clock.advance(MINUTE * 8);
        assert_eq!(refused(client.send_mailed_code(waiting.id).await), "not_found", "begin anew");
        assert_eq!(codes_of(&house, &maria.name).await, 4);
        // Whoever knows the password cannot flood the mailbox either.
        let devices: Vec<_> = (0..9).map(|_| house.client()).collect();
        let mut runs = Vec::new();
        for device in &devices {
            // One after the other: attempts at the same moment count as guesses until one was right.
            runs.push(begin(device, &maria, PASSWORD).await);
        }
        let sent = runs.iter().filter(|run| mailed(run).sent_at.is_some());
        assert_eq!(sent.count(), 6);
        assert_eq!(codes_of(&house, &maria.name).await, 10);
        let silent = runs.iter().zip(&devices).find(|(run, _)| mailed(run).sent_at.is_none());
        let (run, client) = silent.unwrap();
        let outcome = client.send_mailed_code(run.id).await;
        assert_eq!(refused(outcome), "too_many_requests");
        let outcome = client.show_second_factor(run.id, &by_mail("000000")).await;
        assert_eq!(refused(outcome), "code: wrong_code", "there is none");
        // An hour later there is one again, in the same way as always.
        house.clock.advance(MINUTE * 60);
        house.sign_in_by_mail(&maria).await;
    }

    async fn threat_06_wrong_codes_end_the_sign_in_and_waits_grow_until_a_new_password(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        house.mail_codes(&maria).await;
        let client = house.client();
        assert_eq!(guess(&house, &client, &maria).await, vec!["code: wrong_code"; 5]);
        // The sixth is not looked at for a minute, even if it is right, on whatever device.
        let other = house.client();
        let waiting = begin(&other, &maria, PASSWORD).await;
        let code = by_mail(&house.code_for(&maria.name).await);
        let outcome = other.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "too_many_requests");
        let events = house.dump().await.remove("audit_events").unwrap();
        let failed = events.iter().filter(|row| row.contains(AuditAction::SecondFactorFailed.code()));
        assert_eq!(failed.count(), 5);
        house.database.run("UPDATE code_attempts SET failures = 100").await.unwrap();
        house.clock.advance(MINUTE);
        let outcome = other.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "second_factor_shut");
        // Only who knows the password could guess: with a new one the guesses count no more.
        let request = RequestPasswordReset { sign_in_name: maria.name.clone() };
        house.client().request_password_reset(&request).await.unwrap();
        let link = house.link_for(&maria.name).await;
        let done = Browser::new(&house).set_password(&link, NEW_PASSWORD).await;
        assert_eq!(done.status, StatusCode::OK, "S90: no code beside the link");
        house.tokens_by_mail(&house.client(), &maria.name, NEW_PASSWORD).await;
    }

    async fn threat_06_of_parallel_showings_of_one_code_one_opens(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        house.mail_codes(&maria).await;
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let code = by_mail(&house.code_for(&maria.name).await);
        let shown = join_all((0..8).map(|_| client.show_second_factor(waiting.id, &code))).await;
        assert_eq!(shown.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    }
}
