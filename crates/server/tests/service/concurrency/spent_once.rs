//! What works once works once, whichever of two services over one database is asked, and however many ask at once.

use std::time::Duration;

use futures_util::future::join_all;
use keyholder_client::{Client, DeviceKey};
use keyholder_contract::second_factor::ShowSecondFactor;
use keyholder_domain::{ids::SignInId, role::BuiltInRole};
use keyholder_store::on_both_databases;

use crate::support::{
    House, Member, Merchant, PASSWORD, Person,
    confirming::by_device,
    depth::times,
    phone::{begin, by_app, by_recovery_code},
};

const MINUTE: Duration = Duration::from_mins(1);
/// How many show one thing at once in each sign-in.
const USES: usize = 12;

/// Two services over one database.
struct Services {
    here: House,
    there: House,
    merchant: Merchant,
}

impl Services {
    async fn start(here: House) -> Self {
        let there = here.beside().await;
        let merchant = here.merchant("200001").await;
        Self {
            here,
            there,
            merchant,
        }
    }

    async fn somebody(&self, round: usize) -> Person {
        let member = Member::new(format!("maria{round}"), BuiltInRole::Cashier);
        self.here.member(&self.merchant, member).await
    }

    /// Takes the password step on a device that reaches both services.
    async fn begin(&self, person: &Person) -> Waiting {
        let key = DeviceKey::generate().unwrap();
        let same = DeviceKey::from_bytes(&key.to_bytes()).unwrap();
        let clients = [self.here.client_with(key), self.there.client_with(same)];
        let sign_in = begin(&clients[0], person, PASSWORD).await.id;
        Waiting { clients, sign_in }
    }
}

/// A sign-in that waits for the second factor.
struct Waiting {
    clients: [Client; 2],
    sign_in: SignInId,
}

impl Waiting {
    /// Shows it many times at once, to one service and the other in turn; how often it led on.
    async fn show(&self, factor: &ShowSecondFactor) -> usize {
        let shown = (0..USES)
            .map(|number| self.clients[number % 2].show_second_factor(self.sign_in, factor));
        let outcomes = join_all(shown).await;
        outcomes.iter().filter(|outcome| outcome.is_ok()).count()
    }
}

on_both_databases! {
    async fn goal_10_a_code_of_an_app_counts_once_over_two_services(database: TestDatabase) {
        let services = Services::start(House::on(database).await).await;
        for round in 0..times(2, 20, 200) {
            let maria = services.somebody(round).await;
            let enrolled = services.here.enrol(&maria).await;
            services.here.clock.advance(MINUTE);
            let sign_ins = [services.begin(&maria).await, services.begin(&maria).await];
            let code = by_app(&enrolled.phone.code(services.here.clock.now()));
            let led_on = join_all(sign_ins.iter().map(|waiting| waiting.show(&code))).await;
            assert_eq!(led_on.iter().sum::<usize>(), 1);
        }
    }

    async fn goal_10_a_recovery_code_counts_once_over_two_services(database: TestDatabase) {
        let services = Services::start(House::on(database).await).await;
        for round in 0..times(2, 20, 200) {
            let maria = services.somebody(round).await;
            let enrolled = services.here.enrol(&maria).await;
            let sign_ins = [services.begin(&maria).await, services.begin(&maria).await];
            let code = by_recovery_code(&enrolled.recovery_codes[0]);
            let led_on = join_all(sign_ins.iter().map(|waiting| waiting.show(&code))).await;
            assert_eq!(led_on.iter().sum::<usize>(), 1);
        }
    }

    async fn goal_10_a_sign_in_request_is_answered_and_spent_once_over_two_services(
        database: TestDatabase
    ) {
        let services = Services::start(House::on(database).await).await;
        for round in 0..times(2, 20, 200) {
            let maria = services.somebody(round).await;
            let enrolled = services.here.confirming(&maria).await;
            services.here.clock.advance(MINUTE);
            let other = services.there.sign_in_with(&maria, &enrolled.phone).await;
            other.enrol_confirming_device().await.unwrap();
            let waiting = services.begin(&maria).await;
            let raised = waiting.clients[1].raise_auth_request(waiting.sign_in).await.unwrap();
            let (devices, number) = ([&enrolled.session, &other], raised.number.as_str());
            let answers = (0..USES).map(|answer| {
                devices[answer % 2].decide_auth_request(raised.id, Some(number))
            });
            let outcomes = join_all(answers).await;
            assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
            assert_eq!(waiting.show(&by_device(raised.id)).await, 1);
        }
    }
}
