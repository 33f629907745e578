//! Goal 25: every mail arrives, also past a mail server on its bad days and a service that is killed;
//! hardly any arrives twice, and then as the same mail; what cannot be delivered changes nobody's
//! status; and no address is flooded.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::Duration,
};

use keyholder_client::{Clock, Session};
use keyholder_contract::{password::RequestPasswordReset, problem::ErrorCode, user::User};
use keyholder_domain::role::BuiltInRole;
use keyholder_server::{
    App,
    config::Config,
    mail::{Transport, deliver_due},
};
use keyholder_store::on_both_databases;

use crate::support::{
    House, Member, Merchant,
    depth::times,
    fault_smtp::{Fate, FaultSmtp},
    program::{self, Process},
    requests::verified,
};

const HOUR: Duration = Duration::from_hours(1);

async fn admin(house: &House) -> (Merchant, Session) {
    let merchant = house.merchant("200001").await;
    let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(&merchant, anna).await;
    let session = house.sign_in(&anna).await;
    (merchant, session)
}

async fn invite(admin: &Session, merchant: &Merchant, name: &str) -> User {
    let mut request = verified(name, merchant.roles["cashier"]);
    request.invite = true;
    admin
        .create_user(merchant.id, &request, None)
        .await
        .unwrap()
}

/// The same service with a postman that knows this server; the test says when the postman goes.
fn with_server(house: &House, smtp: &FaultSmtp) -> (App, Transport) {
    let mut parts = (*house.app).clone();
    parts.config = Arc::new(Config {
        smtp: Some(smtp.settings()),
        ..(*parts.config).clone()
    });
    let app = App::from(parts);
    let transport = Transport::of(&app.config).unwrap();
    (app, transport)
}

/// Sends until nothing waits any more, an hour later each time.
async fn send_all(house: &House, app: &App, transport: &Transport) {
    for _ in 0..40 {
        while deliver_due(app, transport).await.unwrap() > 0 {}
        let waiting = keyholder_store::outbox::next_due(&house.app.database).await;
        if waiting.unwrap().is_none() {
            return;
        }
        house.clock.advance(HOUR);
    }
    panic!("mail waits for ever");
}

/// How the mail server feels today, mail by mail: two thirds of them well.
fn mood(number: usize) -> Fate {
    match (number * 7_919) % 30 {
        0..20 => Fate::Take,
        20..24 => Fate::Later,
        24..26 => Fate::HangUp,
        26..28 => Fate::Babble,
        _ => Fate::TakeInSilence,
    }
}

on_both_databases! {
    async fn goal_25_every_mail_gets_past_a_server_on_its_bad_days(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, admin) = admin(&house).await;
        let mails = times(30, 2_000, 10_000);
        let mut people = BTreeSet::new();
        for number in 0..mails {
            people.insert(invite(&admin, &merchant, &format!("ada{number}")).await.sign_in_name);
        }
        let smtp = FaultSmtp::deciding(mood).await;
        let (app, transport) = with_server(&house, &smtp);
        send_all(&house, &app, &transport).await;

        let copies = smtp.copies();
        let reached: BTreeSet<_> = copies.keys().map(|(to, _)| to.clone()).collect();
        assert_eq!(reached, people, "everybody got their mail");
        assert_eq!(copies.len(), mails, "one mail each, also where it came twice");
        // A second copy only where the server took the first without a word.
        let twice = copies.values().map(|copies| copies - 1).sum::<usize>();
        let silent = smtp.taken().iter().filter(|mail| !mail.answered).count();
        assert_eq!(twice, silent, "of {mails}");
    }

    async fn goal_25_a_healthy_server_gets_no_mail_twice(database: TestDatabase) {
        let house = House::on(database).await;
        let other = house.beside().await;
        let (merchant, admin) = admin(&house).await;
        let mails = times(60, 2_000, 10_000);
        for number in 0..mails {
            invite(&admin, &merchant, &format!("ada{number}")).await;
        }
        let smtp = FaultSmtp::deciding(|_| Fate::Take).await;
        let (here, there) = (with_server(&house, &smtp), with_server(&other, &smtp));
        // No clock is moved: a mail that one of them holds is not due for the other.
        let send = async |(app, transport): &(App, Transport)| {
            while deliver_due(app, transport).await.unwrap() > 0 {}
        };
        futures_util::future::join(send(&here), send(&there)).await;
        let copies = smtp.copies();
        assert_eq!(copies.len(), mails);
        assert!(copies.values().all(|copies| *copies == 1));
    }

    async fn goal_25_a_killed_service_loses_no_mail_and_repeats_at_most_the_one_in_its_hand(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        house.clock.set(Clock::system().now());
        let (merchant, admin) = admin(&house).await;
        let kills = times(2, 20, 100);
        // Each service takes two batches of 20 at the most, which rest for an hour when it is killed.
        let mails = kills * 40 + 10;
        for number in 0..mails {
            invite(&admin, &merchant, &format!("ada{number}")).await;
        }
        let (database, folder) = house.leave().await;
        // A mail is in the hand of the service for a moment only: every other time it is held there.
        let hold = Arc::new(AtomicBool::new(false));
        let now = Arc::clone(&hold);
        let fate = move |_| if now.swap(false, SeqCst) { Fate::Hold } else { Fate::Take };
        let mut smtp = FaultSmtp::deciding(fate).await;
        let settings = smtp.settings();
        for kill in 0..kills {
            let mut command = program::command(database.url(), folder.path());
            command
                .env("KEYHOLDER_SMTP__HOST", &settings.host)
                .env("KEYHOLDER_SMTP__PORT", settings.port.to_string())
                .env("KEYHOLDER_SMTP__SECURITY", "plain_loopback")
                .env("KEYHOLDER_SMTP__FROM", &settings.from);
            let before = smtp.taken().len();
            let process = Process::start(&mut command).await;
            // Somewhere in a batch.
            smtp.reaches(before + 1 + kill * 7 % 19).await;
            if kill % 2 == 0 {
                hold.store(true, SeqCst);
                smtp.holds(kill / 2 + 1).await;
            }
            process.kill().await;
        }
        let house = House::again(database, folder).await;
        house.clock.set(Clock::system().now() + HOUR);
        let (app, transport) = with_server(&house, &smtp);
        send_all(&house, &app, &transport).await;
        let copies = smtp.copies();
        assert_eq!(copies.len(), mails, "everybody got their mail");
        let twice = copies.values().map(|copies| copies - 1).sum::<usize>();
        assert!(twice <= kills, "{twice} came twice in {kills} kills");
    }

    async fn goal_25_a_mail_that_comes_back_changes_nobodys_status(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, admin) = admin(&house).await;
        let ada = invite(&admin, &merchant, "ada").await;
        let anna = house.dump().await["users"].clone();
        let body = RequestPasswordReset { sign_in_name: "anna@example.com".to_owned() };
        house.client().request_password_reset(&body).await.unwrap();
        let smtp = FaultSmtp::deciding(|_| Fate::Never).await;
        let (app, transport) = with_server(&house, &smtp);
        send_all(&house, &app, &transport).await;
        let after = admin.read_user(merchant.id, ada.id).await.unwrap();
        assert_eq!((after.status.kind, after.version), (ada.status.kind, ada.version));
        assert_eq!(house.dump().await["users"], anna);
        assert!(smtp.taken().is_empty());
    }

    async fn goal_25_nobody_is_invited_or_asked_more_than_three_times_an_hour(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let (merchant, admin) = admin(&house).await;
        let ada = invite(&admin, &merchant, "ada").await;
        let again = async || admin.invite_user(merchant.id, ada.id, None).await;
        for _ in 0..2 {
            again().await.unwrap();
        }
        assert_eq!(again().await.unwrap_err().code(), Some(ErrorCode::TooManyRequests));
        // Another customer has its own count: none keeps another from inviting.
        let elsewhere = house.merchant("200002").await;
        let berta = Member::new("berta", BuiltInRole::MerchantAdministrator);
        let berta = house.member(&elsewhere, berta).await;
        let other = house.sign_in(&berta).await;
        invite(&other, &elsewhere, "ada").await;
        assert_eq!(house.mails().await.len(), 4);

        let maria = house.member(&merchant, Member::new("maria", BuiltInRole::Cashier)).await;
        let correct = async |number: usize| {
            let request = keyholder_contract::profile::ProposeCorrection {
                email: Some("victim@example.com".to_owned()),
                given_name: Some(format!("Maria{number}")),
                ..Default::default()
            };
            admin.propose_correction(merchant.id, maria.id, &request).await
        };
        for number in 0..3 {
            correct(number).await.unwrap();
        }
        assert_eq!(correct(3).await.unwrap_err().code(), Some(ErrorCode::TooManyRequests));
        let to_victim = house.mails().await.iter().filter(|mail| mail.to == "victim@example.com").count();
        assert_eq!(to_victim, 3);
        house.clock.advance(HOUR);
        let admin = house.sign_in(&house.member(&merchant, Member::new("carla", BuiltInRole::MerchantAdministrator)).await).await;
        admin.invite_user(merchant.id, ada.id, None).await.unwrap();
    }
}
