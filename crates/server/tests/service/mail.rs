//! Mail through a real SMTP server, and what happens when it will not take one.

use std::{sync::Arc, time::Duration};

use futures_util::future::join_all;
use keyholder_contract::user::User;
use keyholder_domain::role::BuiltInRole;
use keyholder_server::{
    App,
    config::{Config, Smtp},
    mail::{Transport, deliver_due},
};
use keyholder_store::on_both_databases;

use crate::support::{
    Browser, House, Member, Merchant, PASSWORD, requests::verified, smtp::SmtpSink,
};

async fn invited(house: &House) -> (Merchant, User) {
    let merchant = house.merchant("200001").await;
    let member = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(&merchant, member).await;
    let admin = house.sign_in(&anna).await;
    let mut request = verified("ada", merchant.roles["cashier"]);
    "Ægil 👩‍💼".clone_into(&mut request.given_name);
    request.invite = true;
    let user = admin
        .create_user(merchant.id, &request, None)
        .await
        .unwrap();
    (merchant, user)
}

/// The plain form of a quoted-printable mail.
fn decode(data: &str) -> String {
    data.replace("=\r\n", "").replace("=3D", "=")
}

/// A service whose own postman has no server, and the same service with one: so that each test alone
/// decides when mail is sent.
async fn house_with(
    database: keyholder_store::testing::TestDatabase,
    smtp: Smtp,
) -> (House, App, Transport) {
    let house = House::on(database).await;
    let mut parts = (*house.app).clone();
    parts.config = Arc::new(Config {
        smtp: Some(smtp),
        ..(*parts.config).clone()
    });
    let app = App::from(parts);
    let transport = Transport::of(&app.config).unwrap();
    (house, app, transport)
}

on_both_databases! {
    async fn s018_s034_s039_a_mail_reaches_a_real_server_over_starttls(database: TestDatabase) {
        let mut sink = SmtpSink::encrypted(None).await;
        let (house, app, transport) = house_with(database, sink.settings(true)).await;
        invited(&house).await;
        assert_eq!(deliver_due(&app, &transport).await.unwrap(), 1);
        let mail = sink.next().await;
        assert_eq!(mail["tls"], true);
        assert_eq!(mail["to"][0], "ada@example.com");
        assert_eq!(mail["from"], "no-reply@id.example.com");
        let data = decode(mail["data"].as_str().unwrap());
        assert!(data.contains("Subject: Your access to Merchant 200001"));
        assert!(data.contains("multipart/alternative"));
        assert!(data.contains("@id.example.com>"), "its Message-ID is our own");
        assert!(data.contains("Auto-Submitted: auto-generated"));
        let start = data.find(house.app.origin.as_str()).unwrap();
        let link: String = data[start..].chars().take_while(|c| !c.is_whitespace()).collect();
        assert_eq!(deliver_due(&app, &transport).await.unwrap(), 0, "once");
        let done = Browser::new(&house).set_password(&link, PASSWORD).await;
        assert_eq!(done.status.as_u16(), 200);
    }

    async fn a_server_that_asks_to_come_back_is_tried_again(database: TestDatabase) {
        let mut sink = SmtpSink::encrypted(Some("451 come back later")).await;
        let (house, app, transport) = house_with(database, sink.settings(true)).await;
        invited(&house).await;
        deliver_due(&app, &transport).await.unwrap();
        assert_eq!(sink.next().await["refused"], "451 come back later");
        sink.relent().await;
        assert_eq!(deliver_due(&app, &transport).await.unwrap(), 0, "not before the wait is over");
        house.clock.advance(Duration::from_secs(15));
        assert_eq!(deliver_due(&app, &transport).await.unwrap(), 1);
        assert_eq!(sink.next().await["to"][0], "ada@example.com");
    }

    async fn a_mail_that_is_refused_for_good_is_given_up(database: TestDatabase) {
        let mut sink = SmtpSink::encrypted(Some("550 no such mailbox")).await;
        let (house, app, transport) = house_with(database, sink.settings(true)).await;
        invited(&house).await;
        deliver_due(&app, &transport).await.unwrap();
        assert_eq!(sink.next().await["refused"], "550 no such mailbox");
        house.clock.advance(Duration::from_hours(24));
        assert_eq!(deliver_due(&app, &transport).await.unwrap(), 0);
        assert!(house.dump().await["outbox"][0].contains("550"), "the reason is kept");
    }

    async fn nothing_is_sent_to_a_server_without_encryption_or_with_a_strange_certificate(
        database: TestDatabase
    ) {
        let plain = SmtpSink::plain().await;
        let (house, app, transport) = house_with(database, plain.settings(false)).await;
        invited(&house).await;
        deliver_due(&app, &transport).await.unwrap();
        let outbox = house.dump().await["outbox"][0].clone();
        assert!(outbox.contains("STARTTLS is not supported"), "{outbox}");

        let strange = SmtpSink::encrypted(None).await;
        let transport = Transport::of(&Config {
            smtp: Some(strange.settings(false)),
            ..(*app.config).clone()
        })
        .unwrap();
        house.clock.advance(Duration::from_secs(15));
        assert_eq!(deliver_due(&app, &transport).await.unwrap(), 1);
        let outbox = house.dump().await["outbox"][0].clone();
        assert!(outbox.contains("certificate"), "{outbox}");
        // It is a matter of settings: corrected, the mail still leaves.
        let mut trusted = SmtpSink::encrypted(None).await;
        let transport = Transport::of(&Config {
            smtp: Some(trusted.settings(true)),
            ..(*app.config).clone()
        })
        .unwrap();
        house.clock.advance(Duration::from_secs(30));
        assert_eq!(deliver_due(&app, &transport).await.unwrap(), 1);
        assert_eq!(trusted.next().await["tls"], true);
    }

    async fn several_postmen_send_each_mail_once(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        for index in 0..25 {
            let mut request = verified(&format!("ada{index}"), merchant.roles["cashier"]);
            request.invite = true;
            admin.create_user(merchant.id, &request, None).await.unwrap();
        }
        let taken = join_all((0..6).map(|_| deliver_due(&house.app, &Transport::Demo))).await;
        let taken: usize = taken.into_iter().map(Result::unwrap).sum();
        assert_eq!(taken, 25);
        let mut addresses: Vec<_> =
            house.app.demo_mailbox.all().into_iter().map(|mail| mail.to).collect();
        addresses.sort();
        addresses.dedup();
        assert_eq!(addresses.len(), 25);
    }
}
