//! The table of next steps.

use super::*;

const NOTHING: Held = Held {
    authenticators: 0,
    passkeys: 0,
    devices: 0,
    recovery_codes: 0,
    mailed_codes: false,
};
const APP: Held = Held {
    authenticators: 1,
    passkeys: 0,
    devices: 0,
    recovery_codes: 10,
    mailed_codes: false,
};
const MAILED: Held = Held {
    authenticators: 0,
    passkeys: 0,
    devices: 0,
    recovery_codes: 0,
    mailed_codes: true,
};
const PASSWORD: Shown = Shown {
    password: true,
    external: false,
    passkey: false,
    factor: None,
};
const EXTERNAL: Shown = Shown {
    password: false,
    external: true,
    passkey: false,
    factor: None,
};
const KEY: Held = Held { passkeys: 1, ..APP };

fn step(shown: Shown, held: Held, statuses: &[UserStatusKind]) -> Step {
    next_step(
        shown,
        Candidate {
            operator: false,
            statuses,
            held,
            factor_required: false,
        },
    )
}

#[test]
fn only_a_right_password_and_somewhere_to_go_lead_to_a_session() {
    for status in UserStatusKind::ALL {
        assert_eq!(step(Shown::default(), NOTHING, &[status]), Step::Refused);
        let expected = match status {
            UserStatusKind::Active => Step::Session,
            UserStatusKind::PasswordExpired => Step::PasswordExpired,
            UserStatusKind::LockedInactivity => Step::LockedInactivity,
            _ => Step::Refused,
        };
        assert_eq!(step(PASSWORD, NOTHING, &[status]), expected);
        let beside = [UserStatusKind::Deactivated, status];
        assert_eq!(step(PASSWORD, NOTHING, &beside), expected);
    }
    assert_eq!(step(PASSWORD, NOTHING, &[]), Step::Refused);
}

#[test]
fn c14_another_provider_stands_in_for_the_password_and_for_nothing_else() {
    for status in UserStatusKind::ALL {
        for held in [NOTHING, APP] {
            let expected = match step(PASSWORD, held, &[status]) {
                Step::PasswordExpired => Step::PasswordNeeded,
                same => same,
            };
            assert_eq!(step(EXTERNAL, held, &[status]), expected, "{status:?}");
        }
    }
}

#[test]
fn s109_a_passkey_stands_in_for_both_and_leaves_nothing_to_wait_for() {
    for status in UserStatusKind::ALL {
        for factor_required in [false, true] {
            let candidate = Candidate {
                operator: false,
                statuses: &[status],
                held: KEY,
                factor_required,
            };
            // As after a password and the second factor, but for what only the password opens.
            let both = Shown {
                factor: Some(FactorMethod::Authenticator),
                ..PASSWORD
            };
            let expected = match next_step(both, candidate) {
                Step::PasswordExpired => Step::PasswordNeeded,
                same => same,
            };
            let step = next_step(Shown::PASSKEY, candidate);
            assert_eq!(step, expected, "{status:?}");
            assert!(!matches!(
                step,
                Step::SecondFactor | Step::PasswordExpired | Step::SetUpSecondFactor
            ));
        }
    }
    // Shown beside nothing, it is the second factor and no more.
    let alone = Shown {
        passkey: false,
        ..Shown::PASSKEY
    };
    assert_eq!(step(alone, KEY, &[UserStatusKind::Active]), Step::Refused);
}

#[test]
fn c18_the_strictest_customer_decides() {
    use UserStatusKind::{Active, Deactivated, LockedInactivity, PasswordExpired};
    let step = |statuses: &[UserStatusKind]| step(PASSWORD, NOTHING, statuses);
    assert_eq!(step(&[Active, PasswordExpired]), Step::PasswordExpired);
    assert_eq!(
        step(&[Active, PasswordExpired, LockedInactivity]),
        Step::LockedInactivity
    );
    assert_eq!(step(&[Active, Deactivated]), Step::Session);
}

#[test]
fn s107_the_second_factor_comes_after_the_password_and_before_all_else() {
    use UserStatusKind::{Active, Deactivated, PasswordExpired};
    for status in [Active, PasswordExpired] {
        assert_eq!(step(PASSWORD, APP, &[status]), Step::SecondFactor);
    }
    // Who could not come in anyway is not asked.
    assert_eq!(step(PASSWORD, APP, &[Deactivated]), Step::Refused);
    for method in [FactorMethod::Authenticator, FactorMethod::RecoveryCode] {
        let factor = Some(method);
        let both = Shown { factor, ..PASSWORD };
        assert_eq!(step(both, APP, &[Active]), Step::Session);
        assert_eq!(step(both, APP, &[PasswordExpired]), Step::PasswordExpired);
        // The second factor alone is worth nothing.
        let alone = Shown {
            factor,
            ..Shown::default()
        };
        assert_eq!(step(alone, APP, &[Active]), Step::Refused);
    }
}

#[test]
fn an_operator_needs_no_membership() {
    let operator = Candidate {
        operator: true,
        statuses: &[],
        held: NOTHING,
        factor_required: false,
    };
    assert_eq!(next_step(PASSWORD, operator), Step::Session);
    assert_eq!(next_step(Shown::default(), operator), Step::Refused);
    let with_app = Candidate {
        held: APP,
        ..operator
    };
    assert_eq!(next_step(PASSWORD, with_app), Step::SecondFactor);
}

#[test]
fn s112_s113_who_has_none_sets_one_up_after_all_else_and_before_the_session() {
    use UserStatusKind::{Active, Deactivated, LockedInactivity, PasswordExpired};
    let asked = |shown: Shown, held: Held, status: UserStatusKind| {
        let statuses = &[status];
        next_step(
            shown,
            Candidate {
                operator: false,
                statuses,
                held,
                factor_required: true,
            },
        )
    };
    assert_eq!(asked(PASSWORD, NOTHING, Active), Step::SetUpSecondFactor);
    assert_eq!(
        asked(PASSWORD, NOTHING, PasswordExpired),
        Step::PasswordExpired
    );
    assert_eq!(
        asked(PASSWORD, NOTHING, LockedInactivity),
        Step::LockedInactivity
    );
    assert_eq!(asked(PASSWORD, NOTHING, Deactivated), Step::Refused);
    assert_eq!(asked(Shown::default(), NOTHING, Active), Step::Refused);
    // Whoever has one shows it, and that is enough.
    assert_eq!(asked(PASSWORD, APP, Active), Step::SecondFactor);
    for method in [FactorMethod::Authenticator, FactorMethod::RecoveryCode] {
        let factor = Some(method);
        let both = Shown { factor, ..PASSWORD };
        assert_eq!(asked(both, APP, Active), Step::Session);
        // What was shown went away meanwhile: then there is none.
        assert_eq!(asked(both, NOTHING, Active), Step::SetUpSecondFactor);
    }
}

#[test]
fn s027_c06_a_mailed_code_is_asked_for_after_the_password_and_is_no_factor_where_one_is_enforced() {
    use UserStatusKind::{Active, Deactivated, PasswordExpired};
    let mailed = Shown {
        factor: Some(FactorMethod::MailedCode),
        ..PASSWORD
    };
    for status in [Active, PasswordExpired] {
        assert_eq!(step(PASSWORD, MAILED, &[status]), Step::SecondFactor);
    }
    assert_eq!(step(PASSWORD, MAILED, &[Deactivated]), Step::Refused);
    assert_eq!(step(mailed, MAILED, &[Active]), Step::Session);
    let expired = step(mailed, MAILED, &[PasswordExpired]);
    assert_eq!(expired, Step::PasswordExpired);
    // An app that was set up meanwhile is asked for, whatever came by mail.
    assert_eq!(step(mailed, APP, &[Active]), Step::SecondFactor);
    let enforced = |shown| {
        let candidate = Candidate {
            operator: false,
            statuses: &[Active],
            held: MAILED,
            factor_required: true,
        };
        next_step(shown, candidate)
    };
    assert_eq!(enforced(PASSWORD), Step::SecondFactor);
    assert_eq!(enforced(mailed), Step::SetUpSecondFactor);
}
