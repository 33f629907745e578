# Users: filters that people keep, and the filter by the last sign-in.

## Filters that are kept

filters-title = Saved filters
filters-present = This filter
filters-save = Save this filter
filters-manage = Rename or delete
filters-none-on = Search or filter first; then it can be saved.
filters-none-kept = You have not saved a filter yet.
filters-save-title = Save this filter
filters-save-do = Save filter
filters-name = Name
filters-name-description = Only you see it, and only at this customer.
filters-name-missing = Give the filter a name first.
filters-saved = Filter “{ $name }” saved
filters-manage-title = Your saved filters
filters-rename = New name for “{ $name }”
filters-rename-do = Rename
filters-delete = Delete the filter “{ $name }”
filters-deleted = Filter “{ $name }” deleted
filters-stale = This filter was changed on another device meanwhile. What you see now is up to date; try again.
filters-left-out =
    { $count ->
        [one] One role or location of “{ $name }” is gone or out of your reach, so it is not filtered by. More users may be shown than before.
       *[other] { $count } roles or locations of “{ $name }” are gone or out of your reach, so they are not filtered by. More users may be shown than before.
    }
audit-filter_saved = Filter saved
audit-filter_deleted = Filter deleted
activity-did-filter_saved = { $actor } saved a filter of the list of users
activity-did-filter_deleted = { $actor } deleted a saved filter
problem-too_many_saved_filters = You have saved { $max } filters here, which is as many as there can be. Delete one that you do not need.

## The last sign-in

filters-sign-in = Last sign-in
filters-sign-in-never = Never signed in
filters-sign-in-idle = Not for { $days } days
