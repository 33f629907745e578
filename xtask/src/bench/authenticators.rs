//! The authenticator beside two others on one display with the same accounts: `OTPClient` and `KeePassXC`,
//! as Debian ships them, and an empty Tauri window.
//!
//! Every program is looked at from outside (`onlooker.rs`): a start lasts from starting the process until the
//! picture stands. What it then shows differs: the app shows the codes of all rows in sight, the others
//! show accounts, whose codes take a click. The app tells where on its page the first code stands, and its start
//! lasts until that place has the look that it keeps.

mod accounts;
mod filtering;
mod keepassxc;
mod keyholder;
mod onlooker;
mod otpclient;
mod picture;
mod report;
mod shortcut;

use std::{
    path::Path,
    time::{Duration, Instant},
};

use keyholder_authenticator::vault::{Argon2Cost, NewSlot, Passphrase, Vault};
use keyholder_client::Clock;
use rand::rngs::SysRng;

use self::{
    accounts::accounts,
    keyholder::Keyholder,
    onlooker::{BACK_SPACE, CONTROL, Onlooker},
    picture::Area,
};
use crate::{
    bench::{
        app,
        figure::{Figure, Times},
        memory,
        seed::World,
        subject::Serving,
    },
    desktop::Desktop,
    failure::{Done, Failure},
    place,
    program::Program,
    running::Running,
};

/// Accounts of each program.
const ACCOUNTS: u32 = 200;
/// Starts of which the median counts.
const STARTS: usize = 5;
/// How long a start is looked at.
const START: Duration = Duration::from_secs(5);
/// Seconds count down and a caret blinks: what changes in these last moments of a start is not waited for.
const TICKING: Duration = Duration::from_millis(1_300);
/// How long what a key does is looked at, from right after a full second: none counts down until it is done.
const KEY: Duration = Duration::from_millis(700);
const AFTER_A_SECOND: Duration = Duration::from_millis(100);
/// In microseconds.
const SECOND: i64 = 1_000_000;
/// So long every code is shown, in microseconds.
const PERIOD: i64 = 30 * SECOND;
/// Letters that are typed into a search and taken back. Each leaves other rows than all: none stands in what all names have
/// in common.
const TYPED: [u8; 3] = *b"hkj";
/// What opens each vault.
const PASSPHRASE: &str = "correct horse battery";

/// A program that is measured.
struct Contender<'a> {
    program: Box<dyn Fn() -> Program + 'a>,
    search: Search,
    starts: Times,
    /// Until the first code stood, where the program tells its place.
    codes: Option<Times>,
    /// From the beginning of its page until that code was in it.
    page: Times,
    keys: Times,
    /// MB (10⁶ bytes).
    memory: f64,
}

/// How one comes to type into the search.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Search {
    /// It has none that filters.
    Absent,
    /// It has the keys at once.
    AtHand,
    /// Behind Ctrl+F.
    ControlF,
}

pub(crate) async fn measure(
    service: &Serving,
    world: &World,
    folder: &Path,
    figures: &mut Vec<Figure>,
) -> Done {
    let desktop = Desktop::start(&folder.join("authenticators")).await?;
    let onlooker = Onlooker::at(desktop.variable("DISPLAY"))?;
    let given = accounts(ACCOUNTS);
    let keyholder = Keyholder::new(&desktop, service, world);
    keyholder.fill("keychain", &given, None).await?;
    keyholder
        .fill("passphrase", &given, Some(PASSPHRASE))
        .await?;
    let keepassxc = keepassxc::prepare(&desktop, folder, &given, derivation()?).await?;
    otpclient::prepare(&desktop, folder, &given).await?;
    let empty_window = place::target().join("measured/examples/empty_window");

    let mut contenders = report::Contenders {
        empty: Contender::new(Search::Absent, || desktop.program(&empty_window)),
        keychain: Contender::new(Search::AtHand, || keyholder.program("keychain")).telling_codes(),
        passphrase: Contender::new(Search::Absent, || {
            keyholder
                .program("passphrase")
                .env("KEYHOLDER_BENCH_PASSPHRASE", PASSPHRASE)
        })
        .telling_codes(),
        keepassxc: Contender::new(Search::ControlF, || keepassxc.program(&desktop)),
        otpclient: Contender::new(Search::Absent, || desktop.program("otpclient")),
    };
    for _ in 0..STARTS {
        for contender in contenders.each() {
            contender.start(&onlooker).await?;
        }
    }
    contenders.report(figures);
    filtering::measure(&keyholder, figures).await?;
    shortcut::measure(&keyholder, &onlooker, figures).await
}

/// How long the key derivation of a vault takes here.
fn derivation() -> Done<Duration> {
    let passphrase = Passphrase::typed(PASSPHRASE).ok_or_else(|| Failure::new("no passphrase"))?;
    let slots = [NewSlot::Passphrase(&passphrase, Argon2Cost::DEFAULT)];
    let begun = Instant::now();
    Vault::create(&slots, &mut SysRng)
        .map_err(|error| Failure::new(format!("no vault is made: {error:?}")))?;
    Ok(begun.elapsed())
}

impl<'a> Contender<'a> {
    fn new(search: Search, program: impl Fn() -> Program + 'a) -> Self {
        Self {
            program: Box::new(program),
            search,
            starts: Times::default(),
            codes: None,
            page: Times::default(),
            keys: Times::default(),
            memory: f64::NAN,
        }
    }

    /// It tells where its first code stands.
    fn telling_codes(mut self) -> Self {
        self.codes = Some(Times::default());
        self
    }

    /// Starts it once, and ends it.
    async fn start(&mut self, onlooker: &Onlooker) -> Done {
        if self.codes.is_some() {
            codes_that_stay().await;
        }
        let look = onlooker.ready()?;
        let begun = Instant::now();
        let (running, mut output) = Running::start((self.program)())?;
        let seen = look.on(START, TICKING)?;
        let (window, stood) = seen.window.zip(seen.stood()).ok_or_else(no_window)?;
        self.starts.0.push(stood - begun);
        if let Some(codes) = &mut self.codes {
            let told = app::told(&mut output, "code").await?;
            let (place, since) = code(&told)?;
            self.page.0.push(since);
            let area = onlooker.on_display(window, place)?;
            let stood = seen.stood_within(area);
            let stood = stood.ok_or_else(|| Failure::new("no code is drawn where one is told"))?;
            codes.0.push(stood - begun);
        }
        self.memory = memory::shared_out(running.id().ok_or_else(no_window)?)?;
        if self.search == Search::Absent {
            return Ok(());
        }
        onlooker.focus(window)?;
        if self.search == Search::ControlF {
            onlooker.press(&[CONTROL], u32::from(b'f'))?;
        }
        for key in TYPED
            .map(|letter| [u32::from(letter), BACK_SPACE])
            .as_flattened()
        {
            full_second().await;
            let look = onlooker.ready()?;
            let pressed = Instant::now();
            onlooker.press(&[], *key)?;
            let changed = look.on(KEY, Duration::ZERO)?.changed();
            let changed =
                changed.ok_or_else(|| Failure::new("a search does not react to a key"))?;
            self.keys.0.push(changed - pressed);
        }
        Ok(())
    }
}

/// Where a code stands on a page, as its script tells it: left, top, width and height in pixels; and how many milliseconds
/// after the beginning of the page it was there.
fn code(told: &[f64]) -> Done<(Area, Duration)> {
    let &[left, top, width, height, since] = told else {
        return Err(Failure::new("the page tells no place of a code"));
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is no place on a display becomes an empty one, which nothing is drawn in"
    )]
    let pixels = |length: f64| length.round() as usize;
    let place = Area {
        left: pixels(left),
        top: pixels(top),
        width: pixels(width),
        height: pixels(height),
    };
    Ok((place, Duration::from_secs_f64(since / 1_000.0)))
}

/// Waits until the codes stay for as long as a start is looked at: one that changes got its last look when it did.
async fn codes_that_stay() {
    let left = left_of(PERIOD);
    if left <= START + AFTER_A_SECOND {
        tokio::time::sleep(left).await;
    }
}

/// Waits until a second has just begun.
async fn full_second() {
    tokio::time::sleep(left_of(SECOND) + AFTER_A_SECOND).await;
}

/// What is left of the second, or of the half minute, that the clock is in; the span in microseconds.
fn left_of(span: i64) -> Duration {
    let over = Clock::system().now().as_micros().rem_euclid(span);
    Duration::from_micros((span - over).unsigned_abs())
}

fn no_window() -> Failure {
    Failure::new("a program that is to be measured shows no window")
}
