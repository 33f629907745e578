//! Credentials, devices, sessions, proofs and attempts.

use std::time::Duration;

use keyholder_domain::{
    ids::{DeviceId, SessionId},
    lockout::{self, Attempt},
    role::BuiltInRole,
    security_policy::SecurityPolicy,
    session::Presented,
    user_status::{self, UserStatusKind},
};
use keyholder_store::{
    Database, access_facts, credentials,
    devices::{self, Device},
    error::unique,
    memberships, on_both_databases, proof_ids, session_checks,
    sessions::{self, NewSession, Place, Tokens},
    sign_in_attempts, users,
};

use crate::fixture::{self, NOW, customer_id, user_id};

const MINUTE: Duration = Duration::from_mins(1);

fn tokens(number: u8) -> Tokens {
    Tokens {
        access_hash: [number; 32],
        access_expires_at: NOW + MINUTE * 5,
        refresh_hash: [number + 100; 32],
        session_expires_at: NOW + MINUTE * 60,
    }
}

fn device(number: u64, name: &str) -> Device {
    Device {
        id: DeviceId::from_uuid(fixture::uuid(6, number)),
        user_id: user_id(1),
        name: name.to_owned(),
        key_thumbprint: "thumbprint".to_owned(),
        created_at: NOW,
        last_seen_at: NOW,
    }
}

fn session_id() -> SessionId {
    SessionId::from_uuid(fixture::uuid(7, 1))
}

/// Somebody with a membership at the first of two customers, whose access token has the hash `[1; 32]`.
pub(crate) async fn signed_in(database: &Database) {
    fixture::two_customers(database).await;
    let tx = database.begin_write().await.unwrap();
    fixture::add_member(&tx, 1, &fixture::new_user(1, "Anna", "Ünal")).await;
    let device = devices::remember(&tx, &device(1, "Till")).await.unwrap();
    let session = NewSession {
        id: session_id(),
        user_id: user_id(1),
        device_id: device.id,
        key_thumbprint: device.key_thumbprint,
        tokens: tokens(1),
        factor: None,
        place: Place::default(),
        created_at: NOW,
    };
    sessions::insert(&tx, &session).await.unwrap();
    tx.commit().await.unwrap();
}

on_both_databases! {
    async fn one_look_up_gives_session_user_and_membership(database: TestDatabase) {
        signed_in(&database).await;
        let check = session_checks::at_customer(database.database(), &[1; 32], customer_id(1)).await.unwrap().unwrap();
        assert_eq!(check.session.id, session_id());
        assert_eq!(check.session.key_thumbprint, "thumbprint");
        assert_eq!(check.user.family_name.as_str(), "Ünal");
        let membership = check.membership.unwrap();
        assert_eq!(
            membership.access.permissions,
            BuiltInRole::Cashier.permissions()
        );
        assert_eq!(
            user_status::of(&membership.status, SecurityPolicy::PAYMENTS.status(), NOW).kind(),
            UserStatusKind::Active
        );

        let elsewhere = session_checks::at_customer(database.database(), &[1; 32], customer_id(2)).await.unwrap().unwrap();
        assert_eq!(elsewhere.membership, None);
        assert_eq!((elsewhere.session, elsewhere.user), (check.session, check.user));
        let unknown = session_checks::at_customer(database.database(), &[9; 32], customer_id(1)).await;
        assert_eq!(unknown.unwrap(), None);
    }

    async fn one_look_up_gives_every_membership(database: TestDatabase) {
        signed_in(&database).await;
        let everywhere = async || {
            let found = session_checks::everywhere(database.database(), &[1; 32]).await.unwrap().unwrap();
            (found.session, found.user, found.memberships)
        };
        let (session, user, first) = everywhere().await;
        assert_eq!(session.id, session_id());
        let first_facts = access_facts::of_user(database.database(), user.id).await.unwrap();
        assert_eq!((first.len(), &first), (1, &first_facts));

        let tx = database.begin_write().await.unwrap();
        let mut second = fixture::new_membership(2, &fixture::new_user(1, "Özgür", "Ünal"));
        second.user_id = user.id;
        memberships::insert(&tx, &second).await.unwrap();
        tx.commit().await.unwrap();
        let (_, _, both) = everywhere().await;
        assert_eq!(both, access_facts::of_user(database.database(), user.id).await.unwrap());
        assert_eq!(both.len(), 2);
        let unknown = session_checks::everywhere(database.database(), &[9; 32]).await;
        assert_eq!(unknown.unwrap(), None);
    }

    async fn those_who_ask_at_once_each_get_their_own_session(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        for number in 1..=20_u8 {
            fixture::add_member(&tx, 1, &fixture::new_user(number.into(), "Anna", "Ünal")).await;
            let device = Device { user_id: user_id(number.into()), ..device(number.into(), "Till") };
            let device = devices::remember(&tx, &device).await.unwrap();
            let session = NewSession {
                id: SessionId::from_uuid(fixture::uuid(7, number.into())),
                user_id: user_id(number.into()),
                device_id: device.id,
                key_thumbprint: device.key_thumbprint,
                tokens: tokens(number),
                factor: None,
                place: Place::default(),
                created_at: NOW,
            };
            sessions::insert(&tx, &session).await.unwrap();
        }
        tx.commit().await.unwrap();
        let asking = (0..200_u8).map(|turn| {
            let (database, number) = (database.database().clone(), turn % 25 + 1);
            tokio::spawn(async move {
                let customer = customer_id(1 + u64::from(turn % 2));
                let at = session_checks::at_customer(&database, &[number; 32], customer).await.unwrap();
                let everywhere = session_checks::everywhere(&database, &[number; 32]).await.unwrap();
                (number, customer, at, everywhere)
            })
        });
        for asked in asking.collect::<Vec<_>>() {
            let (number, customer, at, everywhere) = asked.await.unwrap();
            if number > 20 {
                assert!(at.is_none() && everywhere.is_none(), "{number}: there is no such session");
                continue;
            }
            let (at, everywhere) = (at.unwrap(), everywhere.unwrap());
            let mine = user_id(number.into());
            assert_eq!((at.user.id, at.session.user_id), (mine, mine));
            assert_eq!((everywhere.user.id, everywhere.session.id), (mine, at.session.id));
            let member = at.membership.map(|facts| facts.user_id);
            assert_eq!(member, (customer == customer_id(1)).then_some(mine));
            let memberships: Vec<_> = everywhere.memberships.iter().map(|(at, facts)| (*at, facts.user_id)).collect();
            assert_eq!(memberships, [(customer_id(1), mine)]);
        }
    }

    async fn refresh_tokens_are_known_as_current_previous_and_older(database: TestDatabase) {
        signed_in(&database).await;
        let tx = database.begin_write().await.unwrap();
        let (session, presented) = sessions::lock_by_refresh(&tx, &[101; 32]).await.unwrap().unwrap();
        assert_eq!((session.id, presented), (session_id(), Presented::Current));
        sessions::rotate(&tx, session.id, &[101; 32], &tokens(2), &Place::default(), NOW + MINUTE).await.unwrap();

        let (session, presented) = sessions::lock_by_refresh(&tx, &[101; 32]).await.unwrap().unwrap();
        assert_eq!(presented, Presented::Previous);
        assert!(!session.facts.successor_used);
        assert_eq!(session.facts.refreshed_at, NOW + MINUTE);
        sessions::mark_used(&tx, &tokens(1).access_hash).await.unwrap();
        let (session, _) = sessions::lock_by_refresh(&tx, &[101; 32]).await.unwrap().unwrap();
        assert!(!session.facts.successor_used, "a replaced token says nothing of its successor");
        sessions::mark_used(&tx, &tokens(2).access_hash).await.unwrap();
        let (session, _) = sessions::lock_by_refresh(&tx, &[101; 32]).await.unwrap().unwrap();
        assert!(session.facts.successor_used);

        sessions::rotate(&tx, session.id, &[102; 32], &tokens(3), &Place::default(), NOW + MINUTE).await.unwrap();
        let (session, presented) = sessions::lock_by_refresh(&tx, &[101; 32]).await.unwrap().unwrap();
        assert_eq!(presented, Presented::Previous);
        assert!(session.facts.successor_used, "older than the previous one");
        assert_eq!(sessions::lock_by_refresh(&tx, &[55; 32]).await.unwrap(), None);
        tx.commit().await.unwrap();

        assert!(session_checks::everywhere(database.database(), &[1; 32]).await.unwrap().is_none());
        assert!(session_checks::everywhere(database.database(), &[3; 32]).await.unwrap().is_some());
    }

    async fn an_ended_session_stays_ended_and_is_forgotten_in_time(database: TestDatabase) {
        signed_in(&database).await;
        let tx = database.begin_write().await.unwrap();
        assert_eq!(sessions::end_all(&tx, user_id(1), NOW).await.unwrap(), 1);
        sessions::end(&tx, session_id(), NOW + MINUTE).await.unwrap();
        tx.commit().await.unwrap();
        let check = session_checks::everywhere(database.database(), &[1; 32]).await.unwrap().unwrap();
        assert_eq!(check.session.facts.ended_at, Some(NOW));
        let tx = database.begin_write().await.unwrap();
        assert_eq!(sessions::purge(&tx, NOW).await.unwrap(), 0);
        assert_eq!(sessions::purge(&tx, NOW + MINUTE * 61).await.unwrap(), 1);
        tx.commit().await.unwrap();
    }

    async fn a_device_is_remembered_by_its_key(database: TestDatabase) {
        signed_in(&database).await;
        let tx = database.begin_write().await.unwrap();
        let again = Device { last_seen_at: NOW + MINUTE, ..device(2, "Counter") };
        let known = devices::remember(&tx, &again).await.unwrap();
        assert_eq!(known, Device { id: device(1, "").id, ..again });
        let found = devices::find(&tx, user_id(1), "thumbprint").await.unwrap();
        assert_eq!(found, Some(known));
    }

    async fn a_password_moves_into_the_history(database: TestDatabase) {
        signed_in(&database).await;
        let folded = fixture::new_user(1, "Anna", "Ünal").sign_in_name.folded();
        let subject = credentials::find_by_sign_in_name(database.database(), &folded).await;
        assert_eq!(subject.unwrap().unwrap().password_hash, None);
        let tx = database.begin_write().await.unwrap();
        for hash in ["first", "second", "third"] {
            credentials::set_password(&tx, user_id(1), hash, NOW + MINUTE).await.unwrap();
        }
        tx.commit().await.unwrap();
        let subject = credentials::find_by_user(database.database(), user_id(1)).await.unwrap().unwrap();
        assert_eq!(subject.password_hash.as_deref(), Some("third"));
        assert_eq!(subject.user.password_changed_at, Some(NOW + MINUTE));
        assert!(!format!("{subject:?}").contains("third"));
        let history = credentials::history(database.database(), user_id(1), 10).await.unwrap();
        let past: Vec<_> = history
            .iter()
            .map(|past| (past.password_hash.as_str(), past.replaced_at))
            .collect();
        let replaced = Some(NOW + MINUTE);
        assert_eq!(past, [("third", None), ("second", replaced), ("first", replaced)]);
        let tx = database.begin_write().await.unwrap();
        assert!(!credentials::rehash(&tx, user_id(1), "second", "x").await.unwrap());
        assert!(credentials::rehash(&tx, user_id(1), "third", "x").await.unwrap());
    }

    async fn a_proof_counts_once_among_parallel_ones(database: TestDatabase) {
        let tries: Vec<_> = (0..20)
            .map(|_| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    let tx = database.begin_write().await?;
                    proof_ids::remember(&tx, &[1; 32], NOW).await?;
                    tx.commit().await
                })
            })
            .collect();
        let mut fresh = 0;
        for each in tries {
            match each.await.unwrap() {
                Ok(()) => fresh += 1,
                Err(error) => assert!(error.is_taken(unique::PROOF), "{error}"),
            }
        }
        assert_eq!(fresh, 1);
        let tx = database.begin_write().await.unwrap();
        assert_eq!(proof_ids::purge(&tx, NOW).await.unwrap(), 1);
        proof_ids::remember(&tx, &[1; 32], NOW).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn s073_no_parallel_attempt_slips_past_the_count(database: TestDatabase) {
        signed_in(&database).await;
        let guesses: Vec<_> = (0..30)
            .map(|_| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    let tx = database.begin_write().await.unwrap();
                    let before = sign_in_attempts::lock(&tx, user_id(1), "strangers").await.unwrap();
                    let counted = match lockout::attempt(before, SecurityPolicy::PAYMENTS.requirements(false).lockout, NOW) {
                        Attempt::Locked { .. } => false,
                        Attempt::Counted(after) => {
                            sign_in_attempts::save(&tx, user_id(1), "strangers", after, NOW)
                                .await
                                .unwrap();
                            users::set_locked_until(&tx, user_id(1), after.locked_until).await.unwrap();
                            true
                        }
                    };
                    tx.commit().await.unwrap();
                    counted
                })
            })
            .collect();
        let mut counted = 0;
        for guess in guesses {
            counted += usize::from(guess.await.unwrap());
        }
        assert_eq!(counted, 5);
        let tx = database.begin_write().await.unwrap();
        sign_in_attempts::clear(&tx, user_id(1), "strangers").await.unwrap();
        let cleared = sign_in_attempts::lock(&tx, user_id(1), "strangers").await.unwrap();
        assert_eq!(cleared, lockout::Attempts::default());
    }
}
