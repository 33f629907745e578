//! Codes of the authenticator that is built into the app (C13).
//!
//! Whoever keeps the codes on the computer that they sign in on has both factors on one device, which
//! guides advise against (S117). The app says it when it takes a code out of its vault, and the
//! authenticator is known as built in from then on: its key lies there. A customer can say that such an
//! authenticator does not count for restricted services (S116). It opens sign-ins all the same.
//!
//! The app is believed, as nobody else knows: this guards against a habit, not against the person.

use super::FactorMethod;

impl FactorMethod {
    /// As what it is looked at and counted: where a code came from changes neither.
    #[must_use]
    pub const fn looked_at_as(self) -> Self {
        match self {
            Self::OtpLocal => Self::Authenticator,
            other => other,
        }
    }
}

/// Whether somebody has a second factor that the customer does not let count for restricted services:
/// every one is built in, and those are refused. `elsewhere` is whether any is not.
pub const fn is_refused(refuses: bool, second_factor: bool, elsewhere: bool) -> bool {
    refuses && second_factor && !elsewhere
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c13_only_who_has_nothing_else_is_refused_and_only_where_the_customer_says_so() {
        for (refuses, second_factor, elsewhere, refused) in [
            (true, true, false, true),
            (true, true, true, false),
            // Without any, that is the reason.
            (true, false, false, false),
            (false, true, false, false),
            (false, true, true, false),
        ] {
            assert_eq!(is_refused(refuses, second_factor, elsewhere), refused);
        }
    }
}
