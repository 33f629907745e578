//! Asking for locations, and the provider's answers.

use keyholder_contract::{
    audit::AuditQuery,
    location_request::{AnswerRequest, LocationRequestQuery, RequestLocation},
    problem::{ErrorCode, FieldCode},
    provider::{CreateTerminal, SaveLocation},
};
use keyholder_domain::{
    audit::AuditAction,
    location::TerminalKind,
    location_request::{MAX_WAITING, RequestState, WishedTerminals},
    role::BuiltInRole,
};
use keyholder_store::on_both_databases;

use crate::{
    own_data::{code, field},
    support::{House, Member},
};

fn wish(name: &str) -> RequestLocation {
    RequestLocation {
        location: SaveLocation {
            name: name.to_owned(),
            city: Some("Bern".to_owned()),
            ..SaveLocation::default()
        },
        terminals: vec![WishedTerminals {
            kind: TerminalKind::PointOfSale,
            count: 2,
        }],
        note: Some("Opens in May".to_owned()),
    }
}

fn terminal(number: &str) -> CreateTerminal {
    CreateTerminal {
        number: number.to_owned(),
        name: "Till".to_owned(),
        kind: TerminalKind::PointOfSale,
    }
}

on_both_databases! {
    async fn s068_l07_a_location_is_asked_for_and_made_in_one_step(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("710001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let session = house.sign_in(&anna).await;
        let olga = house.operator("olga").await;
        let operator = house.sign_in(&olga).await;
        let asked = session.request_location(merchant.id, &wish("Pier 7"), Some("k")).await.unwrap();
        let again = session.request_location(merchant.id, &wish("Pier 7"), Some("k")).await.unwrap();
        assert_eq!((asked.id, asked.state), (again.id, RequestState::Waiting));
        assert_eq!(asked.asked_by.as_deref(), Some("anna Example"));

        let waiting = operator.list_waiting_requests(&LocationRequestQuery::default()).await.unwrap();
        assert_eq!(waiting.page.total, Some(1));
        let one = &waiting.items[0];
        assert_eq!((one.customer_id, one.request.id), (merchant.id, asked.id));
        assert_eq!(one.request.asked_by, None, "operators learn nothing of users");
        let seen = operator.read_provider_customer(merchant.id).await.unwrap();
        assert_eq!(seen.waiting_requests, 1);

        // Everything or nothing: a number that is taken leaves neither location nor answer.
        operator
            .create_terminal(merchant.id, merchant.locations[0], &terminal("T100"), None)
            .await
            .unwrap();
        let answer = |number: &str| AnswerRequest::Create {
            location: SaveLocation { name: "Pier 7 (main hall)".to_owned(), ..SaveLocation::default() },
            terminals: vec![terminal("T200"), terminal(number)],
        };
        let before = house.dump().await;
        let taken = operator
            .answer_location_request(merchant.id, asked.id, 1, &answer("T100"))
            .await
            .unwrap_err();
        assert_eq!(field(&taken), Some(("terminals.1.number".to_owned(), FieldCode::Taken)));
        assert_eq!(house.dump().await["locations"], before["locations"]);
        let twice = operator
            .answer_location_request(merchant.id, asked.id, 1, &answer("T200"))
            .await
            .unwrap_err();
        assert_eq!(field(&twice), Some(("terminals.1.number".to_owned(), FieldCode::Duplicate)));

        let done = operator
            .answer_location_request(merchant.id, asked.id, 1, &answer("T201"))
            .await
            .unwrap();
        let made = done.location.unwrap();
        assert_eq!((done.request.state, done.request.location_id), (RequestState::Created, Some(made.id)));
        assert_eq!(made.terminals.len(), 2);
        assert_eq!(session.read_location(merchant.id, made.id).await.unwrap().name, "Pier 7 (main hall)");
        let mails = house.mails().await;
        let mail = mails.iter().rev().find(|mail| mail.to == anna.name).unwrap();
        assert!(mail.text.contains("Pier 7"), "{}", mail.text);

        // Answered once, and not taken back any more.
        let late = session.withdraw_location_request(merchant.id, asked.id, 2).await.unwrap_err();
        assert_eq!(code(&late), Some(ErrorCode::RequestOver));
        let again = operator
            .answer_location_request(merchant.id, asked.id, 2, &answer("T202"))
            .await
            .unwrap_err();
        assert_eq!(code(&again), Some(ErrorCode::RequestOver));
        let log = session.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        let answered = log.items.iter().find(|one| one.action == AuditAction::LocationRequestAnswered).unwrap();
        assert!(answered.by_provider);
        let asked = log.items.iter().find(|one| one.action == AuditAction::LocationRequested).unwrap();
        assert_eq!((asked.by_provider, asked.actor_id), (false, Some(anna.id)));
    }

    async fn l07_a_refusal_gives_its_reason_and_a_wish_can_be_taken_back(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("710002").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let session = house.sign_in(&anna).await;
        let olga = house.operator("olga").await;
        let operator = house.sign_in(&olga).await;
        let first = session.request_location(merchant.id, &wish("Kiosk"), None).await.unwrap();
        let empty = AnswerRequest::Refuse { reason: " ".to_owned() };
        let empty = operator
            .answer_location_request(merchant.id, first.id, 1, &empty)
            .await
            .unwrap_err();
        assert_eq!(field(&empty), Some(("reason".to_owned(), FieldCode::Required)));
        let no = AnswerRequest::Refuse { reason: "No acquirer there".to_owned() };
        operator.answer_location_request(merchant.id, first.id, 1, &no).await.unwrap();
        let mails = house.mails().await;
        let mail = mails.iter().rev().find(|mail| mail.to == anna.name).unwrap();
        assert!(mail.text.contains("No acquirer there"), "{}", mail.text);

        let second = session.request_location(merchant.id, &wish("Pier 8"), None).await.unwrap();
        let stale = session.withdraw_location_request(merchant.id, second.id, 9).await.unwrap_err();
        assert_eq!(code(&stale), Some(ErrorCode::Stale));
        let back = session.withdraw_location_request(merchant.id, second.id, 1).await.unwrap();
        assert_eq!(back.state, RequestState::Withdrawn);
        let third = session.request_location(merchant.id, &wish("Pier 9"), None).await.unwrap();
        // Those that wait come first, whatever their age.
        let ask = |cursor| LocationRequestQuery { limit: Some(2), cursor };
        let page = session.list_location_requests(merchant.id, &ask(None)).await.unwrap();
        let ids: Vec<_> = page.items.iter().map(|one| one.id).collect();
        assert_eq!(ids[0], third.id);
        let rest = session.list_location_requests(merchant.id, &ask(page.page.next_cursor)).await.unwrap();
        assert_eq!((ids.len(), rest.items.len()), (2, 1));
        assert!(ids.iter().all(|id| *id != rest.items[0].id));
    }

    async fn l07_nobody_floods_the_provider_and_fields_are_named(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("710003").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let session = house.sign_in(&anna).await;
        let mut wrong = wish("Pier");
        wrong.terminals[0].count = 0;
        let refused = session.request_location(merchant.id, &wrong, None).await.unwrap_err();
        assert_eq!(field(&refused), Some(("terminals.0.count".to_owned(), FieldCode::OutOfRange)));
        for _ in 0..MAX_WAITING {
            house.location_request(&merchant, &anna).await;
        }
        let many = session.request_location(merchant.id, &wish("Pier"), None).await.unwrap_err();
        assert_eq!(code(&many), Some(ErrorCode::TooManyWaiting));
    }
}
