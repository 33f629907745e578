//! An administrator takes away the second factor of somebody who lost it (L12, S120).

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{
    decision::{DecisionQuestion, DecisionRefusal},
    explanation::{AccessChange, PlaceQuery},
    pending_change::AskChange,
    problem::ErrorCode,
    user::UserAction,
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    pending_change::ChangeState,
    permission::Permission,
    role::BuiltInRole,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};

use crate::{
    second_factors::refused,
    support::{House, Member, Merchant, Person, phone::step_up, requests::about},
};

const DAY: Duration = Duration::from_hours(24);

struct Scene {
    house: House,
    merchant: Merchant,
    olivia: Person,
    maria: Person,
}

async fn scene(database: TestDatabase) -> Scene {
    let house = House::on(database).await;
    let merchant = house.merchant("200001").await;
    let olivia = Member::new("olivia", BuiltInRole::MerchantAdministrator);
    let olivia = house.member(&merchant, olivia).await;
    let maria = Member::new("maria", BuiltInRole::Support);
    let maria = house.member(&merchant, maria).await;
    Scene {
        house,
        merchant,
        olivia,
        maria,
    }
}

async fn administrator(house: &House, merchant: &Merchant, name: &str) -> Person {
    let member = Member::new(name, BuiltInRole::MerchantAdministrator);
    house.member(merchant, member).await
}

/// Why the user's factor cannot be reset, as the details say.
async fn shown(session: &Session, customer: CustomerId, user: UserId) -> Option<ErrorCode> {
    let user = session.read_user(customer, user).await.unwrap();
    let mut states = user.actions.into_iter();
    states
        .find(|state| state.action == UserAction::ResetSecondFactor)
        .unwrap()
        .refusal
}

async fn has_factor(house: &House, person: &Person) -> bool {
    let rows = house.dump().await.remove("authenticators").unwrap();
    let id = person.id.to_string();
    rows.iter().any(|row| row.contains(&id))
}

async fn resets_in_the_log(session: &Session, customer: CustomerId, user: UserId) -> usize {
    let log = session.list_audit_events(customer, &about(user)).await;
    let items = log.unwrap().items;
    items
        .iter()
        .filter(|entry| entry.action == AuditAction::SecondFactorReset)
        .count()
}

on_both_databases! {
    async fn l12_an_administrator_lets_somebody_in_again_who_lost_the_phone(
        database: TestDatabase
    ) {
        let Scene { house, merchant, olivia, maria } = scene(database).await;
        let enrolled = house.enrol(&maria).await;
        let other = house.beside().await;
        let elsewhere = other.sign_in_with(&maria, &{
            house.clock.advance(Duration::from_secs(30));
            enrolled.phone
        }).await;
        let customer = merchant.id;
        let admin = house.sign_in(&olivia).await;
        assert_eq!(shown(&admin, customer, maria.id).await, None);
        // Not without a fresh proof.
        house.clock.advance(Duration::from_mins(5));
        assert_eq!(refused(admin.reset_second_factor(customer, maria.id).await), "step_up_required");
        assert!(has_factor(&house, &maria).await);
        admin.step_up(&step_up(None)).await.unwrap();
        let before = house.mails().await.len();
        admin.reset_second_factor(customer, maria.id).await.unwrap();

        assert!(!has_factor(&house, &maria).await);
        for session in [&enrolled.session, &elsewhere] {
            assert_eq!(refused(session.read_me().await), "sign_in_required");
        }
        let mails = house.mails().await;
        assert_eq!(mails.len(), before + 1);
        let mail = mails.last().unwrap();
        assert_eq!(mail.to, maria.name);
        assert!(mail.subject.contains("second factor"), "{}", mail.subject);
        assert_eq!(resets_in_the_log(&admin, customer, maria.id).await, 1);
        // The password alone, until they set one up again.
        house.sign_in(&maria).await;
        // Once.
        assert_eq!(shown(&admin, customer, maria.id).await, Some(ErrorCode::NoSecondFactor));
        let again = admin.reset_second_factor(customer, maria.id).await;
        assert_eq!(refused(again), "no_second_factor");
        assert_eq!(house.mails().await.len(), before + 1);
    }

    async fn l12_nobody_resets_their_own_or_that_of_somebody_who_holds_more(
        database: TestDatabase
    ) {
        let Scene { house, merchant, olivia, maria } = scene(database).await;
        let customer = merchant.id;
        let own = house.enrol(&olivia).await.session;
        assert_eq!(shown(&own, customer, olivia.id).await, Some(ErrorCode::OwnAccess));
        let outcome = own.reset_second_factor(customer, olivia.id).await;
        assert_eq!(refused(outcome), "own_access");
        let lina = Member::new("lina", BuiltInRole::LocationAdministrator);
        let lina = house.member(&merchant, lina).await;
        let lina = house.sign_in(&lina).await;
        let outcome = lina.reset_second_factor(customer, olivia.id).await;
        assert_eq!(refused(outcome), "target_holds_more");
        let maria = house.enrol(&maria).await.session;
        let outcome = maria.reset_second_factor(customer, olivia.id).await;
        assert_eq!(refused(outcome), "permission_missing");
        assert!(has_factor(&house, &olivia).await);
    }

    async fn l12_the_factor_of_an_administrator_takes_two(database: TestDatabase) {
        let Scene { house, merchant, olivia, .. } = scene(database).await;
        let customer = merchant.id;
        let ben = administrator(&house, &merchant, "ben").await;
        let ben_session = house.enrol(&ben).await.session;
        let admin = house.sign_in(&olivia).await;
        // Nobody else could agree: the payment provider brings administrators back.
        let outcome = admin.reset_second_factor(customer, ben.id).await;
        assert_eq!(refused(outcome), "no_second_administrator");
        let ask = AskChange::SecondFactorReset { user_id: ben.id };
        let outcome = admin.ask_change(customer, &ask, None).await;
        assert_eq!(refused(outcome), "no_second_administrator");

        let anna = administrator(&house, &merchant, "anna").await;
        let anna = house.sign_in(&anna).await;
        let outcome = admin.reset_second_factor(customer, ben.id).await;
        assert_eq!(refused(outcome), "approval_required");
        let asked = admin.ask_change(customer, &ask, None).await.unwrap();
        assert_eq!((asked.state, asked.gains.len()), (ChangeState::Waiting, 0));
        assert!(has_factor(&house, &ben).await);
        let outcome = admin.grant_pending_change(customer, asked.id).await;
        assert_eq!(refused(outcome), "own_change");
        let outcome = ben_session.grant_pending_change(customer, asked.id).await;
        assert!(outcome.is_err(), "whom it is about is not the second one");
        assert!(has_factor(&house, &ben).await);
        anna.grant_pending_change(customer, asked.id).await.unwrap();
        assert!(!has_factor(&house, &ben).await);
        assert_eq!(refused(ben_session.read_me().await), "sign_in_required");
        assert_eq!(resets_in_the_log(&admin, customer, ben.id).await, 1);
        house.sign_in(&ben).await;

        // Whoever sets one up anew, or takes it away themselves, overtakes what waits.
        let again = house.enrol(&ben).await;
        let asked = admin.ask_change(customer, &ask, None).await.unwrap();
        let id = again.session.list_own_second_factors().await.unwrap().authenticators[0].id;
        again.session.remove_authenticator(id).await.unwrap();
        let outcome = anna.grant_pending_change(customer, asked.id).await;
        assert_eq!(refused(outcome), "change_ended");
    }

    async fn l12_what_needs_a_second_factor_stays_closed_for_a_day(database: TestDatabase) {
        let Scene { house, merchant, olivia, maria } = scene(database).await;
        let customer = merchant.id;
        let admin = house.sign_in(&olivia).await;
        let version = admin.read_user(customer, maria.id).await.unwrap().version;
        let rights = keyholder_contract::user::ChangePermissions {
            permissions: vec![Permission::TransactionsView, Permission::TransactionsCredit],
        };
        admin.change_user_permissions(customer, maria.id, version, &rights).await.unwrap();
        house.enrol(&maria).await;
        let ask = async |permission| {
            let question = DecisionQuestion {
                user_id: maria.id,
                permission,
                location_id: None,
                terminal_id: None,
            };
            // The session may have run out in a day.
            house.sign_in(&olivia).await.ask_decision(customer, &question).await.unwrap()
        };
        assert_eq!(ask(Permission::TransactionsCredit).await.refusal, None);
        admin.reset_second_factor(customer, maria.id).await.unwrap();
        let until = house.clock.now() + DAY;
        let cooling = Some(DecisionRefusal::Cooling { until });
        // Whoever talked somebody into the reset sets their own app up at once; it opens nothing sooner.
        house.enrol(&maria).await;
        assert_eq!(ask(Permission::TransactionsCredit).await.refusal, cooling);
        assert_eq!(ask(Permission::TransactionsView).await.refusal, None, "nothing else");
        let place = PlaceQuery::default();
        let credit = Permission::TransactionsCredit;
        let why = admin.explain_access(customer, maria.id, credit, &place).await.unwrap();
        assert_eq!((why.answer.refusal, why.change), (cooling.clone(), vec![AccessChange::Wait { until }]));
        house.clock.advance(DAY.checked_sub(Duration::from_micros(1)).unwrap());
        assert_eq!(ask(Permission::TransactionsCredit).await.refusal, cooling);
        house.clock.advance(Duration::from_micros(1));
        assert_eq!(ask(Permission::TransactionsCredit).await.refusal, None);
    }

    async fn l12_c18_one_customer_resets_for_all_and_the_others_are_told_without_a_name(
        database: TestDatabase
    ) {
        let Scene { house, merchant, olivia, maria } = scene(database).await;
        let kiosk = house.merchant("200002").await;
        let keeper = administrator(&house, &kiosk, "keeper").await;
        let tom = house.member(&kiosk, Member::new("tom", BuiltInRole::Cashier)).await;
        house.join(&kiosk, &maria, Member::new("maria", BuiltInRole::Cashier)).await;
        house.enrol(&maria).await;
        house.enrol(&tom).await;
        let admin = house.sign_in(&olivia).await;
        // Whoever has not accepted here is not touched here, and nothing is told of what they have.
        house.join(&merchant, &tom, Member::new("tom", BuiltInRole::Cashier).pending()).await;
        assert_eq!(shown(&admin, merchant.id, tom.id).await, Some(ErrorCode::WrongStatus));
        let outcome = admin.reset_second_factor(merchant.id, tom.id).await;
        assert_eq!(refused(outcome), "wrong_status");
        assert!(has_factor(&house, &tom).await);

        admin.reset_second_factor(merchant.id, maria.id).await.unwrap();
        assert!(!has_factor(&house, &maria).await);
        let keeper = house.sign_in(&keeper).await;
        let log = keeper.list_audit_events(kiosk.id, &about(maria.id)).await.unwrap();
        let entry = log.items.iter().find(|entry| entry.action == AuditAction::SecondFactorReset);
        let entry = entry.unwrap();
        assert_eq!((entry.actor_id, &entry.origin), (None, &None), "not who, nor from where");
        let own = admin.list_audit_events(merchant.id, &about(maria.id)).await.unwrap();
        let entry = own.items.iter().find(|entry| entry.action == AuditAction::SecondFactorReset);
        assert_eq!(entry.unwrap().actor_id, Some(olivia.id));
    }
}
