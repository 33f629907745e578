## Groups of locations

permission-locations-manage = Manage location groups
permission-locations-manage-description = Make, change and delete groups of locations.
permission-locations-manage-risk = Decides which locations everybody with a group reaches.
audit-location_group_created = Location group created
audit-location_group_changed = Location group changed
audit-location_group_deleted = Location group deleted
activity-did-location_group_created = { $actor } made a group of locations
activity-did-location_group_changed = { $actor } changed a group of locations
activity-did-location_group_deleted = { $actor } deleted a group of locations
activity-field-group = Group
activity-field-groups = Groups of locations
activity-field-members = Users
activity-field-without_location = Left without a location
location-groups = Groups
location-groups-hint = A group such as “Region North” stands for the locations in it. Whoever gets the group reaches what is in it at any moment.
location-groups-none = No groups yet. With one, you give several locations at once.
location-groups-failed = The groups could not be read
location-group-new = New group
location-group-edit = Change { $group }
location-group-new-title = New group of locations
location-group-edit-title = Change group { $group }
location-group-name = Name of the group
location-group-unnamed = the group
location-group-create = Create { $group }
location-group-save = Save { $group }
location-group-saved = { $group } saved
location-group-stale = Someone else changed this group in the meantime, so nothing was saved. Close this, look at it, and try again.
location-group-effect-new = Whoever gets { $group } reaches: { $places }.
location-group-effect-same = Nobody reaches anything else than before.
location-group-effect-unseen = Whoever has { $group } reaches what is in it from now on.
location-group-effect-gains =
    { $members ->
        [0] Nobody has { $group } yet. It adds: { $gained }.
        [one] One user with { $group } gains: { $gained }.
       *[other] { $members } users with { $group } gain: { $gained }.
    }
location-group-effect-loses =
    { $members ->
        [0] Nobody has { $group } yet. It drops: { $lost }.
        [one] One user with { $group } loses, unless reached otherwise: { $lost }.
       *[other] { $members } users with { $group } lose, unless reached otherwise: { $lost }.
    }
location-group-effect-both =
    { $members ->
        [0] Nobody has { $group } yet. It adds: { $gained }. It drops: { $lost }.
        [one] One user with { $group } gains: { $gained }. Lost are, unless reached otherwise: { $lost }.
       *[other] { $members } users with { $group } gain: { $gained }. Lost are, unless reached otherwise: { $lost }.
    }
location-group-delete = Delete { $group }
location-group-delete-title = Delete group { $group }
location-group-deleted = { $group } deleted
location-group-counting = The users with this group are being counted.
location-group-delete-nobody = Nobody has { $group }, so nobody loses a location.
location-group-delete-members =
    { $members ->
        [one] One user has { $group }: { $names }.
       *[other] { $members } users have { $group }: { $names }.
    }
location-group-delete-loses = Lost are, unless reached otherwise: { $lost }.
location-group-delete-alone =
    { $alone ->
        [one] One of them is left without any location.
       *[other] { $alone } of them are left without any location.
    }
scope-groups = Groups of locations
scope-groups-description = A group stands for what is in it at any moment.
scope-group-named = group { $name }
scope-change-same-reach = { $name } reaches the same locations as now. From then on, the chosen groups decide.
why-step-within-groups =
    { $count ->
        [one] The user reaches locations for this through the group { $groups }.
       *[other] The user reaches locations for this through the groups { $groups }.
    }
why-step-within-also =
    { $count ->
        [one] The user reaches locations for this: chosen ones, and more through the group { $groups }.
       *[other] The user reaches locations for this: chosen ones, and more through the groups { $groups }.
    }
