//! Resetting somebody who has mailed codes only, and what "Why?" and "Who can?" say of a second factor.

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{
    explanation::{AccessChange, HolderQuery, PlaceQuery},
    problem::ErrorCode,
    user::{ChangePermissions, UserAction},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    permission::Permission,
    second_factor::FactorState,
};
use keyholder_store::on_both_databases;

use crate::{
    passkeys,
    required_second_factor::administrator,
    second_factors::{refused, scene},
    support::{PASSWORD, mailbox::by_mail, phone::begin, requests::about},
};

const DAY: Duration = Duration::from_hours(24);
const MOMENT: Duration = Duration::from_micros(1);
const CREDIT: Permission = Permission::TransactionsCredit;

/// Lets somebody credit, which takes a second factor.
async fn let_credit(admin: &Session, customer: CustomerId, user: UserId) {
    let version = admin.read_user(customer, user).await.unwrap().version;
    let rights = ChangePermissions {
        permissions: vec![Permission::TransactionsView, CREDIT],
    };
    admin
        .change_user_permissions(customer, user, version, &rights)
        .await
        .unwrap();
}

/// How many may credit: the total, and the rows.
async fn who_can(admin: &Session, customer: CustomerId) -> (Option<u32>, usize) {
    let query = HolderQuery {
        count: true,
        ..HolderQuery::default()
    };
    let page = admin.list_holders(customer, CREDIT, &query).await.unwrap();
    (page.page.total, page.items.len())
}

on_both_databases! {
    async fn l12_s027_mailed_codes_are_reset_and_go_on_with_a_new_proof_of_the_mailbox(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        let refusal = async || {
            let user = admin.read_user(merchant.id, maria.id).await.unwrap();
            let mut actions = user.actions.into_iter();
            actions.find(|state| state.action == UserAction::ResetSecondFactor).unwrap().refusal
        };
        assert_eq!(refusal().await, Some(ErrorCode::NoSecondFactor));
        house.mail_codes(&maria).await;
        assert_eq!(refusal().await, None);
        let session = house.sign_in_by_mail(&maria).await;
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let code = by_mail(&house.code_for(&maria.name).await);
        // Somebody has guessed until no code is looked at any more.
        let wrong = client.show_second_factor(waiting.id, &by_mail("x")).await;
        assert_eq!(refused(wrong), "code: wrong_code");
        house.database.run("UPDATE code_attempts SET failures = 100").await.unwrap();
        let outcome = client.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "second_factor_shut");

        let before = house.mails().await.len();
        let user = admin.reset_second_factor(merchant.id, maria.id).await.unwrap();
        assert_eq!(user.second_factor, Some(FactorState::MailedCode), "they cannot be taken away");
        assert_eq!(user.cooling_until, Some(house.clock.now() + DAY));
        assert_eq!(refused(session.read_me().await), "sign_in_required");
        let outcome = client.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "not_found", "the code from before, and its sign-in");
        let mails = house.mails().await;
        assert_eq!(mails.len(), before + 1);
        assert_eq!(mails.last().map(|mail| mail.to.as_str()), Some(maria.name.as_str()));
        let log = admin.list_audit_events(merchant.id, &about(maria.id)).await.unwrap();
        let resets = log.items.iter().filter(|entry| entry.action == AuditAction::SecondFactorReset);
        assert_eq!(resets.count(), 1);
        house.sign_in_by_mail(&maria).await;
    }

    async fn l12_who_can_counts_nobody_whose_factor_was_reset_within_the_day(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let (anna, admin) = administrator(&house, &merchant, "anna").await;
        let_credit(&admin, merchant.id, maria.id).await;
        assert_eq!(who_can(&admin, merchant.id).await, (Some(0), 0));
        house.enrol(&maria).await;
        assert_eq!(who_can(&admin, merchant.id).await, (Some(1), 1));
        admin.reset_second_factor(merchant.id, maria.id).await.unwrap();
        house.enrol(&maria).await;
        assert_eq!(who_can(&admin, merchant.id).await, (Some(0), 0));
        house.clock.advance(DAY.checked_sub(MOMENT).unwrap());
        let admin = house.sign_in(&anna).await;
        assert_eq!(who_can(&admin, merchant.id).await, (Some(0), 0));
        house.clock.advance(MOMENT);
        assert_eq!(who_can(&admin, merchant.id).await, (Some(1), 1));
    }

    async fn s116_why_names_the_second_factor_and_who_can_knows_passkeys(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        let_credit(&admin, merchant.id, maria.id).await;
        let why = async || {
            let anywhere = PlaceQuery::default();
            let why = admin.explain_access(merchant.id, maria.id, CREDIT, &anywhere).await.unwrap();
            let set_up = why.change.contains(&AccessChange::SetUpSecondFactor);
            (why.second_factor, why.answer.allowed, set_up)
        };
        assert_eq!(why().await, (FactorState::None, false, true));
        let (session, ..) = passkeys::enrol(&house, &maria).await;
        assert_eq!(why().await, (FactorState::Passkey, true, false));
        assert_eq!(who_can(&admin, merchant.id).await, (Some(1), 1));
        let id = session.list_own_second_factors().await.unwrap().passkeys[0].id;
        session.remove_passkey(id).await.unwrap();
        house.enrol(&maria).await;
        assert_eq!(why().await, (FactorState::App, true, false));
        admin.reset_second_factor(merchant.id, maria.id).await.unwrap();
        house.mail_codes(&maria).await;
        assert_eq!(why().await, (FactorState::MailedCode, false, true), "C6");
    }
}
