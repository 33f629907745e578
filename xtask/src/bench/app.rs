//! The app: how soon a signed-in start shows the first row, what it holds, how evenly it scrolls.
//! Beside an empty Tauri window, in turns.
//!
//! Both are built as the app is shipped (profile `release`: for size, with link-time optimisation);
//! the app carries a script that tells what was painted (`src-tauri/src/measured.rs`).

use std::{
    path::Path,
    time::{Duration, Instant},
};

use tokio::{
    io::{BufReader, Lines},
    process::ChildStdout,
};

use crate::{
    bench::{
        figure::{Figure, Times, median},
        memory,
        seed::{PASSWORD, World},
        subject::Serving,
    },
    desktop::Desktop,
    failure::{Done, Failure},
    place,
    program::Program,
    running::Running,
};

/// Starts of which the median counts.
const STARTS: usize = 7;
/// After the first paint, until memory is read: screens are read in the background, and the garbage of the start is
/// collected, which `WebKit` does once nothing happens any more. The script scrolls after that.
const SETTLED: Duration = Duration::from_secs(10);
/// From a start to a page that is let go, until the app has started anew after it, and a while for that.
const GONE: Duration = Duration::from_secs(20);
/// How long anything may take.
const PATIENCE: Duration = Duration::from_mins(1);
const NAME: &str = "app";

/// One start.
struct Start {
    painted: Duration,
    /// Until the list itself stood in place of the first picture.
    usable: Option<Duration>,
    /// MB (10⁶ bytes).
    memory: f64,
    /// What the script told of scrolling: frames, pixels, then milliseconds.
    frames: Vec<f64>,
}

/// Builds the app with its marks, and the empty window.
pub(crate) async fn build() -> Done {
    Program::new("npm")
        .args(["--prefix", "ui", "run", "build"])
        .run()
        .await?;
    Program::cargo()
        .args(["build", "--locked", "--profile", "measured"])
        .args([
            "--package",
            "keyholder",
            "--features",
            "custom-protocol,bench",
        ])
        .args(["--bin", "keyholder", "--example", "empty_window"])
        .run()
        .await
}

pub(crate) async fn measure(
    service: &Serving,
    world: &World,
    folder: &Path,
    figures: &mut Vec<Figure>,
) -> Done {
    let desktop = Desktop::start(&folder.join("desktop")).await?;
    let built = place::target().join("measured");
    let (app, empty) = (built.join("keyholder"), built.join("examples/empty_window"));
    desktop
        .program(&app)
        .env("KEYHOLDER_SERVER_URL", &service.origin)
        .env("KEYHOLDER_BENCH_NAME", &world.large.administrator)
        .env("KEYHOLDER_BENCH_PASSWORD", PASSWORD)
        .run()
        .await?;
    let (mut of_app, mut of_empty, mut usable) =
        (Times::default(), Times::default(), Times::default());
    // What the empty window holds comes in two sizes, 14 MB apart: one start would say one of them.
    let (mut held_by_app, mut held_by_empty) = (Vec::new(), Vec::new());
    let mut frames = Vec::new();
    for number in 1..=STARTS {
        let last = number == STARTS;
        let start = start(desktop.program(&empty), Page::Empty).await?;
        of_empty.0.push(start.painted);
        held_by_empty.push(start.memory);
        let page = if last { Page::Scrolled } else { Page::Users };
        let start = self::start(desktop.program(&app), page).await?;
        of_app.0.push(start.painted);
        usable.0.extend(start.usable);
        held_by_app.push(start.memory);
        frames = start.frames;
    }
    let within_twice = |figure: &Figure| figure.ratio() <= 2.0;
    figures.push(
        Figure::new(
            NAME,
            "signed-in start to the first painted row, p50",
            of_app.percentile(50),
            "ms",
        )
        .beside("empty window, first paint", of_empty.percentile(50))
        .aim("within twice the empty window", within_twice),
    );
    figures.push(Figure::new(
        NAME,
        "signed-in start to the list that can be used, p50",
        usable.percentile(50),
        "ms",
    ));
    figures.push(
        Figure::new(
            NAME,
            "memory of all its processes (PSS), p50",
            median(held_by_app),
            "MB",
        )
        .beside("empty window", median(held_by_empty))
        .aim("within 1.3 times the empty window", |figure| {
            figure.ratio() <= 1.3
        }),
    );
    figures.push(
        Figure::new(
            NAME,
            "memory in the tray, its page let go (PSS)",
            in_tray(desktop.program(&app)).await?,
            "MB",
        )
        .aim("under 60 MB", |figure| figure.value < 60.0),
    );
    for (place, name) in [
        (2, "frame while scrolling, p50"),
        (3, "frame while scrolling, p95"),
        (4, "frame while scrolling, p99"),
        (5, "frame while scrolling, longest"),
    ] {
        let value = frames.get(place).copied().unwrap_or(f64::NAN);
        figures.push(Figure::new(NAME, name, value, "ms"));
    }
    Ok(())
}

/// What the app holds once it has let its page go. MB (10⁶ bytes).
async fn in_tray(program: Program) -> Done<f64> {
    let (running, _output) = Running::start(program.env("KEYHOLDER_BENCH_IN_TRAY", "let go"))?;
    tokio::time::sleep(GONE).await;
    let process = running
        .id()
        .ok_or_else(|| Failure::new("the app has ended in the tray"))?;
    memory::shared_out(process)
}

/// What a window shows, and what is done with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Empty,
    Users,
    Scrolled,
}

async fn start(program: Program, page: Page) -> Done<Start> {
    let begun = Instant::now();
    let (running, mut output) = Running::start(program)?;
    told(&mut output, "painted").await?;
    let painted = begun.elapsed();
    let mut usable = None;
    if page != Page::Empty {
        told(&mut output, "usable").await?;
        usable = Some(begun.elapsed());
    }
    tokio::time::sleep(SETTLED).await;
    let process = running
        .id()
        .ok_or_else(|| Failure::new("the window has closed"))?;
    let memory = memory::shared_out(process)?;
    let frames = if page == Page::Scrolled {
        told(&mut output, "frames").await?
    } else {
        Vec::new()
    };
    Ok(Start {
        painted,
        usable,
        memory,
        frames,
    })
}

/// The numbers of what the script in the page tells next under this word.
pub(super) async fn told(output: &mut Lines<BufReader<ChildStdout>>, what: &str) -> Done<Vec<f64>> {
    let look = async {
        while let Ok(Some(line)) = output.next_line().await {
            if let Some(numbers) = line.strip_prefix(what) {
                let numbers = numbers.split(' ').filter_map(|text| text.parse().ok());
                return Some(numbers.collect());
            }
        }
        None
    };
    let found = tokio::time::timeout(PATIENCE, look).await.ok().flatten();
    found.ok_or_else(|| Failure::new(format!("the window tells nothing of \"{what}\"")))
}
