//! Which clauses of the standards a policy meets, and which it breaks. The standards contradict each
//! other (PCI DSS and NIST on ageing, for one), so no policy meets them all; the screen says so.

use serde::{Deserialize, Serialize};

use crate::security_policy::{Composition, Rotation, SecurityPolicy};

/// A standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Standard {
    /// PCI DSS 4.0.1.
    PciDss,
    /// NIST SP 800-63B-4.
    Nist,
    /// OWASP ASVS 5.0.
    Asvs,
}

/// A subject on which standards have a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum PolicySubject {
    /// How long passwords are.
    Length,
    /// Which kinds of characters they hold.
    Composition,
    /// Whether they age.
    Rotation,
    /// Which cannot come back.
    History,
    /// How many wrong ones lock, and for how long.
    Lockout,
    /// How long somebody may stay away.
    Inactivity,
    /// How long a session may lie unused.
    SessionIdle,
    /// How long a session lasts in all.
    SessionLength,
}

/// One clause, and whether the policy meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Judgement {
    /// What it is about.
    pub subject: PolicySubject,
    /// Whose clause.
    pub standard: Standard,
    /// Its number there.
    pub clause: String,
    /// Whether the policy meets it.
    pub met: bool,
}

/// Holds a policy against every clause that is known here.
#[expect(
    clippy::too_many_lines,
    reason = "a table: what each standard asks, one after the other"
)]
pub fn judge(policy: &SecurityPolicy) -> Vec<Judgement> {
    use PolicySubject as Subject;
    use Standard::{Asvs, Nist, PciDss};

    let composition = policy.profile.composition();
    let rotation = policy.profile.rotation();
    let clauses = [
        (
            Subject::Length,
            PciDss,
            "8.3.6",
            policy.min_chars_alone >= 12,
        ),
        (
            Subject::Length,
            Nist,
            "3.1.1.2",
            policy.min_chars_alone >= 15 && policy.min_chars_with_factor >= 8,
        ),
        (
            Subject::Length,
            Asvs,
            "6.2.1",
            policy.min_chars_with_factor >= 8,
        ),
        (
            Subject::Composition,
            PciDss,
            "8.3.6",
            composition >= Composition::LettersAndDigits,
        ),
        (
            Subject::Composition,
            Nist,
            "3.1.1.2",
            composition == Composition::Any,
        ),
        (
            Subject::Composition,
            Asvs,
            "6.2.5",
            composition == Composition::Any,
        ),
        (
            Subject::Rotation,
            PciDss,
            "8.3.9",
            rotation >= Rotation::WithoutSecondFactor && policy.password_days <= 90,
        ),
        (
            Subject::Rotation,
            Nist,
            "3.1.1.2",
            rotation == Rotation::Nobody,
        ),
        (
            Subject::Rotation,
            Asvs,
            "6.2.10",
            rotation == Rotation::Nobody,
        ),
        (Subject::History, PciDss, "8.3.7", policy.history >= 4),
        (
            Subject::Lockout,
            PciDss,
            "8.3.4",
            policy.attempts <= 10 && policy.lock_minutes >= 30,
        ),
        (Subject::Lockout, Nist, "3.2.2", policy.attempts <= 100),
        // Strangers who lock an account do not lock its owner out (crate::lockout).
        (Subject::Lockout, Asvs, "6.1.1", true),
        (
            Subject::Inactivity,
            PciDss,
            "8.2.6",
            policy.inactivity_days <= 90,
        ),
        (
            Subject::SessionIdle,
            PciDss,
            "8.2.8",
            policy.session_idle_minutes <= 15,
        ),
        (
            Subject::SessionIdle,
            Nist,
            "2.2.3",
            policy.session_idle_minutes <= 60,
        ),
        (
            Subject::SessionLength,
            Nist,
            "2.2.3",
            policy.session_hours <= 24,
        ),
    ];
    clauses
        .into_iter()
        .map(|(subject, standard, clause, met)| Judgement {
            subject,
            standard,
            clause: clause.to_owned(),
            met,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::security_policy::SecurityProfile;

    fn broken(policy: &SecurityPolicy) -> Vec<(Standard, PolicySubject)> {
        judge(policy)
            .into_iter()
            .filter(|judgement| !judgement.met)
            .map(|judgement| (judgement.standard, judgement.subject))
            .collect()
    }

    #[test]
    fn c15_each_profile_says_honestly_what_it_breaks() {
        use PolicySubject as Subject;
        use Standard::{Asvs, Nist, PciDss};
        assert_eq!(
            broken(&SecurityPolicy::of(SecurityProfile::Payments)),
            [
                (Nist, Subject::Length),
                (Nist, Subject::Composition),
                (Asvs, Subject::Composition),
                (Nist, Subject::Rotation),
                (Asvs, Subject::Rotation),
                (PciDss, Subject::SessionIdle),
                (Nist, Subject::SessionIdle),
                (Nist, Subject::SessionLength),
            ]
        );
        let pci = SecurityPolicy {
            session_idle_minutes: 15,
            ..SecurityPolicy::of(SecurityProfile::Pci)
        };
        assert!(broken(&pci).iter().all(|(standard, _)| *standard != PciDss));
        let nist = broken(&SecurityPolicy::of(SecurityProfile::Nist));
        assert!(nist.iter().all(|(standard, _)| *standard == PciDss));
        assert_eq!(
            nist.iter().map(|(_, subject)| *subject).collect::<Vec<_>>(),
            [
                Subject::Composition,
                Subject::Rotation,
                Subject::History,
                Subject::SessionIdle,
            ]
        );
    }
}
