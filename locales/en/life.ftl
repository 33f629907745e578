# The life of a user: the bin, becoming verified, where somebody came from, how many there are.

## The bin

life-bin = Bin
life-bin-title = In the bin
life-bin-until = Erased { $relative }, on { $date }. Until then everything can be taken back; afterwards nothing is left that names this person.
life-bin-empty-title = The bin is empty
life-bin-empty-why = Users whom you delete lie here for 30 days and can be taken back. Then what is known of them is erased.
status-deleted-detail = erased { $until }
user-action-delete = Delete
user-action-restore = Restore
users-row-delete = Delete { $name }
users-row-restore = Take { $name } out of the bin
users-done-delete = { $name } was deleted and signed out. Their access can be restored for 30 days.
users-done-restore = { $name } is back, with the access they had
activity-erased-person = Deleted user { $code }
activity-did-user_deleted = { $actor } deleted { $target }
activity-did-user_restored = { $actor } took { $target } out of the bin
activity-did-user_erased = What was known of { $target } was erased
audit-user_deleted = Deleted
audit-user_restored = Restored
audit-user_erased = Erased after 30 days in the bin

## Becoming verified

life-verified-stays = That stays: links which somebody else hands over would be a weaker way back into the account.
life-unverified-stays = As soon as they have a mailbox, give them an e-mail address.
life-convert-title = E-mail address for { $name }
life-convert-what = From now on { $name } signs in with the address. The name { $username } and the present password stop working at once. An activation link goes to the address; until it is used, { $name } cannot get in.
life-convert-final = This cannot be taken back: who has an address keeps signing in with one.
life-convert-missing = Enter the address first.
life-convert-send = Send activation link
life-convert-done = { $name } now signs in as { $email }. The activation link is on its way.
user-action-convert = Give e-mail address
activity-did-user_converted = { $actor } gave { $target } an e-mail address to sign in with
audit-user_converted = Given an e-mail address
problem-already_verified = Nothing was changed: a user with an e-mail address keeps one. Links which somebody else hands over would be a weaker way back into the account.

## Where somebody came from

origin-import = Taken from a file
origin-scim = From your directory (SCIM)
origin-legacy = From the system before
origin-api_key = Added by a program
users-filter-origin = Origin
life-foreign-title = Kept elsewhere
life-foreign-why = { $origin }. You can send links and lift locks; roles, status and data can be changed once you adopt the user. Adopting is written into the activity.
life-adopted = Adopted on { $date }
life-moment-by = { $date }, by { $name }
life-invited-by = Invited by
user-action-adopt = Adopt
users-done-adopt = { $name } is now yours to manage
activity-did-user_adopted = { $actor } adopted { $target }
audit-user_adopted = Adopted
problem-adopt_first = Nothing was changed: this user came in another way and is kept there. Adopt the user first, in the details.
problem-adopted_already = Nothing was changed: this user is yours to manage already.

## How many

life-count = { $name } · { $count }
life-count-locked = { $users }, { $locked } locked
