use proptest::prelude::*;

use super::*;
use crate::security_policy::SecurityPolicy;

const DAY: Duration = Duration::from_hours(24);
const POLICY: StatusPolicy = SecurityPolicy::PAYMENTS.status();
const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

fn active() -> StatusFacts {
    StatusFacts {
        deleted_at: None,
        deactivated_at: None,
        accepted_at: Some(NOW - DAY),
        invited_at: Some(NOW - DAY),
        invitation_expires_at: Some(NOW + DAY),
        last_sign_in_at: Some(NOW - DAY),
        locked_until: None,
        password_changed_at: Some(NOW - DAY),
    }
}

fn status(facts: &StatusFacts) -> UserStatus {
    of(facts, POLICY, NOW)
}

#[test]
fn s044_an_accepted_user_with_a_fresh_password_is_active() {
    assert_eq!(status(&active()), UserStatus::Active);
}

#[test]
fn s087_a_password_that_must_change_has_expired_in_every_policy() {
    let leaked = StatusFacts {
        password_changed_at: Some(MUST_CHANGE),
        ..active()
    };
    let never = StatusPolicy {
        password_age: None,
        ..POLICY
    };
    for policy in [POLICY, never] {
        assert_eq!(of(&leaked, policy, NOW), UserStatus::PasswordExpired);
        assert_eq!(of(&active(), policy, NOW), UserStatus::Active);
    }
}

#[test]
fn s043_c19_before_acceptance_the_detail_tells_how_far_it_came() {
    let pending = StatusFacts {
        accepted_at: None,
        ..active()
    };
    assert_eq!(status(&pending).kind(), UserStatusKind::ActivationLinkSent);
    let expired = StatusFacts {
        invitation_expires_at: Some(NOW),
        ..pending
    };
    assert_eq!(
        status(&expired).kind(),
        UserStatusKind::ActivationLinkExpired
    );
    let fresh = StatusFacts {
        invited_at: None,
        invitation_expires_at: None,
        ..pending
    };
    assert_eq!(status(&fresh).kind(), UserStatusKind::NotInvited);
}

#[test]
fn c09_precedence_runs_from_deleted_to_active() {
    let mut facts = StatusFacts {
        deleted_at: Some(NOW),
        deactivated_at: Some(NOW),
        accepted_at: None,
        last_sign_in_at: Some(NOW - DAY * 90),
        locked_until: Some(NOW + DAY),
        password_changed_at: Some(NOW - DAY * 90),
        ..active()
    };
    assert_eq!(status(&facts), UserStatus::Deleted);
    facts.deleted_at = None;
    assert_eq!(status(&facts), UserStatus::Deactivated);
    facts.deactivated_at = None;
    assert_eq!(status(&facts).kind(), UserStatusKind::ActivationLinkSent);
    facts.accepted_at = Some(NOW - DAY * 200);
    assert_eq!(status(&facts), UserStatus::LockedInactivity);
    facts.last_sign_in_at = Some(NOW - DAY * 89);
    assert_eq!(
        status(&facts),
        UserStatus::LockedAttempts { until: NOW + DAY }
    );
    facts.locked_until = Some(NOW);
    assert_eq!(status(&facts), UserStatus::PasswordExpired);
    facts.password_changed_at = Some(NOW - DAY * 89);
    assert_eq!(status(&facts), UserStatus::Active);
}

#[test]
fn s046_the_two_locks_are_told_apart_and_end_differently() {
    let until = NOW + Duration::from_mins(30);
    let guessed = StatusFacts {
        locked_until: Some(until),
        ..active()
    };
    assert_eq!(status(&guessed), UserStatus::LockedAttempts { until });
    assert_eq!(of(&guessed, POLICY, until), UserStatus::Active, "by itself");
    let away = StatusFacts {
        last_sign_in_at: Some(NOW - DAY * 90),
        ..guessed
    };
    assert_eq!(
        status(&away),
        UserStatus::LockedInactivity,
        "the graver one"
    );
    assert_eq!(
        of(&away, POLICY, until),
        UserStatus::LockedInactivity,
        "never by itself"
    );
}

#[test]
fn s080_s085_day_90_is_the_first_day_that_counts() {
    let inactive = StatusFacts {
        last_sign_in_at: Some(NOW - DAY * 90),
        ..active()
    };
    assert_eq!(status(&inactive), UserStatus::LockedInactivity);
    assert_eq!(
        status(&StatusFacts {
            last_sign_in_at: Some(NOW - DAY * 90 + Duration::from_micros(1)),
            ..active()
        }),
        UserStatus::Active
    );
    let expired = StatusFacts {
        password_changed_at: Some(NOW - DAY * 90),
        ..active()
    };
    assert_eq!(status(&expired), UserStatus::PasswordExpired);
    assert_eq!(
        status(&StatusFacts {
            password_changed_at: Some(NOW - DAY * 90 + Duration::from_micros(1)),
            ..active()
        }),
        UserStatus::Active
    );
}

fn column(facts: &StatusFacts, column: StatusColumn) -> Option<Timestamp> {
    match column {
        StatusColumn::DeletedAt => facts.deleted_at,
        StatusColumn::DeactivatedAt => facts.deactivated_at,
        StatusColumn::AcceptedAt => facts.accepted_at,
        StatusColumn::InvitationExpiresAt => facts.invitation_expires_at,
        StatusColumn::LastSignInAt => facts.last_sign_in_at,
        StatusColumn::LockedUntil => facts.locked_until,
        StatusColumn::PasswordChangedAt => facts.password_changed_at,
    }
}

fn holds(condition: StatusCondition, facts: &StatusFacts) -> bool {
    match condition {
        StatusCondition::Present(name) => column(facts, name).is_some(),
        StatusCondition::Missing(name) => column(facts, name).is_none(),
        StatusCondition::After(name, moment) => {
            column(facts, name).is_some_and(|value| value > moment)
        }
        StatusCondition::AtOrBefore(name, moment) => {
            column(facts, name).is_some_and(|value| value <= moment)
        }
        StatusCondition::NotAfter(name, moment) => {
            column(facts, name).is_none_or(|value| value <= moment)
        }
        StatusCondition::NotAtOrBefore(name, moment) => {
            column(facts, name).is_none_or(|value| value > moment)
        }
        StatusCondition::Never => false,
    }
}

fn moments() -> impl Strategy<Value = Option<Timestamp>> {
    // Days around every limit, so that each comparison is met on, before and after it.
    let day = |days| Timestamp::from_micros(NOW.as_micros() + days * 86_400_000_000);
    proptest::option::of(prop_oneof![
        9 => (-92_i64..3).prop_map(day),
        1 => Just(MUST_CHANGE),
    ])
}

prop_compose! {
    fn any_facts()(
        deleted_at in proptest::option::weighted(0.1, Just(NOW)),
        deactivated_at in proptest::option::weighted(0.1, Just(NOW)),
        accepted_at in moments(),
        invited_at in moments(),
        link in moments(),
        last_sign_in_at in moments(),
        locked_until in moments(),
        password_changed_at in moments(),
    ) -> StatusFacts {
        // A link that was made has both moments.
        let invitation_expires_at = invited_at.and(link);
        let invited_at = invitation_expires_at.and(invited_at);
        StatusFacts {
            deleted_at, deactivated_at, accepted_at, invited_at, invitation_expires_at,
            last_sign_in_at, locked_until, password_changed_at,
        }
    }
}

proptest! {
    #[test]
    fn exactly_one_predicate_holds_and_it_is_that_of_the_status(
        facts in any_facts(),
        inactivity in any::<bool>(),
        expiry in any::<bool>(),
    ) {
        let policy = StatusPolicy {
            inactivity: inactivity.then_some(DAY * 90),
            password_age: expiry.then_some(DAY * 90),
        };
        let expected = of(&facts, policy, NOW).kind();
        for kind in UserStatusKind::ALL {
            let all = predicate(kind, policy, NOW).into_iter().all(|condition| holds(condition, &facts));
            prop_assert_eq!(all, kind == expected, "{:?} of {:?}", kind, facts);
        }
    }
}
