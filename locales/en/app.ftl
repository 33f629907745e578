### The words of the app's screens, by screen. docs/messages.md has the rules.


## Sign-in

app-name = Keyholder
sign-in-promise = Who may do what, and where. In your hands.
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
sign-in-name-help = Paste works here, and so does your password manager.
sign-in-password = Password
sign-in-show = Show
sign-in-hide = Hide
sign-in-submit = Sign in
sign-out = Sign out

## Where the session is kept

key-storage-keychain = Kept in { $name }
key-storage-keychain-effect = The key of this device lies in the keychain of your system. You stay signed in after a restart, and a copied profile folder is of no use on another computer.
key-storage-memory-title = No keychain on this computer
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
start-operator-title = You are signed in as an operator
start-operator-body = Operators set up customers, locations and terminals through the service itself. Users are managed by each customer’s own administrators.
screen-users = Users
screen-about = About and trust
connection-online = Connected
connection-online-as-of = Connected, as of { $time }
connection-offline = Offline
connection-offline-as-of = Offline, as of { $time }
customer-switch = Customer
mode-live = Live
mode-test = Test
user-menu = Your account
settings-menu = Settings
settings-administration = User management
theme-title = Look
theme-system = Like the system
theme-light = Light
theme-dark = Dark
language-title = Language
language-system = Like the system
language-current = English
about-lead = What can be shown about this app on this computer. No promise stands here that you cannot check.
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
