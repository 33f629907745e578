//! Where somebody is signed in: seen by themselves and by an administrator, and ended by both.

use std::time::Duration;

use keyholder_client::{Client, Session, TokenSink};
use keyholder_contract::session::{NextStep, StartSignIn};
use keyholder_domain::{
    audit::AuditAction, ids::SessionId, role::BuiltInRole, second_factor::FactorMethod,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};
use uuid::Uuid;

use crate::{
    second_factors::refused,
    support::{House, Member, Merchant, PASSWORD, Person},
};

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
    let maria = house
        .member(&merchant, Member::new("maria", BuiltInRole::Cashier))
        .await;
    Scene {
        house,
        merchant,
        olivia,
        maria,
    }
}

/// Signs somebody in on a device of their own with a name.
async fn on_device(house: &House, person: &Person, name: &str) -> Session {
    let client: Client = house.client();
    let request = StartSignIn {
        sign_in_name: person.name.clone(),
        password: PASSWORD.to_owned(),
        device_name: name.to_owned(),
    };
    let NextStep::Session { tokens } = client.start_sign_in(&request).await.unwrap().next else {
        panic!("a session");
    };
    Session::start(client, tokens, TokenSink::none()).await
}

async fn id_of(session: &Session) -> SessionId {
    session.read_me().await.unwrap().session_id
}

/// The entries of an action, oldest first.
async fn entries(house: &House, action: AuditAction) -> Vec<String> {
    let events = house.dump().await.remove("audit_events").unwrap();
    let of = |event: &String| event.contains(action.code());
    events.into_iter().filter(of).collect()
}

async fn letters(house: &House, to: &Person, about: &str) -> usize {
    let mails = house.mails().await;
    let of = |mail: &&keyholder_server::mail::ShownMail| {
        mail.to == to.name && mail.subject.contains(about)
    };
    mails.iter().filter(of).count()
}

on_both_databases! {
    async fn one_sees_where_one_is_signed_in_and_what_was_shown_there(database: TestDatabase) {
        let Scene { house, maria, .. } = scene(database).await;
        let enrolled = house.enrol(&maria).await;
        let began = house.clock.now();
        house.clock.advance(Duration::from_hours(1));
        let till = house.sign_in_with(&maria, &enrolled.phone).await;
        let listed = till.list_own_sessions().await.unwrap();
        assert!(!listed.more);
        let [here, phone] = &listed.devices[..] else {
            panic!("two: {listed:?}");
        };
        assert_eq!((here.current, phone.current), (true, false), "the one used last comes first");
        assert_eq!(here.session_id, id_of(&till).await);
        assert_eq!((here.name.as_str(), here.address.as_deref()), ("Test", Some("127.0.0.1")));
        assert!(here.program.as_ref().unwrap().starts_with("Keyholder/"), "{here:?}");
        assert_eq!(here.factor, Some(FactorMethod::Authenticator));
        assert_eq!((phone.signed_in_at, phone.last_used_at), (began, began));
        // Whoever comes back is seen, and what is over is not.
        house.clock.advance(Duration::from_hours(11) - Duration::from_mins(1));
        enrolled.session.read_me().await.unwrap();
        let listed = enrolled.session.list_own_sessions().await.unwrap();
        assert_eq!(listed.devices[0].last_used_at, house.clock.now());
        assert_eq!(listed.devices[0].signed_in_at, began);
        house.clock.advance(Duration::from_hours(2));
        let listed = enrolled.session.list_own_sessions().await.unwrap();
        assert_eq!(listed.devices.len(), 1, "the other ran out");
        // Another person sees none of it.
        let olivia = house.sign_in(&scene_other(&house).await).await;
        assert_eq!(olivia.list_own_sessions().await.unwrap().devices.len(), 1);
    }

    async fn goal_27_signing_out_elsewhere_holds_at_the_next_request_in_every_process(
        database: TestDatabase
    ) {
        let Scene { house, maria, olivia, .. } = scene(database).await;
        let here = on_device(&house, &maria, "Laptop").await;
        let beside = house.beside().await;
        let lost = on_device(&beside, &maria, "Lost phone").await;
        let kept = on_device(&beside, &maria, "Till").await;
        let other = on_device(&beside, &olivia, "Office").await;
        let lost_id = id_of(&lost).await;
        here.end_own_session(lost_id).await.unwrap();
        assert_eq!(refused(lost.read_me().await), "sign_in_required");
        kept.read_me().await.unwrap();
        // Once more changes nothing, and tells nobody again.
        here.end_own_session(lost_id).await.unwrap();
        let noted = entries(&house, AuditAction::SessionEnded).await;
        assert_eq!(noted.len(), 1);
        assert!(noted[0].contains("Lost phone"), "{noted:?}");
        assert_eq!(letters(&house, &maria, "signed out").await, 1);
        // Nobody ends what is another's, or is not there.
        let theirs = id_of(&other).await;
        assert_eq!(refused(here.end_own_session(theirs).await), "not_found");
        let nobodys = SessionId::from_uuid(Uuid::nil());
        assert_eq!(refused(here.end_own_session(nobodys).await), "not_found");

        here.end_own_other_sessions().await.unwrap();
        assert_eq!(refused(kept.read_me().await), "sign_in_required");
        here.read_me().await.unwrap();
        other.read_me().await.unwrap();
        here.end_own_other_sessions().await.unwrap();
        assert_eq!(entries(&house, AuditAction::SessionEnded).await.len(), 2);
        assert_eq!(letters(&house, &maria, "signed out").await, 2);
    }

    async fn an_administrator_sees_and_ends_the_sessions_of_whom_they_have_a_right_over(
        database: TestDatabase
    ) {
        let Scene { house, merchant, olivia, maria } = scene(database).await;
        let till = on_device(&house, &maria, "Till").await;
        let phone = on_device(&house, &maria, "Phone").await;
        let olivia = house.sign_in(&olivia).await;
        let customer = merchant.id;
        let listed = olivia.list_user_sessions(customer, maria.id).await.unwrap();
        let names: Vec<_> = listed.devices.iter().map(|device| device.name.as_str()).collect();
        assert_eq!(names.len(), 2);
        assert!(names.contains(&"Till") && names.contains(&"Phone"));
        assert!(listed.devices.iter().all(|device| !device.current));
        let phone_id = id_of(&phone).await;
        olivia.end_user_session(customer, maria.id, phone_id).await.unwrap();
        olivia.end_user_session(customer, maria.id, phone_id).await.unwrap();
        assert_eq!(refused(phone.read_me().await), "sign_in_required");
        till.read_me().await.unwrap();
        olivia.end_user_sessions(customer, maria.id).await.unwrap();
        olivia.end_user_sessions(customer, maria.id).await.unwrap();
        assert_eq!(refused(till.read_me().await), "sign_in_required");
        assert_eq!(entries(&house, AuditAction::SessionEnded).await.len(), 2);
        assert_eq!(letters(&house, &maria, "signed out of Keyholder").await, 2);
        // Signing in again is all it takes.
        house.sign_in(&maria).await;

        // Nobody has a right over themselves; there is the profile for that.
        let me = olivia.read_me().await.unwrap();
        let own = olivia.list_user_sessions(customer, me.user_id).await;
        assert_eq!(refused(own), "own_access");
        let ended = olivia.end_user_sessions(customer, me.user_id).await;
        assert_eq!(refused(ended), "own_access");
        // A session of somebody else is none of this user.
        let ended = olivia.end_user_session(customer, maria.id, me.session_id).await;
        assert_eq!(refused(ended), "not_found");
        olivia.read_me().await.unwrap();
    }

    async fn c18_an_invitation_tells_nothing_of_where_somebody_is_signed_in(
        database: TestDatabase
    ) {
        let Scene { house, merchant, olivia, .. } = scene(database).await;
        let elsewhere = house.merchant("200002").await;
        let member = || Member::new("tom", BuiltInRole::Cashier);
        let tom = house.member(&elsewhere, member()).await;
        house.join(&merchant, &tom, member().pending()).await;
        let session = on_device(&house, &tom, "Elsewhere").await;
        let olivia = house.sign_in(&olivia).await;
        let listed = olivia.list_user_sessions(merchant.id, tom.id).await.unwrap();
        assert_eq!(listed.devices, []);
        let id = id_of(&session).await;
        let outcome = olivia.end_user_session(merchant.id, tom.id, id).await;
        assert_eq!(refused(outcome), "not_found");
        olivia.end_user_sessions(merchant.id, tom.id).await.unwrap();
        session.read_me().await.unwrap();
        assert_eq!(entries(&house, AuditAction::SessionEnded).await, Vec::<String>::new());

        // Who belongs to both is signed out everywhere; the other customer learns nothing of it.
        let ann = house.member(&elsewhere, Member::new("ann", BuiltInRole::Cashier)).await;
        house.join(&merchant, &ann, Member::new("ann", BuiltInRole::Cashier)).await;
        let session = on_device(&house, &ann, "Both").await;
        olivia.end_user_sessions(merchant.id, ann.id).await.unwrap();
        assert_eq!(refused(session.read_me().await), "sign_in_required");
        let noted = entries(&house, AuditAction::SessionEnded).await;
        assert_eq!(noted.len(), 1);
        assert!(noted[0].contains(&merchant.id.to_string()));
    }
}

async fn scene_other(house: &House) -> Person {
    let merchant = house.merchant("200009").await;
    house
        .member(&merchant, Member::new("other", BuiltInRole::Cashier))
        .await
}
