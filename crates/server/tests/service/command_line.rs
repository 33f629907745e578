//! The chores of the command line, run as the program that is shipped.

use std::process::Stdio;

use keyholder_domain::{role::BuiltInRole, user_status::UserStatusKind};
use keyholder_store::on_both_databases;
use tokio::process::Command;

use crate::support::{Browser, House, Member, PASSWORD, Person, requests::verified};

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

#[tokio::test]
async fn a_reader_who_has_had_enough_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_keyholder-server"))
        .arg("openapi")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The document is longer than what a pipe holds, so the program notices.
    drop(child.stdout.take());
    let done = child.wait_with_output().await.unwrap();
    assert!(done.status.success());
    assert_eq!(String::from_utf8(done.stderr).unwrap(), "");
}

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

    async fn what_was_done_to_the_log_behind_the_services_back_is_named(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let mut customers = Vec::new();
        for number in ["200001", "200002", "200003", "200004", "200005"] {
            let merchant = house.merchant(number).await;
            let anna = Member::new(format!("anna{number}"), BuiltInRole::MerchantAdministrator);
            let anna = house.member(&merchant, anna).await;
            let admin = house.sign_in(&anna).await;
            for index in 0..4 {
                let mailbox = format!("ada{index}-{number}");
                let request = verified(&mailbox, merchant.roles["cashier"]);
                admin.create_user(merchant.id, &request, None).await.unwrap();
            }
            customers.push(merchant.id);
        }
        let (holds, told) = chore(&house, &["verify-audit"]).await;
        assert!(holds, "{told}");

        // Each chain has five entries: a sign-in and four people.
        let [edited, unsealed, holed, cut, _untouched] = customers.try_into().unwrap();
        for sql in [
            format!("UPDATE audit_events SET action = 'user_deactivated' WHERE chain = '{edited}' AND sequence = 3"),
            format!("UPDATE audit_events SET details = '{{}}' WHERE chain = '{unsealed}' AND sequence = 2"),
            format!("DELETE FROM audit_events WHERE chain = '{holed}' AND sequence = 4"),
            format!("DELETE FROM audit_events WHERE chain = '{cut}' AND sequence = 5"),
        ] {
            house.database.tamper("audit_events", &sql).await;
        }
        let (holds, told) = chore(&house, &["verify-audit"]).await;
        assert!(!holds);
        for line in [
            "customer 200001 (Merchant 200001): BROKEN: entry 3 was altered",
            "customer 200002 (Merchant 200002): BROKEN: the details of entry 2 were altered",
            "customer 200003 (Merchant 200003): BROKEN: entry 4 is missing",
            "customer 200004 (Merchant 200004): BROKEN: the chain ends at entry 4",
            "customer 200005 (Merchant 200005): 5 entries",
            "4 of 5 chains",
        ] {
            assert!(told.contains(line), "{line} is not in\n{told}");
        }
    }
}
