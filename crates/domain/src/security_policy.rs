//! What a customer demands of passwords, sign-ins and sessions (reading C15).
//!
//! A policy is a profile and numbers. The profile decides what standards quarrel about: kinds of
//! characters, and whether passwords age. The numbers move within limits that no customer can cross.
//! The blocklist, the names and single use are no settings: they are always on.
//!
//! ```text
//!            characters alone / with factor   kinds            ages           history
//! payments   12 / 12                          four             everybody 90   5 and 24 h
//! pci        15 / 12                          letters, digits  one factor 90  5
//! nist       15 / 12                          none             nobody         none
//! ```
//!
//! A person with several customers meets the strictest of each (C18): [`Requirements::strictest`].

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{
    lockout::LockoutPolicy, password_history::HistoryRule,
    second_factor_requirement::SecondFactorRequirement, session::SessionPolicy,
    user_status::StatusPolicy,
};

/// Whose rules a policy follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum SecurityProfile {
    /// The rules of the payment providers' own guides (S82 to S89).
    Payments,
    /// PCI DSS 4.0.1: what cardholder data asks for.
    Pci,
    /// NIST SP 800-63B-4: long passwords, no forced change.
    Nist,
}

impl SecurityProfile {
    /// Every profile, as the screen lists them.
    pub const ALL: [Self; 3] = [Self::Payments, Self::Pci, Self::Nist];

    /// Which kinds of characters a password needs.
    pub const fn composition(self) -> Composition {
        match self {
            Self::Payments => Composition::FourKinds,
            Self::Pci => Composition::LettersAndDigits,
            Self::Nist => Composition::Any,
        }
    }

    /// Whose passwords age.
    pub const fn rotation(self) -> Rotation {
        match self {
            Self::Payments => Rotation::Everybody,
            Self::Pci => Rotation::WithoutSecondFactor,
            Self::Nist => Rotation::Nobody,
        }
    }
}

/// Which kinds of characters a password needs (S83); later ones include earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Composition {
    /// No rule.
    Any,
    /// A letter and a digit (PCI DSS 8.3.6).
    LettersAndDigits,
    /// Upper case, lower case, digit and special character.
    FourKinds,
}

/// Whose passwords age (S85).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Rotation {
    /// Nobody's.
    Nobody,
    /// Those of users who sign in with the password alone (PCI DSS 8.3.9).
    WithoutSecondFactor,
    /// Everybody's.
    Everybody,
}

/// A customer's policy. The kinds of characters and whose passwords age follow from the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct SecurityPolicy {
    /// Whose rules it follows.
    pub profile: SecurityProfile,
    /// The fewest characters of a password that stands alone, 12 to 64.
    pub min_chars_alone: u16,
    /// The fewest characters of a password beside a second factor, 12 to 64.
    pub min_chars_with_factor: u16,
    /// After how many days a password expires, 1 to 90, where the profile makes passwords age.
    pub password_days: u16,
    /// How many of the last passwords cannot come back, up to 24.
    pub history: u16,
    /// For how many hours a password cannot come back after it was valid, up to 168.
    pub history_hours: u16,
    /// The wrong password that locks, 3 to 10.
    pub attempts: u16,
    /// How many minutes the lock lasts, 30 to 1,440.
    pub lock_minutes: u16,
    /// After how many days without a sign-in a user is locked, 30 to 90.
    pub inactivity_days: u16,
    /// After how many minutes without use a session ends, 15 to 1,440.
    pub session_idle_minutes: u16,
    /// After how many hours a session ends in any case, 1 to 168.
    pub session_hours: u16,
    /// For how many hours an activation link works, 1 to 72.
    pub invitation_hours: u16,
    /// For how many minutes a reset link works, 10 to 60.
    pub reset_minutes: u16,
    /// Whether critical rights are given only once a second administrator agrees. Off in every profile.
    #[serde(default)]
    pub approve_critical_grants: bool,
    /// Whether a sign-in mails a code to who has neither an app nor a passkey (S27, C6). On in every profile.
    #[serde(default = "mailed")]
    pub mailed_codes: bool,
    /// Whether a second factor is asked for. Optional in every profile.
    #[serde(default)]
    pub second_factor: SecondFactorRequirement,
    /// Whether an authenticator that is built into the app does not count for restricted services (C13).
    /// Off in every profile.
    #[serde(default)]
    pub refuse_built_in_codes: bool,
}

/// What a policy says that was stored before customers could choose.
const fn mailed() -> bool {
    true
}

/// The number of a policy, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum PolicyNumber {
    /// [`SecurityPolicy::min_chars_alone`].
    MinCharsAlone,
    /// [`SecurityPolicy::min_chars_with_factor`].
    MinCharsWithFactor,
    /// [`SecurityPolicy::password_days`].
    PasswordDays,
    /// [`SecurityPolicy::history`].
    History,
    /// [`SecurityPolicy::history_hours`].
    HistoryHours,
    /// [`SecurityPolicy::attempts`].
    Attempts,
    /// [`SecurityPolicy::lock_minutes`].
    LockMinutes,
    /// [`SecurityPolicy::inactivity_days`].
    InactivityDays,
    /// [`SecurityPolicy::session_idle_minutes`].
    SessionIdleMinutes,
    /// [`SecurityPolicy::session_hours`].
    SessionHours,
    /// [`SecurityPolicy::invitation_hours`].
    InvitationHours,
    /// [`SecurityPolicy::reset_minutes`].
    ResetMinutes,
}

impl PolicyNumber {
    /// Every number, as the screen lists them.
    pub const ALL: [Self; 12] = [
        Self::MinCharsAlone,
        Self::MinCharsWithFactor,
        Self::PasswordDays,
        Self::History,
        Self::HistoryHours,
        Self::Attempts,
        Self::LockMinutes,
        Self::InactivityDays,
        Self::SessionIdleMinutes,
        Self::SessionHours,
        Self::InvitationHours,
        Self::ResetMinutes,
    ];

    /// The field of [`SecurityPolicy`].
    pub const fn field(self) -> &'static str {
        match self {
            Self::MinCharsAlone => "min_chars_alone",
            Self::MinCharsWithFactor => "min_chars_with_factor",
            Self::PasswordDays => "password_days",
            Self::History => "history",
            Self::HistoryHours => "history_hours",
            Self::Attempts => "attempts",
            Self::LockMinutes => "lock_minutes",
            Self::InactivityDays => "inactivity_days",
            Self::SessionIdleMinutes => "session_idle_minutes",
            Self::SessionHours => "session_hours",
            Self::InvitationHours => "invitation_hours",
            Self::ResetMinutes => "reset_minutes",
        }
    }

    /// The smallest and the largest value that a customer of this profile can choose: the floors.
    pub const fn limits(self, profile: SecurityProfile) -> (u16, u16) {
        use SecurityProfile::{Nist, Payments, Pci};
        match (self, profile) {
            (Self::MinCharsAlone, Nist) => (15, 64),
            (Self::MinCharsAlone | Self::MinCharsWithFactor, _) => (12, 64),
            (Self::PasswordDays, _) => (1, 90),
            (Self::History, Payments) => (5, 24),
            (Self::History, Pci) => (4, 24),
            (Self::History, Nist) => (0, 24),
            (Self::HistoryHours, Payments) => (24, 168),
            (Self::HistoryHours, _) => (0, 168),
            // Fewer than three would lock whoever mistypes; see also the least days of inactivity.
            (Self::Attempts, _) => (3, 10),
            (Self::LockMinutes, _) => (30, 1_440),
            // A session lives for a week at most: whoever sets this is never locked out by it.
            (Self::InactivityDays, _) => (30, 90),
            (Self::SessionIdleMinutes, _) => (15, 1_440),
            (Self::SessionHours, _) => (1, 168),
            (Self::InvitationHours, _) => (1, 72),
            (Self::ResetMinutes, _) => (10, 60),
        }
    }
}

/// A number outside of its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} lies outside of {least} to {most}", .number.field())]
pub struct OutOfLimits {
    /// Which.
    pub number: PolicyNumber,
    /// The smallest value.
    pub least: u16,
    /// The largest value.
    pub most: u16,
}

impl SecurityPolicy {
    /// The default of every customer, and what operators meet.
    pub const PAYMENTS: Self = Self::of(SecurityProfile::Payments);

    /// The policy that a profile begins with.
    pub const fn of(profile: SecurityProfile) -> Self {
        let payments = Self {
            profile,
            min_chars_alone: 12,
            min_chars_with_factor: 12,
            password_days: 90,
            history: 5,
            history_hours: 24,
            attempts: 5,
            lock_minutes: 30,
            inactivity_days: 90,
            session_idle_minutes: 720,
            session_hours: 168,
            invitation_hours: 48,
            reset_minutes: 60,
            approve_critical_grants: false,
            mailed_codes: mailed(),
            second_factor: SecondFactorRequirement::Optional,
            refuse_built_in_codes: false,
        };
        match profile {
            SecurityProfile::Payments => payments,
            SecurityProfile::Pci => Self {
                min_chars_alone: 15,
                history_hours: 0,
                attempts: 10,
                session_hours: 12,
                ..payments
            },
            SecurityProfile::Nist => Self {
                min_chars_alone: 15,
                history: 0,
                history_hours: 0,
                attempts: 10,
                session_idle_minutes: 60,
                session_hours: 24,
                ..payments
            },
        }
    }

    /// One number.
    pub const fn number(&self, number: PolicyNumber) -> u16 {
        match number {
            PolicyNumber::MinCharsAlone => self.min_chars_alone,
            PolicyNumber::MinCharsWithFactor => self.min_chars_with_factor,
            PolicyNumber::PasswordDays => self.password_days,
            PolicyNumber::History => self.history,
            PolicyNumber::HistoryHours => self.history_hours,
            PolicyNumber::Attempts => self.attempts,
            PolicyNumber::LockMinutes => self.lock_minutes,
            PolicyNumber::InactivityDays => self.inactivity_days,
            PolicyNumber::SessionIdleMinutes => self.session_idle_minutes,
            PolicyNumber::SessionHours => self.session_hours,
            PolicyNumber::InvitationHours => self.invitation_hours,
            PolicyNumber::ResetMinutes => self.reset_minutes,
        }
    }

    /// Every number outside of its limits; a policy with none may be stored.
    pub fn check(&self) -> Vec<OutOfLimits> {
        PolicyNumber::ALL
            .into_iter()
            .filter_map(|number| {
                let (least, most) = number.limits(self.profile);
                let value = self.number(number);
                (value < least || value > most).then_some(OutOfLimits {
                    number,
                    least,
                    most,
                })
            })
            .collect()
    }

    /// What the policy asks of one person.
    pub const fn requirements(&self, second_factor: bool) -> Requirements {
        Requirements {
            password: PasswordRules {
                min_chars: if second_factor {
                    self.min_chars_with_factor
                } else {
                    self.min_chars_alone
                },
                composition: self.profile.composition(),
            },
            history: HistoryRule {
                last: self.history,
                within: hours(self.history_hours),
            },
            lockout: LockoutPolicy {
                threshold: self.attempts as u32,
                duration: minutes(self.lock_minutes),
            },
            session: SessionPolicy {
                idle: minutes(self.session_idle_minutes),
                absolute: hours(self.session_hours),
            },
            reset: minutes(self.reset_minutes),
        }
    }

    /// The clocks of a status at this customer. Whether a person has a second factor is not known
    /// here yet: passwords that age for people without one age for all.
    pub const fn status(&self) -> StatusPolicy {
        StatusPolicy {
            inactivity: Some(days(self.inactivity_days)),
            password_age: match self.profile.rotation() {
                Rotation::Nobody => None,
                Rotation::WithoutSecondFactor | Rotation::Everybody => {
                    Some(days(self.password_days))
                }
            },
        }
    }

    /// For how long an activation link works (C11).
    pub const fn invitation(&self) -> Duration {
        hours(self.invitation_hours)
    }
}

impl Default for SecurityPolicy {
    fn default() -> Self {
        Self::PAYMENTS
    }
}

/// What a password must be like, as far as it differs between policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PasswordRules {
    /// The fewest characters.
    pub min_chars: u16,
    /// Which kinds of characters.
    pub composition: Composition,
}

impl PasswordRules {
    /// What everybody meets at least.
    pub const LEAST: Self = Self {
        min_chars: 12,
        composition: Composition::Any,
    };
}

/// What is asked of one person, from one policy or from several. The clocks of the status are not
/// among them: each customer sees the status by its own ([`SecurityPolicy::status`]), and a sign-in
/// looks at all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirements {
    /// Of a new password.
    pub password: PasswordRules,
    /// Which earlier passwords cannot come back.
    pub history: HistoryRule,
    /// How many wrong passwords lock, and for how long.
    pub lockout: LockoutPolicy,
    /// How long sessions last.
    pub session: SessionPolicy,
    /// For how long a reset link works.
    pub reset: Duration,
}

impl Requirements {
    /// The strictest of each (C18); those of [`SecurityPolicy::PAYMENTS`] for somebody without a
    /// customer, such as an operator.
    pub fn strictest(policies: impl IntoIterator<Item = Self>) -> Self {
        policies
            .into_iter()
            .reduce(Self::and)
            .unwrap_or_else(|| SecurityPolicy::PAYMENTS.requirements(false))
    }

    fn and(self, other: Self) -> Self {
        Self {
            password: PasswordRules {
                min_chars: self.password.min_chars.max(other.password.min_chars),
                composition: self.password.composition.max(other.password.composition),
            },
            history: HistoryRule {
                last: self.history.last.max(other.history.last),
                within: self.history.within.max(other.history.within),
            },
            lockout: LockoutPolicy {
                threshold: self.lockout.threshold.min(other.lockout.threshold),
                duration: self.lockout.duration.max(other.lockout.duration),
            },
            session: SessionPolicy {
                idle: self.session.idle.min(other.session.idle),
                absolute: self.session.absolute.min(other.session.absolute),
            },
            reset: self.reset.min(other.reset),
        }
    }
}

const fn minutes(number: u16) -> Duration {
    Duration::from_mins(number as u64)
}

const fn hours(number: u16) -> Duration {
    Duration::from_hours(number as u64)
}

const fn days(number: u16) -> Duration {
    Duration::from_hours(number as u64 * 24)
}

#[cfg(test)]
mod tests;
