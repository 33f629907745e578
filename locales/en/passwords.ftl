# Passwords: expired ones, forgotten ones, one's own, and reset links.

sign-in-codes = Your codes
sign-in-forgotten = Forgotten password?

password-new = New password
password-repeat = Repeat the password
password-rules = What the password must be like
password-rule-met = met
password-rule-length = At least { $min } characters
password-rule-letters-digits = Letters and digits
password-rule-cases = Upper-case and lower-case letters
password-rule-digit = A digit
password-rule-special = A special character
password-rule-guessable = Not easy to guess: no single words, no repetitions
password-rule-names = Neither your name or address nor the company’s name
password-yours = Yours alone: tell it nobody, no colleague and no administrator.

expired-title = Set a new password
expired-intro = Your password was right, but it has expired. Choose a new one to go on.
expired-submit = Set password and sign in
expired-back = Back to sign-in
expired-again = Sign in again
expired-too-late = This took longer than ten minutes, or was finished elsewhere. Sign in again.

mailed-code-title = Enter your code
mailed-code-intro = The first step is done. We have sent a code to { $address }.
mailed-code-none = The first step is done, but you were sent too many codes within the last hour. Try again later, or ask for one more.
mailed-code-sent-again = Another code is on its way. Only the newest works.
mailed-code-label = Code
mailed-code-hint = Six digits. It can take a minute to arrive; look into the junk folder, too.
mailed-code-wrong = This is not the code of this sign-in. Type the one in the newest e-mail.
mailed-code-another = Send another code
mailed-code-another-wait = Another code in { $left }
mailed-code-last = No more codes for this sign-in. If none has arrived, go back and sign in again later.
second-factor-title = Enter your code
second-factor-passkey-title = Show your passkey
second-factor-intro = The first step is done. Now enter the code that your authenticator app shows.
second-factor-code = Code
second-factor-submit = Sign in
second-factor-use-recovery_code = Use a recovery code
second-factor-use-authenticator = Use the authenticator app
second-factor-use-passkey = Use a passkey
second-factor-passkey-intro = The first step is done. Now show your passkey: your browser asks for it.
passkey-door-title = Sign in with a passkey
passkey-door-intro = Your browser asks for this number, and then for your passkey. Neither name nor password is needed.
passkey-door-number = Number for the browser
passkey-door-failed = This way could not be opened
passkey-door-renewed = That took longer than ten minutes. Here is another number.
passkey-open = Open the browser
passkey-waiting = Your browser asks for the passkey now. Come back here afterwards.
passkey-stop = Wait no longer
second-factor-recovery-intro = The first step is done. Now enter one of the recovery codes that you have kept. Each works once.
second-factor-recovery-code = Recovery code
second-factor-over = This took longer than ten minutes, or there were five wrong codes. Sign in again.
set-up-title = Set up a second factor
set-up-intro = The first step is done. Here, signing in also takes a code from an authenticator app, and you have none set up yet. It takes two minutes.
set-up-type = Enter the six digits that the app shows.
set-up-submit = Set up and go on
set-up-failed = The picture could not be fetched
set-up-name = My phone
set-up-passkey = Set up a passkey instead
set-up-passkey-title = Set up a passkey
set-up-passkey-intro = Your browser asks for your fingerprint, your face, your PIN or your security key. Then come back here: your recovery codes are shown next.
set-up-app = Set up an authenticator app instead
set-up-codes-done = Go on

forgotten-title = Forgotten password?
forgotten-intro = Enter your e-mail address. If there is a sign-in for it, a link to set a new password is on its way in a moment. It works for 60 minutes.
forgotten-name = E-mail address
forgotten-no-mailbox = You sign in with a user name? Then your administrator gives you a link.
forgotten-submit = Send link
forgotten-done-title = Look into your mailbox
forgotten-done = If there is a sign-in for this address, the link is on its way. At most three are sent within an hour.
forgotten-back = Back to sign-in

own-password-title = Password
own-password-managed-microsoft = Microsoft keeps your password: you sign in there, and have none here. If somebody else may know it, change it there.
own-password-managed-other = Your organisation keeps your password: you sign in there, and have none here. If somebody else may know it, change it there.
own-password-advice = Your password is yours alone: never share it, not even with colleagues or administrators. Nobody at Keyholder will ask for it.
own-password-change = Change password
own-password-current = Present password
own-password-save = Change password
own-password-effect = You stay signed in here. Every other device is signed out.
own-password-changed = Your password was changed; other devices are signed out
own-password-leaked = I think my password leaked
leaked-intro = Do this if somebody else may know your password. At once:
leaked-effect-password = the password opens nothing any more,
leaked-effect-sessions = you are signed out on every device, this one too,
leaked-effect-confirming = no device confirms your sign-ins any more,
leaked-effect-administrators = your administrators are told.
leaked-next-mail = Then set a new password with the link in your mailbox.
leaked-next-hand = Then ask an administrator for a link to set a new password.
leaked-why-password = So that nobody else can do this in your name.
leaked-keep-confirming = Let my devices go on confirming sign-ins
leaked-keep-confirming-help = Only if you know all of these: { $devices }
leaked-submit = Block password and sign out
leaked-done-mail = Your password is blocked. A link to set a new one is in your mailbox.
leaked-done-hand = Your password is blocked. Ask an administrator for a link to set a new one.

user-action-send_reset_link = Send reset link
user-action-unlock = Unlock
panel-make-reset-link = Make reset link
users-done-send_reset_link = Reset link sent to { $name }
users-done-unlock = { $name } can sign in again
bulk-unlock =
    { $count ->
        [one] Unlock { $count } user
       *[other] Unlock { $count } users
    }
bulk-unlock-means = They can try their password again at once. A lock after inactivity is lifted by a reset link only.
bulk-send_reset_link =
    { $count ->
        [one] Send { $count } reset link
       *[other] Send { $count } reset links
    }
bulk-send_reset_link-means = Users with an e-mail address get a link that works for 60 minutes. For users without one, the links are shown to you once. Nobody’s status changes until a new password is set.
users-row-unlock = Unlock { $name }
users-row-send_reset_link = Send a reset link to { $name }

second-factor-use-device = Confirm on another device
ask-device-title = Confirm on another device
ask-device-intro = The first step is done. A device on which you are signed in asks you whether this is you.
ask-device = Ask my device
ask-device-again = Ask again
ask-device-number = Number to type on the other device
ask-device-waiting = Type this number there. It counts for { $left }.
ask-device-lapsed = Nobody answered within a minute.
ask-device-refused = The answer was that it is not you. This sign-in is over.
ask-device-void = Three wrong numbers were typed. Ask again.
ask-device-superseded = A newer request took its place.
