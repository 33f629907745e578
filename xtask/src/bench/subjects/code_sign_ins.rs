//! Sign-ins with password and the code of an authenticator: they cost one hash as well.

use std::time::Duration;

use keyholder_client::Clock;
use keyholder_contract::{
    second_factor::{AddAuthenticator, AuthenticatorSetup, ShowSecondFactor},
    session::{NextStep, SignIn},
};
use keyholder_domain::second_factor::FactorMethod;
use serde::{Serialize, de::DeserializeOwned};
use totp_rs::Totp;

use crate::{
    bench::{
        Extent,
        caller::Caller,
        ceilings,
        figure::Figure,
        load::{self, Client},
        seed::{PASSWORD, World},
        subject::{Database, Serving},
        wire::Wire,
    },
    failure::{Done, Failure},
    say,
};

/// Clients that sign people in side by side.
const CLIENTS: usize = 8;
/// Somewhat more than two cores hash in a second: so many people last as long as other measurements.
const PEOPLE_A_SECOND: u64 = 32;
/// How long a code is shown, in seconds.
const STEP: u64 = 30;

/// One client, and people who have not signed in yet: a code counts once.
struct Door {
    device: Caller,
    wire: Wire,
    people: Vec<Holder>,
}

struct Holder {
    name: String,
    authenticator: Totp,
}

pub(crate) async fn measure(
    database: &Database,
    service: &Serving,
    world: &World,
    extent: Extent,
    figures: &mut Vec<Figure>,
) -> Done {
    let wanted = usize::try_from(extent.seconds.saturating_mul(PEOPLE_A_SECOND));
    let wanted = wanted.unwrap_or(usize::MAX).min(world.holders.len());
    let each = wanted / CLIENTS;
    let mut enrolling = tokio::task::JoinSet::new();
    for names in world.holders.chunks_exact(each).take(CLIENTS) {
        let with_devices = names
            .iter()
            .map(|name| Ok((Caller::new(service)?, name.clone())));
        let with_devices = with_devices.collect::<Done<Vec<_>>>()?;
        enrolling.spawn(async move {
            let mut people = Vec::new();
            for (device, name) in with_devices {
                people.push(Holder::enrol(device, name).await?);
            }
            Done::Ok(people)
        });
    }
    let mut shares = Vec::new();
    while let Some(people) = enrolling.join_next().await {
        shares.push(people.map_err(Failure::doing("setting authenticators up stopped"))??);
    }
    say::note("authenticators are set up; their next codes are waited for");
    tokio::time::sleep(Duration::from_secs(STEP - seconds() % STEP)).await;

    let before = ceilings::hashes(extent).await?;
    // Not before: the service closes a connection on which nothing is asked for so long.
    let mut doors = Vec::new();
    for people in shares {
        let device = Caller::new(service)?;
        doors.push(Door {
            wire: device.connect().await?,
            device,
            people,
        });
    }
    let (times, took) = load::so_often(doors, each).await?;
    let after = ceilings::hashes(extent).await?;
    figures.push(
        Figure::new(
            database.name,
            "sign-ins with a code, eight clients",
            times.rate(took),
            "sign-ins/s",
        )
        .beside("bare Argon2 on all cores", f64::midpoint(before, after))
        .aim("at least 90 % of bare Argon2", |figure| {
            figure.ratio() >= 0.9
        }),
    );
    Ok(())
}

impl Holder {
    /// Signs somebody in, and sets an authenticator up.
    async fn enrol(mut caller: Caller, name: String) -> Done<Self> {
        let mut wire = caller.connect().await?;
        caller.enter(&mut wire, &name, PASSWORD).await?;
        let path = "/v1/me/authenticator-setups";
        let reply = caller.send(&mut wire, "POST", path, Some("{}")).await?;
        let setup: AuthenticatorSetup = read(&reply.expect(201)?)?;
        let authenticator = Totp::from_url(&setup.uri).map_err(|error| {
            Failure::new(format!("the service's QR code makes no sense: {error}"))
        })?;
        let body = written(&AddAuthenticator {
            setup_id: setup.id,
            name: "Phone".to_owned(),
            code: authenticator.generate(seconds()).to_string(),
            current_password: PASSWORD.to_owned(),
            built_in: false,
        })?;
        let path = "/v1/me/authenticators";
        let reply = caller.send(&mut wire, "POST", path, Some(&body)).await?;
        reply.expect(201)?;
        Ok(Self {
            name,
            authenticator,
        })
    }
}

impl Client for Door {
    async fn once(&mut self) -> Done {
        let Some(holder) = self.people.pop() else {
            return Err(Failure::new("everybody has signed in"));
        };
        let reply = self
            .device
            .sign_in(&mut self.wire, &holder.name, PASSWORD)
            .await?;
        let sign_in: SignIn = read(&reply.expect(201)?)?;
        if !matches!(sign_in.next, NextStep::SecondFactor { .. }) {
            return Err(Failure::new("a sign-in asks for no code"));
        }
        let body = written(&ShowSecondFactor {
            method: FactorMethod::Authenticator,
            code: holder.authenticator.generate(seconds()).to_string(),
        })?;
        let path = format!("/v1/sign-ins/{}/second-factor", sign_in.id);
        let reply = self
            .device
            .send(&mut self.wire, "POST", &path, Some(&body))
            .await?;
        let sign_in: SignIn = read(&reply.expect(200)?)?;
        match sign_in.next {
            NextStep::Session { .. } => Ok(()),
            _ => Err(Failure::new("the sign-in waits for another step")),
        }
    }
}

fn seconds() -> u64 {
    u64::try_from(Clock::system().now().as_seconds()).unwrap_or(0)
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Done<T> {
    serde_json::from_slice(body).map_err(Failure::doing("what the service answered"))
}

fn written(body: &impl Serialize) -> Done<String> {
    serde_json::to_string(body).map_err(Failure::doing("a request"))
}
