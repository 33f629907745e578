//! A fresh proof of identity in the middle of a session (C20; `security.md`, list item 37).
//!
//! A sign-in shows everything that a person has, and so does a step-up: the password, and beside it a
//! code where the second factor is active. For five minutes the session may then do what rests on it,
//! such as changing a factor. A mailed code proves nothing here: whoever has no app shows the password. A session that began before the second factor was set up, on another
//! device, does not count as having shown it. Another device that the person has enrolled may stand in for
//! the code, never for the password (`auth_request.rs`, decision 49); it then proves what that device named, and
//! nothing else (decision 61).
//!
//! Whoever signs in at another provider has no password (C14): they show the code alone, and as long as
//! there is none, they sign in there anew.

use std::time::Duration;

use crate::{
    auth_request::Purpose,
    second_factor::{FactorMethod, Held},
    sign_in_way::SignInWay,
    timestamp::Timestamp,
};

/// How long a proof stays fresh.
pub const FRESH: Duration = Duration::from_mins(5);

/// What a session has shown, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proven {
    /// When the person last showed everything that they had then.
    pub at: Timestamp,
    /// The second factor that was shown, perhaps a weak one; none where none was asked for.
    pub factor: Option<FactorMethod>,
    /// The one thing that it was shown for, as another device confirmed that and no more; none where it was shown
    /// for whatever is done.
    pub only: Option<Purpose>,
}

/// Whether a proof is fresh for somebody who holds this, and for what they do. A clock that stands before the proof
/// makes it stale: nobody knows how long ago it was.
pub fn is_fresh(proven: Proven, held: Held, doing: Option<Purpose>, now: Timestamp) -> bool {
    let whole = !held.is_active() || proven.factor.is_some_and(FactorMethod::is_strong);
    let meant = proven
        .only
        .is_none_or(|only| doing.is_some_and(|doing| only.covers(doing)));
    whole && meant && proven.at <= now && now < proven.at + FRESH
}

/// Whether a proof is fresh for an action whose form asks for the password itself: who has no app factor
/// shows just that (C20), and nobody is asked for it twice. Where the second factor is active, a password
/// that somebody looked at over a shoulder is not enough.
pub fn is_fresh_beside_password(
    proven: Proven,
    held: Held,
    doing: Option<Purpose>,
    now: Timestamp,
) -> bool {
    !held.is_active() || is_fresh(proven, held, doing, now)
}

/// Whether signing in anew at the other provider is a proof. It is none for whoever has anything of ours to
/// show: the provider may not have asked anybody.
pub fn is_shown_at_provider(way: SignInWay, held: Held) -> bool {
    way == SignInWay::External && !held.is_active()
}

/// Whether the provider asked the person for this proof, and not for another program days ago: it asked at
/// `asked`, by its own clock, which may lie `tolerance` from ours either way. One that does not say proves
/// nothing, as whoever sits at the computer can take the wish out of the address.
pub fn is_asked_anew(asked: Option<Timestamp>, tolerance: Duration, now: Timestamp) -> bool {
    asked.is_some_and(|asked| asked <= now + tolerance && now < asked + FRESH + tolerance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth_request::AuthRequestAction;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const MOMENT: Duration = Duration::from_micros(1);
    const NOBODY: Held = Held {
        authenticators: 0,
        passkeys: 0,
        devices: 0,
        recovery_codes: 0,
        mailed_codes: true,
    };
    const WITH_APP: Held = Held {
        authenticators: 1,
        passkeys: 0,
        devices: 0,
        recovery_codes: 10,
        mailed_codes: true,
    };

    fn proven(factor: Option<FactorMethod>) -> Proven {
        Proven {
            at: NOW,
            factor,
            only: None,
        }
    }

    #[test]
    fn c20_a_proof_is_fresh_for_five_minutes() {
        let password = proven(None);
        for (now, fresh) in [
            (NOW, true),
            (NOW + FRESH - MOMENT, true),
            (NOW + FRESH, false),
            (NOW - MOMENT, false),
        ] {
            assert_eq!(is_fresh(password, NOBODY, None, now), fresh, "{now}");
        }
    }

    #[test]
    fn c20_whoever_has_an_app_shows_it() {
        assert!(!is_fresh(proven(None), WITH_APP, None, NOW));
        for method in FactorMethod::ALL {
            // A code from the mailbox is no app, however lately it was shown (C6).
            let fresh = is_fresh(proven(Some(method)), WITH_APP, None, NOW);
            assert_eq!(fresh, method.is_strong(), "{method:?}");
        }
    }

    #[test]
    fn c20_a_form_with_the_password_needs_the_code_alone() {
        let stale = NOW + FRESH;
        assert!(is_fresh_beside_password(proven(None), NOBODY, None, stale));
        assert!(!is_fresh_beside_password(proven(None), WITH_APP, None, NOW));
        let shown = proven(Some(FactorMethod::Authenticator));
        assert!(is_fresh_beside_password(shown, WITH_APP, None, NOW));
        assert!(!is_fresh_beside_password(shown, WITH_APP, None, stale));
    }

    #[test]
    fn threat_31_what_a_device_confirmed_is_fresh_for_that_alone() {
        let purpose = |action| Purpose {
            action,
            customer_id: None,
            about: None,
        };
        let confirmed = purpose(AuthRequestAction::RenewRecoveryCodes);
        let proven = Proven {
            only: Some(confirmed),
            ..proven(Some(FactorMethod::Device))
        };
        for (doing, fresh) in [
            (Some(confirmed), true),
            (Some(purpose(AuthRequestAction::RemoveAuthenticator)), false),
            (None, false),
        ] {
            assert_eq!(is_fresh(proven, WITH_APP, doing, NOW), fresh, "{doing:?}");
            let beside = is_fresh_beside_password(proven, WITH_APP, doing, NOW);
            assert_eq!(beside, fresh, "{doing:?}");
        }
        let late = NOW + FRESH;
        assert!(!is_fresh(proven, WITH_APP, Some(confirmed), late));
    }

    #[test]
    fn c14_only_who_has_nothing_of_ours_shows_it_at_the_provider() {
        for (way, held, shown) in [
            (SignInWay::External, NOBODY, true),
            (SignInWay::External, WITH_APP, false),
            (SignInWay::Password, NOBODY, false),
            (SignInWay::Password, WITH_APP, false),
        ] {
            assert_eq!(is_shown_at_provider(way, held), shown, "{way:?}");
        }
    }

    #[test]
    fn c14_the_provider_must_have_asked_within_the_five_minutes() {
        let tolerance = Duration::from_mins(1);
        let reach = FRESH + tolerance;
        for (asked, anew) in [
            (NOW, true),
            (NOW - reach + MOMENT, true),
            (NOW - reach, false),
            (NOW + tolerance, true),
            (NOW + tolerance + MOMENT, false),
        ] {
            assert_eq!(is_asked_anew(Some(asked), tolerance, NOW), anew, "{asked}");
        }
        assert!(!is_asked_anew(None, tolerance, NOW));
    }
}
