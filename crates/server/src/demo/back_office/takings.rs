//! The payments that the sample back office shows: made up, and the same at every look.

/// A payment at a terminal.
pub(super) struct Payment {
    pub(super) number: String,
    pub(super) time: String,
    pub(super) amount: String,
    pub(super) card: String,
}

/// The payments of a terminal, derived from its number.
pub(super) fn of(terminal_number: &str, currency: &str) -> Vec<Payment> {
    let seed: u32 = terminal_number.bytes().fold(7, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(byte.into())
    });
    (0..3_u32)
        .map(|index| {
            let value = seed.wrapping_mul(index * 2 + 3);
            let cents = 250 + value % 18_000;
            Payment {
                number: format!("{:07}", value % 10_000_000),
                time: format!("{:02}:{:02}", 8 + (value / 7) % 10, (value / 11) % 60),
                amount: format!("{currency} {}.{:02}", cents / 100, cents % 100),
                card: format!("•••• {:04}", (value / 13) % 10_000),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_terminal_has_the_same_payments() {
        let first: Vec<_> = of("17650101", "CHF")
            .into_iter()
            .map(|p| p.number)
            .collect();
        let again: Vec<_> = of("17650101", "CHF")
            .into_iter()
            .map(|p| p.number)
            .collect();
        let other: Vec<_> = of("17650102", "CHF")
            .into_iter()
            .map(|p| p.number)
            .collect();
        assert_eq!(first, again);
        assert_ne!(first, other);
    }
}
