//! What a customer demands of passwords, sign-ins and sessions, and what a change of it does.

use std::time::Duration;

use keyholder_client::{Error, Session};
use keyholder_contract::{
    audit::AuditQuery,
    problem::{ErrorCode, FieldCode},
};
use keyholder_domain::{
    audit::AuditAction,
    role::BuiltInRole,
    security_policy::{SecurityPolicy, SecurityProfile},
    security_standards::{PolicySubject, Standard},
    user_status::UserStatusKind,
};
use keyholder_store::on_both_databases;

use crate::support::{Device, House, Member, Merchant, PASSWORD, Person, try_sign_in};

const DAY: Duration = Duration::from_hours(24);
const WRONG: &str = "Wrong-Horse-7-Battery";

async fn administrator(house: &House, merchant: &Merchant) -> Session {
    let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(merchant, anna).await;
    house.sign_in(&anna).await
}

/// Wrong passwords from devices that nobody knows, until the account is locked; gives how many.
async fn wrong_until_locked(house: &House, admin: &Session, at: &Merchant, person: &Person) -> u32 {
    for number in 1..=20 {
        Device::new(house).try_sign_in(&person.name, WRONG).await;
        let user = admin.read_user(at.id, person.id).await.unwrap();
        if user.status.kind == UserStatusKind::LockedAttempts {
            return number;
        }
    }
    panic!("twenty wrong passwords did not lock")
}

on_both_databases! {
    async fn c15_a_policy_is_chosen_changed_and_written_down(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let admin = administrator(&house, &merchant).await;
        let view = admin.read_security_policy(merchant.id).await.unwrap();
        assert_eq!(view.policy, SecurityPolicy::PAYMENTS);
        assert_eq!((view.version, view.refusal), (1, None));
        let profiles: Vec<_> = view.profiles.iter().map(|offer| offer.defaults.profile).collect();
        assert_eq!(profiles, SecurityProfile::ALL);
        let breaks_nist = |judgement: &keyholder_domain::security_standards::Judgement| {
            judgement.standard == Standard::Nist
                && judgement.subject == PolicySubject::Rotation
                && !judgement.met
        };
        assert!(view.judgements.iter().any(breaks_nist));

        let nist = SecurityPolicy::of(SecurityProfile::Nist);
        let changed = admin.change_security_policy(merchant.id, 1, &nist).await.unwrap();
        assert_eq!((changed.version, changed.policy), (2, nist));
        assert!(!changed.judgements.iter().any(breaks_nist));
        let stale = admin.change_security_policy(merchant.id, 1, &SecurityPolicy::PAYMENTS).await;
        assert_eq!(stale.unwrap_err().code(), Some(ErrorCode::Stale));

        let log = admin.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        assert_eq!(log.items[0].action, AuditAction::SecurityPolicyChanged);
        let events = house.dump().await["audit_events"].join("\n");
        assert!(events.contains("payments") && events.contains("nist"), "{events}");
    }

    async fn c10_floors_hold_at_the_door(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let admin = administrator(&house, &merchant).await;
        let before = house.dump().await;
        let lax = SecurityPolicy {
            attempts: 11,
            lock_minutes: 29,
            min_chars_alone: 11,
            ..SecurityPolicy::PAYMENTS
        };
        for refused in [
            admin.change_security_policy(merchant.id, 1, &lax).await.map(drop),
            admin.preview_security_policy(merchant.id, &lax).await.map(drop),
        ] {
            let error = refused.unwrap_err();
            let Error::Problem(problem) = error else {
                panic!("{error}");
            };
            let faults: Vec<_> = problem
                .errors
                .iter()
                .map(|fault| (fault.field.as_str(), fault.code))
                .collect();
            assert_eq!(
                faults,
                [
                    ("min_chars_alone", FieldCode::OutOfRange),
                    ("attempts", FieldCode::OutOfRange),
                    ("lock_minutes", FieldCode::OutOfRange),
                ]
            );
        }
        assert_eq!(house.dump().await["customers"], before["customers"]);
    }

    async fn c15_the_effect_is_shown_before_anything_is_saved(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let idle = house.member(&merchant, Member::new("ida", BuiltInRole::Cashier)).await;
        house.sign_in(&idle).await;
        house.clock.advance(DAY * 40);
        let admin = administrator(&house, &merchant).await;
        let strict = SecurityPolicy {
            inactivity_days: 30,
            password_days: 30,
            ..SecurityPolicy::PAYMENTS
        };
        let preview = admin.preview_security_policy(merchant.id, &strict).await.unwrap();
        assert_eq!((preview.locked.before, preview.locked.after), (0, 1));
        assert_eq!(preview.locked.names, ["ida Example"]);
        assert_eq!((preview.expired.before, preview.expired.after), (0, 0), "locked comes first");
        assert_eq!(preview.asked, 0);
        let user = admin.read_user(merchant.id, idle.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::Active, "nothing was saved");

        admin.change_security_policy(merchant.id, 1, &strict).await.unwrap();
        let user = admin.read_user(merchant.id, idle.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::LockedInactivity);
        let refused = try_sign_in(&house.client(), &idle.name, PASSWORD).await.err().unwrap();
        assert_eq!(refused.code(), Some(ErrorCode::LockedInactivity), "S80");
        let again = admin.preview_security_policy(merchant.id, &strict).await.unwrap();
        assert_eq!((again.locked.before, again.locked.names.len()), (1, 0));
    }

    async fn c15_a_shorter_session_asks_who_has_one_to_sign_in_again(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let maria = house.member(&merchant, Member::new("maria", BuiltInRole::Cashier)).await;
        let session = house.sign_in(&maria).await;
        house.clock.advance(Duration::from_mins(20));
        let admin = administrator(&house, &merchant).await;
        let strict = SecurityPolicy {
            session_idle_minutes: 15,
            ..SecurityPolicy::PAYMENTS
        };
        let preview = admin.preview_security_policy(merchant.id, &strict).await.unwrap();
        assert_eq!(preview.asked, 1);
        admin.change_security_policy(merchant.id, 1, &strict).await.unwrap();
        let ended = session.read_me().await.unwrap_err();
        assert_eq!(ended.code(), Some(ErrorCode::SignInRequired));
    }

    async fn c10_c18_the_strictest_customer_counts_wrong_passwords(database: TestDatabase) {
        let house = House::on(database).await;
        let strict = house.merchant("200001").await;
        let lax = house.merchant("200002").await;
        let admin = administrator(&house, &lax).await;
        let ten = SecurityPolicy {
            attempts: 10,
            ..SecurityPolicy::PAYMENTS
        };
        admin.change_security_policy(lax.id, 1, &ten).await.unwrap();
        let one = house.member(&lax, Member::new("one", BuiltInRole::Cashier)).await;
        let both = house.member(&lax, Member::new("both", BuiltInRole::Cashier)).await;
        house.join(&strict, &both, Member::new("both", BuiltInRole::Cashier)).await;
        assert_eq!(wrong_until_locked(&house, &admin, &lax, &one).await, 10);
        assert_eq!(wrong_until_locked(&house, &admin, &lax, &both).await, 5);
    }

    async fn c18_a_customer_sees_the_status_by_its_own_policy(database: TestDatabase) {
        let house = House::on(database).await;
        let strict = house.merchant("200001").await;
        let other = house.merchant("200002").await;
        let person = house.member(&strict, Member::new("ida", BuiltInRole::Cashier)).await;
        house.join(&other, &person, Member::new("ida", BuiltInRole::Cashier)).await;
        house.sign_in(&person).await;
        house.clock.advance(DAY * 40);
        let admin = administrator(&house, &strict).await;
        let boss = Member::new("berta", BuiltInRole::MerchantAdministrator);
        let boss = house.member(&other, boss).await;
        let boss = house.sign_in(&boss).await;
        let policy = SecurityPolicy {
            inactivity_days: 30,
            ..SecurityPolicy::PAYMENTS
        };
        admin.change_security_policy(strict.id, 1, &policy).await.unwrap();
        let status = |user: keyholder_contract::user::User| user.status.kind;
        assert_eq!(
            admin.read_user(strict.id, person.id).await.map(status).unwrap(),
            UserStatusKind::LockedInactivity
        );
        // The other customer learns nothing of it, but nobody slips in through it either.
        assert_eq!(
            boss.read_user(other.id, person.id).await.map(status).unwrap(),
            UserStatusKind::Active
        );
        let refused = try_sign_in(&house.client(), &person.name, PASSWORD).await.err().unwrap();
        assert_eq!(refused.code(), Some(ErrorCode::LockedInactivity));
    }
}
