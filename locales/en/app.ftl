### The words of the app's screens, by screen. docs/messages.md has the rules.


## Sign-in

app-name = Keyholder
sign-in-kept = The session on this computer is kept in { $name }.
start-waiting = Opening Keyholder …
start-failed-title = Keyholder could not get going
start-change-server = Use another address
connect-title = Connect
connect-lead = Where does your company’s Keyholder service run? This is asked once and then remembered.
connect-address = Address of the service
connect-address-help = It stands in your invitation, or your administrator knows it.
connect-submit = Connect
connect-back = Keep the address as it was
sign-in-title = Sign in
sign-in-at = at
sign-in-change-server = Change
sign-in-name = E-mail address or user name
sign-in-password = Password
sign-in-show = Show
sign-in-hide = Hide
sign-in-submit = Sign in
sign-in-microsoft = Sign in with Microsoft
sign-in-external = Sign in with your organisation’s account
sign-in-passkey = Sign in with a passkey
browser-wait-title = Go on in your browser
browser-wait-intro = Sign in there. The first time, you are asked to accept. This window goes on by itself.
browser-wait-again = Open the browser again
browser-wait-stop = Cancel
browser-done-title = Go back to Keyholder
browser-done-body = Your answer has arrived. You can close this page.
profile-microsoft = Microsoft
profile-external = Account of your organisation
profile-external-lead = With this account you can sign in without your password. Your second factor stays.
profile-external-only-lead = You sign in with this account. Your second factor stays.
profile-external-only = You have no password here, so this account stays linked: it is your only way in.
profile-external-none = Not linked
profile-external-since = Linked since { $date }
profile-external-link = Link
profile-external-unlink = Unlink
sign-out = Sign out

## Where the session is kept

key-storage-keychain = Kept in { $name }
key-storage-keychain-effect = The key of this device lies in the keychain of your system. You stay signed in after a restart, and a copied profile folder is of no use on another computer.
key-storage-title-no_session_bus = The keychain cannot be reached
key-storage-title-no_service = No keychain on this computer
key-storage-title-locked = The keychain is locked
key-storage-title-denied = The system keeps Keyholder from the keychain
key-storage-title-failed = The keychain does not keep what it is given
key-storage-memory-effect = You stay signed in until you close Keyholder. Nothing is written to the disk.
key-storage-problem-no_session_bus = The app found no session bus, through which Linux programs reach the keychain.
key-storage-problem-no_service = No keychain service is running. GNOME Keyring or KWallet provides one.
key-storage-problem-locked = The keychain is locked. Unlock it, then start Keyholder again.
key-storage-problem-denied = The system did not let the app use the keychain.
key-storage-problem-failed = The keychain did not keep what the app gave it as a trial.

## Shell

shell-skip = Skip to the content
shell-navigation = Screens
shell-close = Close
shell-toasts = Notices
shell-try-again = Try again
shell-fault-title = This screen ran into a fault
shell-fault-body = Nothing was changed by it. Try again; if it happens again, restart Keyholder.
shell-locked-title = This screen is locked for you
shell-not-found-title = There is no such screen
shell-not-found-body = The address leads nowhere. Choose a screen on the left, or press the key for commands.
start-nothing-title = Welcome, { $name }
start-nothing-body = Your roles take effect where you work, for example at the till. There is nothing for you to manage here.
start-no-customer-body = You belong to no customer at the moment. If this surprises you, ask the person who invited you.
screen-users = Users
screen-about = About and trust
connection-online = Connected
connection-online-as-of = Connected, as of { $time }
connection-offline = Offline
connection-offline-as-of = Offline, as of { $time }
customer-switch = Customer
user-menu = Your account
settings-menu = Settings
settings-administration = User management
theme-title = Appearance
theme-system = Like the system
theme-light = Light
theme-dark = Dark
language-title = Language
language-system = Like the system
language-current = English
about-lead = What this app can show about itself on this computer.
about-copy = Copy details
about-copied = Details copied
about-keys = Key of this device
about-service = Service
about-session = Session
about-session-bound = Bound to the key of this device: a stolen token is of no use without it. It ends when you sign out, or when an administrator deactivates you.
about-version = Version
palette-open = Search or do something
palette-title = Commands
palette-placeholder = What would you like to do?
palette-none = Nothing found for “{ $search }”
palette-actions = Actions
palette-screens = Go to
palette-settings = Settings
palette-setting = { $name }: { $value }
help-title = Keyboard
help-general = Everywhere
help-list = In lists
action-palette = Commands
action-help = Keyboard shortcuts
action-add-user = Add a user
action-search = Search users
action-next-row = Next row
action-previous-row = Previous row
action-select-row = Select row, with Shift a range
action-open-row = Open row
action-invite = Invite the selected users
## Users

users-title = Users
users-count =
    { $count ->
        [one] { $shown } user
       *[other] { $shown } users
    }
users-add = Add users
users-invite =
    { $count ->
        [0] Invite
        [one] Invite { $count } user
       *[other] Invite { $count } users
    }
users-invite-none = Select users who are waiting for an invitation first.
users-search = Search users
users-search-placeholder = Name or sign-in name
users-search-clear = Clear the search
users-filter-status = Status
users-filter-role = Role
users-filter-location = Location
users-filter-kind = Type
users-filter-kind-any = With and without e-mail
users-filter-button =
    { $count ->
        [0] { $name }
       *[other] { $name } · { $count }
    }
users-filter-remove = Remove the filter { $name }
users-filters-on = Filters in use
users-filters-clear = Clear filters
users-columns = Columns
users-column-name = Name
users-column-status = Status
users-column-roles = Roles
users-column-reach = Locations
users-column-last_sign_in_at = Last sign-in
users-head-last_sign_in_at = Last sign-in
users-column-second_factor = 2FA
users-column-sign_in_way = Sign-in with
users-filter-factor = 2FA
users-filter-way = Way of signing in
factor-none = None
factor-none-long = No second factor
factor-mailed_code = Mailed
factor-mailed_code-long = Code by e-mail
factor-app = App
factor-app-long = Authenticator app
listed-way-password = Password
listed-way-external = Microsoft or another provider
listed-way-not_yet = Not yet
factor-passkey = Passkey
factor-passkey-long = Passkey or security key
users-column-sign_in_name = Sign-in name
users-column-kind = Type
users-column-created_at = Added
users-column-origin = Origin
users-column-buttons = Actions
users-never = Never
users-own = You
users-pending = invitation pending
users-row-open = Details of { $name }
users-row-invite = Send an invitation to { $name }
users-row-deactivate = Deactivate { $name }
users-row-reactivate = Reactivate { $name }
users-details = User details
users-close = Close
users-cancel = Cancel
users-undo = Undo
users-retry = Try again
users-failed = The users could not be loaded
users-failed-one = This user could not be loaded
users-empty-title = Nobody here yet
users-empty-why = Add the people who work with your payments. Each one gets their own sign-in, with just the access they need.
users-none-found = Nobody matches “{ $search }”
users-none-filtered = Nobody matches these filters
users-none-hint-search = Names and sign-in names were searched. Try a part of the name.
users-none-hint-filters = The filters narrow the list further. Remove one, or show everyone.
users-show-all = Show everyone
users-offline =
    { $minutes ->
        [0] There is no connection. The list is from { $time }. Nothing can be changed until the connection is back.
        [one] There is no connection. The list is from { $time }, one minute ago. Nothing can be changed until the connection is back.
       *[other] There is no connection. The list is from { $time }, { $minutes } minutes ago. Nothing can be changed until the connection is back.
    }
users-offline-copy = There is no connection. This is the list as of { $time }, { $age }. It can be searched and read, for the last time { $left }; nothing can be changed until the connection is back.
users-offline-part = It holds { $rows } of { $total } users.
users-offline-why-none = No copy of the list was kept for reading it without a connection.
users-offline-why-no_keychain = This computer has no keychain that would protect a copy, so none is kept for reading without a connection.
users-offline-why-time_up = The copy for reading without a connection was deleted, because its time was up.
users-offline-why-clock_set_back = The copy for reading without a connection was deleted, because the clock of this computer was set back.
problem-offline_bin = There is no connection, and the copy of the list holds nobody who is in the bin. Look there when the connection is back.
users-done-invite = Invitation sent to { $name }
users-done-deactivate = { $name } was deactivated and signed out
users-done-reactivate = { $name } was reactivated
users-done-change_roles = Roles of { $name } saved
users-done-change_scope = Locations of { $name } saved

## Users: details

panel-access = Access
panel-security = Security
panel-activity = Activity
panel-resend = Send a new invitation
panel-make-link = Make activation link
panel-roles = Roles
panel-roles-wait = Waits for a second administrator: { $roles }.
panel-roles-none = No role yet: nothing is allowed here.
panel-reach = Locations
panel-permissions =
    { $count ->
        [0] No permission has an effect
        [one] { $count } permission
       *[other] { $count } permissions
    }
panel-critical = Critical:
panel-moment = { $relative } ({ $exact })
panel-language = Language of mails
panel-own-data = Name, address and language are changed by the user, in their profile.
panel-activity-none = Nothing has happened yet.
panel-activity-more = Show earlier activity
panel-activity-failed = The activity could not be loaded
panel-activity-locked = The activity is locked
group-mailbox-title = Several people may read this mailbox
group-mailbox-why = Activation and reset links go there, so anyone who reads it could get in. A personal address is safer.

## Users: roles

roles-choose = Roles
roles-not-grantable = You can only give what you hold yourself.
roles-at-least-one = Choose at least one role.
roles-change-title = Roles of { $name }
roles-change-save = Save roles of { $name }
roles-change-effect = What this changes
roles-change-none = Nothing changes for { $name }.
roles-change-same = The roles change, but { $name } may do the same as before.
roles-change-gains = { $name } gains: { $gained }.
roles-change-loses = { $name } loses: { $lost }.
roles-change-gains-and-loses = { $name } gains: { $gained }. Lost are: { $lost }.
roles-change-more = { $count } more
roles-change-reach = Where they are bound to locations, they apply to: { $reach }.

## Users: several at once

bulk-label = Actions on the selected users
bulk-selected = { $count } selected
bulk-clear = Clear the selection
bulk-invite =
    { $count ->
        [one] Invite { $count } user
       *[other] Invite { $count } users
    }
bulk-invite-means = Users with an e-mail address get a link that works for 48 hours; earlier links stop working. For users without one, the links are shown to you once.
bulk-deactivate =
    { $count ->
        [one] Deactivate { $count } user
       *[other] Deactivate { $count } users
    }
bulk-deactivate-means = They are signed out at once and cannot sign in here until reactivated.
bulk-reactivate =
    { $count ->
        [one] Reactivate { $count } user
       *[other] Reactivate { $count } users
    }
bulk-reactivate-means = They can sign in here again, with the roles they had.
bulk-skipped =
    { $count ->
        [one] { $count } of { $total } is skipped, because:
       *[other] { $count } of { $total } are skipped, because:
    }
bulk-running = Working…
bulk-finished = Finished
bulk-progress = { $done } of { $total }
bulk-stop = Stop
bulk-results = Results
bulk-done = done
bulk-failed = not done
bulk-retry = Try { $count } again

## Users: adding

add-title = Add users
add-step-who = Who
add-step-access = Access
add-step-review = Review
add-progress = step { $step } of { $steps }
add-next = Next
add-back = Back
add-save = Add user
add-kind = How does this person sign in?
add-kind-verified = With their e-mail address
add-kind-verified-description = Recommended. Invitations and reset links are mailed to them.
add-kind-unverified = With a generated name
add-kind-unverified-description = Only for people without an e-mail address.
add-email = E-mail address
add-email-personal = A personal address. Avoid mailboxes that several people read, such as info@ or office@: activation and reset links go there.
add-way = With what?
add-way-password-description = They choose a password when they open the invitation.
add-way-external-description = The invitation leads them there. It works only with the account of this address, they have no password here, and it cannot be chosen later.
way-password = A password of their own
way-microsoft = Their Microsoft account
way-external = Their account at another provider
way-external-means = There is no password here: nothing to expire, to reset or to report. The second factor is the one that is set up here.
add-given-name = First name
add-family-name = Last name
add-language = Language
add-language-description = For mails and account pages.
add-unverified-title = Without e-mail, some things do not work
add-unverified-why = You hand over the activation link yourself, and every later reset link as well. The person cannot reset a forgotten password alone.
add-approval = { $name } is added at once, without the critical roles, and can be invited. A second administrator reads the request; if nobody agrees within 72 hours, it stays like that.
several-approval = They are added at once, without the critical roles, and can be invited. A second administrator reads the requests; who is not agreed to within 72 hours stays like that. At most 100 changes wait at a time.
offer-waiting = Waits for a second administrator: { $roles }. Until then { $name } works without.
invite-one-left = One more link can be sent to them within the hour.
invite-none-left = No more links can be sent to them before { $at }.
several-waiting =
    { $count ->
        [one] The critical roles of 1 person wait on the Approvals screen. They can be invited meanwhile.
       *[other] The critical roles of { $count } people wait on the Approvals screen. They can be invited meanwhile.
    }
add-reach = Where does the access apply?
add-reach-limited = Your own access is limited to locations, so you can give some of these only.
add-review-verified =
    { $scope ->
        [all]
            { $role_count ->
                [one] { $name } signs in as { $email }, with the role { $roles }, at all locations.
               *[other] { $name } signs in as { $email }, with the roles { $roles }, at all locations.
            }
        [only]
            { $role_count ->
                [one] { $name } signs in as { $email }, with the role { $roles }, only at { $locations }.
               *[other] { $name } signs in as { $email }, with the roles { $roles }, only at { $locations }.
            }
       *[none_yet]
            { $role_count ->
                [one] { $name } signs in as { $email }, with the role { $roles }, at no location yet.
               *[other] { $name } signs in as { $email }, with the roles { $roles }, at no location yet.
            }
    }
add-review-unverified =
    { $scope ->
        [all]
            { $role_count ->
                [one] { $name } signs in with a generated name, with the role { $roles }, at all locations.
               *[other] { $name } signs in with a generated name, with the roles { $roles }, at all locations.
            }
        [only]
            { $role_count ->
                [one] { $name } signs in with a generated name, with the role { $roles }, only at { $locations }.
               *[other] { $name } signs in with a generated name, with the roles { $roles }, only at { $locations }.
            }
       *[none_yet]
            { $role_count ->
                [one] { $name } signs in with a generated name, with the role { $roles }, at no location yet.
               *[other] { $name } signs in with a generated name, with the roles { $roles }, at no location yet.
            }
    }
add-kind-several = Several people
add-kind-several-description = Paste their addresses. All of them get the same access.
several-addresses = Addresses
several-addresses-description = Parted by commas, spaces or lines; names may stand before, as in Nina Hofer <nina@example.com>. At most 1,000.
several-not_an_email = This is no e-mail address.
several-name_missing = Write the name before it: First Last <address>.
several-people = People of the list
several-skipped =
    { $count } of { $total } left out; { $repeated ->
        [0] no address stands there twice.
        [one] one address stands there again.
       *[other] { $repeated } addresses stand there again.
    }
several-save =
    { $count ->
        [one] Add one user
       *[other] Add { $count } users
    }
several-adding =
    { $count ->
        [one] Adding one user
       *[other] Adding { $count } users
    }
several-inviting =
    { $count ->
        [one] Inviting one user
       *[other] Inviting { $count } users
    }
several-invite =
    { $count ->
        [one] Invite one user
       *[other] Invite { $count } users
    }
several-offer =
    { $count ->
        [one] One user was added. Without an invitation they cannot get in; you can also send it later from the list.
       *[other] { $count } users were added. Without an invitation they cannot get in; you can also send it later from the list.
    }
add-review-several =
    { $scope ->
        [all]
            { $role_count ->
                [one] { $count ->
                    [one] One person gets the role { $roles }, at all locations.
                   *[other] { $count } people get the role { $roles }, at all locations.
                }
               *[other] { $count ->
                    [one] One person gets the roles { $roles }, at all locations.
                   *[other] { $count } people get the roles { $roles }, at all locations.
                }
            }
        [only]
            { $role_count ->
                [one] { $count ->
                    [one] One person gets the role { $roles }, only at { $locations }.
                   *[other] { $count } people get the role { $roles }, only at { $locations }.
                }
               *[other] { $count ->
                    [one] One person gets the roles { $roles }, only at { $locations }.
                   *[other] { $count } people get the roles { $roles }, only at { $locations }.
                }
            }
       *[none_yet]
            { $role_count ->
                [one] { $count ->
                    [one] One person gets the role { $roles }, at no location yet.
                   *[other] { $count } people get the role { $roles }, at no location yet.
                }
               *[other] { $count ->
                    [one] One person gets the roles { $roles }, at no location yet.
                   *[other] { $count } people get the roles { $roles }, at no location yet.
                }
            }
    }
add-review-critical =
    { $count ->
        [one] This gives a critical permission
       *[other] This gives { $count } critical permissions
    }
add-review-risk = { $permission }: { $risk }
add-review-next = Nothing is sent yet. After adding, you decide whether to invite now or later.
offer-title = { $name } was added. Invite now?
offer-mail = An invitation with an activation link goes to { $sign_in_name }. Without it, { $name } cannot get in. You can also send it later from the list.
offer-link = { $name } needs an activation link to get in, which you hand over yourself. You can also make it later from the list.
offer-sign-in-name = The sign-in name is
offer-send = Send invitation
offer-later = Not now
link-title = Activation link for { $name }
link-reset-title = Reset link for { $name }
link-what = This link lets { $name } set a password. It is shown only now.
link-copy = Copy link
link-copied = Copied
link-print = Print
link-qr = Link of { $name } as a QR code
link-code = Code
link-code-advice = Tell these six digits by another way than the link, for instance by telephone. After five wrong codes the link is dead.
link-advice-once = It works once, until { $until }. A new link replaces it.
link-advice-personally = Hand it over personally, or through a channel that only this person reads.
link-advice-end = Once you close this, nobody can see it again.
link-close = I have kept the link
link-paper-title = Your access to Keyholder
link-paper-what = For { $name }, and for nobody else: scan the picture with your telephone, or type the address into a browser.
link-paper-code = The page asks for six digits. Whoever gave you this sheet tells you them separately.
locations-search = Search locations
locations-search-placeholder = Name, website, address or terminal number
locations-none-found = No location matches “{ $search }”
locations-more = There are more. Search to find them.
locations-chosen =
    { $count ->
        [0] Choose locations
        [one] { $count } location chosen
       *[other] { $count } locations chosen
    }
locations-remove = Remove the location { $name }
locations-failed = The locations could not be read
scope-change-title = Locations of { $name }
scope-change-save = Save locations of { $name }
scope-change-choose = Choose at least one location.
scope-change-to-all = { $name } gains every location, including those added later.
scope-change-to-none = { $name } loses every location. Nothing that depends on a location works until someone chooses.
scope-change-from-all = { $name } keeps { $kept } and loses every other location.
scope-change-gains = { $name } gains: { $gained }.
scope-change-loses = { $name } loses: { $lost }.
scope-change-gains-and-loses = { $name } gains: { $gained }. Lost are: { $lost }.
