//! An unverified user becomes a verified one, whoever has the address.

use keyholder_client::{Error, Result as Answer, Session};
use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    user::{ConvertUser, User, UserAction},
};
use keyholder_domain::{
    audit::AuditAction, ids::UserId, role::BuiltInRole, user::UserKind, user_status::UserStatusKind,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};
use reqwest::StatusCode;

use crate::support::{
    Browser, Device, House, Member, Merchant, PASSWORD, Person,
    browser::html,
    refusal::code,
    requests::{about, unverified, verified},
};

const NEW: &str = "Vorhang-77-Tulpe-wKq";
const ADDRESS: &str = "paula@example.com";

/// A kiosk with an administrator, and somebody there who signs in with a generated name.
struct Scene {
    house: House,
    kiosk: Merchant,
    keeper: Person,
    paula: Person,
}

async fn scene(database: TestDatabase) -> Scene {
    let house = House::on(database).await;
    let kiosk = house.merchant("200001").await;
    let keeper = Member::new("keeper", BuiltInRole::MerchantAdministrator);
    let keeper = house.member(&kiosk, keeper).await;
    let admin = house.sign_in(&keeper).await;
    let request = unverified(kiosk.roles["cashier"]);
    let user = admin.create_user(kiosk.id, &request, None).await.unwrap();
    let made = admin.invite_user(kiosk.id, user.id, None).await.unwrap();
    let (link, code) = (made.activation_link.unwrap(), made.code.unwrap());
    let reply = Browser::new(&house)
        .set_password_with_code(&link, &code, PASSWORD)
        .await;
    assert_eq!(reply.status, StatusCode::OK);
    let paula = Person {
        id: user.id,
        name: user.sign_in_name,
    };
    Scene {
        house,
        kiosk,
        keeper,
        paula,
    }
}

impl Scene {
    async fn admin(&self) -> Session {
        self.house.sign_in(&self.keeper).await
    }

    async fn read(&self, id: UserId) -> User {
        self.admin()
            .await
            .read_user(self.kiosk.id, id)
            .await
            .unwrap()
    }

    async fn convert(&self, id: UserId, email: &str) -> Answer<User> {
        let version = self.read(id).await.version;
        let body = ConvertUser {
            email: email.to_owned(),
        };
        let admin = self.admin().await;
        admin.convert_user(self.kiosk.id, id, version, &body).await
    }

    async fn signs_in(&self, name: &str, password: &str) -> bool {
        let reply = Device::new(&self.house).try_sign_in(name, password).await;
        reply.status == StatusCode::CREATED
    }
}

/// The answer without what differs by nature.
fn bare(user: &User) -> String {
    let mut user = user.clone();
    user.id = UserId::from_uuid(uuid::Uuid::nil());
    user.sign_in_name = user
        .sign_in_name
        .replace("paula", "x")
        .replace("quinn", "x");
    serde_json::to_string(&user).unwrap()
}

on_both_databases! {
    async fn s093_s094_s095_s096_the_generated_name_is_dead_and_the_address_gets_a_link(database: TestDatabase) {
        let scene = scene(database).await;
        let device = Device::of(&scene.house, &scene.paula).await;
        let before = scene.read(scene.paula.id).await;
        assert_eq!(before.kind, UserKind::Unverified);
        let convertible = |user: &User| {
            user.actions.iter().find(|state| state.action == UserAction::Convert).unwrap().refusal
        };
        assert_eq!(convertible(&before), None);

        let converted = scene.convert(scene.paula.id, ADDRESS).await.unwrap();
        assert_eq!((converted.id, converted.kind), (scene.paula.id, UserKind::Verified));
        assert_eq!(converted.sign_in_name, ADDRESS);
        assert_eq!(converted.status.kind, UserStatusKind::ActivationLinkSent);
        assert_eq!(converted.roles, before.roles);
        assert_eq!(converted.last_sign_in_at, None);
        assert_eq!(convertible(&converted), Some(ErrorCode::AlreadyVerified));
        // Old name, old password, old session: nothing opens any more, and all fail alike.
        assert_eq!(device.get("/v1/me").await.code(), "sign_in_required");
        for name in [scene.paula.name.as_str(), ADDRESS] {
            let reply = Device::new(&scene.house).try_sign_in(name, PASSWORD).await;
            assert_eq!(reply.code(), "sign_in_failed", "{name}");
        }

        // The password of before is one of the earlier ones; another one activates.
        let link = scene.house.link_for(ADDRESS).await;
        let reply = Browser::new(&scene.house).set_password(&link, PASSWORD).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "used before");
        let reply = Browser::new(&scene.house).set_password(&link, NEW).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert!(html(&reply).contains(ADDRESS));
        scene.house.tokens_by_mail(&scene.house.client(), ADDRESS, NEW).await;
        assert!(!scene.signs_in(&scene.paula.name, NEW).await);
        assert_eq!(scene.read(scene.paula.id).await.status.kind, UserStatusKind::Active);
        let log = scene.admin().await.list_audit_events(scene.kiosk.id, &about(scene.paula.id)).await.unwrap();
        let actions: Vec<_> = log.items.iter().map(|entry| entry.action).collect();
        let told = [AuditAction::UserInvited, AuditAction::UserConverted];
        assert!(actions.windows(2).any(|pair| pair == told), "{actions:?}");
    }

    async fn s092_l14_a_verified_user_stays_verified(database: TestDatabase) {
        let scene = scene(database).await;
        scene.convert(scene.paula.id, ADDRESS).await.unwrap();
        let again = scene.convert(scene.paula.id, "other@example.com").await;
        assert_eq!(code(&again.unwrap_err()), Some(ErrorCode::AlreadyVerified));
        assert_eq!(scene.read(scene.paula.id).await.sign_in_name, ADDRESS);
    }

    async fn s093_a_locked_a_deactivated_and_a_never_activated_user_can_be_converted(database: TestDatabase) {
        let scene = scene(database).await;
        let admin = scene.admin().await;
        let request = unverified(scene.kiosk.roles["cashier"]);
        let waiting = admin.create_user(scene.kiosk.id, &request, None).await.unwrap();
        let converted = scene.convert(waiting.id, "waiting@example.com").await.unwrap();
        assert_eq!(converted.status.kind, UserStatusKind::ActivationLinkSent);
        for _ in 0..5 {
            assert!(!scene.signs_in(&scene.paula.name, "Wrong-Horse-7-Battery").await);
        }
        assert_eq!(scene.read(scene.paula.id).await.status.kind, UserStatusKind::LockedAttempts);
        scene.house.deactivate(&scene.kiosk, &scene.paula).await;
        let converted = scene.convert(scene.paula.id, ADDRESS).await.unwrap();
        assert_eq!(converted.status.kind, UserStatusKind::Deactivated, "off comes first");
        let back = admin.reactivate_user(scene.kiosk.id, scene.paula.id, converted.version).await.unwrap();
        assert_eq!(back.status.kind, UserStatusKind::ActivationLinkSent);
        // The lock was the generated name's.
        let link = scene.house.link_for(ADDRESS).await;
        let reply = Browser::new(&scene.house).set_password(&link, NEW).await;
        assert_eq!(reply.status, StatusCode::OK);
        scene.house.tokens_by_mail(&scene.house.client(), ADDRESS, NEW).await;
    }

    async fn s095_what_is_no_address_or_somebody_heres_is_refused(database: TestDatabase) {
        let scene = scene(database).await;
        let fault = scene.convert(scene.paula.id, "no address").await.unwrap_err();
        assert!(matches!(&fault, Error::Problem(problem)
            if problem.errors[0].code == FieldCode::NotAnEmail && problem.errors[0].field == "email"));
        let taken = scene.convert(scene.paula.id, &scene.keeper.name.to_uppercase()).await;
        assert_eq!(code(&taken.unwrap_err()), Some(ErrorCode::UserExists));
        assert_eq!(scene.read(scene.paula.id).await.kind, UserKind::Unverified);
    }

    async fn s093_s098_l13_an_address_known_elsewhere_is_answered_alike_and_joined_by_consent(database: TestDatabase) {
        let scene = scene(database).await;
        let bakery = scene.house.merchant("200002").await;
        let known = scene.house.member(&bakery, Member::new("paula", BuiltInRole::Support)).await;
        // Two users without an address, alike in all; one gets a known address, one a new one.
        let admin = scene.admin().await;
        let request = unverified(scene.kiosk.roles["cashier"]);
        let mut answers = Vec::new();
        let mut ids = Vec::new();
        for address in [ADDRESS, "quinn@example.com"] {
            let user = admin.create_user(scene.kiosk.id, &request, None).await.unwrap();
            answers.push(scene.convert(user.id, address).await.unwrap());
            ids.push(user.id);
        }
        assert_eq!(bare(&answers[0]), bare(&answers[1]));
        for (id, answer) in ids.iter().zip(&answers) {
            assert_eq!((*id, answer.id), (answer.id, *id));
            assert_eq!(bare(&scene.read(*id).await), bare(answer), "nor does reading tell");
        }
        // Nor does adding the address once more.
        for mailbox in ["paula", "quinn"] {
            let again = admin.create_user(scene.kiosk.id, &verified(mailbox, scene.kiosk.roles["cashier"]), None).await;
            assert_eq!(code(&again.unwrap_err()), Some(ErrorCode::UserExists), "{mailbox}");
        }
        // At the bakery nothing has changed, and the kiosk sees nothing of it.
        assert_eq!(scene.house.sign_in(&known).await.read_me().await.unwrap().memberships.len(), 1);

        let link = scene.house.link_for(ADDRESS).await;
        let page = Browser::new(&scene.house).open(&link).await;
        assert!(html(&page).contains("You already have a sign-in"), "{}", html(&page));
        let reply = Browser::new(&scene.house).accept(&link, "Wrong-Horse-7-Battery").await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        let reply = Browser::new(&scene.house).accept(&link, PASSWORD).await;
        assert_eq!(reply.status, StatusCode::OK);
        let me = scene.house.sign_in(&known).await.read_me().await.unwrap();
        assert_eq!(me.memberships.len(), 2, "one sign-in, both customers");
        let here = scene.read(known.id).await;
        assert_eq!((here.status.kind, here.given_name.as_str()), (UserStatusKind::Active, "paula"));
        assert_eq!(here.roles, answers[0].roles);
        let gone = scene.admin().await.read_user(scene.kiosk.id, ids[0]).await.unwrap_err();
        assert_eq!(code(&gone), Some(ErrorCode::NotFound));
        assert_eq!(Browser::new(&scene.house).open(&link).await.status, StatusCode::GONE);
    }

    async fn s096_l13_passwords_of_before_count_for_whoever_the_user_turns_out_to_be(database: TestDatabase) {
        let scene = scene(database).await;
        let bakery = scene.house.merchant("200002").await;
        // Somebody was entered elsewhere under the address and has not activated yet.
        let baker = Member::new("baker", BuiltInRole::MerchantAdministrator);
        let baker = scene.house.member(&bakery, baker).await;
        let baker = scene.house.sign_in(&baker).await;
        let entered = baker.create_user(bakery.id, &verified("paula", bakery.roles["support"]), None).await.unwrap();
        scene.convert(scene.paula.id, ADDRESS).await.unwrap();
        let link = scene.house.link_for(ADDRESS).await;
        let reply = Browser::new(&scene.house).set_password(&link, NEW).await;
        assert_eq!(reply.status, StatusCode::OK);
        let session = scene.house.client();
        let tokens = scene.house.tokens_by_mail(&session, ADDRESS, NEW).await;
        let session = Session::start(session, tokens, keyholder_client::TokenSink::none()).await;
        let me = session.read_me().await.unwrap();
        assert_eq!((me.user_id, me.memberships[0].customer.id), (entered.id, scene.kiosk.id));
        // The password that the generated name had is refused for the one person that there is now.
        let change = keyholder_contract::password::ChangePassword {
            current_password: NEW.to_owned(),
            new_password: PASSWORD.to_owned(),
        };
        let refused = session.change_own_password(&change).await.unwrap_err();
        assert!(matches!(&refused, Error::Problem(problem)
            if problem.errors.iter().any(|error| error.code == FieldCode::Reused)), "{refused:?}");
    }
}
