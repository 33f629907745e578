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
