### The vocabulary: statuses, roles, permissions and the other words of the contract.
### Every value has its key: `kind-value`, with `.` written as `-`. docs/messages.md has the rules.

## Statuses
## `-detail` stands beside the word in lists, `-meaning` explains it where there is room.

status-active = Active
status-active-meaning = May sign in.
status-not_invited = Not invited
status-not_invited-detail = no link sent yet
status-not_invited-meaning = Has no activation link yet, so cannot get in. Send an invitation when you are ready.
status-activation_link_sent = Invited
status-activation_link_sent-detail = link ends { $until }
status-activation_link_sent-meaning = The activation link is on its way. The user gets in by opening it and setting a password.
status-activation_link_expired = Link expired
status-activation_link_expired-detail = { $since }
status-activation_link_expired-meaning = The activation link ran out before a password was set. Send a new one.
status-deactivated = Deactivated
status-deactivated-detail = { $since }
status-deactivated-meaning = Switched off by an administrator. Cannot sign in here until reactivated.
status-locked_attempts = Locked
status-locked_attempts-detail = until { $until }, wrong passwords
status-locked_attempts-meaning = Too many wrong passwords. The lock ends by itself at the moment shown; whoever cannot wait is unlocked by an administrator.
status-locked_inactivity = Locked, unused
status-locked_inactivity-detail = needs a reset link
status-locked_inactivity-meaning = No sign-in for too long (90 days, unless your security settings say otherwise). This lock does not end by itself: send a reset link, with which the user sets a new password.
status-password_expired = Password expired
status-password_expired-detail = needs a new password
status-password_expired-meaning = The password is older than 90 days. The user needs a new one before getting in.
status-deleted = Deleted
status-deleted-meaning = In the bin. Cannot sign in.

## Roles

role-merchant_administrator = Merchant administrator
role-merchant_administrator-description = Everything at this customer, including other administrators.
role-location_administrator = Location administrator
role-location_administrator-description = Users and payments of their own locations.
role-finance = Finance
role-finance-description = Invoices, payments, credits, payouts and the figures.
role-cashier = Cashier
role-cashier-description = Payments at the till or entered by hand for mail and phone orders.
role-support = Support
role-support-description = Looks things up for buyers and colleagues, changes nothing.
role-developer = Developer
role-developer-description = API credentials and webhooks.
role-auditor = Auditor
role-auditor-description = Sees everything including the activity, changes nothing.

## Permissions
## `-risk` says why a critical permission deserves a second look.

permission-users-view = View users
permission-users-view-description = See who has access, with status and roles.
permission-users-manage = Manage users
permission-users-manage-description = Create, invite, deactivate and reactivate users and change their roles.
permission-users-manage-risk = Decides who gets in.
permission-administrators-manage = Manage administrators
permission-administrators-manage-description = Act on users who manage users themselves.
permission-administrators-manage-risk = Can take access away from other administrators.
permission-roles-manage = Manage roles
permission-roles-manage-description = Compose roles of your own.
permission-roles-manage-risk = Decides what a role allows.
permission-locations-view = View locations
permission-locations-view-description = See locations and their terminals.
permission-activity-view = View activity
permission-activity-view-description = Read who did what, and when.
permission-security-manage = Manage security
permission-security-manage-description = Change the sign-in rules and enforce two-factor authentication.
permission-security-manage-risk = Can weaken the sign-in of everybody.
permission-buyers-view = View buyers
permission-buyers-view-description = See the people and companies that buy from you.
permission-buyers-edit = Edit buyers
permission-buyers-edit-description = Change the data of buyers.
permission-subscriptions-view = View subscriptions
permission-subscriptions-view-description = See subscriptions and their state.
permission-subscriptions-edit = Edit subscriptions
permission-subscriptions-edit-description = Start, change and end subscriptions.
permission-invoices-view = View invoices
permission-invoices-view-description = See and download invoices.
permission-invoices-edit = Edit invoices
permission-invoices-edit-description = Issue, change and cancel invoices.
permission-transactions-view = View transactions
permission-transactions-view-description = See payments and their state.
permission-transactions-edit = Edit transactions
permission-transactions-edit-description = Capture and cancel payments.
permission-transactions-moto = Mail and phone payments
permission-transactions-moto-description = Enter payments by hand for mail and phone orders.
permission-transactions-credit = Credit
permission-transactions-credit-description = Pay money back to a buyer’s card.
permission-transactions-credit-risk = Money leaves the account.
permission-transactions-decrypt_pan = Show card numbers
permission-transactions-decrypt_pan-description = See the full card number of a payment.
permission-transactions-decrypt_pan-risk = Reveals card data, which is worth stealing.
permission-payouts-view = Payouts
permission-payouts-view-description = See payouts and pay out to a bank account.
permission-payouts-view-risk = Money leaves the account.
permission-batch-submit = Submit batches
permission-batch-submit-description = Upload files with many payments at once.
permission-statistics-view = View statistics
permission-statistics-view-description = See turnover and other figures.
permission-reports-view = View reports
permission-reports-view-description = See and download reports.
permission-account-settings = Account settings
permission-account-settings-description = Change the settings of the account.
permission-account-settings-risk = Affects every payment and every user.
permission-account-plans = Plans and add-ons
permission-account-plans-description = Change what can be subscribed to.
permission-account-discounts = Discounts and coupons
permission-account-discounts-description = Change discounts and coupons.
permission-account-billing = Own bills
permission-account-billing-description = See and pay the bills of the account itself.
permission-api-credentials = API credentials
permission-api-credentials-description = Create and revoke credentials for programs.
permission-api-credentials-risk = A program with credentials can do much without being seen.
permission-api-webhooks = Webhooks
permission-api-webhooks-description = Change webhooks and see their history.
permission-sync-use = Synchronisation
permission-sync-use-description = Keep other systems up to date.

## Areas of permissions

area-administration = Administration
area-billing = Billing
area-transactions = Transactions
area-payouts = Payouts
area-reporting = Statistics and reports
area-account = Account
area-integration = Integration

## What must be true of the customer

precondition-acquirer_agreement = Has no effect: the customer has no acquirer agreement that supports payouts.
precondition-production = Has no effect: the account is in test mode, not in production.

## User types

kind-verified = With e-mail
kind-verified-description = Signs in with a personal e-mail address.
kind-unverified = Without e-mail
kind-unverified-description = Signs in with a generated name.

## Origins

origin-administrator = Added by an administrator
origin-operator = Added by the payment provider

## Reach

scope-all = All locations
scope-all-description = Every location, including those added later.
scope-only = Only these locations
scope-only-description = Only the locations you choose.
scope-only-count =
    { $count ->
        [one] { $count } location
       *[other] { $count } locations
    }
scope-none_yet = No location yet
scope-none_yet-description = Nothing that depends on a location, until someone chooses.

## Sorting

sort-name = Name
sort-sign_in_name = Sign-in name
sort-created_at = Added
sort-last_sign_in_at = Last sign-in
order-ascending = Ascending
order-descending = Descending

## Actions on a user

user-action-invite = Send invitation
user-action-deactivate = Deactivate
user-action-reactivate = Reactivate
user-action-change_roles = Change roles
user-action-change_scope = Change locations

## Customers and terminals

mode-live = Live
mode-test = Test
terminal-point_of_sale = Point of sale
terminal-webshop = Web shop
terminal-pay_gate = Payment links
terminal-moto = Mail and phone orders

## Languages, each in itself

language-en = English
language-de = Deutsch
language-fr = Français

## What the activity says

audit-customer_created = Customer set up
audit-user_created = User added
audit-user_invited = Invitation sent
audit-user_activated = Activated with a first password
audit-membership_accepted = Membership accepted
audit-membership_declined = Membership declined
audit-membership_left = Left the customer
audit-profile_changed = Own data changed
audit-data_change_asked = Change of name or address asked for
audit-data_change_applied = Name or address changed
audit-data_change_stopped = Change of name or address stopped
audit-alias_changed = Alias changed
audit-user_deactivated = Deactivated
audit-user_reactivated = Reactivated
audit-roles_changed = Roles changed
audit-permissions_changed = Extra rights changed
audit-scope_changed = Locations changed
audit-role_created = Role created
audit-role_changed = Role changed
audit-role_deleted = Role deleted
audit-signed_in = Signed in
audit-sign_in_failed = Sign-in refused
audit-user_locked = Locked after wrong passwords
audit-link_ended = Link ended by wrong codes
audit-signed_out = Signed out
audit-refresh_reused = Session ended: a spent token came back
audit-session_ended = Signed out on a device from elsewhere
audit-security_policy_changed = Security policy changed
audit-password_changed = Password changed
audit-password_reset_requested = Reset link asked for
audit-password_reset_sent = Reset link sent
audit-password_reset = Password set with a reset link
audit-password_leaked = Password reported as leaked
audit-user_unlocked = Lock lifted
audit-activity_exported = Activity exported
audit-change_asked = Asked for a change that a second administrator must agree to
audit-change_granted = Agreed to a change as a second administrator
audit-change_refused = Refused a change as a second administrator
audit-change_withdrawn = Took a change back

audit-customer_changed = Customer changed
audit-location_created = Location added
audit-location_changed = Location changed
audit-terminal_created = Terminal added
audit-terminal_changed = Terminal changed
audit-location_requested = Location asked for
audit-location_request_withdrawn = Request for a location taken back
audit-location_request_answered = Request for a location answered
audit-recovery_started = Recovery begun
audit-recovery_address_confirmed = New address for a recovery confirmed
audit-recovery_stopped = Recovery stopped
audit-recovery_finished = Recovery link sent
audit-authenticator_added = Authenticator set up
audit-authenticator_renamed = Authenticator renamed
audit-authenticator_removed = Authenticator removed
audit-passkey_added = Passkey set up
audit-passkey_renamed = Passkey renamed
audit-passkey_removed = Passkey removed
audit-confirming_device_added = Device may confirm sign-ins
audit-confirming_device_removed = Device confirms sign-ins no more
audit-auth_request_approved = Confirmed on another device
audit-auth_request_refused = Refused on another device
audit-auth_request_voided = Request void after wrong numbers
audit-external_identity_linked = Account at another provider linked
audit-external_identity_unlinked = Account at another provider unlinked
audit-recovery_codes_renewed = New recovery codes drawn
audit-recovery_code_used = Recovery code used
audit-second_factor_failed = Wrong code of the second factor
audit-second_factor_reset = Second factor taken away
