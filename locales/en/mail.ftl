# Mails of the service. Plain text; the HTML form is built around the same sentences.

mail-greeting = Hello { $name },
mail-footer = You receive this mail because an administrator of { $customer } entered this address in Keyholder. If that surprises you, do nothing: without you, the link has no effect.
mail-link-fallback = If the button does not work, copy this address into your browser:

invitation-subject = Your access to { $customer }
invitation-intro = You have been given access to the back office of { $customer }. Open the link to start: you set a password of your own or, if you already have one with us, accept with it.
invitation-button = Start
invitation-expiry = The link works once, until { $expires }. After that, ask your administrator for a new one.
invitation-secrecy = Do not pass the link on: whoever opens it first can take the access. The password that you choose is yours alone: tell it nobody.

message-footer = You receive this mail because this address stands in Keyholder. Nothing happens unless you do something.
message-expiry = The link works once, until { $expires }.

password-reset-subject = Set a new password
password-reset-intro = Somebody, most likely you or your administrator, asked for a new password for your sign-in. Open the link to set one. If you did not ask, do nothing: your password stays as it is. The password that you choose is yours alone: tell it nobody.
password-reset-button = Set a new password
password-changed-subject = Your password was changed
password-changed-intro = The password of your sign-in was changed, and your other sessions have ended. If that was not you, choose “Forgotten password?” in the app at once and tell your administrator.
password-changed-button = Set a new password
password-leaked-subject = A password at { $customer } may have leaked
password-leaked-intro = Somebody at { $customer } reports that their password may be known to others. It opens nothing any more and all of their sessions have ended. Look through the activity of this person:
password-leaked-button = Set a new password
change-former-subject = Confirm your new e-mail address
change-former-intro = In Keyholder, another e-mail address was entered for your sign-in. If that was you, open the link and confirm. If it was not, open the link and say so, then change your password. The new address is:
change-former-button = Look at the change
change-new-subject = Confirm this e-mail address
change-new-intro = Somebody wants to sign in to Keyholder with this e-mail address from now on. If that is you, open the link and confirm.
change-new-button = Look at the change
correction-subject = { $customer } proposes to correct your data
correction-intro = An administrator of { $customer } proposes to correct your data in Keyholder. Nothing changes unless you confirm. From then on it would read:
correction-button = Look at the proposal
address-changed-subject = Your e-mail address was changed
address-changed-intro = Your sign-in to Keyholder has another e-mail address now. If you did not want that, tell your administrator at once. The address is:
change-waiting-subject = { $customer }: a change waits for a second administrator
change-waiting-intro = An administrator of { $customer } has asked for a change that takes effect only once a second administrator agrees. Open Keyholder, look at “Approvals”, and agree or refuse within 72 hours. It is about:
change-waiting-button = Look at the change
change-granted-subject = { $customer }: your change was agreed to
change-granted-intro = A second administrator of { $customer } has agreed to the change that you asked for, and it has taken effect. It was about:
change-granted-button = Look at the change
change-refused-subject = { $customer }: your change was refused
change-refused-intro = A second administrator of { $customer } has refused the change that you asked for. Nothing was changed. It was about:
change-refused-button = Look at the change
address-moved-subject = { $customer } has changed your e-mail address
address-moved-intro = Two administrators of { $customer } have moved your access there to a new sign-in with another e-mail address, because the old one could not be reached. The old sign-in opens nothing at { $customer } any more. A link to start anew went to the new address. If this is not right, tell an administrator at once. The address is now:
address-moved-button = Look at the change

location-created-subject = Your new location at { $customer } is ready
location-created-intro = The payment provider has made the location that you asked for. Give your people access to it in Keyholder. You asked for:
location-created-button = Look at it
location-refused-subject = The payment provider did not make a location for { $customer }
location-refused-intro = The payment provider has answered your request for a location with “no”. Here is what you asked for, and the reason:
location-refused-button = Look at it
recovery-begun-subject = Somebody is to get access to { $customer } back
recovery-begun-intro = The payment provider was asked to give an administrator of { $customer } access again. Below stand the name, the sign-in name and the earliest moment. If this is right, do nothing. If it is not, open the link and stop it.
recovery-begun-button = Not me / stop this
recovery-address-subject = Confirm your new address for { $customer }
recovery-address-intro = The payment provider was asked to give you access to { $customer } again, with this e-mail address. If that is you, open the link and confirm. If not, do nothing.
recovery-address-button = Look at it
