//! Filtering among many accounts, told by the page itself (`src-tauri/src/measured.js`).

use super::{Figure, accounts::accounts, keyholder::Keyholder, report};
use crate::{bench::app, failure::Done, running::Running};

/// Accounts among which is filtered.
const MANY: u32 = 2_000;
/// Where the script tells the median: behind how many times it filtered.
const MEDIAN: usize = 1;

pub(super) async fn measure(keyholder: &Keyholder<'_>, figures: &mut Vec<Figure>) -> Done {
    keyholder.fill("many", &accounts(MANY), None).await?;
    let program = keyholder
        .program("many")
        .env("KEYHOLDER_BENCH_FILTERS", "1");
    let (_running, mut output) = Running::start(program)?;
    let took = app::told(&mut output, "filtered").await?;
    let median = took.get(MEDIAN).copied().unwrap_or(f64::NAN);
    figures.push(report::filter(median));
    Ok(())
}
