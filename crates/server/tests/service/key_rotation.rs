//! A new secret in the key file: what lasts goes on, and nothing is sealed with the old one any more.

use std::{fs, path::Path, sync::Arc};

use keyholder_contract::session::NextStep;
use keyholder_domain::role::BuiltInRole;
use keyholder_server::{
    housekeeping,
    keys::{
        ServerKeys,
        rotation::{self, RotationError},
    },
    random::Random,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};

use crate::support::{
    House, Member, Person,
    phone::{begin, by_recovery_code},
    program,
};

/// What a chore said, and whether it went well.
async fn chore(database: &TestDatabase, folder: &Path, arguments: &[&str]) -> (bool, String) {
    let done = program::command(database.url(), folder)
        .args(arguments)
        .output()
        .await
        .unwrap();
    let text = [done.stdout, done.stderr].concat();
    (done.status.success(), String::from_utf8(text).unwrap())
}

/// How the person signs in with a recovery code.
async fn recovery_works(house: &House, person: &Person, code: &str) -> bool {
    let client = house.client();
    let waiting = begin(&client, person, crate::support::PASSWORD).await;
    let shown = client
        .show_second_factor(waiting.id, &by_recovery_code(code))
        .await;
    shown.is_ok_and(|done| matches!(done.next, NextStep::Session { .. }))
}

/// Letters leave, as far as anybody can see.
async fn post(database: &TestDatabase) {
    database
        .run("UPDATE outbox SET sent_at = created_at, letter = ''")
        .await
        .unwrap();
}

on_both_databases! {
    async fn what_lasts_goes_on_after_a_rotation(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let enrolled = house.enrol(&anna).await;
        housekeeping::sweep(&house.app).await.unwrap();
        let file = house.app.config.key_file.clone();
        let before = fs::read_to_string(&file).unwrap();
        let early = rotation::rotate(house.database.database(), &file, &Random::System, false).await;
        assert!(matches!(early, Err(RotationError::LettersWait(1..))));
        assert_eq!(fs::read_to_string(&file).unwrap(), before);
        post(&house.database).await;

        let (database, folder) = house.leave().await;
        let (rotated, told) = chore(&database, folder.path(), &["rotate-key"]).await;
        assert!(rotated && told.contains(r#""authenticators":1"#), "{told}");
        assert!(!told.contains(r#""audit_places":0"#), "{told}");
        let after = fs::read_to_string(&file).unwrap();
        assert_eq!(after.lines().nth(1), before.lines().next());
        let (holds, told) = chore(&database, folder.path(), &["verify-audit"]).await;
        assert!(holds, "{told}");

        let house = House::again(Arc::clone(&database), Arc::clone(&folder)).await;
        house.clock.advance(std::time::Duration::from_mins(5));
        let session = house.sign_in_with(&anna, &enrolled.phone).await;
        session.read_me().await.unwrap();
        assert!(recovery_works(&house, &anna, &enrolled.recovery_codes[0]).await);
        // A code works once, whichever secret it was drawn under.
        assert!(!recovery_works(&house, &anna, &enrolled.recovery_codes[0]).await);
    }

    async fn a_forgotten_secret_opens_nothing_any_more(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let enrolled = house.enrol(&anna).await;
        housekeeping::sweep(&house.app).await.unwrap();
        post(&house.database).await;
        let (database, folder) = house.leave().await;
        let file = folder.path().join("server.key");
        let stolen = fs::read_to_string(&file).unwrap();
        let (rotated, told) = chore(&database, folder.path(), &["rotate-key", "--forget-retired"]).await;
        assert!(rotated, "{told}");
        let after = fs::read_to_string(&file).unwrap();
        assert_eq!(after.lines().count(), 1);
        assert_ne!(after, stolen);
        let (holds, told) = chore(&database, folder.path(), &["verify-audit"]).await;
        assert!(holds, "{told}");

        let house = House::again(Arc::clone(&database), Arc::clone(&folder)).await;
        house.clock.advance(std::time::Duration::from_mins(5));
        house.sign_in_with(&anna, &enrolled.phone).await.read_me().await.unwrap();
        assert!(!recovery_works(&house, &anna, &enrolled.recovery_codes[0]).await);
        drop(house.leave().await);

        // Who holds the stolen file can neither open nor seal what is there.
        fs::write(&file, &stolen).unwrap();
        let (holds, told) = chore(&database, folder.path(), &["verify-audit"]).await;
        assert!(!holds, "{told}");
    }

    async fn nothing_is_rotated_where_the_key_file_is_another_one(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        house.enrol(&anna).await;
        post(&house.database).await;
        let other = tempfile::tempdir().unwrap();
        let file = other.path().join("server.key");
        ServerKeys::load_or_create(&file, &Random::seeded(99)).unwrap();
        let key = fs::read(&file).unwrap();
        let before = house.dump().await;
        let database = house.database.database();
        let outcome = rotation::rotate(database, &file, &Random::System, false).await;
        assert!(matches!(outcome, Err(RotationError::CannotOpen(_))));
        assert_eq!(fs::read(&file).unwrap(), key);
        assert_eq!(house.dump().await, before);
        let missing = other.path().join("missing.key");
        let outcome = rotation::rotate(database, &missing, &Random::System, false).await;
        assert!(matches!(outcome, Err(RotationError::Keys(_))) && !missing.exists());
    }
}
