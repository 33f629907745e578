//! The list of users of a large customer: pages, search, filters, and many readers at once.

use std::time::Duration;

use keyholder_client::Clock;
use keyholder_contract::user_list::UserPage;
use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{DEFAULT_PAGE_SIZE, DirectoryQuery, SortKey, SortOrder, UserFilter},
    security_policy::SecurityPolicy,
};
use keyholder_store::{DatabaseOptions, directory};

use crate::{
    bench::{
        caller::{Caller, Reader},
        figure::{Figure, Times},
        load, memory,
        seed::{PASSWORD, World},
        subject::{Database, Serving},
    },
    failure::{Done, Failure},
};

/// Repetitions of a question by one client.
const REPETITIONS: usize = 1_000;
/// The page far behind.
const FAR: usize = 500;
const RUN: Duration = Duration::from_secs(3);

/// Parts of names, from rare to common.
const FRAGMENTS: [&str; 12] = [
    "lbelach", "quarxan", "heimann", "orweiger", "zimyl", "kelk", "walx", "ilin", "sen", "ova",
    "ber", "ann",
];

pub(crate) async fn measure(
    database: &Database,
    service: &Serving,
    world: &World,
    figures: &mut Vec<Figure>,
) -> Done {
    let caller = Caller::signed_in(service, &world.large.administrator, PASSWORD).await?;
    let path = format!("/v1/customers/{}/users", world.large.id);
    let ask = async |query: String| -> Done<Times> {
        let reader = Reader::new(&caller, &path, vec![query]).await?;
        load::one_by_one(reader, REPETITIONS).await
    };
    let name = database.name;

    let raw = raw_page(database, world).await?;
    pages(database, &caller, &path, raw, figures).await?;
    let eight = Reader::several(8, &caller, &path, &["?limit=50".to_owned()]).await?;
    let (mut times, took) = load::for_a_while(eight, RUN).await?;
    figures.push(
        Figure::new(
            name,
            "first page of 50, eight clients, p99",
            times.percentile(99),
            "ms",
        )
        .aim("under 10 ms", |figure| figure.value < 10.0),
    );
    figures.push(Figure::new(
        name,
        "first page of 50, eight clients",
        times.rate(took),
        "pages/s",
    ));

    let searches = FRAGMENTS
        .map(|text| format!("?limit=50&search={text}"))
        .to_vec();
    let reader = Reader::new(&caller, &path, searches).await?;
    let mut times = load::one_by_one(reader, REPETITIONS).await?;
    figures.push(
        Figure::new(
            name,
            "search for a fragment, p95",
            times.percentile(95),
            "ms",
        )
        .aim("under 5 ms", |figure| figure.value < 5.0),
    );
    figures.push(Figure::new(
        name,
        "search for a fragment, p50",
        times.percentile(50),
        "ms",
    ));
    let filter = format!("?limit=50&status=deactivated&role={}", world.large.cashier);
    let filtered = ask(filter).await?.percentile(50);
    figures.push(Figure::new(
        name,
        "filter by status and role, p50",
        filtered,
        "ms",
    ));

    let many = Reader::several(64, &caller, &path, &["?limit=50".to_owned()]).await?;
    load::for_a_while(many, RUN).await?;
    let resident = memory::resident(service.process()?)?;
    figures.push(Figure::new(name, "memory after 64 clients", resident, "MB"));
    Ok(())
}

/// The first page and one far behind; `raw` is the time of the store's query alone.
async fn pages(
    database: &Database,
    caller: &Caller,
    path: &str,
    raw: f64,
    figures: &mut Vec<Figure>,
) -> Done {
    let name = database.name;
    let near = || Reader::new(caller, path, vec!["?limit=50".to_owned()]);
    // A small run has no page so far behind.
    let (mut first, far) = match cursor_of_page(caller, path, FAR).await? {
        Some(cursor) => {
            let query = format!("?limit=50&cursor={cursor}");
            let far = Reader::new(caller, path, vec![query]).await?;
            // In turns, so that whatever else the machine does slows both.
            let (first, far) = load::in_turns(near().await?, far, REPETITIONS).await?;
            (first, Some(far))
        }
        None => (load::one_by_one(near().await?, REPETITIONS).await?, None),
    };
    let first = first.percentile(50);
    figures.push(
        Figure::new(name, "first page of 50, one client, p50", first, "ms")
            .beside("the store's query alone", raw)
            .aim("under 1 ms", |figure| figure.value < 1.0),
    );
    if let Some(mut far) = far {
        figures.push(
            Figure::new(name, "page 500, one client, p50", far.percentile(50), "ms")
                .beside("first page", first)
                .aim("no slower than page 1 (within 10 %)", |figure| {
                    figure.ratio() <= 1.1
                }),
        );
    }
    Ok(())
}

/// The page as the store gives it, in this process: no HTTP, no session, no JSON.
async fn raw_page(database: &Database, world: &World) -> Done<f64> {
    let store = keyholder_store::Database::connect(&database.url, DatabaseOptions::default())
        .await
        .map_err(Failure::doing("the database"))?;
    let query = DirectoryQuery {
        filter: UserFilter::default(),
        sort: SortKey::default(),
        order: SortOrder::default(),
        position: None,
        limit: DEFAULT_PAGE_SIZE,
    };
    let mut times = Times::default();
    for _ in 0..REPETITIONS {
        let viewpoint = directory::Viewpoint {
            customer: world.large.id,
            visible: &VisibleUsers::All,
            policy: SecurityPolicy::PAYMENTS.status(),
            now: Clock::system().now(),
        };
        let asked = std::time::Instant::now();
        directory::list(&store, viewpoint, &query)
            .await
            .map_err(Failure::doing("the store's page"))?;
        times.0.push(asked.elapsed());
    }
    store
        .close()
        .await
        .map_err(Failure::doing("the database"))?;
    Ok(times.percentile(50))
}

/// Where a page begins; `None` if there are fewer pages.
async fn cursor_of_page(caller: &Caller, path: &str, page: usize) -> Done<Option<String>> {
    let mut cursor = String::new();
    for _ in 1..page {
        let query = if cursor.is_empty() {
            "?limit=50".to_owned()
        } else {
            format!("?limit=50&cursor={cursor}")
        };
        let body = Reader::new(caller, path, vec![query]).await?.read().await?;
        let page: UserPage =
            serde_json::from_slice(&body).map_err(Failure::doing("a page of users"))?;
        match page.page.next_cursor {
            Some(next) => cursor = next,
            None => return Ok(None),
        }
    }
    Ok(Some(cursor))
}
