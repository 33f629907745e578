use super::*;

use SecurityProfile::{Nist, Payments, Pci};

const fn policy(profile: SecurityProfile) -> SecurityPolicy {
    SecurityPolicy::of(profile)
}

/// Each row of the table of numbers in the security rules: payments, pci, nist.
#[test]
fn c06_a_policy_from_before_mails_codes() {
    let mut stored = serde_json::to_value(SecurityPolicy::PAYMENTS).unwrap();
    let said = stored.as_object_mut().unwrap().remove("mailed_codes");
    assert_eq!(said, Some(true.into()));
    let read: SecurityPolicy = serde_json::from_value(stored).unwrap();
    assert_eq!(read, SecurityPolicy::PAYMENTS);
}

#[test]
fn c15_each_profile_has_the_numbers_of_its_standard() {
    use PolicyNumber as Number;
    let rows: [(Number, [u16; 3]); 12] = [
        (Number::MinCharsAlone, [12, 15, 15]),
        (Number::MinCharsWithFactor, [12, 12, 12]),
        (Number::PasswordDays, [90, 90, 90]),
        (Number::History, [5, 5, 0]),
        (Number::HistoryHours, [24, 0, 0]),
        (Number::Attempts, [5, 10, 10]),
        (Number::LockMinutes, [30, 30, 30]),
        (Number::InactivityDays, [90, 90, 90]),
        (Number::SessionIdleMinutes, [720, 720, 60]),
        (Number::SessionHours, [168, 12, 24]),
        (Number::InvitationHours, [48, 48, 48]),
        (Number::ResetMinutes, [60, 60, 60]),
    ];
    for (number, expected) in rows {
        let found = SecurityProfile::ALL.map(|profile| policy(profile).number(number));
        assert_eq!(found, expected, "{}", number.field());
    }
    for profile in SecurityProfile::ALL {
        assert_eq!(policy(profile).check(), []);
    }
}

#[test]
fn c15_kinds_of_characters_and_ageing_follow_the_profile() {
    assert_eq!(Payments.composition(), Composition::FourKinds);
    assert_eq!(Pci.composition(), Composition::LettersAndDigits);
    assert_eq!(Nist.composition(), Composition::Any);
    let ninety = Some(Duration::from_hours(90 * 24));
    assert_eq!(policy(Payments).status().password_age, ninety);
    assert_eq!(policy(Pci).status().password_age, ninety);
    assert_eq!(policy(Nist).status().password_age, None);
    for profile in SecurityProfile::ALL {
        assert_eq!(policy(profile).status().inactivity, ninety, "S80");
    }
}

#[test]
fn c15_a_second_factor_allows_shorter_passwords_in_pci_and_nist_alone() {
    let chars = |profile, factor| policy(profile).requirements(factor).password.min_chars;
    assert_eq!((chars(Payments, false), chars(Payments, true)), (12, 12));
    assert_eq!((chars(Pci, false), chars(Pci, true)), (15, 12));
    assert_eq!((chars(Nist, false), chars(Nist, true)), (15, 12));
}

#[test]
fn c10_no_customer_crosses_a_floor() {
    for profile in SecurityProfile::ALL {
        let lax = SecurityPolicy {
            min_chars_alone: 11,
            min_chars_with_factor: 11,
            password_days: 91,
            attempts: 11,
            lock_minutes: 29,
            inactivity_days: 91,
            reset_minutes: 61,
            ..policy(profile)
        };
        let crossed: Vec<_> = lax.check().into_iter().map(|fault| fault.number).collect();
        assert_eq!(
            crossed,
            [
                PolicyNumber::MinCharsAlone,
                PolicyNumber::MinCharsWithFactor,
                PolicyNumber::PasswordDays,
                PolicyNumber::Attempts,
                PolicyNumber::LockMinutes,
                PolicyNumber::InactivityDays,
                PolicyNumber::ResetMinutes,
            ],
            "{profile:?}"
        );
    }
    let forgetful = SecurityPolicy {
        history: 4,
        history_hours: 23,
        ..policy(Payments)
    };
    assert_eq!(forgetful.check().len(), 2, "S88 and S89");
}

#[test]
fn every_limit_lets_its_ends_in_and_nothing_beyond() {
    for profile in SecurityProfile::ALL {
        for number in PolicyNumber::ALL {
            let (least, most) = number.limits(profile);
            let at = |value: u16| {
                let mut json = serde_json::to_value(policy(profile)).unwrap();
                json[number.field()] = value.into();
                let policy: SecurityPolicy = serde_json::from_value(json).unwrap();
                policy.check()
            };
            assert_eq!(
                (at(least), at(most)),
                (vec![], vec![]),
                "{}",
                number.field()
            );
            let fault = OutOfLimits {
                number,
                least,
                most,
            };
            assert_eq!(at(most + 1), [fault]);
            if least > 0 {
                assert_eq!(at(least - 1), [fault]);
            }
        }
    }
}

#[test]
fn c18_a_person_meets_the_strictest_of_each() {
    let pci = policy(Pci).requirements(false);
    let payments = policy(Payments).requirements(false);
    let nist = policy(Nist).requirements(false);
    let all = Requirements::strictest([payments, pci, nist]);
    assert_eq!(
        all.password,
        PasswordRules {
            min_chars: 15,
            composition: Composition::FourKinds
        }
    );
    assert_eq!(all.history, payments.history);
    assert_eq!(all.lockout, payments.lockout);
    assert_eq!(all.session.idle, Duration::from_hours(1));
    assert_eq!(all.session.absolute, Duration::from_hours(12));
    assert_eq!(Requirements::strictest([nist]), nist);
    assert_eq!(Requirements::strictest([]), payments);
    assert_eq!(
        Requirements::strictest([nist, pci]),
        Requirements::strictest([pci, nist])
    );
}
