//! From the shortcut to the codes, while the app is in the tray.

use std::time::{Duration, Instant};

use super::{
    Figure, Onlooker, TICKING,
    keyholder::Keyholder,
    no_window,
    onlooker::{ALT, CONTROL},
    report,
};
use crate::{bench::figure::Times, failure::Done, running::Running};

/// Presses of which the median counts.
const PRESSES: usize = 5;
/// From a start until the page has come up, and was hidden or let go (`src-tauri/src/measured.rs`), and the app has
/// started anew after it.
const HIDDEN: Duration = Duration::from_secs(20);
/// How long a press is looked at.
const PRESS: Duration = Duration::from_secs(4);

pub(super) async fn measure(
    keyholder: &Keyholder<'_>,
    onlooker: &Onlooker,
    figures: &mut Vec<Figure>,
) -> Done {
    let mut kept = Times::default();
    let mut let_go = Times::default();
    for _ in 0..PRESSES {
        kept.0.push(press(keyholder, onlooker, "kept").await?);
        let_go.0.push(press(keyholder, onlooker, "let go").await?);
    }
    figures.extend(report::shortcut(kept.percentile(50), let_go.percentile(50)));
    Ok(())
}

/// Presses it once.
async fn press(keyholder: &Keyholder<'_>, onlooker: &Onlooker, page: &str) -> Done<Duration> {
    let program = keyholder
        .program("keychain")
        .env("KEYHOLDER_BENCH_IN_TRAY", page);
    let (_running, _output) = Running::start(program)?;
    tokio::time::sleep(HIDDEN).await;
    let look = onlooker.ready()?;
    let pressed = Instant::now();
    onlooker.press(&[CONTROL, ALT], u32::from(b'k'))?;
    let seen = look.on(PRESS, TICKING)?;
    seen.stood()
        .map(|stood| stood - pressed)
        .ok_or_else(no_window)
}
