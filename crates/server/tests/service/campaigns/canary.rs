//! Goal 15: secrets, known to the test, go through the whole service at its most talkative. Afterwards
//! none of them is found where it has no business: in the log, in the arguments and the environment of
//! the process, in the database, its journal and a copy of it, in a mail (but for its one link), or in
//! an answer (but for the one that hands it out).

mod journey;
mod needles;
mod pages;

use std::{fs, path::Path};

use keyholder_store::{
    Database, DatabaseOptions, on_both_databases,
    testing::{back_up, dump},
};

use self::{
    journey::{Journey, Secrets},
    needles::{Canary, as_text},
};
use crate::support::fault_smtp::Taken;

/// No secret is anywhere in a text.
fn is_clean(place: &str, text: &str, canaries: &[Canary]) {
    for canary in canaries {
        if let Some(form) = canary.is_in(text) {
            panic!("{} is in {place}, {form}", canary.name);
        }
    }
}

fn file(path: &Path) -> String {
    as_text(&fs::read(path).unwrap())
}

/// A mail holds its own link or code, and no secret else.
fn is_clean_but_for_its_link(mail: &Taken, canaries: &[Canary]) {
    // What quoted-printable does to it.
    let plain = mail.data.replace("=\r\n", "").replace("=3D", "=");
    let links: Vec<_> = canaries
        .iter()
        .filter(|canary| canary.count(&plain) > 0)
        .collect();
    assert!(links.len() <= 1, "a mail holds {} secrets", links.len());
    for canary in canaries {
        if links.iter().any(|link| link.name == canary.name) {
            // Once in the plain form, twice in the other: on the button, and to be copied.
            assert!(
                canary.name.ends_with("link") || canary.name == "a mailed code",
                "{} is in a mail",
                canary.name
            );
            assert!(canary.count(&plain) <= 4, "{}", canary.count(&plain));
        } else {
            assert_eq!(canary.is_in(&plain), None, "{} is in a mail", canary.name);
        }
    }
}

/// What the service answered holds what it hands out, once.
fn answers_are_clean(answers: &str, secrets: &Secrets, canaries: &[Canary]) {
    for canary in canaries {
        let expected = usize::from(secrets.handed_out.contains(&canary.name));
        assert_eq!(
            canary.count(answers),
            expected,
            "{} in answers",
            canary.name
        );
        if expected == 0 {
            assert_eq!(canary.is_in(answers), None, "{} in answers", canary.name);
        }
    }
}

on_both_databases! {
    async fn goal_15_no_secret_is_found_where_it_has_no_business(database: TestDatabase) {
        let journey = Journey::travel(database).await;
        let canaries = journey.secrets.canaries();
        assert!(canaries.len() >= 18, "the journey drew too few secrets");

        let log = file(&journey.log());
        assert!(log.contains("request_id") && log.contains("mail sent"), "the log says little");
        is_clean("the log", &log, &canaries);
        let process = format!("/proc/{}", journey.process.id());
        for name in ["cmdline", "environ"] {
            is_clean(name, &file(&Path::new(&process).join(name)), &canaries);
        }
        answers_are_clean(&as_text(&journey.wiretap.heard()), &journey.secrets, &canaries);
        for mail in journey.smtp.taken() {
            is_clean_but_for_its_link(&mail, &canaries);
        }

        // The database while the service runs, journal included; a copy; and what is left of both.
        let url = journey.database.url().to_owned();
        let open = || Database::connect(&url, DatabaseOptions::default());
        let database = open().await.unwrap();
        let text = format!("{:?}", dump(&database).await);
        is_clean("the database", &text, &canaries);
        if let Some(path) = url.strip_prefix("sqlite://") {
            let path = Path::new(path);
            let copy = path.with_extension("copy");
            back_up(&url, &copy).await;
            for entry in fs::read_dir(path.parent().unwrap()).unwrap() {
                let path = entry.unwrap().path();
                is_clean(&path.display().to_string(), &file(&path), &canaries);
            }
            let wal = path.with_extension("db-wal");
            assert!(fs::metadata(wal).unwrap().len() > 0, "there was no journal to look into");
        }
        database.close().await.unwrap();
        journey.process.kill().await;
    }
}
