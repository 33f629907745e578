//! A person's own data: name, language, address; and corrections that others propose.

use std::time::Duration;

use futures_util::future::join_all;
use keyholder_client::{Error, Session};
use keyholder_contract::{
    password::RequestPasswordReset,
    problem::{ErrorCode, FieldCode},
    profile::{ChangeEmail, ChangeProfile, ProposeCorrection},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    language::Language,
    role::BuiltInRole,
    timestamp::Timestamp,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};
use reqwest::StatusCode;

use crate::support::{
    Browser, House, Member, Merchant, PASSWORD, Person,
    browser::{form_token, html},
    requests::about,
    try_sign_in,
};

pub(crate) const OLD: &str = "carla@example.com";
pub(crate) const NEW: &str = "carla.new@example.com";

pub(crate) struct Scene {
    pub(crate) house: House,
    pub(crate) merchant: Merchant,
    pub(crate) anna: Person,
    pub(crate) carla: Person,
}

pub(crate) async fn scene(database: TestDatabase) -> Scene {
    let house = House::on(database).await;
    let merchant = house.merchant("200001").await;
    let administrator = BuiltInRole::MerchantAdministrator;
    let anna = house
        .member(&merchant, Member::new("anna", administrator))
        .await;
    let carla = house
        .member(&merchant, Member::new("carla", BuiltInRole::Cashier))
        .await;
    Scene {
        house,
        merchant,
        anna,
        carla,
    }
}

fn to(email: &str) -> ChangeEmail {
    ChangeEmail {
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
    }
}

pub(crate) fn code(error: &Error) -> Option<ErrorCode> {
    match error {
        Error::Problem(problem) => Some(problem.code),
        _ => None,
    }
}

pub(crate) fn field(error: &Error) -> Option<(String, FieldCode)> {
    match error {
        Error::Problem(problem) => problem
            .errors
            .first()
            .map(|fault| (fault.field.clone(), fault.code)),
        _ => None,
    }
}

/// Answers a page of a link; gives the page that follows.
pub(crate) async fn answer(house: &House, link: &str, answer: &str) -> (StatusCode, String) {
    let mut browser = Browser::new(house);
    let page = browser.open(link).await;
    if page.status != StatusCode::OK {
        return (page.status, html(&page));
    }
    let token = form_token(&page);
    let fields = [("form_token", token.as_str()), ("answer", answer)];
    let reply = browser.send(link, &fields, &[]).await;
    (reply.status, html(&reply))
}

async fn actions(admin: &Session, customer: CustomerId, target: UserId) -> Vec<AuditAction> {
    let page = admin
        .list_audit_events(customer, &about(target))
        .await
        .unwrap();
    page.items.into_iter().map(|event| event.action).collect()
}

on_both_databases! {
    async fn s009_s091_everybody_changes_their_own_data_and_an_administrator_does_not(
        database: TestDatabase
    ) {
        let scene = scene(database).await;
        let admin = scene.house.sign_in(&scene.anna).await;
        let carla = scene.house.sign_in(&scene.carla).await;
        let before = carla.read_profile().await.unwrap();
        assert_eq!((before.given_name.as_str(), before.version), ("carla", 1));
        let wanted = ChangeProfile {
            given_name: " Carla ".to_owned(),
            family_name: "Conti".to_owned(),
            language: Language::De,
        };
        let after = carla.change_profile(1, &wanted).await.unwrap();
        assert_eq!((after.given_name.as_str(), after.family_name.as_str()), ("Carla", "Conti"));
        assert_eq!((after.language, after.version), (Language::De, 2));
        // The administrator sees it, in the list and in the activity.
        let seen = admin.read_user(scene.merchant.id, scene.carla.id).await.unwrap();
        assert_eq!(seen.family_name, "Conti");
        let log = actions(&admin, scene.merchant.id, scene.carla.id).await;
        assert!(log.contains(&AuditAction::ProfileChanged));
        // What was read in the meantime is stale, and nothing is lost.
        let stale = carla.change_profile(1, &wanted).await.unwrap_err();
        assert_eq!(code(&stale), Some(ErrorCode::Stale));
        let empty = ChangeProfile { given_name: " ".to_owned(), ..wanted };
        let refused = carla.change_profile(2, &empty).await.unwrap_err();
        assert_eq!(field(&refused), Some(("given_name".to_owned(), FieldCode::Required)));
        // Of somebody else's data an administrator can only propose a correction: it stays as it is.
        let proposal = ProposeCorrection {
            family_name: Some("Wrong".to_owned()),
            ..ProposeCorrection::default()
        };
        admin.propose_correction(scene.merchant.id, scene.carla.id, &proposal).await.unwrap();
        assert_eq!(carla.read_profile().await.unwrap().family_name, "Conti");
    }

    async fn c03_an_address_counts_after_both_mailboxes_have_confirmed(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let carla = house.sign_in(&scene.carla).await;
        let waiting = carla.change_email(&to(NEW)).await.unwrap().waiting.unwrap();
        assert_eq!(waiting.email.as_deref(), Some(NEW));
        let (old_link, new_link) = (house.link_for(OLD).await, house.link_for(NEW).await);
        assert_ne!(old_link, new_link);
        house.client().request_password_reset(&RequestPasswordReset { sign_in_name: OLD.to_owned() }).await.unwrap();
        let reset_link = house.link_for(OLD).await;
        assert_eq!(Browser::new(house).open(&reset_link).await.status, StatusCode::OK);
        assert!(old_link.starts_with(house.app.origin.as_str()));

        // Opening a page spends nothing, however often.
        for link in [&old_link, &new_link, &old_link] {
            assert_eq!(Browser::new(house).open(link).await.status, StatusCode::OK);
        }
        let (status, page) = answer(house, &old_link, "confirm").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("One more step"), "{page}");
        let profile = carla.read_profile().await.unwrap();
        assert_eq!(profile.sign_in_name, OLD);
        assert!(profile.waiting.is_some_and(|waiting| waiting.former_confirmed && !waiting.new_confirmed));
        assert!(try_sign_in(&house.client(), NEW, PASSWORD).await.is_err());
        // A link works once.
        assert_eq!(answer(house, &old_link, "confirm").await.0, StatusCode::GONE);

        assert_eq!(answer(house, &new_link, "confirm").await.0, StatusCode::OK);
        let profile = carla.read_profile().await.unwrap();
        assert_eq!((profile.sign_in_name.as_str(), profile.waiting), (NEW, None));
        // What lay in the old mailbox to set a password is dead.
        assert_eq!(Browser::new(house).open(&reset_link).await.status, StatusCode::GONE);
        assert!(try_sign_in(&house.client(), OLD, PASSWORD).await.is_err());
        assert!(try_sign_in(&house.client(), NEW, PASSWORD).await.is_ok());
        // Both mailboxes are told, and the administrator sees it.
        let mut told: Vec<_> = house.mails().await.into_iter()
            .filter(|mail| mail.subject == "Your e-mail address was changed")
            .map(|mail| mail.to)
            .collect();
        told.sort();
        assert_eq!(told, [NEW, OLD]);
        let admin = house.sign_in(&scene.anna).await;
        let seen = admin.read_user(scene.merchant.id, scene.carla.id).await.unwrap();
        assert_eq!(seen.sign_in_name, NEW);
        let log = actions(&admin, scene.merchant.id, scene.carla.id).await;
        assert!(log.contains(&AuditAction::DataChangeAsked) && log.contains(&AuditAction::DataChangeApplied));
    }

    async fn c03_links_end_by_time_by_a_newer_change_and_by_not_me(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let carla = house.sign_in(&scene.carla).await;
        carla.change_email(&to(NEW)).await.unwrap();
        let first = [house.link_for(OLD).await, house.link_for(NEW).await];
        carla.change_email(&to("carla.third@example.com")).await.unwrap();
        for link in &first {
            assert_eq!(answer(house, link, "confirm").await.0, StatusCode::GONE);
        }
        // "This was not me" kills both links, and a scanner's GET is not an answer.
        let second = [house.link_for(OLD).await, house.link_for("carla.third@example.com").await];
        let (status, page) = answer(house, &second[0], "refuse").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("Nothing was changed"), "{page}");
        for link in &second {
            assert_eq!(answer(house, link, "confirm").await.0, StatusCode::GONE);
        }
        // Taken back in the app; an hour later, as no address is asked more often than three times.
        house.clock.advance(Duration::from_hours(1));
        let carla = house.sign_in(&scene.carla).await;
        carla.change_email(&to(NEW)).await.unwrap();
        let third = house.link_for(NEW).await;
        assert_eq!(carla.stop_data_change().await.unwrap().waiting, None);
        assert_eq!(answer(house, &third, "confirm").await.0, StatusCode::GONE);
        // Run out.
        carla.change_email(&to(NEW)).await.unwrap();
        let fourth = [house.link_for(OLD).await, house.link_for(NEW).await];
        assert_eq!(answer(house, &fourth[0], "confirm").await.0, StatusCode::OK);
        house.clock.advance(Duration::from_hours(48) - Duration::from_secs(1));
        assert_eq!(Browser::new(house).open(&fourth[1]).await.status, StatusCode::OK);
        house.clock.advance(Duration::from_secs(1));
        assert_eq!(answer(house, &fourth[1], "confirm").await.0, StatusCode::GONE);
        assert!(try_sign_in(&house.client(), OLD, PASSWORD).await.is_ok());
    }

    async fn c03_an_address_in_use_is_told_to_its_holder_alone(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let carla = house.sign_in(&scene.carla).await;
        let free = carla.change_email(&to("nobody.yet@example.com")).await.unwrap();
        // So that it is plain which letter is the newer one.
        house.clock.advance(Duration::from_secs(1));
        let taken = carla.change_email(&to(&scene.anna.name)).await.unwrap();
        // But for the ids, the moments and what was typed, the answers are one and the same.
        let bare = |mut profile: keyholder_contract::profile::Profile| {
            let waiting = profile.waiting.as_mut().unwrap();
            waiting.id = keyholder_domain::ids::DataChangeId::from_uuid(uuid::Uuid::nil());
            waiting.email = None;
            waiting.expires_at = Timestamp::from_micros(0);
            profile
        };
        assert_eq!(bare(free), bare(taken));
        let (status, page) = answer(house, &house.link_for(&scene.anna.name).await, "confirm").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("This address is in use"), "{page}");
        let (_, page) = answer(house, &house.link_for(OLD).await, "confirm").await;
        assert!(page.contains("One more step"), "the old mailbox learns nothing: {page}");
        assert_eq!(carla.read_profile().await.unwrap().sign_in_name, OLD);
    }

    async fn c20_an_address_needs_the_password_and_guesses_are_counted(database: TestDatabase) {
        let scene = scene(database).await;
        let carla = scene.house.sign_in(&scene.carla).await;
        let wrong = ChangeEmail { password: "Wrong-Horse-7-Battery".to_owned(), ..to(NEW) };
        for _ in 0..5 {
            let refused = carla.change_email(&wrong).await.unwrap_err();
            assert_eq!(field(&refused), Some(("password".to_owned(), FieldCode::WrongPassword)));
        }
        let locked = carla.change_email(&to(NEW)).await.unwrap_err();
        assert_eq!(code(&locked), Some(ErrorCode::TooManyRequests));
        assert!(scene.house.mails().await.is_empty(), "nothing was mailed");
        scene.house.clock.advance(Duration::from_mins(30));
        assert!(carla.change_email(&to(NEW)).await.is_ok());
        let same = carla.change_email(&to(OLD)).await.unwrap_err();
        assert_eq!(field(&same), Some(("email".to_owned(), FieldCode::Unchanged)));
    }

    async fn of_fifty_parallel_visitors_one_spends_a_confirmation(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let carla = house.sign_in(&scene.carla).await;
        carla.change_email(&to(NEW)).await.unwrap();
        answer(house, &house.link_for(OLD).await, "confirm").await;
        let link = house.link_for(NEW).await;
        let mut browser = Browser::new(house);
        let token = form_token(&browser.open(&link).await);
        let fields = [("form_token", token.as_str()), ("answer", "confirm")];
        let all = join_all((0..50).map(|_| browser.send(&link, &fields, &[]))).await;
        let done = all.iter().filter(|reply| html(reply).contains("The change is in effect"));
        assert_eq!(done.count(), 1);
        let told = house.mails().await.into_iter()
            .filter(|mail| mail.subject == "Your e-mail address was changed");
        assert_eq!(told.count(), 2, "one notice for each mailbox");
    }

    async fn a_copy_of_the_database_holds_no_confirmation_link(database: TestDatabase) {
        let scene = scene(database).await;
        let carla = scene.house.sign_in(&scene.carla).await;
        carla.change_email(&to(NEW)).await.unwrap();
        let waiting = format!("{:?}", scene.house.dump().await);
        assert!(waiting.contains(NEW), "the mail waits");
        let link = scene.house.link_for(NEW).await;
        let token = link.rsplit('/').next().unwrap().to_owned();
        assert!(!waiting.contains(&token));
        // A token of one kind opens no page of another.
        let activation = link.replace("confirm-change", "activate");
        assert_eq!(Browser::new(&scene.house).open(&activation).await.status, StatusCode::GONE);
    }
}
