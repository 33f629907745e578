//! How thorough a run of the checks is.

/// How much is run. Tiers are those of `docs/threat-model.md`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// What every change must pass (tier K).
    Every,
    /// Also what takes minutes to an hour (tier N).
    Deep,
    /// Also what takes hours (tier Z).
    Release,
}
