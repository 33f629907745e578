//! The long campaigns: the property tests of the rules and of the store, with many more cases.

use crate::{checks::rust, depth::Depth, failure::Done, test::steps::Steps};

/// Cases of each property, where a common run has 256.
const fn cases(depth: Depth) -> &'static str {
    match depth {
        Depth::Every => "256",
        Depth::Deep => "20000",
        Depth::Release => "200000",
    }
}

pub(crate) async fn run(steps: &mut Steps, depth: Depth, database: &str) {
    steps
        .check("Property tests, many cases", properties(depth, database))
        .await;
}

async fn properties(depth: Depth, database: &str) -> Done {
    let program = rust::nextest("package(keyholder-domain) or package(keyholder-store)");
    rust::with_surroundings(program, database)
        .env("PROPTEST_CASES", cases(depth))
        .run()
        .await
}
