//! How often a campaign does what it does: a little in every run, much on demand.

/// How often in every run, with `cargo xtask test --deep`, and with `--release` (the tiers K, N and
/// Z of `docs/threat-model.md`). The variable `KEYHOLDER_TEST_DEPTH` tells which it is.
pub(crate) fn times(every: usize, deep: usize, release: usize) -> usize {
    match std::env::var("KEYHOLDER_TEST_DEPTH").as_deref() {
        Err(_) | Ok("every") => every,
        Ok("deep") => deep,
        Ok("release") => release,
        Ok(other) => panic!("KEYHOLDER_TEST_DEPTH is every, deep or release, not {other}"),
    }
}
