//! "May I?" and "which rows?" for somebody who is limited to 200 of 1,000 locations.

use keyholder_contract::decision::DecisionQuestion;
use keyholder_domain::{ids::LocationId, permission::Permission};

use crate::{
    bench::{
        caller::{Caller, Reader},
        figure::{Figure, Times},
        load,
        seed::{PASSWORD, World},
        subject::{Database, Serving},
    },
    failure::{Done, Failure},
};

/// Repetitions of a question by one client.
const REPETITIONS: usize = 1_000;

pub(crate) async fn measure(
    database: &Database,
    service: &Serving,
    world: &World,
    figures: &mut Vec<Figure>,
) -> Done {
    let customer = format!("/v1/customers/{}", world.large.id);
    let administrator = Caller::signed_in(service, &world.large.administrator, PASSWORD).await?;
    let decisions = format!("{customer}/decisions");
    let may = async |location_id: Option<LocationId>| -> Done<Times> {
        let question = DecisionQuestion {
            user_id: world.limited.id,
            permission: Permission::LocationsView,
            location_id,
            terminal_id: None,
        };
        let question = serde_json::to_string(&question).map_err(Failure::doing("a question"))?;
        let asking = Reader::asking(&administrator, &decisions, question).await?;
        load::one_by_one(asking, REPETITIONS).await
    };
    let here = world.limited.locations.last().copied();
    let limited = Caller::signed_in(service, &world.limited.name, PASSWORD).await?;
    let which = async |query: &str| -> Done<Times> {
        let path = format!("{customer}/users");
        let reader = Reader::new(&limited, &path, vec![query.to_owned()]).await?;
        load::one_by_one(reader, REPETITIONS).await
    };
    for (mut times, p50, p95) in [
        (
            may(here).await?,
            "200 locations: may they, at one of them? p50",
            "200 locations: may they, at one of them? p95",
        ),
        (
            may(None).await?,
            "200 locations: where may they? p50",
            "200 locations: where may they? p95",
        ),
        (
            which("?limit=50").await?,
            "200 locations: which users? p50",
            "200 locations: which users? p95",
        ),
        (
            which("?limit=50&search=ber").await?,
            "200 locations: which users, of a fragment? p50",
            "200 locations: which users, of a fragment? p95",
        ),
    ] {
        for (name, percent) in [(p50, 50), (p95, 95)] {
            let value = times.percentile(percent);
            figures.push(Figure::new(database.name, name, value, "ms"));
        }
    }
    Ok(())
}
