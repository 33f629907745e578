### Where somebody is signed in: the profile, and the details of a user.

devices-title = Signed-in devices
devices-lead = If you do not know one of them, sign it out and change your password.
devices-this = This device
devices-used = Used { $relative } · signed in { $exact }
devices-factor-none = password only
devices-factor-authenticator = with authenticator app
devices-factor-mailed_code = with mailed code
devices-factor-passkey = with passkey
devices-factor-device = confirmed on another device
devices-factor-recovery_code = with recovery code
devices-sign-out = Sign out
devices-sign-out-of = Sign out { $name }
devices-sign-out-others = Sign out everywhere else
devices-none = Not signed in anywhere at the moment.
devices-more = There are more than are shown here.
devices-done-one = { $name } is signed out
devices-done-all = Signed out
user-action-end_sessions = Sign out everywhere

user-action-reset_second_factor = Reset two-factor authentication…
factor-reset-title = Reset two-factor authentication of { $name }?
factor-reset-effect = For somebody who lost their phone and their recovery codes. Make sure that it is really { $name } who asks: call back or see them in person.
factor-reset-authenticators = Authenticator apps and recovery codes stop working, and { $name } signs in with the password alone until an authenticator is set up again.
factor-reset-sessions = { $name } is signed out everywhere, and gets a mail about it.
factor-reset-cooling = Card numbers and credits stay closed to { $name } for 24 hours.
factor-reset-submit = Reset
factor-reset-done = { $name } signs in with the password alone for now
factor-reset-two = { $name } administers, so a second administrator has to agree. Until then nothing changes.
factor-reset-ask = Ask a second administrator
