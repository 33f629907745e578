//! The long campaigns: what every run does a little of, done often. `docs/campaigns.md` lists them.

use crate::{
    checks::rust,
    failure::Done,
    test::{Depth, steps::Steps},
};

/// Cases of each property, where a common run has 256.
const fn cases(depth: Depth) -> &'static str {
    match depth {
        Depth::Every => "256",
        Depth::Deep => "20000",
        Depth::Release => "200000",
    }
}

/// What the tests of the service read to know how often.
const fn word(depth: Depth) -> &'static str {
    match depth {
        Depth::Every => "every",
        Depth::Deep => "deep",
        Depth::Release => "release",
    }
}

pub(crate) async fn run(steps: &Steps, depth: Depth, database: &str) {
    steps
        .check("Property tests, many cases", properties(depth, database))
        .await;
    steps
        .check(
            "Races, kills and faults of the service, many times",
            service(depth, database),
        )
        .await;
}

async fn properties(depth: Depth, database: &str) -> Done {
    let program = rust::nextest(
        "package(keyholder-domain) or package(keyholder-store) or package(keyholder-authenticator)",
    );
    rust::with_surroundings(program, database)
        .env("PROPTEST_CASES", cases(depth))
        .run()
        .await
}

/// One after the other: each of them keeps the machine busy by itself.
async fn service(depth: Depth, database: &str) -> Done {
    let program = rust::nextest(
        "package(keyholder-server) and binary(service) and (test(campaigns::) or test(concurrency::))",
    )
    .args(["--test-threads", "1"]);
    rust::with_surroundings(program, database)
        .env("KEYHOLDER_TEST_DEPTH", word(depth))
        .run()
        .await
}
