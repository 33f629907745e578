//! A customer that asks for a second factor: whom it concerns is seen before, and told by mail.

use std::time::Duration;

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    role::BuiltInRole, security_policy::SecurityPolicy, user_status::UserStatusKind,
};
use keyholder_server::housekeeping;
use keyholder_store::on_both_databases;

use crate::{
    required_second_factor::{administrator, asking, is_asked, require, sign_in_by_set_up},
    second_factors::scene,
    support::{Browser, House, Member, PASSWORD, Person, requests::unverified, try_sign_in},
};

const DAY: Duration = Duration::from_hours(24);
const STEP: Duration = Duration::from_secs(30);

on_both_databases! {
    async fn s110_the_preview_says_exactly_who_will_be_asked(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let (anna, admin) = administrator(&house, &merchant, "anna").await;
        let cashier = |name: &str| Member::new(name, BuiltInRole::Cashier);
        let app = house.member(&merchant, cashier("app")).await;
        house.enrol(&app).await;
        let off = house.member(&merchant, cashier("off").deactivated()).await;
        house.member(&merchant, cashier("pending").pending()).await;
        let locked = house.member(&merchant, cashier("locked")).await;
        for _ in 0..5 {
            let client = house.client();
            let wrong = try_sign_in(&client, &locked.name, "Wrong-Horse-7-Battery").await;
            assert!(wrong.is_err());
        }
        let user = admin.read_user(merchant.id, locked.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::LockedAttempts);
        let till = admin.create_user(merchant.id, &unverified(merchant.roles["cashier"]), None).await.unwrap();
        let invited = admin.invite_user(merchant.id, till.id, None).await.unwrap();
        let mut browser = Browser::new(&house);
        let (link, code) = (invited.activation_link.unwrap(), invited.code.unwrap());
        browser.set_password_with_code(&link, &code, PASSWORD).await;
        let till = Person { id: till.id, name: till.sign_in_name };
        let old = house.member(&merchant, cashier("old")).await;

        let optional = admin.preview_security_policy(merchant.id, &SecurityPolicy::PAYMENTS).await.unwrap();
        assert_eq!((optional.second_factor.asked.count, optional.second_factor.ready), (0, 1));
        let preview = admin.preview_security_policy(merchant.id, &asking(None)).await.unwrap().second_factor;
        assert_eq!((preview.ready, preview.waiting), (1, 1));
        assert_eq!(preview.without_mailbox.count, 1);
        assert_eq!(preview.without_mailbox.names.len(), 1);
        assert_eq!(preview.asked.names.len(), 5);

        require(&admin, &merchant, None).await;
        house.clock.advance(Duration::from_mins(30));
        let mut asked = 0;
        for person in [&maria, &anna, &app, &locked, &till, &old] {
            if is_asked(&house, person).await {
                asked += 1;
            }
        }
        assert_eq!(asked, preview.asked.count, "what was said is what happens");
        let outcome = try_sign_in(&house.client(), &off.name, PASSWORD).await;
        assert_eq!(outcome.err().unwrap().code(), Some(ErrorCode::SignInFailed));
    }

    async fn s110_people_without_one_are_told_and_reminded(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let (anna, admin) = administrator(&house, &merchant, "anna").await;
        let app = house.member(&merchant, Member::new("app", BuiltInRole::Cashier)).await;
        house.enrol(&app).await;
        house.member(&merchant, Member::new("off", BuiltInRole::Cashier).deactivated()).await;
        house.member(&merchant, Member::new("pending", BuiltInRole::Cashier).pending()).await;
        house.mails().await;
        let told = async || {
            let before = house.app.demo_mailbox.all().len();
            housekeeping::sweep(&house.app).await.unwrap();
            let mut mails: Vec<_> = house.mails().await.split_off(before);
            mails.sort_by(|one, other| one.to.cmp(&other.to));
            mails
        };
        assert_eq!(told().await.len(), 0);
        let day = house.clock.now() + DAY * 7;
        require(&admin, &merchant, Some(day)).await;
        let mails = told().await;
        let to: Vec<_> = mails.iter().map(|mail| mail.to.clone()).collect();
        assert_eq!(to, [anna.name.clone(), maria.name.clone()]);
        assert!(mails[0].text.contains("2023-11-21 22:13 UTC"), "{}", mails[0].text);
        assert!(mails[0].text.contains("Merchant 200001"));
        assert_eq!(told().await.len(), 0, "once");
        house.clock.set(day - DAY * 3 - STEP);
        assert_eq!(told().await.len(), 0);
        house.clock.advance(STEP);
        let mails = told().await;
        assert_eq!(mails.len(), 2, "three days before");
        house.clock.set(day);
        assert_eq!(told().await.len(), 0);
        let admin = sign_in_by_set_up(&house, &anna).await;
        house.mails().await;

        // Put off and taken back again: nobody hears of what no longer holds.
        require(&admin, &merchant, None).await;
        let version = admin.read_security_policy(merchant.id).await.unwrap().version;
        admin.change_security_policy(merchant.id, version, &SecurityPolicy::PAYMENTS).await.unwrap();
        assert_eq!(told().await.len(), 0);
        // At once: told at once, and never reminded.
        require(&admin, &merchant, None).await;
        let mails = told().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, maria.name);
        assert!(mails[0].subject.contains("from now on"), "{}", mails[0].subject);
        house.clock.advance(DAY * 30);
        assert_eq!(told().await.len(), 0);
    }

    async fn s110_many_are_told_once_each_whichever_process_does_it(database: TestDatabase) {
        let house = House::on(database).await;
        let beside = house.beside().await;
        let merchant = house.merchant("200001").await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        // More than are posted together, twice over.
        for number in 0..210 {
            let one = Member::new(format!("user{number}"), BuiltInRole::Cashier);
            house.member(&merchant, one).await;
        }
        require(&admin, &merchant, None).await;
        let (one, other) =
            tokio::join!(housekeeping::sweep(&house.app), housekeeping::sweep(&beside.app));
        one.unwrap();
        other.unwrap();
        let posted = async || house.dump().await["outbox"].len();
        assert_eq!(posted().await, 211, "and whoever decided it");
        housekeeping::sweep(&house.app).await.unwrap();
        assert_eq!(posted().await, 211);
    }
}
