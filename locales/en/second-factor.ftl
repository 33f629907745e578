# The second factor of one’s own sign-in, and showing in the middle of a session that it is you.

step-up-title = Confirm that it is you
step-up-lead = This decides who gets in. Enter your password once more, and it goes on. You are not asked again for five minutes.
step-up-lead-code = This decides who gets in. Enter your password and a code once more, and it goes on. You are not asked again for five minutes.
step-up-lead-passkey = This decides who gets in. Enter your password once more; then your browser asks for your passkey, and it goes on. You are not asked again for five minutes.
step-up-password = Your password
step-up-code-help = The code that your authenticator app shows now.
step-up-recovery-help = One of the codes that you have kept. Each works once.
step-up-confirm = Confirm and go on

screen-two-factor = Two-factor authentication
screen-two-factor-words = 2FA authenticator code recovery OTP second factor

two-factor-lead = Besides your password, signing in asks for a code from your phone, or for a passkey. Whoever learns your password still does not get in.
two-factor-failed = Your second factor could not be read
two-factor-advice = Protect your sign-in with a second factor
two-factor-advice-why = Highly recommended: with a code from your phone, a stolen password alone opens nothing. It takes two minutes.
two-factor-advice-go = Set it up
two-factor-profile-lead = A code from your phone, besides the password. You set it up and change it yourself.
two-factor-profile-set-up = Set it up
two-factor-profile-change = Look at it
two-factor-on = Two-factor authentication is on
two-factor-on-means = Every sign-in asks for it after your password, at every customer that you belong to.
two-factor-mailed = Codes come by e-mail
two-factor-mailed-means = Every sign-in asks for a code that we send to your address. That is a weak second factor: whoever reads your mail has it, and it opens no restricted services. An authenticator app replaces it, in two minutes.
two-factor-off = Two-factor authentication is off
two-factor-off-means = Highly recommended: your password alone opens everything that you may do. Setting it up takes two minutes.
two-factor-add = Set up an authenticator app
two-factor-add-another = Add another app
two-factor-added = Two-factor authentication is on. Your other devices are signed out.
two-factor-apps = Authenticator apps
two-factor-apps-lead = A code of any of them does. A second one, on another device, is the way in when the first is lost.
two-factor-facts = Added { $added } · last used { $used }
two-factor-kind = { $algorithm }, { $digits } digits
two-factor-rename = Rename
two-factor-rename-named = Rename { $name }
two-factor-rename-save = Save name
two-factor-rename-same = The name is the same as before.
two-factor-remove = Remove
two-factor-remove-named = Remove { $name }
two-factor-remove-title = Remove { $name }?
two-factor-remove-last = This switches two-factor authentication off
two-factor-remove-last-means = You have no other. Signing in then asks for your password alone, and your recovery codes go, too.
two-factor-remove-codes = Its codes open nothing any more, at once.
two-factor-remove-sessions = You stay signed in here. Your other devices are signed out.
two-factor-remove-entry = The entry in the app stays until you delete it there.
two-factor-removed = { $name } is removed. Your other devices are signed out.
two-factor-name = Name
two-factor-name-help = To tell it from others later, such as the phone it is on.
two-factor-name-usual = My phone
passkeys-title = Passkeys and security keys
passkeys-lead = With your fingerprint, your face, a PIN or a key that you plug in. They are set up and used in your browser, and no false page can ask for them.
passkeys-add = Set up a passkey
passkeys-add-another = Add another passkey
passkeys-waiting = Your browser sets the passkey up
passkeys-waiting-means = Follow what it says, then come back here. With your first second factor, that page also shows your recovery codes.
passkeys-added = The passkey is set up. Your other devices are signed out.
passkeys-remove-use = It opens nothing any more, at once.
passkeys-remove-entry = On the device or key it stays until you delete it there.
two-factor-step-open = Open an authenticator app and add an entry
two-factor-step-open-how = Any app for one-time codes does: Google Authenticator, Microsoft Authenticator and others.
two-factor-step-scan = Scan the picture with it
two-factor-qr = QR code for the authenticator app
two-factor-step-key = Or type this key into the app, time-based:
two-factor-key-copy = Copy key
two-factor-key-copied = Key copied
two-factor-until = Shown only now. It waits for you until { $until }.
two-factor-step-confirm = Enter the code that the app shows, and your password
two-factor-code-help = { $digits } digits, a new one every 30 seconds.
two-factor-save-first = Save and switch on
two-factor-save = Save

recovery-codes-title = Recovery codes
recovery-codes-lead = Each lets you in once in place of a code or a passkey, when the device is lost.
recovery-codes-left =
    { $count ->
        [0] None left
        [one] 1 of 10 left
       *[other] { $count } of 10 left
    }
recovery-codes-draw = Create new codes
recovery-codes-draw-title = Create new recovery codes?
recovery-codes-draw-lead = You get ten new ones. Those that you have kept until now work no longer.
recovery-codes-keep = Keep your recovery codes
recovery-codes-what = Without your phone, one of these codes lets you in, in place of the code of the app. Each works once. They are shown only now.
recovery-codes-copy = Copy codes
recovery-codes-copied = Codes copied
recovery-codes-print = Print codes
recovery-codes-save = Save as file
recovery-codes-where = Best on paper, or in a password manager on another device. Whoever has your password and one of these codes gets in.
recovery-codes-kept = I have kept the codes where I find them without my phone
recovery-codes-not-kept = Keep the codes first, and tick the box above.
recovery-codes-done = Done
recovery-codes-sheet-title = Keyholder: recovery codes
recovery-codes-sheet-of = For { $name }, made { $at }
recovery-codes-once = Each code works once, in place of the code of the authenticator app. Tell nobody.

device-title = Where the codes belong
device-two = Use a second device: whoever finds one of them then has only half of what it takes.
device-password = Keyholder stores your password nowhere, not on this computer either.
device-one = If the codes are on this computer all the same, it alone stands between a finder and your sign-in. What its system tells about that:
device-disk = Disk encryption
device-disk-on = Without your passphrase, nobody reads what is on the disk.
device-disk-off = Switch it on in the settings of your system: a lost computer then gives nothing away. A disk that encrypts itself is not seen here.
device-disk-unknown = The system does not say. Look it up in its settings.
device-lock = Screen lock
device-lock-on = The screen locks when you are away.
device-lock-off = Let the screen lock itself after a few minutes, with a password or a fingerprint.
device-lock-unknown = The system does not say. Let the screen lock itself after a few minutes.
device-manager = Keep the password in a password manager that asks for its own, and unlock this computer with a password, a fingerprint or a security key.
device-on = On
device-off = Not on
device-unknown = Unknown
