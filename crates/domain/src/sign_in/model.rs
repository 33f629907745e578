//! Random walks over sign-ins: whatever somebody does in whatever order, and whatever changes
//! meanwhile, nobody has a session who has not shown what was asked for at that moment.
//!
//! The machine below does what the service does around [`next_step`]: a run remembers what it has
//! shown, a step is taken only where it is the one that is due, and a new password ends the runs that
//! rest on the old one. The oracle knows nothing of steps. It keeps a diary of each run, and reads it
//! when a session is given.

use std::collections::BTreeMap;

use proptest::{collection::vec, prelude::*};

use super::*;

mod moves;

use moves::{Move, moves};

#[derive(Clone, Copy, Debug)]
struct Run {
    id: u32,
    shown: Shown,
    wrong_codes: u32,
}

/// What was truly shown.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that are shown one by one"
)]
struct Truth {
    /// The password of which number.
    password: u32,
    /// Whether another provider stood in for it.
    external: bool,
    /// Whether a passkey did.
    passkey: bool,
    /// Whether a right code of an app, or one from the mailbox.
    app: bool,
    mailbox: bool,
}

#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that change one by one"
)]
struct World {
    active: bool,
    expired: bool,
    required: bool,
    linked: bool,
    held: Held,
    /// How often the password was replaced.
    password: u32,
    /// The run that waits, by device.
    waiting: BTreeMap<u8, Run>,
    /// The run before it.
    former: BTreeMap<u8, u32>,
    next_run: u32,
    /// What was truly shown in each run.
    diary: BTreeMap<u32, Truth>,
    sessions: u32,
}

impl World {
    fn new() -> Self {
        Self {
            active: true,
            expired: false,
            required: false,
            linked: false,
            held: Held::default(),
            password: 0,
            waiting: BTreeMap::new(),
            former: BTreeMap::new(),
            next_run: 0,
            diary: BTreeMap::new(),
            sessions: 0,
        }
    }

    fn due(&self, shown: Shown) -> Step {
        let status = match (self.active, self.expired) {
            (false, _) => UserStatusKind::Deactivated,
            (true, true) => UserStatusKind::PasswordExpired,
            (true, false) => UserStatusKind::Active,
        };
        next_step(
            shown,
            Candidate {
                operator: false,
                statuses: &[status],
                held: self.held,
                factor_required: self.required,
            },
        )
    }

    /// Goes on with a run: it waits, or is over.
    fn go_on(&mut self, device: u8, run: Run) {
        self.waiting.remove(&device);
        match self.due(run.shown) {
            Step::Session => self.session(run.id),
            Step::SecondFactor | Step::PasswordExpired | Step::SetUpSecondFactor => {
                self.waiting.insert(device, run);
            }
            Step::LockedInactivity | Step::PasswordNeeded | Step::Refused => {}
        }
    }

    /// Begins a run on a device, in place of the one that waits there.
    fn begin(&mut self, device: u8, shown: Shown) {
        let run = Run {
            id: self.next_run,
            shown,
            wrong_codes: 0,
        };
        self.next_run += 1;
        if shown != Shown::default() {
            let truth = Truth {
                password: self.password,
                external: shown.external,
                passkey: shown.passkey,
                app: shown.passkey,
                mailbox: false,
            };
            self.diary.insert(run.id, truth);
            if let Some(before) = self.waiting.get(&device) {
                self.former.insert(device, before.id);
            }
        }
        self.go_on(device, run);
    }

    /// The oracle.
    fn session(&mut self, run: u32) {
        let truth = self.diary[&run];
        let (app, mailbox) = (truth.app, truth.mailbox);
        assert!(self.active, "switched off");
        assert!(!self.expired, "the password is too old");
        assert_eq!(truth.password, self.password, "an older password");
        assert!(
            !truth.external || self.linked,
            "the identity was unlinked since"
        );
        assert!(
            !truth.passkey || self.held.passkeys > 0,
            "the passkey is gone"
        );
        assert!(
            app || (self.held.authenticators == 0 && self.held.passkeys == 0),
            "no code of an app and no passkey was shown"
        );
        assert!(
            app || mailbox || !self.held.mailed_codes,
            "nobody has looked into the mailbox"
        );
        assert!(
            !self.required || (app && self.held.authenticators + self.held.passkeys > 0),
            "a second factor is asked for, and there is none or it was not shown"
        );
        self.sessions += 1;
    }

    fn replace_password(&mut self) {
        self.password += 1;
        self.expired = false;
        self.waiting.clear();
    }

    fn code(&mut self, device: u8, method: FactorMethod, right: bool) {
        let Some(mut run) = self.waiting.get(&device).copied() else {
            return;
        };
        if self.due(run.shown) != Step::SecondFactor {
            return;
        }
        // What is not open has no right code.
        if right && self.held.sign_in_methods().contains(&method) {
            let truth = self.diary.get_mut(&run.id).unwrap();
            if method.is_strong() {
                truth.app = true;
            } else {
                truth.mailbox = true;
            }
            run.shown.factor = Some(method);
            self.go_on(device, run);
            return;
        }
        run.wrong_codes += 1;
        if run.wrong_codes < MAX_WRONG_CODES {
            self.waiting.insert(device, run);
        } else {
            self.waiting.remove(&device);
        }
    }

    /// Begins with a passkey in place of the password.
    fn passkey_alone(&mut self, device: u8) {
        let shown = if self.held.passkeys > 0 {
            Shown::PASSKEY
        } else {
            Shown::default()
        };
        self.begin(device, shown);
        let waits = self.waiting.get(&device);
        assert!(
            waits.is_none_or(|run| !run.shown.passkey),
            "it rests on a passkey that may go"
        );
    }

    fn make(&mut self, each: Move) {
        match each {
            Move::Password { device, right } => {
                let shown = Shown {
                    password: right,
                    ..Shown::default()
                };
                self.begin(device, shown);
            }
            Move::External { device } => {
                let shown = Shown {
                    external: self.linked,
                    ..Shown::default()
                };
                self.begin(device, shown);
            }
            Move::PasskeyAlone { device } => self.passkey_alone(device),
            Move::Link(linked) => {
                self.linked = linked;
                if !linked {
                    // The runs that rest on it end.
                    self.waiting.retain(|_, run| !run.shown.external);
                }
            }
            Move::Code {
                device,
                foreign,
                right,
            } => {
                // A run is looked up by its id and the key of the device: that of another is not found.
                if !foreign {
                    self.code(device, FactorMethod::Authenticator, right);
                }
            }
            Move::MailedCode { device, right } => {
                self.code(device, FactorMethod::MailedCode, right);
            }
            Move::NewPassword { device } => {
                let Some(run) = self.waiting.get(&device).copied() else {
                    return;
                };
                if self.due(run.shown) == Step::PasswordExpired {
                    self.replace_password();
                    self.diary.get_mut(&run.id).unwrap().password = self.password;
                    self.go_on(device, run);
                }
            }
            Move::SetUpInRun { device, passkey } => {
                let waits = self.waiting.get(&device).copied();
                let due = |run: &Run| self.due(run.shown) == Step::SetUpSecondFactor;
                if let Some(mut run) = waits.filter(due) {
                    let (held, method) = if passkey {
                        (&mut self.held.passkeys, FactorMethod::Passkey)
                    } else {
                        (&mut self.held.authenticators, FactorMethod::Authenticator)
                    };
                    *held = 1;
                    self.diary.get_mut(&run.id).unwrap().app = true;
                    run.shown.factor = Some(method);
                    self.go_on(device, run);
                }
            }
            Move::OldRun { device } => {
                let former = self.former.get(&device);
                let waits = self.waiting.values().any(|run| Some(&run.id) == former);
                assert!(!waits, "a run that was begun anew waits no more");
            }
            Move::SetUp => self.held.authenticators = 1,
            Move::Remove => self.held.authenticators = 0,
            Move::Passkey(there) => self.held.passkeys = u32::from(there),
            Move::Expire => self.expired = true,
            Move::Reset => self.replace_password(),
            Move::Off => self.active = false,
            Move::On => self.active = true,
            Move::Require(required) => self.required = required,
            Move::Mail(mailed) => self.held.mailed_codes = mailed,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn s107_s112_no_order_restart_or_skipped_step_gives_a_session_without_what_is_asked(
        walk in vec(moves(), 1..60)
    ) {
        let mut world = World::new();
        for each in walk {
            world.make(each);
        }
    }
}

#[test]
fn the_walks_do_reach_sessions_by_every_way() {
    let mut world = World::new();
    let password = Move::Password {
        device: 0,
        right: true,
    };
    let code = Move::Code {
        device: 0,
        foreign: false,
        right: true,
    };
    let set_up = Move::SetUpInRun {
        device: 0,
        passkey: false,
    };
    let set_up_passkey = Move::SetUpInRun {
        device: 0,
        passkey: true,
    };
    let mailed = Move::MailedCode {
        device: 0,
        right: true,
    };
    let alone = Move::PasskeyAlone { device: 0 };
    for (walk, sessions) in [
        (&[password][..], 1),
        (&[Move::SetUp, password], 1),
        (&[code], 2),
        (&[Move::Expire, password, code], 2),
        (&[Move::NewPassword { device: 0 }], 3),
        (&[code, Move::Remove, password], 4),
        (&[Move::Require(true), password, code], 4),
        (&[set_up], 5),
        (&[password, set_up], 5),
        (&[code, Move::Remove, Move::Expire, password, set_up], 6),
        (&[Move::NewPassword { device: 0 }], 6),
        (&[set_up], 7),
        (
            &[
                Move::Require(false),
                Move::Remove,
                Move::Mail(true),
                password,
            ],
            7,
        ),
        (&[mailed], 8),
        (&[Move::Require(true), password, set_up, mailed], 8),
        (&[set_up], 9),
        // Once there is an app, the mailbox opens nothing.
        (&[password, mailed], 9),
        (&[code], 10),
        // Even if the code from there was taken before the app was set up.
        (
            &[Move::Remove, Move::Expire, password, mailed, Move::SetUp],
            10,
        ),
        (&[Move::NewPassword { device: 0 }, mailed], 10),
        (&[code, Move::NewPassword { device: 0 }], 11),
        (&[Move::External { device: 0 }, code], 11),
        (&[Move::Link(true), Move::External { device: 0 }], 11),
        (&[code], 12),
        (&[Move::External { device: 0 }, Move::Link(false), code], 12),
        // A passkey stands in for both, where there is one.
        (&[alone], 12),
        (&[Move::Passkey(true), alone], 13),
        (&[Move::Require(true), alone], 14),
        (&[Move::Expire, alone], 14),
        (&[Move::Off, alone], 14),
        (&[Move::On, password, code], 14),
        (&[Move::NewPassword { device: 0 }, alone], 16),
        (&[Move::Passkey(false), alone], 16),
        // It can be set up in the run that asks for one.
        (&[Move::Remove, password, mailed, set_up_passkey], 17),
        (&[alone], 18),
    ] {
        for each in walk {
            world.make(*each);
        }
        assert_eq!(world.sessions, sessions, "{walk:?}");
    }
}
