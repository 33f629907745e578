//! What somebody does in a walk, or what happens meanwhile.

use proptest::prelude::*;

/// Something that somebody does, or that happens.
#[derive(Clone, Copy, Debug)]
pub(super) enum Move {
    /// A password, right or not, on one of two devices.
    Password {
        device: u8,
        right: bool,
    },
    /// The reply of another provider, for an identity that is linked or not.
    External {
        device: u8,
    },
    /// A passkey in place of the password, if there is one.
    PasskeyAlone {
        device: u8,
    },
    /// The identity at the other provider is linked, or unlinked.
    Link(bool),
    /// A code, right or not, for the run of that device, or of the other device.
    Code {
        device: u8,
        foreign: bool,
        right: bool,
    },
    /// A code from the mailbox, right or not, for the run of that device.
    MailedCode {
        device: u8,
        right: bool,
    },
    /// A new password in place of an expired one, for the run of that device.
    NewPassword {
        device: u8,
    },
    /// The right first code of an authenticator, or the proof of a passkey, that the run of that device sets
    /// up.
    SetUpInRun {
        device: u8,
        passkey: bool,
    },
    /// What was asked of the run before the last restart is asked again.
    OldRun {
        device: u8,
    },
    /// An authenticator is set up, or the last one goes.
    SetUp,
    Remove,
    /// A passkey is set up, or the last one is taken away.
    Passkey(bool),
    /// The password grows too old, or is set by a reset link.
    Expire,
    Reset,
    /// The person is switched off, or on again.
    Off,
    On,
    /// A customer asks for a second factor, or no longer does.
    Require(bool),
    /// Codes are mailed to the person from now on, or no longer.
    Mail(bool),
}

pub(super) fn moves() -> impl Strategy<Value = Move> {
    let device = 0..2_u8;
    prop_oneof![
        4 => (device.clone(), any::<bool>())
            .prop_map(|(device, right)| Move::Password { device, right }),
        3 => device.clone().prop_map(|device| Move::External { device }),
        3 => device.clone().prop_map(|device| Move::PasskeyAlone { device }),
        1 => any::<bool>().prop_map(Move::Link),
        4 => (device.clone(), prop::bool::weighted(0.2), any::<bool>())
            .prop_map(|(device, foreign, right)| Move::Code { device, foreign, right }),
        4 => (device.clone(), any::<bool>())
            .prop_map(|(device, right)| Move::MailedCode { device, right }),
        2 => device.clone().prop_map(|device| Move::NewPassword { device }),
        2 => (device.clone(), any::<bool>())
            .prop_map(|(device, passkey)| Move::SetUpInRun { device, passkey }),
        1 => device.prop_map(|device| Move::OldRun { device }),
        1 => Just(Move::SetUp),
        1 => Just(Move::Remove),
        1 => any::<bool>().prop_map(Move::Passkey),
        1 => Just(Move::Expire),
        1 => Just(Move::Reset),
        1 => Just(Move::Off),
        1 => Just(Move::On),
        2 => any::<bool>().prop_map(Move::Require),
        1 => any::<bool>().prop_map(Move::Mail),
    ]
}
