//! Customers and people, put into the database through the store.

use std::collections::{BTreeMap, BTreeSet};

use keyholder_client::{Client, Session, TokenSink};
use keyholder_contract::session::{NextStep, SessionTokens, StartSignIn};
use keyholder_domain::{
    customer::CustomerMode,
    ids::{CustomerId, LocationId, RoleId, ServiceClientId, UserId},
    language::Language,
    location_scope::LocationScope,
    role::BuiltInRole,
    user::{Origin, SignInName},
};
use keyholder_server::auth::token::{Token, TokenKind};
use keyholder_store::{
    credentials,
    customers::{self, Customer},
    locations::{self, NewLocation},
    memberships::{self, NewMembership},
    roles,
    service_clients::{self, ServiceClient},
    users::{self, NewUser},
};
use tokio::sync::OnceCell;
use zeroize::Zeroizing;

use super::House;

/// Everybody's password.
pub(crate) const PASSWORD: &str = "Correct-Horse-7-Battery";

/// Its hash, made once: a test with many people need not wait for each.
static HASH: OnceCell<String> = OnceCell::const_new();

/// A customer with its built-in roles and two locations.
#[derive(Clone)]
pub(crate) struct Merchant {
    pub(crate) id: CustomerId,
    pub(crate) roles: BTreeMap<&'static str, RoleId>,
    pub(crate) locations: Vec<LocationId>,
}

/// Somebody who belongs to a customer.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: UserId,
    pub(crate) name: String,
}

/// How somebody belongs to a customer.
pub(crate) struct Member {
    name: String,
    role: BuiltInRole,
    scope: LocationScope,
    accepted: bool,
    deactivated: bool,
}

impl Member {
    pub(crate) fn new(name: impl Into<String>, role: BuiltInRole) -> Self {
        Self {
            name: name.into(),
            role,
            scope: LocationScope::All,
            accepted: true,
            deactivated: false,
        }
    }

    pub(crate) fn at(mut self, location: LocationId) -> Self {
        self.scope = LocationScope::only([location]).unwrap();
        self
    }

    /// Has not taken the invitation up.
    pub(crate) fn pending(mut self) -> Self {
        self.accepted = false;
        self
    }

    pub(crate) fn deactivated(mut self) -> Self {
        self.deactivated = true;
        self
    }
}

impl House {
    /// Adds a customer.
    pub(crate) async fn merchant(&self, number: &str) -> Merchant {
        let now = self.app.now();
        let tx = self.app.database.begin_write().await.unwrap();
        let id = CustomerId::from_uuid(self.app.random.uuid(now));
        let customer = Customer {
            id,
            number: number.parse().unwrap(),
            name: format!("Merchant {number}"),
            alias: None,
            settings_version: 1,
            mode: CustomerMode::Live,
            acquirer_agreement: true,
            created_at: now,
        };
        customers::insert(&tx, &customer).await.unwrap();
        let built_in =
            BuiltInRole::ALL.map(|role| (RoleId::from_uuid(self.app.random.uuid(now)), role));
        roles::insert_built_in(&tx, id, &built_in, now)
            .await
            .unwrap();
        let mut places = Vec::new();
        for name in ["Harbour", "Station"] {
            let location = NewLocation {
                id: LocationId::from_uuid(self.app.random.uuid(now)),
                name: name.to_owned(),
                website: None,
                street: None,
                postcode: None,
                city: None,
                country: None,
                created_at: now,
            };
            locations::insert(&tx, id, &location).await.unwrap();
            places.push(location.id);
        }
        tx.commit().await.unwrap();
        Merchant {
            id,
            roles: built_in
                .into_iter()
                .map(|(id, role)| (role.code(), id))
                .collect(),
            locations: places,
        }
    }

    /// Adds an own role that allows what a cashier may.
    pub(crate) async fn own_role(&self, merchant: &Merchant, name: &str) -> RoleId {
        let now = self.app.now();
        let id = RoleId::from_uuid(self.app.random.uuid(now));
        let permissions = BuiltInRole::Cashier.permissions();
        let tx = self.app.database.begin_write().await.unwrap();
        roles::insert_own(&tx, merchant.id, id, name, permissions, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Changes what the payment provider says of a customer.
    pub(crate) async fn facts(&self, merchant: &Merchant, mode: CustomerMode, agreement: bool) {
        let agreement = if agreement { "TRUE" } else { "FALSE" };
        let sql = format!(
            "UPDATE customers SET mode = '{}', acquirer_agreement = {agreement} WHERE id = '{}'",
            mode.code(),
            merchant.id
        );
        self.database.run(&sql).await.unwrap();
    }

    /// Adds a person to a customer; their sign-in name is `{name}@example.com`.
    pub(crate) async fn member(&self, merchant: &Merchant, member: Member) -> Person {
        let person = self.person(&member.name, false).await;
        self.join(merchant, &person, member).await;
        person
    }

    /// Adds somebody of the payment provider.
    pub(crate) async fn operator(&self, name: &'static str) -> Person {
        self.person(name, true).await
    }

    async fn person(&self, name: &str, operator: bool) -> Person {
        let now = self.app.now();
        let address = format!("{name}@example.com");
        let id = UserId::from_uuid(self.app.random.uuid(now));
        let user = NewUser {
            id,
            sign_in_name: SignInName::Email(address.parse().unwrap()),
            given_name: name.parse().unwrap(),
            family_name: "Example".parse().unwrap(),
            language: Language::En,
            operator,
            created_at: now,
        };
        // Where hashing costs something, one of another cost would be renewed at the first sign-in.
        let hash = if self.hashes_cheaply() {
            HASH.get_or_init(|| self.hash()).await.clone()
        } else {
            self.hash().await
        };
        let tx = self.app.database.begin_write().await.unwrap();
        users::insert(&tx, &user).await.unwrap();
        credentials::set_password(&tx, id, &hash, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        Person { id, name: address }
    }

    async fn hash(&self) -> String {
        let password = Zeroizing::new(PASSWORD.to_owned());
        let (passwords, random) = (&self.app.passwords, &self.app.random);
        passwords.hash(password, random).await.unwrap()
    }

    /// Adds a membership to somebody who exists.
    pub(crate) async fn join(&self, merchant: &Merchant, person: &Person, member: Member) {
        let now = self.app.now();
        let tx = self.app.database.begin_write().await.unwrap();
        let membership = NewMembership {
            customer_id: merchant.id,
            user_id: person.id,
            given_name: member.name.parse().unwrap(),
            family_name: "Example".parse().unwrap(),
            language: Language::En,
            origin: Origin::Administrator,
            scope: member.scope,
            roles: BTreeSet::from([merchant.roles[member.role.code()]]),
            created_by: None,
            created_at: now,
        };
        memberships::insert(&tx, &membership).await.unwrap();
        if member.accepted {
            memberships::accept(&tx, merchant.id, person.id, now)
                .await
                .unwrap();
        }
        if member.deactivated {
            memberships::deactivate(&tx, merchant.id, person.id, now)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }

    /// Switches a membership off, as another administrator would.
    pub(crate) async fn deactivate(&self, merchant: &Merchant, person: &Person) {
        let tx = self.app.database.begin_write().await.unwrap();
        memberships::deactivate(&tx, merchant.id, person.id, self.app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// Adds a service client; gives its secret.
    pub(crate) async fn service_client(&self, merchant: &Merchant) -> String {
        let now = self.app.now();
        let secret = Token::draw(TokenKind::ServiceClient, &self.app.random);
        let client = ServiceClient {
            id: ServiceClientId::from_uuid(self.app.random.uuid(now)),
            customer_id: merchant.id,
            name: "Back office".to_owned(),
            created_at: now,
        };
        let tx = self.app.database.begin_write().await.unwrap();
        service_clients::insert(&tx, &client, &secret.hash())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        secret.expose().to_owned()
    }

    /// Signs a person in on a new device.
    pub(crate) async fn sign_in(&self, person: &Person) -> Session {
        let client = self.client();
        let tokens = try_sign_in(&client, &person.name, PASSWORD).await.unwrap();
        Session::start(client, tokens, TokenSink::none()).await
    }
}

/// Takes the password step.
pub(crate) async fn try_sign_in(
    client: &Client,
    name: &str,
    password: &str,
) -> keyholder_client::Result<SessionTokens> {
    let answer = client
        .start_sign_in(&StartSignIn {
            sign_in_name: name.to_owned(),
            password: password.to_owned(),
            device_name: "Test".to_owned(),
        })
        .await?;
    let NextStep::Session { tokens } = answer.next else {
        panic!("the sign-in waits for a step");
    };
    Ok(tokens)
}
