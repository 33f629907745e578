//! What operators of the payment provider do, and what the merchant sees of it.

use keyholder_contract::{
    audit::AuditQuery,
    location::LocationQuery,
    problem::{ErrorCode, FieldCode},
    provider::{
        ChangeTerminal, CreateCustomer, CreateTerminal, FirstAdministrator, ProviderCustomerQuery,
        SaveCustomer, SaveLocation,
    },
    role::RoleQuery,
    user_list::UserQuery,
};
use keyholder_domain::{
    audit::AuditAction, customer::CustomerMode, language::Language, location::TerminalKind,
    role::BuiltInRole,
};
use keyholder_store::on_both_databases;
use reqwest::Method;
use serde_json::json;

use crate::{
    own_data::{code, field},
    support::{Browser, Device, House, Member, PASSWORD, Person, try_sign_in},
};

fn customer(number: &str, mode: CustomerMode, acquirer_agreement: bool) -> SaveCustomer {
    SaveCustomer {
        number: number.to_owned(),
        name: "Harbour Café".to_owned(),
        mode,
        acquirer_agreement,
    }
}

fn place(name: &str) -> SaveLocation {
    SaveLocation {
        name: name.to_owned(),
        website: Some("harbour.example".to_owned()),
        city: Some("Zürich".to_owned()),
        country: Some("ch".to_owned()),
        ..SaveLocation::default()
    }
}

on_both_databases! {
    async fn s001_s038_an_operator_sets_up_a_customer_and_its_people_do_the_rest(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let operator = house.operator("olga").await;
        let operator = house.sign_in(&operator).await;
        let wanted = CreateCustomer {
            customer: customer("700001", CustomerMode::Test, false),
            administrator: FirstAdministrator {
                email: "rita@example.com".to_owned(),
                given_name: "Rita".to_owned(),
                family_name: "Roth".to_owned(),
                language: Language::De,
            },
        };
        let made = operator.create_customer(&wanted, Some("k")).await.unwrap();
        let again = operator.create_customer(&wanted, Some("k")).await.unwrap();
        assert_eq!((made.id, made.version), (again.id, 1));
        let taken = operator.create_customer(&wanted, None).await.unwrap_err();
        assert_eq!(field(&taken), Some(("customer.number".to_owned(), FieldCode::Taken)));
        let mut wrong = wanted.clone();
        "7".clone_into(&mut wrong.customer.number);
        "rita".clone_into(&mut wrong.administrator.email);
        let wrong = operator.create_customer(&wrong, None).await.unwrap_err();
        assert_eq!(field(&wrong), Some(("customer.number".to_owned(), FieldCode::Malformed)));

        // The first administrator needs nobody of the provider any more.
        let link = house.link_for("rita@example.com").await;
        let set = Browser::new(&house).set_password(&link, PASSWORD).await;
        assert!(set.status.is_success());
        let rita = Person { id: operator.read_me().await.unwrap().user_id, name: "rita@example.com".to_owned() };
        let rita = house.sign_in_by_mail(&rita).await;
        let roles = rita.list_roles(made.id, &RoleQuery::default()).await.unwrap();
        assert_eq!(roles.items.len(), BuiltInRole::ALL.len());
        // She reads that the provider did it, and neither who nor from where.
        let log = rita.list_audit_events(made.id, &AuditQuery::default()).await.unwrap();
        let created = log.items.iter().find(|one| one.action == AuditAction::CustomerCreated).unwrap();
        let invited = log.items.iter().find(|one| one.action == AuditAction::UserInvited).unwrap();
        for entry in [created, invited] {
            assert!(entry.by_provider);
            assert_eq!((entry.actor_id, &entry.actor_name, &entry.origin), (None, &None, &None));
        }
        // Nothing of her is told to the operator.
        let users = operator.list_users(made.id, &UserQuery::default()).await.unwrap_err();
        assert_eq!(code(&users), Some(ErrorCode::PermissionMissing));
    }

    async fn s057_s058_facts_that_an_operator_changes_hold_at_the_next_decision(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let merchant = house.merchant("700002").await;
        let olga = house.operator("olga").await;
        let operator = house.sign_in(&olga).await;
        let fin = house.member(&merchant, Member::new("fin", BuiltInRole::Finance)).await;
        let fin = Device::of(&house, &fin).await;
        let path = format!("/v1/customers/{}/decisions", merchant.id);
        let me = fin.get("/v1/me").await.json()["user_id"].clone();
        let payouts = json!({ "user_id": me, "permission": "payouts.view" });
        // Asked by a program of the back office, as always.
        let secret = format!("Bearer {}", house.service_client(&merchant).await);
        let ask = async || {
            let headers = [("authorization", secret.as_str())];
            let device = Device::new(&house);
            let reply = device.send(Method::POST, &path, Some(payouts.clone()), &headers).await;
            reply.json()["allowed"].as_bool().unwrap()
        };
        assert!(ask().await);
        let without = SaveCustomer { ..customer("700002", CustomerMode::Live, false) };
        let changed = operator.change_customer(merchant.id, 1, &without).await.unwrap();
        assert_eq!((changed.version, changed.name.as_str()), (2, "Harbour Café"));
        assert!(!ask().await);
        let stale = operator.change_customer(merchant.id, 1, &without).await.unwrap_err();
        assert_eq!(code(&stale), Some(ErrorCode::Stale));
        let with = customer("700002", CustomerMode::Live, true);
        operator.change_customer(merchant.id, 2, &with).await.unwrap();
        assert!(ask().await);
    }

    async fn customers_are_searched_and_paged(database: TestDatabase) {
        let house = House::on(database).await;
        for number in ["700011", "700012", "700013"] {
            house.merchant(number).await;
        }
        let olga = house.operator("olga").await;
        let operator = house.sign_in(&olga).await;
        let ask = |search: &str, limit, cursor| ProviderCustomerQuery {
            search: Some(search.to_owned()),
            limit: Some(limit),
            cursor,
        };
        let first = operator.search_customers(&ask("merchant", 2, None)).await.unwrap();
        let numbers = |page: &keyholder_contract::provider::ProviderCustomerPage| {
            page.items.iter().map(|one| one.number.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(numbers(&first), ["700011", "700012"]);
        let next = operator
            .search_customers(&ask("merchant", 2, first.page.next_cursor))
            .await
            .unwrap();
        assert_eq!(numbers(&next), ["700013"]);
        let back = operator
            .search_customers(&ask("merchant", 2, next.page.previous_cursor))
            .await
            .unwrap();
        assert_eq!(numbers(&back), ["700011", "700012"]);
        let one = operator.search_customers(&ask("700012 MERCH", 50, None)).await.unwrap();
        assert_eq!(numbers(&one), ["700012"]);
        let none = operator.search_customers(&ask("50%", 50, None)).await.unwrap();
        assert!(none.items.is_empty());
    }

    async fn s061_s062_moving_a_terminal_changes_who_reaches_it_at_the_next_request(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let merchant = house.merchant("700003").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        let olga = house.operator("olga").await;
        let operator = house.sign_in(&olga).await;
        let new = CreateTerminal {
            number: "17650101".to_owned(),
            name: "Till 1".to_owned(),
            kind: TerminalKind::PointOfSale,
        };
        let made = operator
            .create_terminal(merchant.id, harbour, &new, None)
            .await
            .unwrap();
        let terminal = made.terminals[0].clone();
        let taken = operator.create_terminal(merchant.id, station, &new, None).await.unwrap_err();
        assert_eq!(field(&taken), Some(("number".to_owned(), FieldCode::Taken)));
        let secret = format!("Bearer {}", house.service_client(&merchant).await);
        let path = format!("/v1/customers/{}/decisions", merchant.id);
        let question = json!({
            "user_id": till.id, "permission": "transactions.view", "terminal_id": terminal.id,
        });
        let ask = async || {
            let headers = [("authorization", secret.as_str())];
            let device = Device::new(&house);
            let reply = device.send(Method::POST, &path, Some(question.clone()), &headers).await;
            reply.json()["allowed"].as_bool().unwrap()
        };
        assert!(ask().await);
        let moved = ChangeTerminal {
            number: "17650102".to_owned(),
            name: "Till 2".to_owned(),
            kind: TerminalKind::Moto,
            location_id: station,
        };
        let after = operator
            .change_terminal(merchant.id, terminal.id, terminal.version, &moved)
            .await
            .unwrap();
        assert_eq!((after.id, after.terminals.len()), (station, 1));
        assert!(!ask().await, "the location decides, and the terminal has another one");
        // It is found where it stands, under the number that it has.
        let find = async |search: &str| {
            let query = LocationQuery { search: Some(search.to_owned()), ..LocationQuery::default() };
            let page = operator.list_provider_locations(merchant.id, &query).await.unwrap();
            page.items.into_iter().map(|one| one.id).collect::<Vec<_>>()
        };
        assert_eq!(find("17650102").await, [station]);
        assert!(find("17650101").await.is_empty());
        // No terminal goes to another merchant.
        let other = house.merchant("700004").await;
        let abroad = ChangeTerminal { location_id: other.locations[0], ..moved };
        let refused = operator
            .change_terminal(merchant.id, terminal.id, terminal.version + 1, &abroad)
            .await
            .unwrap_err();
        assert_eq!(field(&refused), Some(("location_id".to_owned(), FieldCode::Unknown)));
        let nowhere = operator
            .change_terminal(other.id, terminal.id, 1, &abroad)
            .await
            .unwrap_err();
        assert_eq!(code(&nowhere), Some(ErrorCode::NotFound));
    }

    async fn s068_only_the_provider_makes_and_changes_locations(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("700005").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let anna = house.sign_in(&anna).await;
        let refused = anna.create_location(merchant.id, &place("Pier"), None).await.unwrap_err();
        assert_eq!(code(&refused), Some(ErrorCode::NotFound));
        let olga = house.operator("olga").await;
        let operator = house.sign_in(&olga).await;
        let made = operator.create_location(merchant.id, &place("Pier"), Some("k")).await.unwrap();
        let again = operator.create_location(merchant.id, &place("Pier"), Some("k")).await.unwrap();
        assert_eq!((made.id, made.country.as_deref()), (again.id, Some("CH")));
        let renamed = operator
            .change_location(merchant.id, made.id, made.version, &place("Pier 7"))
            .await
            .unwrap();
        assert_eq!((renamed.name.as_str(), renamed.version), ("Pier 7", 2));
        let wrong = SaveLocation { website: Some("pier".to_owned()), ..place("") };
        let wrong = operator.change_location(merchant.id, made.id, 2, &wrong).await.unwrap_err();
        assert_eq!(field(&wrong), Some(("name".to_owned(), FieldCode::Required)));
        // The merchant sees both, and in the activity what it was before and is now.
        let seen = anna.read_location(merchant.id, made.id).await.unwrap();
        assert_eq!(seen.name, "Pier 7");
        let log = anna.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        let change = log.items.iter().find(|one| one.action == AuditAction::LocationChanged).unwrap();
        assert!(change.by_provider);
        let name = change.changes.iter().find(|one| one.field == "name").unwrap();
        assert_eq!((name.before[0].text.as_str(), name.after[0].text.as_str()), ("Pier", "Pier 7"));
    }

    async fn whoever_stops_being_an_operator_is_none_at_the_next_request(database: TestDatabase) {
        let house = House::on(database).await;
        let olga = house.operator("olga").await;
        let merchant = house.merchant("700006").await;
        house.join(&merchant, &olga, Member::new("olga", BuiltInRole::Support)).await;
        let session = house.sign_in(&olga).await;
        session.search_customers(&ProviderCustomerQuery::default()).await.unwrap();
        let sql = format!("UPDATE users SET operator = FALSE WHERE id = '{}'", olga.id);
        house.database.run(&sql).await.unwrap();
        let gone = session.search_customers(&ProviderCustomerQuery::default()).await.unwrap_err();
        assert_eq!(code(&gone), Some(ErrorCode::NotFound));
        assert!(try_sign_in(&house.client(), &olga.name, PASSWORD).await.is_ok());
    }
}
