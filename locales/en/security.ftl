# What the customer demands of passwords, sign-ins and sessions.

screen-security = Security
security-lead = What this customer demands of passwords, sign-ins and sessions. A person who belongs to several customers meets the strictest of each.
security-locked = You can look, but not change this
security-failed = The rules could not be loaded
security-profile = Profile
security-profile-description = Whose rules to follow. Standards contradict each other; a profile picks a side, and each setting says which clauses it meets.
security-profile-payments = Payments
security-profile-payments-description = The rules of the payment providers’ own guides: four kinds of characters, a new password every 90 days.
security-profile-pci = PCI DSS
security-profile-pci-description = What handling card data asks for: letters and digits; passwords age only for people without a second factor.
security-profile-nist = NIST
security-profile-nist-description = Long passwords that nobody can guess, and no forced changes.
security-group-passwords = Passwords
security-group-locks = Locks
security-group-sessions = Sessions and links
security-length = Length
security-length-means = How many characters a new password has at least. Passwords that are set already stay until they are changed.
security-composition = Kinds of characters
security-composition-any = No rule: any characters, as long as the password is long and not easy to guess.
security-composition-letters_and_digits = Letters and digits.
security-composition-four_kinds = Upper case, lower case, digits and special characters.
security-rotation = Expiry
security-rotation-nobody = Passwords do not expire. One that leaked must still be changed.
security-rotation-without_second_factor = Passwords of people who sign in with the password alone expire.
security-rotation-everybody = Everybody’s password expires. The next sign-in asks for a new one.
security-history = Earlier passwords
security-history-means = Which passwords cannot come back: the last ones, and any that was valid within these hours.
security-lockout = Wrong passwords
security-lockout-means = When a sign-in is locked, and for how long. A device that is known keeps a count of its own, so strangers cannot lock anybody out.
security-inactivity = Absence
security-inactivity-means = Who does not sign in for this long is locked. Only an administrator’s reset link opens it again.
security-session_idle = Unused session
security-session_idle-means = After how long without use one has to sign in again.
security-session_length = Length of a session
security-session_length-means = After how long one has to sign in again in any case.
security-links = Links
security-links-means = How long activation and reset links work. Each works once.
security-group-mailed-codes = Codes by e-mail
security-mailed-codes = Mail a code at sign-in to who has neither an app nor a passkey
security-mailed-codes-means = A weak second factor, as whoever reads somebody’s mail has it, but more than none. Restricted services and “Enforce 2FA” never count it. Switched off, such people stand as if they had no second factor. Whoever belongs to another customer that mails codes is still asked for one.
security-mailed-codes-off-optional =
    { $count ->
        [0] Nobody has codes by e-mail only.
        [one] One person has codes by e-mail only, and signs in with the password alone until they set up an app or a passkey. Whoever knows that password could do so in their place.
       *[other] { $count } people have codes by e-mail only, and sign in with the password alone until they set up an app or a passkey. Whoever knows such a password could do so in their place.
    }
security-mailed-codes-off-required =
    { $count ->
        [0] Nobody has codes by e-mail only.
        [one] One person has codes by e-mail only. Once 2FA is enforced, they set up an authenticator app right after the password. Whoever knows that password could do so in their place.
       *[other] { $count } people have codes by e-mail only. Once 2FA is enforced, they set up an authenticator app right after the password. Whoever knows such a password could do so in their place.
    }
security-mailed-codes-on =
    { $count ->
        [0] Nobody is mailed a code now.
        [one] One person has neither an app nor a passkey, and types a code from their mailbox at the next sign-in.
       *[other] { $count } people have neither an app nor a passkey, and type a code from their mailbox at the next sign-in.
    }
security-group-approval = Critical rights
security-group-built-in = Codes on the same computer
security-built-in = Codes out of this app do not open restricted services
security-built-in-means = Whoever keeps the codes in Keyholder, on the computer that they sign in on, has both factors on one device. They still sign in with them, but what is restricted stays closed until they have an authenticator on another device, or a passkey. Keyholder tells the service where a code came from; somebody else’s program on the same computer it cannot see.
security-built-in-on =
    { $count ->
        [0] Nobody has such codes only.
        [one] { $count } user has such codes only. What is restricted is closed to them from now on.
       *[other] { $count } users have such codes only. What is restricted is closed to them from now on.
    }
security-built-in-off = Codes out of this app open restricted services again.
security-approval = Granting critical rights needs a second administrator
security-approval-means = Whoever gives somebody such a right, or lets a role of theirs allow it, asks a second administrator, who agrees or refuses within 72 hours. Switching this off again needs a second administrator, too. Whoever is the only one left goes on alone once they have changed nobody’s access for 72 hours.
security-approval-rights = Critical: { $rights }.
security-approval-on =
    { $count ->
        [one] Nobody is affected now. From then on, giving critical rights waits; one other administrator could agree today.
       *[other] Nobody is affected now. From then on, giving critical rights waits; { $count } other administrators could agree today.
    }
security-approval-off = This takes effect once a second administrator agrees.
security-approval-nobody = You are the only administrator who can sign in: nobody could agree. Add a second one first.
security-always = Always on, in every profile: common passwords, words, repetitions and names are refused; links work once; passwords are stored as Argon2id hashes.
security-standards = Standards
security-meets = meets { $standard } { $clause }
security-breaks = not { $standard } { $clause }
standard-pci_dss = PCI DSS
standard-nist = NIST 800-63B
standard-asvs = ASVS
security-range = { $least } to { $most }
security-was = · now { $before }
security-unsaved = Not saved yet
security-discard = Discard
security-review = Review the effect
security-out-of-range = A number lies outside of its limits
security-effect-title = What this changes
security-effect-now = Right after saving
security-effect-waiting = Wait for the effect to be worked out
security-effect-failed = The effect could not be worked out
security-change-profile = Profile: { $before } → { $after }
security-change-number = { $setting }: { $before } → { $after }
security-effect-expired = Users whose password has expired: { $before } → { $after }.
security-effect-locked = Users locked after absence: { $before } → { $after }.
security-effect-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
security-effect-asked =
    { $count ->
        [0] Nobody who is signed in is asked to sign in again.
        [one] One user who is signed in is asked to sign in again within minutes.
       *[other] { $count } users who are signed in are asked to sign in again within minutes.
    }
security-effect-passwords = Rules for length and characters count from the next password that somebody sets: what is stored does not tell how long a password is.
security-save = Save
security-saved = The rules are saved
security-stale = Someone else changed the rules in the meantime. Nothing was saved.
security-reload = Show theirs

security-number-min_chars_alone = Characters, password alone
security-number-min_chars_with_factor = Characters, with a second factor
security-number-password_days = Days until a password expires
security-number-history = Last passwords that cannot come back
security-number-history_hours = Hours in which none comes back
security-number-attempts = Wrong password that locks
security-number-lock_minutes = Minutes of the lock
security-number-inactivity_days = Days without a sign-in
security-number-session_idle_minutes = Minutes unused
security-number-session_hours = Hours in all
security-number-invitation_hours = Hours of an activation link
security-number-reset_minutes = Minutes of a reset link

# Asking for a second factor

security-group-second-factor = Two-factor authentication
enforce-open = Enforce 2FA
enforce-state-on = 2FA enforced
enforce-state-from = 2FA from { $day }
enforce-unread = The rules of the customer have not been read yet
enforce-title = Enforce two-factor authentication
enforce-title-on = Two-factor authentication is enforced
enforce-lead = Everybody here, new users too, then signs in with a code from an authenticator app besides the password. It takes hold at each user’s next sign-in; who is signed in stays signed in. Who has no app yet is led through the set-up.
enforce-off = Optional: everybody decides for themselves.
enforce-on = Enforced
enforce-on-now = Every sign-in asks for a second factor. Who has none sets one up at the next sign-in.
enforce-on-from = From { $day } on, every sign-in asks for a second factor.
enforce-restricted = Showing full card numbers and credits ask for a second factor in any case.
enforce-when = From when
enforce-now = Now
enforce-now-means = From each user’s next sign-in on. Who has no app yet is told by mail.
enforce-day = From a day on
enforce-day-means = Who has no app yet is told by mail now, and again three days before.
enforce-first-day = First day
enforce-day-wrong = Choose a day from tomorrow to a year ahead.
enforce-effect = Whom it concerns
enforce-asked =
    { $count ->
        [0] Nobody has to set anything up.
        [one] One user sets up an app before getting in again:
       *[other] { $count } users set up an app before getting in again:
    }
enforce-more =
    { $count ->
        [one] one more
       *[other] { $count } more
    }
enforce-show = Show all without
enforce-ready =
    { $count ->
        [0] Nobody has an app yet.
        [one] One user has an app already; nothing changes there.
       *[other] { $count } users have an app already; nothing changes for them.
    }
enforce-waiting =
    { $count ->
        [one] One invited user sets up an app at the first sign-in.
       *[other] { $count } invited users set up an app at their first sign-in.
    }
enforce-unreachable =
    { $count ->
        [one] One of them has no mailbox
       *[other] { $count } of them have no mailbox
    }
enforce-unreachable-why = No mail reaches { $names }. Tell them yourself, and that they need a phone with an authenticator app.
enforce-confirm = Enforce 2FA
enforce-change = Change the day
enforce-same = That is how it is already.
enforce-stop = Stop enforcing
enforce-saved = Two-factor authentication is enforced
enforce-planned = Two-factor authentication is enforced from { $day } on
enforce-stopped = Two-factor authentication is optional again
enforce-chart = Who has a second factor
enforce-chart-state = Second factor
enforce-chart-count = Users
