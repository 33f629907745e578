//! Updates: the attempts that must fail, and the manners of those that succeed.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail by panicking"
)]

mod attacks;
mod feed_attacks;
mod manners;
mod release;
