## Changes that need a second administrator

screen-approvals = Approvals
screen-approvals-words = four eyes, second administrator, agree, pending changes
approvals-lead = Some changes take effect only once a second administrator has agreed: to one’s own access and locations, to the address of somebody who cannot be reached, and to critical rights where your company says so.
approvals-waiting = Waiting
approvals-ended = Answered lately
approvals-none = Nothing waits for a second administrator
approvals-none-hint = When an administrator asks for a change that needs your agreement, it stands here for 72 hours.
approvals-failed = The approvals could not be loaded
approvals-count =
    { $count ->
        [one] 1 change waits for you
       *[other] { $count } changes wait for you
    }
approvals-title-own_access = { $name } asks for another access
approvals-title-own_locations = { $name } asks for other locations
approvals-title-dead_mailbox = Another address for { $name }
approvals-title-critical_grant = Critical rights for { $name }
approvals-title-new_user = Critical rights for { $name }, who is new
approvals-title-critical_role = { $name } lets a role allow critical rights
approvals-title-role_deletion = { $name } deletes a role, and its members would get critical rights
approvals-title-approvals_off = { $name } wants no second administrator for critical rights
approvals-title-second_factor_reset = Reset two-factor authentication of { $name }
approvals-factor = { $name } would sign in with the password alone and set up an authenticator again. Every session of theirs ends, and what needs a second factor stays closed for 24 hours.
approvals-roles = { $name } would have: { $roles }.
approvals-reach = { $name } would reach: { $reach }.
approvals-mailbox = { $name } would sign in with { $email }. The old sign-in opens nothing here any more, and a link to start anew goes to that address. The old address is told.
approvals-asked = { $name } asked { $when }.
approvals-asked-own = You asked { $when }.
approvals-until = Without an answer it lapses on { $when }.
approvals-ended-by = Answered by { $name } { $when }.
approvals-grant = Agree for { $name }
approvals-grant-all =
    { $count ->
        [one] Agree to 1 change of { $name }
       *[other] Agree to all { $count } of { $name }
    }
approvals-grant-these =
    { $count ->
        [one] Agree to 1 change
       *[other] Agree to these { $count } changes
    }
approvals-not-all =
    { $count ->
        [one] 1 change was not agreed to
       *[other] { $count } changes were not agreed to
    }
approvals-done-all =
    { $count ->
        [one] Agreed to 1 change
       *[other] Agreed to { $count } changes
    }
approvals-refuse = Refuse
approvals-withdraw = Take back
approvals-done-grant = Agreed to the change for { $name }
approvals-done-refuse = Refused the change for { $name }
approvals-done-withdraw = The change for { $name } was taken back
approvals-asked-done = Asked. It takes effect once a second administrator agrees.
change-state-waiting = Waiting
change-state-granted = Granted
change-state-refused = Refused
change-state-withdrawn = Withdrawn
change-state-lapsed = Lapsed
change-state-overtaken = Overtaken
ask-access-open = Ask for other access
ask-access-title = Ask for other access
ask-access-how = Nobody changes their own access alone. Choose what you would have; a second administrator reads it and agrees or refuses within 72 hours.
ask-access-rights = Extra rights beside the roles
ask-access-send = Ask a second administrator
ask-locations-open = Ask for other locations
ask-locations-how = Nobody changes their own locations alone. Choose where you would work; a second administrator reads it and agrees or refuses within 72 hours. Other locations than yours are not shown to you: ask for all, or let an administrator choose.
ask-locations-limited = Whoever manages administrators reaches every location.
approvals-role = Whoever has the role { $role } would gain: { $gains }.
approvals-role-renamed = { $was } would be called { $role }.
approvals-role-asked = A change of the role { $role }.
approvals-deletion = The role { $role } would be deleted. Whoever has it would get { $other } in its place and gain: { $gains }.
approvals-deletion-asked = The end of a role, with { $other } in its place.
approvals-new-reach = { $name } was added for: { $reach }.
approvals-off = Critical rights would be given by one administrator alone again.
approval-title = This waits for a second administrator
approval-rights = Critical here: { $rights }. Your company gives such rights only once a second administrator agrees.
approval-off = Your company gives critical rights only once a second administrator agrees. Taking that back needs a second administrator, too.
approval-until = Nothing changes until somebody agrees. Without an answer it lapses after 72 hours.
dead-mailbox-open = Mailbox cannot be reached
dead-mailbox-title = Another address for { $name }
dead-mailbox-how = Only for when { $name } cannot read mail at the present address any more. Once a second administrator agrees, the old sign-in opens nothing here any more, and { $name } begins anew through a link at the new address.
dead-mailbox-email = New e-mail address
dead-mailbox-send = Ask a second administrator
