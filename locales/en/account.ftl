# Account pages of the service: plain HTML in the browser.

account-product = Keyholder
account-languages = Language

activate-title = Set your password
activate-intro = You have been given access to { $customer }. Choose a password that only you know; then sign in with the Keyholder app.
activate-sign-in-name = You sign in as
activate-password = New password
activate-repeat = Repeat the password
activate-rules = The password has
activate-own = Keep it to yourself: nobody else may know it, no colleague and no administrator.
activate-rule-length = at least { $min } characters, at most { $max }
activate-rule-classes = an upper-case letter, a lower-case letter, a digit and a special character
activate-rule-letters-digits = letters and digits
activate-rule-guessable = nothing that is easy to guess: no dictionary words on their own, no repetitions
activate-rule-names = neither your name or address nor the name of the company
activate-submit = Set password
activate-until = This link works until { $expires }.

accept-title = Accept the access
accept-intro = You have been given access to { $customer }. You already have a sign-in; enter its password to accept.
accept-password = Your password
accept-submit = Accept
accept-refused = That password is not right, or too many wrong ones have been entered. Try again later, or ask your administrator.

external-title = Sign in with your account
external-intro-microsoft = You have been given access to { $customer }. You sign in with your Microsoft account and have no password here. Go on to Microsoft, choose the account with this address, and allow the sign-in.
external-intro-other = You have been given access to { $customer }. You sign in with the account of your organisation and have no password here. Go on to it, choose the account with this address, and allow the sign-in.
external-submit-microsoft = Go on to Microsoft
external-submit-other = Go on to your organisation
external-going = Your browser goes on by itself. If it does not, follow this link.
external-refused-address = The account that you chose is not confirmed to have the address { $name }. Choose the account with this address, or ask your administrator.
external-refused-taken = The account that you chose is linked to somebody else here. Choose the account with the address { $name }.
external-refused-denied = The sign-in was cancelled or refused there. Nothing was changed; try again.
external-refused-unbelieved = The reply could not be trusted, so nothing was changed. Please try again. If it happens again, tell your administrator.
external-done-microsoft = Open the Keyholder app and choose “Sign in with Microsoft”.
external-done-other = Open the Keyholder app and choose “Sign in with your organisation’s account”.
external-accept = You sign in with an account at another provider already. Open the Keyholder app, sign in as usual, and accept the access to { $customer } in your profile.

account-errors = Please correct what is marked below.
account-form-stale = This page was open for too long or in two windows. Please try again.
account-busy = Too many people are signing in right now. Please try again in a moment.

done-title = You are ready
done-text = Open the Keyholder app and sign in as
done-accepted-title = Access accepted
done-accepted-text = Open the Keyholder app: { $customer } is now among your customers.

member-already-title = You belong here already
member-already-text = Under this address you belong to { $customer } already, and this link changes nothing. If you are to work elsewhere there as well, ask a merchant administrator of { $customer } to change your access.
unusable-title = This link no longer works
unusable-why = It was used already, it ran out, or a newer one took its place.
unusable-used = If you have set your password, simply sign in with the Keyholder app.
unusable-new = If not, look for a newer mail, or ask your administrator to send the invitation again.

trouble-title = Something went wrong
trouble-text = The service cannot answer right now. Nothing was changed. Please try again in a few minutes.

reset-title = Set a new password
reset-intro = Choose a password that only you know. It replaces the one you had, and every device is signed out.
account-code = Code
account-code-hint = Whoever gave you the link told you six digits besides.
account-code-missing = Enter the six digits that came with the link.
account-code-wrong =
    { $left ->
        [one] That code is not right. One try is left.
       *[other] That code is not right. { $left } tries are left.
    }
account-factor = Code of the second factor
account-factor-hint = The code that your authenticator app shows now, or one of your recovery codes.
account-factor-wait =
    { $minutes ->
        [one] Too many wrong codes. Try again in one minute.
       *[other] Too many wrong codes. Try again in { $minutes } minutes.
    }
reset-done-title = Your new password is set
confirm-change-title = Confirm the change
confirm-change-former = Your sign-in to Keyholder is to move to this e-mail address. It counts once the new address was confirmed, too.
confirm-change-new = This is to be the e-mail address of your sign-in to Keyholder. It counts once the old address was confirmed, too.
confirm-change-proposed = An administrator of { $customer } proposes to correct your data. From then on it reads:
confirm-change-submit = Confirm
confirm-change-refuse = This was not me
confirm-change-until = This link works until { $expires }.
confirm-change-waits-title = Confirmed
confirm-change-waits-text = One more step: open the link that was sent to the other address. Until then everything stays as it was.
confirm-change-done-title = Changed
confirm-change-done-text = The change is in effect. You can close this page.
confirm-change-taken-title = This address is in use
confirm-change-taken-text = Somebody signs in with this address already, so it cannot be used a second time. Nothing was changed.
confirm-change-refused-title = Nothing was changed
confirm-change-refused-text = The change was stopped, and its links no longer work. If you did not ask for it, change your password.

recovery-stop-title = Stop this recovery
recovery-stop-intro = The payment provider was asked to give this administrator of { $customer } access again, at the earliest at the moment below. If you did not expect that, stop it.
recovery-stop-submit = Stop it
recovery-stop-done-title = Stopped
recovery-stop-done-text = No link will be sent. If somebody else asked for it, tell the payment provider, and look at your activity in Keyholder.
recovery-confirm-title = Confirm your address
recovery-confirm-intro = The payment provider was asked to give you access to { $customer } again, with this e-mail address. Confirm only if you asked for it yourself.
recovery-confirm-submit = This is my address
recovery-confirm-done-title = Confirmed
recovery-confirm-done-text = Once the waiting time is over, the payment provider sends the link for your new password to this address.

reset-passkey-title = Or use a passkey
reset-passkey-hint = It takes the place of the code above. Do this first, then type the new password.
reset-passkey-submit = Use a passkey
reset-passkey-intro = You are setting a new password for Keyholder. Your browser asks for your fingerprint, your face, your PIN or your security key; then it goes on with the password.
reset-passkey-shown = Your passkey was shown. Now set the new password within ten minutes.
passkey-setup-title = Set a passkey up
passkey-setup-intro = Your browser asks for your fingerprint, your face, your PIN or your security key. From then on you sign in to Keyholder with it, besides your password or in its place.
passkey-setup-submit = Create the passkey
passkey-use-title = Use your passkey
passkey-use-intro = Somebody who knows your password is signing in to Keyholder, or shows once more that it is them. Go on only if you began this in the app on this computer.
passkey-use-submit = Use the passkey
passkey-sign-in-title = Sign in to Keyholder
passkey-sign-in-intro = Go on only if you began this in Keyholder on this computer. Whoever sends you this page, or a number for it, wants to get in as you.
passkey-sign-in-submit = Sign in with a passkey
passkey-number = Number that Keyholder shows
passkey-number-hint = Two digits. They stand in the app, under “Sign in with a passkey”.
passkey-number-wrong =
    { $left ->
        [one] That is not the number that Keyholder shows. One try is left.
       *[other] That is not the number that Keyholder shows. { $left } tries are left.
    }
passkey-name = Name of the passkey
passkey-name-hint = Such as “Fingerprint of my laptop” or “Blue security key”.
passkey-cancelled = Nothing was done: it was cancelled, or it took too long. Try again.
passkey-known = This key is among your passkeys already. Use another.
passkey-failed = The browser could not do that. Try again, or another browser.
passkey-unsupported = This browser is too old for passkeys. Update it, or use another.
passkey-needs-script = Browsers offer passkeys to scripts alone. Allow this page its script, and load it again.
passkey-refused = That was no passkey that fits here. Try again with the right one.
passkey-used-title = That was right
passkey-used-text = You can close this page and go on in Keyholder.
passkey-used-link = Back to Keyholder
passkey-added-title = The passkey is set up
passkey-added-text = Other devices were signed out. You can close this page and go on in Keyholder.
passkey-recovery-title = Your recovery codes
passkey-recovery-text = Each works once, in place of the passkey. They are shown only now: print this page or write them down, and keep them where only you look.
