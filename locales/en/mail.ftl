# Mails of the service. Plain text; the HTML form is built around the same sentences.

mail-greeting = Hello { $name },
mail-footer = You receive this mail because an administrator of { $customer } entered this address in Keyholder. If that surprises you, do nothing: without you, the link has no effect.
mail-link-fallback = If the button does not work, copy this address into your browser:

invitation-subject = Your access to { $customer }
invitation-intro = You have been given access to the back office of { $customer }. Open the link to start: you set a password of your own or, if you already have one with us, accept with it.
invitation-button = Start
invitation-expiry = The link works once, until { $expires }. After that, ask your administrator for a new one.
invitation-secrecy = Do not pass the link on: whoever opens it first can take the access.
