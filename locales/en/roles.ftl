### Roles and permissions: the matrix, composing roles, rights beside the roles, why and who can.

screen-roles = Roles & permissions
screen-roles-words = user group user groups rights matrix access

## The matrix

matrix-count =
    { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }
matrix-hint = Press a permission or a cell to see who can do it. Built-in roles cannot be changed; copy one to make your own.
matrix-permission = Permission
matrix-role = Role
matrix-role-menu = What to do with { $role }
matrix-own = Your own
matrix-members =
    { $count ->
        [one] { $count } user
       *[other] { $count } users
    }
matrix-allows = { $role } allows: { $permission }
matrix-allows-not = { $role } does not allow: { $permission }
matrix-failed = The roles could not be loaded

## Composing a role

role-new = New role
role-copy = Make a copy
role-edit = Rename or change
role-remove = Delete
role-new-title = New role
role-edit-title = Change role { $role }
role-name = Name
role-unnamed = New role
role-from = Start from
role-from-empty = Nothing ticked
role-needs-name = Give the role a name first.
role-create = Create { $role }
role-save = Save { $role }
role-saved = { $role } saved
role-stale = Someone else changed this role in the meantime, so nothing was saved. Close this, look at it, and try again.
role-effect-nothing = Tick at least one permission.
role-effect-new = Whoever gets { $role } may use: { $allowed }.
role-effect-same = Nobody’s access changes.
role-effect-gains =
    { $members ->
        [0] Nobody has { $role } yet. It adds: { $gained }.
        [one] One user with { $role } gains: { $gained }.
       *[other] { $members } users with { $role } gain: { $gained }.
    }
role-effect-loses =
    { $members ->
        [0] Nobody has { $role } yet. It drops: { $lost }.
        [one] One user with { $role } loses: { $lost }, unless another role gives it.
       *[other] { $members } users with { $role } lose: { $lost }, unless another role gives it.
    }
role-effect-both =
    { $members ->
        [0] Nobody has { $role } yet. It adds: { $gained }. It drops: { $lost }.
        [one] One user with { $role } gains: { $gained }. Lost are, unless another role gives them: { $lost }.
       *[other] { $members } users with { $role } gain: { $gained }. Lost are, unless another role gives them: { $lost }.
    }

## Deleting a role

role-delete-title = Delete role { $role }
role-delete = Delete role { $role }
role-deleted = Role { $role } deleted
role-counting = The users with this role are being counted.
role-instead = Role that its users get instead
role-instead-nothing = None
role-delete-nobody = Nobody has { $role }, so nobody’s access changes.
role-delete-members =
    { $members ->
        [one] One user has { $role }.
       *[other] { $members } users have { $role }.
    }
role-delete-loses = Lost are, unless another role gives them: { $lost }.
role-delete-gains = Gained are: { $gained }.
role-delete-alone =
    { $alone ->
        [one] One of them has no other role and can do nothing afterwards.
       *[other] { $alone } of them have no other role and can do nothing afterwards.
    }

## Rights beside the roles

user-action-change_permissions = Extra rights
rights-title = Extra rights of { $name }
rights-hint = Permissions for this one user, on top of what the roles give.
rights-save = Save rights of { $name }
rights-saved = Extra rights of { $name } saved
rights-change-same = { $name } may do the same as before, because the roles give it too.
idle-prerequisite = No effect, because it rests on “{ $permission }”, which is missing.
idle-second-factor = No effect until an authenticator app is set up.
idle-built-in = No effect: the authenticator is built into the app, and does not count here. One on another device, or a passkey, does.
idle-locations = No effect yet, because no location is given.
idle-cooling = Closed until { $until }, because the second factor was reset lately.

## Why

why-title = { $permission }: { $name }
why-yes = { $name } may do this
why-no = { $name } may not do this
why-failed = The answer could not be loaded
why-through = What the answer rests on
why-fits = Fits
why-missing = Missing
why-through-role = through { $role }
why-directly = given directly
why-step-given = “{ $permission }”: { $sources }
why-step-lacking = No role gives “{ $permission }”, and it is not given directly.
why-step-rests = Rests on “{ $permission }”: { $sources }
why-step-rests-lacking = Rests on “{ $permission }”, which is missing.
why-step-within = The user reaches locations for this.
why-step-outside = The user reaches no location for this yet.
why-step-acquirer_agreement = The acquirer agreement supports payouts.
why-step-production = The account is in production.
why-step-status = Status: { $status }
why-step-factor-app = The action asks for a second factor, and an authenticator app is set up.
why-step-factor-passkey = The action asks for a second factor, and a passkey or security key is set up.
why-step-factor-none = The action asks for a second factor, and none is set up.
why-step-factor-mailed_code = The action asks for an authenticator app or a passkey. Codes come by e-mail only, and count for nothing here.
why-step-factor-built-in = The action asks for a second factor, and the one that is set up is built into the app, which does not count here.
why-step-cooling = The second factor was reset lately: it counts from { $until } on.
why-allow = The smallest change that would allow it
why-stop = The smallest change that would stop it
why-roles = Roles that would give it: { $roles }.
why-change-give = Give: { $permissions }.
why-change-take_role = Take the role { $role } away.
why-change-take_direct = Take “{ $permission }” away, which was given directly.
why-change-reach = Give { $name } a location.
why-change-leave = Take the locations of { $name } away.
why-change-acquirer_agreement = Get an acquirer agreement that supports payouts.
why-change-production = Go to production.
why-change-activate = Make the user active: the status is “{ $status }” now.
why-change-set_up_second_factor = { $name } sets up an authenticator app or a passkey, under the own name at the top. Nobody can do that for somebody else.
why-change-set_up_elsewhere = { $name } sets up an authenticator app on another device, or a passkey, under the own name at the top. Nobody can do that for somebody else.
why-change-wait = Wait until { $until }: the second factor was reset lately, and nobody can shorten that.
why-change-deactivate = Deactivate { $name }.

## Who can

can-title = Who can: { $permission }
can-factor = This takes a second factor: who has set none up is not listed, whatever their roles.
can-failed = The users could not be loaded
can-count =
    { $count ->
        [0] Nobody can do this now.
        [one] One user can do this now.
       *[other] { $count } users can do this now.
    }
can-more = Show more
