# Users: what is done to a selection, and the step that is due for one.

bulk-access = Change access
bulk-menu-add_role = Add a role
bulk-menu-remove_role = Remove a role
bulk-menu-set_scope = Set locations
bulk-role = Role
bulk-choose-role = Choose a role.
bulk-add_role =
    { $count ->
        [one] Add a role to { $count } user
       *[other] Add a role to { $count } users
    }
bulk-remove_role =
    { $count ->
        [one] Remove a role from { $count } user
       *[other] Remove a role from { $count } users
    }
bulk-set_scope =
    { $count ->
        [one] Set the locations of { $count } user
       *[other] Set the locations of { $count } users
    }
bulk-put_back =
    { $count ->
        [one] Put the locations of { $count } user back
       *[other] Put the locations of { $count } users back
    }
bulk-delete =
    { $count ->
        [one] Delete { $count } user
       *[other] Delete { $count } users
    }
bulk-delete-means = They are signed out at once and lose all access here. For 30 days they lie in the bin and can be restored; then what is known of them is erased.
bulk-restore =
    { $count ->
        [one] Restore { $count } user
       *[other] Restore { $count } users
    }
bulk-restore-means = They are back with the access they had. Links that were sent to them before stay dead.

## One user: the step that is due

users-row-resend = Send a new invitation to { $name }
users-row-make_link = Make an activation link for { $name }, to copy

## What is gained and lost

bulk-nobody = Nothing would change for anyone in the selection.
bulk-ask =
    { $count ->
        [one] Ask a second administrator for 1 user
       *[other] Ask a second administrator for { $count } users
    }
bulk-approval = The others are done. If you ask, nothing changes for these until somebody agrees.
bulk-waits = waits for a second administrator
bulk-asked = asked
bulk-shown-asked = Waiting
bulk-add_role-alike =
    { $count ->
        [one] { $count } user gets the role “{ $role }” and gains: { $permissions }.
       *[other] { $count } users get the role “{ $role }” and gain: { $permissions }.
    }
bulk-add_role-mixed =
    { $count ->
        [one] { $count } user gets the role “{ $role }” and gains: { $permissions }.
       *[other] { $count } users get the role “{ $role }” and gain, unless another role gives it already: { $permissions }.
    }
bulk-add_role-nothing =
    { $count ->
        [one] { $count } user gets the role “{ $role }”, but may do the same as before.
       *[other] { $count } users get the role “{ $role }”, but may do the same as before.
    }
bulk-remove_role-alike =
    { $count ->
        [one] { $count } user loses the role “{ $role }”, and with it: { $permissions }.
       *[other] { $count } users lose the role “{ $role }”, and with it: { $permissions }.
    }
bulk-remove_role-mixed =
    { $count ->
        [one] { $count } user loses the role “{ $role }”, and with it: { $permissions }.
       *[other] { $count } users lose the role “{ $role }”, and with it, unless another role gives it too: { $permissions }.
    }
bulk-remove_role-nothing =
    { $count ->
        [one] { $count } user loses the role “{ $role }”, but may do the same as before.
       *[other] { $count } users lose the role “{ $role }”, but may do the same as before.
    }
bulk-same-add_role =
    { $count ->
        [one] { $count } has it already.
       *[other] { $count } have it already.
    }
bulk-same-remove_role =
    { $count ->
        [one] { $count } does not have it.
       *[other] { $count } do not have it.
    }
bulk-same-set_scope =
    { $count ->
        [one] { $count } reaches just that already.
       *[other] { $count } reach just that already.
    }
bulk-scope-to-all =
    { $count ->
        [one] { $count } user gains every location, including those added later.
       *[other] { $count } users gain every location, including those added later.
    }
bulk-scope-to-none_yet =
    { $count ->
        [one] { $count } user loses every location. Nothing that depends on a location works until someone chooses.
       *[other] { $count } users lose every location. Nothing that depends on a location works until someone chooses.
    }
bulk-scope-from-all =
    { $count ->
        [one] { $count } user keeps { $places } and loses every other location.
       *[other] { $count } users keep { $places } and lose every other location.
    }
bulk-scope-from-none_yet =
    { $count ->
        [one] { $count } user gains: { $places }.
       *[other] { $count } users gain: { $places }.
    }
bulk-scope-from-only =
    { $count ->
        [one] { $count } user with chosen locations reaches exactly { $places } afterwards.
       *[other] { $count } users with chosen locations reach exactly { $places } afterwards.
    }
bulk-scope-counts = { $gain } gain, { $lose } lose, and for { $same } nothing changes.
bulk-scope-each = What it changes for whom
bulk-scope-reading = Reading where each of them reaches now…
bulk-scope-unread = The present locations could not be read.
problem-only_role = This is the only role, and everybody keeps at least one. Add another role first, or deactivate the user.

## Everybody whom the filter lets through

bulk-select-all = Select all { $total } that match
bulk-all-too-many = { $total } users match, and at most { $max } can be changed in one go. Narrow the filter.
bulk-too-many = At most { $max } users can be changed in one go. Narrow the filter, or select fewer.

## Results

bulk-shown-all = All
bulk-shown-failed = Not done
bulk-shown-done = Done
bulk-save-errors =
    { $count ->
        [one] Save the error as a file
       *[other] Save { $count } errors as a file
    }
bulk-file-name = Name
bulk-file-sign-in-name = Sign-in name
bulk-file-why = Why not
bulk-file-code = Code
