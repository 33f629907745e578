//! Lift L8 for writes: whoever is limited adds an address, and every answer, mail and list is the same
//! whether somebody hidden from them has it at this customer or nobody has.

use keyholder_client::Session;
use keyholder_contract::{
    problem::ErrorCode,
    user::{ConvertUser, CreateUser},
    user_list::UserQuery,
};
use keyholder_domain::{ids::UserId, role::BuiltInRole, user_status::UserStatusKind};
use keyholder_store::on_both_databases;
use reqwest::StatusCode;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    own_data::code,
    support::{
        Browser, House, Member, Merchant, PASSWORD,
        browser::html,
        requests::{only, unverified, verified},
        try_sign_in,
    },
};

/// Answers as they were given, but for what is drawn anew in each world: an id is the place where it
/// first occurred, and the address is called so.
struct Told {
    address: String,
    ids: Vec<Uuid>,
    all: Vec<Value>,
}

impl Told {
    fn note<T: Serialize>(&mut self, what: &str, answer: &keyholder_client::Result<T>) {
        let mut answer = match answer {
            Ok(value) => json!(value),
            Err(error) => json!({ "refused": code(error) }),
        };
        self.plain(&mut answer);
        self.all.push(json!([what, answer]));
    }

    fn plain(&mut self, value: &mut Value) {
        match value {
            Value::Array(values) => values.iter_mut().for_each(|each| self.plain(each)),
            Value::Object(fields) => fields.values_mut().for_each(|each| self.plain(each)),
            Value::String(text) => {
                if let Ok(id) = Uuid::try_parse(text) {
                    let known = self.ids.iter().position(|each| *each == id);
                    let place = known.unwrap_or_else(|| {
                        self.ids.push(id);
                        self.ids.len() - 1
                    });
                    *text = format!("id {place}");
                }
                *text = text
                    .replace(&self.address, "ADDRESS")
                    .replace("nobody-", "");
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

async fn list(told: &mut Told, lena: &Session, at: &Merchant) {
    for status in [vec![], vec![UserStatusKind::Deleted]] {
        let query = UserQuery {
            status,
            count: true,
            ..UserQuery::default()
        };
        told.note("list", &lena.list_users(at.id, &query).await);
    }
}

/// Everything that a location administrator can do with an address.
async fn walk(house: &House, lena: &Session, at: &Merchant, mailbox: &str) -> (Told, UserId) {
    let address = format!("{mailbox}@example.com");
    let mut told = Told {
        address: address.clone(),
        ids: Vec::new(),
        all: Vec::new(),
    };
    let new = CreateUser {
        // Those of earlier rounds lie in the bin; lists are in the order of names.
        family_name: mailbox.replace("nobody-", ""),
        scope: only(&[at.locations[0]]),
        invite: true,
        ..verified(mailbox, at.roles["cashier"])
    };
    let created = lena.create_user(at.id, &new, None).await;
    told.note("create", &created);
    let user = created.unwrap();
    told.note("again", &lena.create_user(at.id, &new, None).await);
    told.note("read", &lena.read_user(at.id, user.id).await);
    list(&mut told, lena, at).await;
    let invited = lena.invite_user(at.id, user.id, None).await;
    told.note("invite", &invited);
    told.note("reset", &lena.send_reset_link(at.id, user.id, None).await);
    let version = invited.unwrap().user.version;
    told.note("delete", &lena.delete_user(at.id, user.id, version).await);
    list(&mut told, lena, at).await;
    let quiet = CreateUser {
        invite: false,
        ..new
    };
    let anew = lena.create_user(at.id, &quiet, None).await;
    told.note("anew", &anew);
    let anew = anew.unwrap();
    told.note(
        "delete",
        &lena.delete_user(at.id, anew.id, anew.version).await,
    );
    told.note(
        "restore",
        &lena.restore_user(at.id, anew.id, anew.version + 1).await,
    );
    list(&mut told, lena, at).await;
    let mails = house.mails().await;
    let sent = mails.iter().filter(|mail| mail.to == address).count();
    told.all.push(json!(["mails", sent]));
    (told, anew.id)
}

/// What becomes of a user without an address who is given this one.
async fn converted(lena: &Session, at: &Merchant, mailbox: &str) -> Told {
    let address = format!("{mailbox}@example.com");
    let mut told = Told {
        address: address.clone(),
        ids: Vec::new(),
        all: Vec::new(),
    };
    let till = CreateUser {
        scope: only(&[at.locations[0]]),
        ..unverified(at.roles["cashier"])
    };
    let till = lena.create_user(at.id, &till, None).await.unwrap();
    let body = ConvertUser { email: address };
    let done = lena.convert_user(at.id, till.id, till.version, &body).await;
    told.note("convert", &done);
    told.note("read", &lena.read_user(at.id, till.id).await);
    told
}

on_both_databases! {
    async fn l08_an_address_that_a_hidden_member_has_is_answered_like_one_that_nobody_has(database: TestDatabase) {
        let house = House::on(database).await;
        let (here, there) = (house.merchant("200001").await, house.merchant("200002").await);
        let administrator = BuiltInRole::MerchantAdministrator;
        let limited = BuiltInRole::LocationAdministrator;
        let lena = house.member(&here, Member::new("lena", limited).at(here.locations[0])).await;
        house.join(&there, &lena, Member::new("lena", limited).at(there.locations[0])).await;
        let anna = house.member(&here, Member::new("anna", administrator)).await;
        // Hidden here, each in another way; at the other customer nobody has these addresses.
        let elsewhere = here.locations[1];
        let mut hidden = Vec::new();
        for member in [
            Member::new("station", BuiltInRole::Cashier).at(elsewhere),
            Member::new("whole", administrator),
            Member::new("invited", BuiltInRole::Cashier).at(elsewhere).pending(),
            Member::new("off", BuiltInRole::Support).deactivated(),
        ] {
            hidden.push(house.member(&here, member).await);
        }
        let lena = house.sign_in(&lena).await;
        let mut claims = Vec::new();
        for person in &hidden {
            let mailbox = person.name.split('@').next().unwrap();
            let (with, claim) = walk(&house, &lena, &here, mailbox).await;
            let (without, _) = walk(&house, &lena, &there, &format!("nobody-{mailbox}")).await;
            for (with, without) in with.all.iter().zip(&without.all) {
                assert_eq!(with, without, "{mailbox}");
            }
            assert!(with.all.iter().any(|answer| answer.to_string().contains("user_exists")));
            claims.push(claim);
            for at in [&here, &there] {
                let query = UserQuery::default();
                for user in lena.list_users(at.id, &query).await.unwrap().items {
                    if user.given_name == "Ada" {
                        lena.delete_user(at.id, user.id, user.version).await.unwrap();
                    }
                }
            }
        }
        let other = house.member(&here, Member::new("other", BuiltInRole::Cashier).at(elsewhere)).await;
        let with = converted(&lena, &here, "other").await;
        let without = converted(&lena, &there, "nobody-other").await;
        assert_eq!(with.all, without.all);

        // Nobody who was hidden has changed, and whoever reaches everything sees both.
        let anna = house.sign_in(&anna).await;
        let station = &hidden[0];
        let before = anna.read_user(here.id, station.id).await.unwrap();
        assert_eq!(before.scope.location_ids, [elsewhere]);
        try_sign_in(&house.client(), &station.name, PASSWORD).await.unwrap();
        assert_eq!(anna.read_user(here.id, claims[0]).await.unwrap().sign_in_name, station.name);
        let whole = verified("station", here.roles["cashier"]);
        let known = anna.create_user(here.id, &whole, None).await.unwrap_err();
        assert_eq!(code(&known), Some(ErrorCode::UserExists));
        // The link tells its reader that they belong there already, and changes nothing.
        let link = house.link_for(&other.name).await;
        let page = Browser::new(&house).open(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(html(&page).contains("You belong here already"), "{}", html(&page));
        let sent = Browser::new(&house).send(&link, &[("password", PASSWORD)], &[]).await;
        assert!(html(&sent).contains("You belong here already"));
        assert_eq!(anna.read_user(here.id, other.id).await.unwrap().scope.location_ids, [elsewhere]);
    }
}
