//! The chores of the command line, run as the program that is shipped.

use keyholder_domain::user_status::UserStatusKind;
use keyholder_store::on_both_databases;
use tokio::process::Command;

use crate::support::{Browser, House, PASSWORD, Person};

/// What a chore printed, and whether it went well.
async fn chore(house: &House, arguments: &[&str]) -> (bool, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_keyholder-server"))
        .args(arguments)
        .env("KEYHOLDER_DATABASE_URL", house.database.url())
        .env("KEYHOLDER_KEY_FILE", &house.app.config.key_file)
        .env("KEYHOLDER_PUBLIC_ORIGIN", house.app.origin.as_str())
        .output()
        .await
        .unwrap();
    let text = [done.stdout, done.stderr].concat();
    (done.status.success(), String::from_utf8(text).unwrap())
}

const ADMINISTRATOR: [&str; 9] = [
    "create-admin",
    "--customer-number",
    "300001",
    "--email",
    "ada@example.com",
    "--given-name",
    "Ada",
    "--family-name",
    "Newcomer",
];

on_both_databases! {
    async fn a_customer_begins_with_an_administrator_and_its_log_holds(database: TestDatabase) {
        let house = House::on(database).await;
        let (created, text) = chore(&house, &ADMINISTRATOR).await;
        assert!(!created && text.contains("--customer-name"), "{text}");
        let named = [&ADMINISTRATOR[..], &["--customer-name", "Sample Ltd"]].concat();
        let (created, text) = chore(&house, &named).await;
        assert!(created, "{text}");
        let link = text.lines().find(|line| line.starts_with("http")).unwrap();

        // The real time, to which the printed link belongs, lies after the house's own.
        let done = Browser::new(&house).set_password(link.trim(), PASSWORD).await;
        assert_eq!(done.status.as_u16(), 200);
        let ada = Person { id: keyholder_domain::ids::UserId::from_uuid(uuid::Uuid::nil()), name: "ada@example.com".to_owned() };
        let session = house.sign_in(&ada).await;
        let me = session.read_me().await.unwrap();
        assert_eq!(me.memberships[0].customer.name, "Sample Ltd");
        let user = session.read_user(me.memberships[0].customer.id, me.user_id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::Active);

        let (again, text) = chore(&house, &named).await;
        assert!(!again && text.contains("belongs to this customer already"), "{text}");
        let (holds, text) = chore(&house, &["verify-audit"]).await;
        assert!(holds, "{text}");
        assert!(text.contains("customer 300001 (Sample Ltd): 5 entries"), "{text}");
    }
}
