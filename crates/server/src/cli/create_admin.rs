//! `keyholder-server create-admin`.

use std::{collections::BTreeSet, io::BufRead as _, sync::Arc};

use clap::{ArgGroup, Args};
use keyholder_domain::{
    audit::AuditAction,
    customer::{self, CustomerMode, CustomerNumber},
    email::Email,
    ids::{CustomerId, UserId},
    language::Language,
    location_scope::LocationScope,
    password_policy,
    person_name::PersonName,
    role::BuiltInRole,
    security_policy::SecurityPolicy,
    timestamp::Timestamp,
    user::{Origin, SignInName},
};
use keyholder_store::{
    StoreError, WriteTransaction, credentials, customers,
    error::unique,
    memberships::{self, NewMembership},
    roles, users,
};
use serde_json::json;
use url::Url;
use zeroize::Zeroizing;

use super::Outcome;
use crate::terminal::say;
use crate::{
    App, Parts,
    audit::{Entry, record},
    clock::Clock,
    config::Config,
    customers::set_up,
    http::ApiError,
    invitations::issue::{Delivery, Made, Recipient, issue},
    keys::ServerKeys,
    passwords::Passwords,
    random::Random,
    serve,
};

/// Who, and where.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
#[command(group(ArgGroup::new("place").required(true).args(["customer_number", "operator"])))]
pub(super) struct Arguments {
    /// The customer ID that people see, six to ten digits. A customer that does not exist yet is
    /// set up.
    #[arg(long, value_name = "NUMBER")]
    customer_number: Option<CustomerNumber>,

    /// The company's name, for a customer that does not exist yet.
    #[arg(long, value_name = "NAME", requires = "customer_number")]
    customer_name: Option<String>,

    /// Whether money really moves at a customer that does not exist yet.
    #[arg(long, requires = "customer_number")]
    live: bool,

    /// Whether an acquirer agreement is in force at a customer that does not exist yet.
    #[arg(long, requires = "customer_number")]
    acquirer_agreement: bool,

    /// Create one of the payment provider's staff instead. The password is read from standard
    /// input.
    #[arg(long)]
    operator: bool,

    /// The personal e-mail address.
    #[arg(long)]
    email: Email,

    /// The given name.
    #[arg(long)]
    given_name: PersonName,

    /// The family name.
    #[arg(long)]
    family_name: PersonName,

    /// The language of mails and pages: en, de or fr.
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,

    /// Mail the activation link instead of printing it.
    #[arg(long, requires = "customer_number")]
    send_mail: bool,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| format!("{tag} is none of en, de, fr"))
}

/// Why nothing was created.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error("there is no customer {0} yet: give --customer-name to set it up")]
    NameMissing(CustomerNumber),
    #[error("the customer's name must have 1 to 100 characters, without control characters")]
    Name,
    #[error("{0} belongs to this customer already")]
    Exists(Email),
    #[error("{0} is taken by somebody who is no operator, or by an operator already")]
    Taken(Email),
    #[error("the password will not do: {0}")]
    Password(String),
    #[error("the service could not do it: {0:?}")]
    Failed(ApiError),
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        Self::Failed(error)
    }
}

/// Creates the administrator and prints, or mails, the activation link; or creates the operator.
pub(super) async fn run(arguments: Arguments, config: &Config) -> Outcome {
    let app = open(config).await?;
    match &arguments.customer_number {
        Some(number) => administrator(&app, number, &arguments).await?,
        None => operator(&app, &arguments).await?,
    }
    app.database.clone().close().await?;
    Ok(())
}

/// The service's parts, without a listener.
async fn open(config: &Config) -> Result<App, Box<dyn std::error::Error + Send + Sync>> {
    let random = Random::System;
    let origin = match &config.public_origin {
        Some(origin) => origin.clone(),
        None => Url::parse(&format!("http://{}", config.listen))?,
    };
    let keys = ServerKeys::load_or_create(&config.key_file, &random)?;
    let database = serve::open_database(config).await?;
    Ok(App::from(Parts {
        refusals: Arc::new(serve::address_limit(config, &keys)),
        config: Arc::new(config.clone()),
        origin: Arc::new(origin),
        database,
        clock: Clock::System,
        passwords: Passwords::new(&random).map_err(Refusal::Failed)?,
        keys: Arc::new(keys),
        random,
        // The command signs nobody in.
        oidc: None,
        metrics: None,
        streams: crate::auth_requests::EventStreams::default(),
        demo_mailbox: crate::mail::DemoMailbox::default(),
    }))
}

async fn administrator(app: &App, number: &CustomerNumber, arguments: &Arguments) -> Outcome {
    let now = app.now();
    let tx = app.database.begin_write().await?;
    let customer = customer(&tx, app, number, arguments, now).await?;
    let sign_in_name = SignInName::Email(arguments.email.clone());
    let user_id = match users::find_by_sign_in_name(&tx, &sign_in_name.folded()).await? {
        Some(user) => user.id,
        None => add_user(&tx, app, arguments, false, now).await?,
    };
    let all = roles::list(&tx, customer.id).await?;
    let administrator = all
        .iter()
        .filter(|role| role.built_in == Some(BuiltInRole::MerchantAdministrator))
        .map(|role| role.id)
        .collect::<BTreeSet<_>>();
    let membership = NewMembership {
        customer_id: customer.id,
        user_id,
        given_name: arguments.given_name.clone(),
        family_name: arguments.family_name.clone(),
        language: arguments.language,
        origin: Origin::Operator,
        scope: LocationScope::All,
        roles: administrator,
        created_by: None,
        created_at: now,
    };
    memberships::insert(&tx, &membership)
        .await
        .map_err(|error| belongs(error, &arguments.email))?;
    let entry = Entry {
        customer_id: Some(customer.id),
        actor_id: None,
        action: AuditAction::UserCreated,
        target_id: Some(user_id),
        details: json!({ "by": "command_line" }),
    };
    record(&tx, app, entry).await.map_err(Refusal::Failed)?;
    let recipient = Recipient {
        customer_id: customer.id,
        customer_name: &customer.name,
        user_id,
        sign_in_name: &sign_in_name,
        given_name: arguments.given_name.as_str(),
        family_name: arguments.family_name.as_str(),
        language: arguments.language,
    };
    let delivery = if arguments.send_mail {
        Delivery::Mail
    } else {
        Delivery::Printed
    };
    let made = issue(&tx, app, &recipient, None, delivery, now)
        .await
        .map_err(Refusal::Failed)?;
    tx.commit().await?;
    match made {
        Made::Printed { link, .. } => say(format_args!(
            "{} sets a password here, within 48 hours:\n{link}",
            arguments.email
        )),
        Made::Mailed { .. } | Made::HandedOver(_) => say(format_args!(
            "The activation link for {} goes out with the next mails of the service.",
            arguments.email
        )),
    }
    Ok(())
}

fn belongs(error: StoreError, email: &Email) -> Box<dyn std::error::Error + Send + Sync> {
    if error.is_taken(unique::MEMBERSHIP) {
        Refusal::Exists(email.clone()).into()
    } else {
        error.into()
    }
}

async fn customer(
    tx: &WriteTransaction,
    app: &App,
    number: &CustomerNumber,
    arguments: &Arguments,
    now: Timestamp,
) -> Result<customers::Customer, Box<dyn std::error::Error + Send + Sync>> {
    if let Some(customer) = customers::find_by_number(tx, number).await? {
        return Ok(customer);
    }
    let name = arguments
        .customer_name
        .as_deref()
        .ok_or_else(|| Refusal::NameMissing(number.clone()))?;
    if !customer::is_presentable(name) {
        return Err(Refusal::Name.into());
    }
    let customer = customers::Customer {
        id: CustomerId::from_uuid(app.random.uuid(now)),
        number: number.clone(),
        name: name.trim().to_owned(),
        alias: None,
        settings_version: 1,
        mode: if arguments.live {
            CustomerMode::Live
        } else {
            CustomerMode::Test
        },
        acquirer_agreement: arguments.acquirer_agreement,
        created_at: now,
    };
    set_up::add(tx, app, &customer).await?;
    set_up::note(tx, app, &customer)
        .await
        .map_err(Refusal::Failed)?;
    Ok(customer)
}

async fn operator(app: &App, arguments: &Arguments) -> Outcome {
    say("Password of the operator:");
    let mut password = Zeroizing::new(String::new());
    std::io::stdin().lock().read_line(&mut password)?;
    let password = Zeroizing::new(password_policy::normalise(
        password.trim_end_matches(['\r', '\n']),
    ));
    let names = [
        arguments.given_name.as_str(),
        arguments.family_name.as_str(),
        arguments.email.as_str(),
    ];
    let rules = SecurityPolicy::PAYMENTS.requirements(false).password;
    if let Some(fault) = password_policy::check(&password, &names, rules).first() {
        return Err(Refusal::Password(fault.to_string()).into());
    }
    let hash = app
        .passwords
        .hash(password, &app.random)
        .await
        .map_err(Refusal::Failed)?;
    let now = app.now();
    let tx = app.database.begin_write().await?;
    let user_id = add_user(&tx, app, arguments, true, now).await?;
    credentials::set_password(&tx, user_id, &hash, now).await?;
    let entry = Entry {
        customer_id: None,
        actor_id: None,
        action: AuditAction::UserCreated,
        target_id: Some(user_id),
        details: json!({ "by": "command_line", "operator": true }),
    };
    record(&tx, app, entry).await.map_err(Refusal::Failed)?;
    tx.commit().await?;
    say(format_args!("{} can sign in.", arguments.email));
    Ok(())
}

async fn add_user(
    tx: &WriteTransaction,
    app: &App,
    arguments: &Arguments,
    operator: bool,
    now: Timestamp,
) -> Result<UserId, Box<dyn std::error::Error + Send + Sync>> {
    let id = UserId::from_uuid(app.random.uuid(now));
    let user = users::NewUser {
        id,
        sign_in_name: SignInName::Email(arguments.email.clone()),
        given_name: arguments.given_name.clone(),
        family_name: arguments.family_name.clone(),
        language: arguments.language,
        operator,
        created_at: now,
    };
    match users::insert(tx, &user).await {
        Ok(()) => Ok(id),
        Err(error) if error.is_taken(unique::SIGN_IN_NAME) => {
            Err(Refusal::Taken(arguments.email.clone()).into())
        }
        Err(error) => Err(error.into()),
    }
}
