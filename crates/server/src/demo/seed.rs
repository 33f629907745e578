//! Filling an empty database with the sample merchants.

use std::collections::BTreeSet;

use keyholder_domain::{
    audit::AuditAction,
    customer::CustomerMode,
    ids::{
        AuditEventId, CustomerId, InvitationId, LocationGroupId, LocationId, LocationRequestId,
        RoleId, ServiceClientId, TerminalId, UserId,
    },
    language::Language,
    location::TerminalKind,
    location_details::LocationDetails,
    location_request::{RequestState, WishedTerminals},
    location_scope::LocationScope,
    lockout::Attempts,
    person_name::PersonName,
    role::BuiltInRole,
    security_policy::SecurityPolicy,
    timestamp::Timestamp,
    user::{Origin, SignInName},
    username::Username,
};
use keyholder_store::{
    WriteTransaction,
    audit::{self, NewAuditEvent},
    credentials,
    customers::Customer,
    invitations::{self, NewInvitation},
    location_groups,
    location_requests::{self, LocationRequest},
    locations::{self, NewLocation, Terminal},
    memberships::{self, NewMembership},
    service_clients::{self, ServiceClient},
    sign_in_attempts, users,
};
use serde_json::json;
use std::time::Duration;
use zeroize::Zeroizing;

use super::{
    DemoError,
    history::{self, By, History},
    people::{BAKERY, LAMP_SHOP, Person, Reach, State},
    places::{BAKERY_PLACES, PLACES, Place, REGION},
    sign_in_data::{
        BAKERY_DOMAIN, BAKERY_NUMBER, LAMP_SHOP_DOMAIN, LAMP_SHOP_NUMBER, OPERATOR, PASSWORD,
        back_office_secret,
    },
};
use crate::{
    App,
    customers::set_up,
    invitations::issue::{Delivery, Recipient, issue},
    sign_in::STRANGERS,
};

const YEAR: Duration = Duration::from_hours(365 * 24);

/// One sample merchant.
struct Merchant {
    customer: Customer,
    domain: &'static str,
    people: &'static [Person],
    /// Which of the sample places are theirs.
    places: std::ops::Range<usize>,
}

/// What is used while one merchant is filled.
struct Filling<'a> {
    app: &'a App,
    tx: &'a WriteTransaction,
    merchant: &'a Merchant,
    roles: Vec<(RoleId, BuiltInRole)>,
    locations: Vec<LocationId>,
    /// One hash for everybody: hashing sixty times would only make the first start slow.
    password_hash: &'a str,
    now: Timestamp,
}

/// Makes everything in one transaction: a demo is whole or not there.
pub(super) async fn seed(app: &App) -> Result<(), DemoError> {
    let now = app.now();
    let password = Zeroizing::new(PASSWORD.to_owned());
    let password_hash = app.passwords.hash(password, &app.random).await?;
    let tx = app.database.begin_write().await?;
    let customer = |number: &str, name: &str, alias: Option<&str>, mode| -> Result<_, DemoError> {
        Ok(Customer {
            id: CustomerId::from_uuid(app.random.uuid(now - YEAR)),
            number: number
                .parse()
                .map_err(|_| DemoError::Sample("a customer number"))?,
            name: name.to_owned(),
            alias: alias.map(str::to_owned),
            settings_version: 1,
            mode,
            acquirer_agreement: mode == CustomerMode::Live,
            created_at: now - YEAR,
        })
    };
    let bakery = Merchant {
        customer: customer(
            BAKERY_NUMBER,
            "Bäckerei Sonnenschein AG",
            Some("Sonnenschein"),
            CustomerMode::Live,
        )?,
        domain: BAKERY_DOMAIN,
        people: BAKERY,
        places: 0..BAKERY_PLACES,
    };
    let lamp_shop = Merchant {
        customer: customer(
            LAMP_SHOP_NUMBER,
            "Maison Lumière SARL",
            None,
            CustomerMode::Test,
        )?,
        domain: LAMP_SHOP_DOMAIN,
        people: LAMP_SHOP,
        places: BAKERY_PLACES..PLACES.len(),
    };
    for merchant in [&bakery, &lamp_shop] {
        let roles = set_up::add(&tx, app, &merchant.customer).await?;
        let mut filling = Filling {
            app,
            tx: &tx,
            merchant,
            roles,
            locations: Vec::new(),
            password_hash: &password_hash,
            now,
        };
        filling.add_places().await?;
        filling.add_back_office().await?;
        filling.add_people().await?;
        if merchant.domain == LAMP_SHOP_DOMAIN {
            filling.add_guest("sofia.marti").await?;
        }
    }
    add_operator(app, &tx, &password_hash, now).await?;
    tx.commit().await?;
    Ok(())
}

impl Filling<'_> {
    fn customer_id(&self) -> CustomerId {
        self.merchant.customer.id
    }

    async fn add_places(&mut self) -> Result<(), DemoError> {
        let at = self.merchant.customer.created_at;
        // Every place has its number at both merchants, so that people name them alike.
        self.locations = PLACES
            .iter()
            .map(|_| LocationId::from_uuid(self.app.random.uuid(at)))
            .collect();
        for index in self.merchant.places.clone() {
            if let (Some(place), Some(id)) = (PLACES.get(index), self.locations.get(index)) {
                self.add_place(place, *id, at).await?;
            }
        }
        let (name, region) = REGION;
        if region
            .iter()
            .all(|index| self.merchant.places.contains(index))
        {
            let id = LocationGroupId::from_uuid(self.app.random.uuid(at));
            let places = region.iter().filter_map(|index| self.locations.get(*index));
            let places = places.copied().collect();
            location_groups::insert(self.tx, self.customer_id(), id, name, &places, at).await?;
        }
        Ok(())
    }

    async fn add_place(
        &self,
        place: &Place,
        id: LocationId,
        at: Timestamp,
    ) -> Result<(), DemoError> {
        let some = |text: &str| Some(text.to_owned());
        let location = NewLocation {
            id,
            name: place.name.to_owned(),
            website: place.website.map(str::to_owned),
            street: some(place.street),
            postcode: some(place.postcode),
            city: some(place.city),
            country: some(place.country),
            created_at: at,
        };
        locations::insert(self.tx, self.customer_id(), &location).await?;
        for (number, name, kind) in place.terminals {
            let terminal = Terminal {
                id: TerminalId::from_uuid(self.app.random.uuid(at)),
                location_id: id,
                number: (*number).to_owned(),
                name: (*name).to_owned(),
                kind: *kind,
            };
            locations::insert_terminal(self.tx, self.customer_id(), &terminal, at).await?;
        }
        Ok(())
    }

    async fn add_back_office(&self) -> Result<(), DemoError> {
        let at = self.merchant.customer.created_at;
        let client = ServiceClient {
            id: ServiceClientId::from_uuid(self.app.random.uuid(at)),
            customer_id: self.customer_id(),
            name: "Sample back office".to_owned(),
            created_at: at,
        };
        let secret = back_office_secret(self.merchant.customer.number.as_str());
        service_clients::insert(self.tx, &client, &secret.hash()).await?;
        Ok(())
    }

    async fn add_people(&self) -> Result<(), DemoError> {
        let mut log = vec![(
            self.merchant.customer.created_at,
            AuditAction::CustomerCreated,
            None,
            None,
        )];
        let mut administrator = None;
        let mut waiting = Vec::new();
        for (index, person) in (0_u32..).zip(self.merchant.people) {
            let history = history::of(person.state, index, self.now);
            let (id, name) = self.add_person(person, &history, administrator).await?;
            for (at, action, by) in history.events(self.now) {
                let actor = match by {
                    By::Administrator => administrator,
                    By::Themselves => Some(id),
                    By::Nobody => None,
                };
                log.push((at, action, actor, Some(id)));
            }
            administrator = administrator.or(Some(id));
            if person.state == State::LinkSent {
                waiting.push((id, name, person));
            }
        }
        if let Some(asker) = administrator.filter(|_| self.merchant.domain == BAKERY_DOMAIN) {
            let at = self.add_location_request(asker).await?;
            log.push((at, AuditAction::LocationRequested, Some(asker), None));
        }
        // A chain is written in the order of time.
        log.sort_by_key(|(at, ..)| *at);
        for (at, action, actor_id, target_id) in log {
            self.append(at, action, actor_id, target_id).await?;
        }
        for (id, name, person) in waiting {
            self.invite(id, &name, person, administrator).await?;
        }
        Ok(())
    }

    /// A wish that waits for the operator's answer; gives when it was made.
    async fn add_location_request(&self, asker: UserId) -> Result<Timestamp, DemoError> {
        let at = self.now - Duration::from_hours(26);
        let some = |text: &str| Some(text.to_owned());
        let request = LocationRequest {
            customer_id: self.customer_id(),
            id: LocationRequestId::from_uuid(self.app.random.uuid(at)),
            state: RequestState::Waiting,
            details: LocationDetails {
                name: "St. Gallen Marktplatz".to_owned(),
                website: None,
                street: some("Marktplatz 4"),
                postcode: some("9000"),
                city: some("St. Gallen"),
                country: some("CH"),
            },
            terminals: vec![WishedTerminals {
                kind: TerminalKind::PointOfSale,
                count: 2,
            }],
            note: some("Opens in spring; one till is for the café."),
            asked_by: asker,
            created_at: at,
            answered_at: None,
            reason: None,
            location_id: None,
            version: 1,
        };
        location_requests::insert(self.tx, &request).await?;
        Ok(at)
    }

    async fn append(
        &self,
        at: Timestamp,
        action: AuditAction,
        actor_id: Option<UserId>,
        target_id: Option<UserId>,
    ) -> Result<(), DemoError> {
        let event = NewAuditEvent {
            id: AuditEventId::from_uuid(self.app.random.uuid(at)),
            customer_id: Some(self.customer_id()),
            at,
            actor_id,
            action,
            target_id,
            details: json!({}).to_string(),
            salt: self.app.random.bytes(),
        };
        audit::append(self.tx, &event).await?;
        Ok(())
    }

    async fn add_person(
        &self,
        person: &Person,
        history: &History,
        by: Option<UserId>,
    ) -> Result<(UserId, SignInName), DemoError> {
        let id = UserId::from_uuid(self.app.random.uuid(history.created_at));
        let sign_in_name = match person.mailbox {
            Some(mailbox) => email(&format!("{mailbox}@{}", self.merchant.domain))?,
            None => SignInName::Username(Username::generate(self.app.random.bytes())),
        };
        let user = users::NewUser {
            id,
            sign_in_name: sign_in_name.clone(),
            given_name: name(person.given_name)?,
            family_name: name(person.family_name)?,
            language: person.language,
            operator: false,
            created_at: history.created_at,
        };
        users::insert(self.tx, &user).await?;
        let membership = self.membership(id, person, history.created_at, by)?;
        memberships::insert(self.tx, &membership).await?;
        self.live_through(id, history).await?;
        Ok((id, sign_in_name))
    }

    fn membership(
        &self,
        user_id: UserId,
        person: &Person,
        at: Timestamp,
        by: Option<UserId>,
    ) -> Result<NewMembership, DemoError> {
        let roles = self
            .roles
            .iter()
            .filter(|(_, role)| person.roles.contains(role))
            .map(|(id, _)| *id)
            .collect::<BTreeSet<_>>();
        Ok(NewMembership {
            customer_id: self.customer_id(),
            user_id,
            given_name: name(person.given_name)?,
            family_name: name(person.family_name)?,
            language: person.language,
            origin: if by.is_some() {
                Origin::Administrator
            } else {
                Origin::Operator
            },
            scope: self.scope(person.reach)?,
            roles,
            created_by: by,
            created_at: at,
        })
    }

    fn scope(&self, reach: Reach) -> Result<LocationScope, DemoError> {
        match reach {
            Reach::Everywhere => Ok(LocationScope::All),
            Reach::NoneYet => Ok(LocationScope::NoneYet),
            Reach::At(places) => {
                let ids = places.iter().filter_map(|index| self.locations.get(*index));
                LocationScope::only(ids.copied()).map_err(|_| DemoError::Sample("a reach"))
            }
        }
    }

    /// Writes the moments of a history.
    async fn live_through(&self, id: UserId, history: &History) -> Result<(), DemoError> {
        let (tx, customer) = (self.tx, self.customer_id());
        if let Some(at) = history.invited_at {
            let invitation = NewInvitation {
                id: InvitationId::from_uuid(self.app.random.uuid(at)),
                customer_id: customer,
                user_id: id,
                // The hash of a link that nobody has.
                token_hash: self.app.random.bytes(),
                created_at: at,
                created_by: None,
                needs_code: false,
                mailed: true,
                expires_at: at + SecurityPolicy::PAYMENTS.invitation(),
            };
            invitations::insert(tx, &invitation).await?;
            if let Some(accepted) = history.accepted_at {
                invitations::spend(tx, customer, invitation.id, accepted).await?;
            }
        }
        if let Some(at) = history.accepted_at {
            memberships::accept(tx, customer, id, at).await?;
        }
        if let Some(at) = history.password_changed_at {
            credentials::set_password(tx, id, self.password_hash, at).await?;
        }
        if let Some(at) = history.last_sign_in_at {
            users::record_sign_in(tx, id, at).await?;
        }
        if let Some(until) = history.locked_until {
            users::set_locked_until(tx, id, Some(until)).await?;
            let attempts = Attempts {
                failures: 5,
                locked_until: Some(until),
            };
            sign_in_attempts::save(tx, id, STRANGERS, attempts, self.now).await?;
        }
        if let Some(at) = history.deactivated_at {
            memberships::deactivate(tx, customer, id, at).await?;
        }
        if let Some(at) = history.deleted_at {
            memberships::delete(tx, customer, id, at).await?;
        }
        Ok(())
    }

    /// Sends a real link now, so that the page of sent mail has something to click.
    async fn invite(
        &self,
        user_id: UserId,
        sign_in_name: &SignInName,
        person: &Person,
        by: Option<UserId>,
    ) -> Result<(), DemoError> {
        let recipient = Recipient {
            customer_id: self.customer_id(),
            customer_name: &self.merchant.customer.name,
            user_id,
            sign_in_name,
            given_name: person.given_name,
            family_name: person.family_name,
            language: person.language,
        };
        let delivery = Delivery::of(sign_in_name);
        issue(self.tx, self.app, &recipient, by, delivery, self.now).await?;
        Ok(())
    }

    /// Someone of the bakery who works here too.
    async fn add_guest(&self, mailbox: &str) -> Result<(), DemoError> {
        let name = email(&format!("{mailbox}@{BAKERY_DOMAIN}"))?;
        let user = users::find_by_sign_in_name(self.tx, &name.folded()).await?;
        let person = BAKERY.iter().find(|person| person.mailbox == Some(mailbox));
        if let Some((user, person)) = user.zip(person) {
            let at = self.now - YEAR / 3;
            let membership = self.membership(user.id, person, at, None)?;
            memberships::insert(self.tx, &membership).await?;
            memberships::accept(self.tx, self.customer_id(), user.id, at).await?;
        }
        Ok(())
    }
}

async fn add_operator(
    app: &App,
    tx: &WriteTransaction,
    password_hash: &str,
    now: Timestamp,
) -> Result<(), DemoError> {
    let id = UserId::from_uuid(app.random.uuid(now - YEAR));
    let user = users::NewUser {
        id,
        sign_in_name: email(OPERATOR)?,
        given_name: name("Oskar")?,
        family_name: name("Lind")?,
        language: Language::En,
        operator: true,
        created_at: now - YEAR,
    };
    users::insert(tx, &user).await?;
    credentials::set_password(tx, id, password_hash, now).await?;
    users::record_sign_in(tx, id, now).await?;
    Ok(())
}

fn email(text: &str) -> Result<SignInName, DemoError> {
    text.parse()
        .map(SignInName::Email)
        .map_err(|_| DemoError::Sample("an address"))
}

fn name(text: &str) -> Result<PersonName, DemoError> {
    text.parse().map_err(|_| DemoError::Sample("a name"))
}
