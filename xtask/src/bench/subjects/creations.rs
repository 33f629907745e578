//! Creating users, each with its audit event: eight administrators of eight customers at once.

use std::time::Duration;

use keyholder_contract::user::{CreateUser, Scope, ScopeKind};
use keyholder_domain::{language::Language, user::UserKind};

use crate::{
    bench::{
        Extent,
        caller::Caller,
        figure::Figure,
        load::{self, Client},
        seed::{Customer, PASSWORD, World},
        subject::{Database, Serving},
        wire::Wire,
    },
    failure::{Done, Failure},
};

struct Creator {
    caller: Caller,
    wire: Wire,
    path: String,
    customer: String,
    body: CreateUser,
    made: usize,
}

pub(crate) async fn measure(
    database: &Database,
    service: &Serving,
    world: &World,
    extent: Extent,
    figures: &mut Vec<Figure>,
) -> Done {
    let mut creators = Vec::new();
    for customer in &world.small {
        creators.push(Creator::new(service, customer).await?);
    }
    let (mut times, took) =
        load::for_a_while(creators, Duration::from_secs(extent.seconds)).await?;
    figures.push(
        Figure::new(
            database.name,
            "users created with their audit, eight customers, eight clients",
            times.rate(took),
            "users/s",
        )
        .aim("at least 1,000 a second", |figure| figure.value >= 1_000.0),
    );
    figures.push(Figure::new(
        database.name,
        "creating a user, eight clients, p99",
        times.percentile(99),
        "ms",
    ));
    Ok(())
}

impl Creator {
    async fn new(service: &Serving, customer: &Customer) -> Done<Self> {
        let caller = Caller::signed_in(service, &customer.administrator, PASSWORD).await?;
        Ok(Self {
            wire: caller.connect().await?,
            caller,
            path: format!("/v1/customers/{}/users", customer.id),
            customer: customer.id.to_string(),
            body: CreateUser {
                kind: UserKind::Verified,
                email: None,
                given_name: "Nora".to_owned(),
                family_name: "Newcomer".to_owned(),
                language: Language::En,
                role_ids: vec![customer.cashier],
                scope: Scope {
                    kind: ScopeKind::All,
                    location_ids: Vec::new(),
                    group_ids: Vec::new(),
                },
                invite: false,
                ask_approval: false,
                sign_in_way: keyholder_domain::sign_in_way::SignInWay::Password,
            },
            made: 0,
        })
    }
}

impl Client for Creator {
    async fn once(&mut self) -> Done {
        self.made += 1;
        self.body.email = Some(format!("n{}@{}.example", self.made, self.customer));
        let body = serde_json::to_string(&self.body).map_err(Failure::doing("a new user"))?;
        let reply = self
            .caller
            .send(&mut self.wire, "POST", &self.path, Some(&body))
            .await?;
        reply.expect(201).map(drop)
    }
}
