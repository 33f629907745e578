//! The sample merchants.

use std::collections::BTreeSet;

use keyholder_client::{Session, TokenSink};
use keyholder_contract::{
    decision::DecisionQuestion,
    location::LocationQuery,
    provider::{CreateCustomer, FirstAdministrator, ProviderCustomerQuery, SaveCustomer},
    second_factor::{AddAuthenticator, BeginAuthenticatorSetup},
    session::{NextStep, StartSignIn},
    user_list::UserQuery,
};
use keyholder_domain::{language::Language, user_status::UserStatusKind};
use keyholder_server::demo::{self, DemoError};
use keyholder_store::{audit, on_both_databases};

use crate::support::{Browser, Device, House, browser::html, phone::Phone};

const PASSWORD: &str = "Amber-Lantern-58-Quiet";

/// What everybody of the sample may do who has an app on their phone.
async fn enrol(house: &House, name: &str) {
    let session = sign_in(house, name).await;
    let setup = BeginAuthenticatorSetup::default();
    let setup = session.begin_authenticator_setup(&setup).await.unwrap();
    let code = Phone::scan(&setup.uri).code(house.clock.now());
    let first = AddAuthenticator {
        setup_id: setup.id,
        name: "Phone".to_owned(),
        code,
        current_password: PASSWORD.to_owned(),
        built_in: false,
    };
    session.add_authenticator(&first).await.unwrap();
}

async fn sign_in(house: &House, name: &str) -> Session {
    let client = house.client();
    let answer = client
        .start_sign_in(&StartSignIn {
            sign_in_name: name.to_owned(),
            password: PASSWORD.to_owned(),
            device_name: "Test".to_owned(),
        })
        .await
        .unwrap();
    let NextStep::Session { tokens } = answer.next else {
        panic!("the sign-in waits for a step");
    };
    Session::start(client, tokens, TokenSink::none()).await
}

on_both_databases! {
    async fn the_sample_holds_what_the_demo_promises(database: TestDatabase) {
        let house = House::with(database, |config| config.demo = true).await;
        demo::prepare(&house.app).await.unwrap();
        // A second start finds it.
        demo::prepare(&house.app).await.unwrap();
        let admin = sign_in(&house, "anna.keller@sonnenschein.example").await;
        let me = admin.read_me().await.unwrap();
        let customer = &me.memberships[0].customer;
        assert_eq!(customer.alias.as_deref(), Some("Sonnenschein"));
        let mut statuses = BTreeSet::new();
        let query = UserQuery {
            status: UserStatusKind::ALL.to_vec(),
            limit: Some(200),
            count: true,
            ..UserQuery::default()
        };
        let page = admin.list_users(customer.id, &query).await.unwrap();
        statuses.extend(page.items.iter().map(|row| row.status.kind));
        assert_eq!(statuses, BTreeSet::from(UserStatusKind::ALL));
        assert!(page.page.total.unwrap() >= 45);
        let places = admin.list_locations(customer.id, &LocationQuery::default()).await.unwrap();
        assert_eq!(places.items.len(), 6);
        let operator = sign_in(&house, "oskar.lind@provider.example").await;
        assert_eq!(operator.list_customers().await.unwrap().items.len(), 2);
        assert!(operator.read_me().await.unwrap().operator);
        let finance = sign_in(&house, "sofia.marti@sonnenschein.example").await;
        assert_eq!(finance.read_me().await.unwrap().memberships.len(), 2);
        for chain in audit::chains(house.database.database()).await.unwrap() {
            let verified = audit::verify(house.database.database(), chain).await.unwrap();
            assert!(verified.entries > 0);
        }
    }

    async fn a_sample_to_which_an_operator_added_is_found_again(database: TestDatabase) {
        let house = House::with(database, |config| config.demo = true).await;
        demo::prepare(&house.app).await.unwrap();
        let operator = sign_in(&house, "oskar.lind@provider.example").await;
        let found = operator.search_customers(&ProviderCustomerQuery::default()).await.unwrap();
        let bakery = &found.items[0];
        let facts = SaveCustomer {
            number: "248114".to_owned(),
            name: bakery.name.clone(),
            mode: bakery.mode,
            acquirer_agreement: bakery.acquirer_agreement,
        };
        operator.change_customer(bakery.id, bakery.version, &facts).await.unwrap();
        let request = CreateCustomer {
            customer: SaveCustomer { number: "720001".to_owned(), ..facts },
            administrator: FirstAdministrator {
                email: "ines@bergbahn.example".to_owned(),
                given_name: "Ines".to_owned(),
                family_name: "Graf".to_owned(),
                language: Language::De,
            },
        };
        operator.create_customer(&request, None).await.unwrap();
        demo::prepare(&house.app).await.unwrap();
        let after = operator.search_customers(&ProviderCustomerQuery::default()).await.unwrap();
        assert_eq!(after.items.len(), 3, "nothing is filled in a second time");
    }

    async fn public_passwords_never_come_into_a_database_of_others(database: TestDatabase) {
        let house = House::on(database).await;
        house.merchant("200001").await;
        let refused = demo::prepare(&house.app).await;
        assert!(matches!(refused, Err(DemoError::NotEmpty)));
        assert!(Device::new(&house).get("/demo/mail").await.status.is_client_error());
    }

    async fn s059_s116_the_back_office_shows_what_a_role_stops(database: TestDatabase) {
        let house = House::with(database, |config| config.demo = true).await;
        demo::prepare(&house.app).await.unwrap();
        let admin = sign_in(&house, "anna.keller@sonnenschein.example").await;
        let customer = admin.read_me().await.unwrap().memberships[0].customer.id;
        let find = async |word: &str| {
            let query = UserQuery { search: Some(word.to_owned()), ..UserQuery::default() };
            admin.list_users(customer, &query).await.unwrap().items[0].id
        };
        let (jonas, sofia) = (find("jonas.weber").await, find("sofia.marti").await);
        let places = admin.list_locations(customer, &LocationQuery::default()).await.unwrap();
        let zurich = places.items.iter().find(|place| place.name.starts_with("Zürich")).unwrap();
        let basel = places.items.iter().find(|place| place.name.starts_with("Basel")).unwrap();
        let origin = house.app.origin.as_str();
        let mut browser = Browser::new(&house);
        for (user, terminal, act, words) in [
            (jonas, zurich.terminals[0].id, "transactions.moto", "Jonas Weber may enter a payment"),
            (jonas, zurich.terminals[0].id, "transactions.credit", "none of their roles allows it"),
            (jonas, basel.terminals[0].id, "transactions.moto", "outside of their locations"),
            (sofia, basel.terminals[0].id, "transactions.credit", "They set up an authenticator app"),
        ] {
            let link = format!(
                "{origin}demo/back-office?customer={customer}&user={user}&terminal={terminal}&act={act}"
            );
            let page = browser.open(&link).await;
            assert_eq!(page.status.as_u16(), 200);
            assert!(html(&page).contains(words), "{act}: {words}");
        }
        let question = DecisionQuestion {
            user_id: jonas,
            permission: keyholder_domain::permission::Permission::TransactionsMoto,
            location_id: Some(basel.id),
            terminal_id: None,
        };
        assert!(!admin.ask_decision(customer, &question).await.unwrap().allowed);
    }

    async fn l10_s071_a_batch_file_is_checked_line_by_line_and_all_or_nothing(database: TestDatabase) {
        let house = House::with(database, |config| config.demo = true).await;
        demo::prepare(&house.app).await.unwrap();
        let admin = sign_in(&house, "anna.keller@sonnenschein.example").await;
        let customer = admin.read_me().await.unwrap().memberships[0].customer.id;
        let find = async |word: &str| {
            let query = UserQuery { search: Some(word.to_owned()), ..UserQuery::default() };
            admin.list_users(customer, &query).await.unwrap().items[0].id
        };
        let (jonas, sofia) = (find("jonas.weber").await, find("sofia.marti").await);
        let places = admin.list_locations(customer, &LocationQuery::default()).await.unwrap();
        let number = &places.items[0].terminals[0].number;
        let credit = format!("{number}; credit; 12.50");
        let link = format!("{}demo/batch", house.app.origin.as_str());
        let send = async |user: String, lines: &str, more: &[(&str, &str)]| {
            let customer = customer.to_string();
            let mut fields = vec![("customer", customer.as_str()), ("user", &user), ("lines", lines)];
            fields.extend(more);
            let page = Browser::new(&house).send(&link, &fields, &[]).await;
            assert_eq!(page.status.as_u16(), 200);
            html(&page)
        };
        // S116: finance may, with a second factor; a cashier may neither submit batches nor credit.
        let page = send(sofia.to_string(), &credit, &[]).await;
        assert!(page.contains("1 refused") && page.contains("this takes a second factor"));
        enrol(&house, "sofia.marti@sonnenschein.example").await;
        let page = send(sofia.to_string(), &credit, &[]).await;
        assert!(page.contains("Every line is allowed"));
        let page = send(jonas.to_string(), &credit, &[]).await;
        assert!(page.contains("1 refused") && page.contains("none of their roles allows it"));
        // One bad line stops the file, and is listed with its reason; unless chosen otherwise.
        let two = format!("{credit}\n99999999; credit; 1.00");
        let executed = ("reach", "all locations");
        let page = send(sofia.to_string(), &two, &[executed]).await;
        assert!(page.contains("Nothing posted") && page.contains("there is no such terminal here"));
        let page = send(sofia.to_string(), &two, &[executed, ("only_allowed", "yes")]).await;
        assert!(page.contains("1 posted") && page.contains("Reach when submitted: all locations"));
    }
}
