### What went wrong: what happened, why, what to do. Rules: docs/messages.md.
### `problem-{code}` for every error code of the service and of the app, `field-{code}` for fields.

## Problems of the service

problem-malformed_request = The service did not understand this request. This app may be older or newer than the service. Update the app and try again.
problem-invalid_fields = Some entries cannot be saved yet. Each one says what it needs.
problem-body_too_large = This is more than the service takes at once. Send it in smaller parts.
problem-unsupported_media_type = The service does not read this kind of data. Update the app and try again.
problem-not_found = This does not exist any more, or is not for you to see. Reload the list.
problem-method_not_allowed = The service does not know this action. Update the app and try again.
problem-sign_in_required = Your session has ended. Sign in again to go on.
problem-invalid_proof = The service could not confirm that this device holds the session. Check the clock of this computer, then sign in again.
problem-use_dpop_nonce = The service asked for a fresh confirmation from this device and did not get it. Try again.
problem-sign_in_failed = Signing in did not work. Check the name and the password. After several wrong passwords the sign-in is locked for 30 minutes; an administrator can say more.
problem-password_expired = Your password has expired. Set a new one to go on.
problem-locked_inactivity = The password is right, but nobody has signed in here for too long, so this sign-in is locked. Only an administrator can open it again, with a reset link.
problem-administrator_limited = A merchant administrator cannot be limited to locations. Choose all locations, or another role.
problem-refresh_reused = Your session was ended to protect you, because an old key of it was used a second time. Sign in again. If you did not expect this, tell an administrator.
problem-permission_missing =
    { $permission ->
        [none] You lack a permission for this. A merchant administrator can give it to you.
       *[other] This needs the permission “{ $permission_name }”. A merchant administrator can give it to you.
    }
problem-own_access = Nobody changes their own roles, status or locations. Ask another administrator to do it.
problem-target_holds_more =
    { $permissions ->
        [none] This user may do things that you may not, so you cannot change their access. A merchant administrator can.
       *[other] This user may do things that you may not: { $permissions_names }. A merchant administrator can change their access.
    }
problem-grants_more =
    { $permissions ->
        [none] You can only give what you hold yourself. Choose fewer roles, or ask a merchant administrator.
       *[other] You can only give what you hold yourself, and you lack: { $permissions_names }. Choose fewer roles, or ask a merchant administrator.
    }
problem-outside_locations = This reaches locations outside of your own. Choose only your locations, or ask a merchant administrator.
problem-request_limited = A new location would lie outside of the ones you reach. A merchant administrator can ask for it.
problem-last_administrator = This is the last administrator who can sign in, and without one nobody could let anyone in. Make someone else a merchant administrator first.
problem-step_up_required = This action needs a fresh confirmation that it is you. Confirm, and it goes on.
problem-not_confirmed = Nothing was changed, because you did not confirm that it is you. Try again whenever you like.
problem-approval_required = This action needs the approval of a second person. It goes on as soon as they agree.
problem-own_change = You asked for this change yourself. A second administrator has to agree to it.
problem-others_change = Somebody else asked for this change. You can refuse it, but only they can take it back.
problem-not_independent = You became an administrator after this was asked, or whoever asked has had a hand in your sign-in. Another administrator has to agree.
problem-change_ended =
    { $state ->
        [lapsed] Nobody agreed to this change within 72 hours. Ask again if it is still wanted.
        [overtaken] The user or the roles have changed since this was asked, so it no longer means the same. Ask again if it is still wanted.
       *[other] Somebody has answered this change in the meantime, or it was taken back. Nothing more was changed.
    }
problem-change_waiting = A change like this is waiting already. Take it back before you ask for another one.
problem-no_second_administrator = There is no second administrator who can sign in and agree. Make someone else a merchant administrator first.
problem-address_not_movable = This user has no e-mail address that could be replaced. Give them one instead.
problem-user_exists = Someone with this e-mail address already belongs to this customer. Search for the address in the list of users.
problem-role_built_in = Built-in roles cannot be changed or deleted. Make a copy and change that.
problem-too_many_roles = There are as many own roles as there can be. Delete one that nobody needs.
problem-too_many_location_groups = There are as many groups of locations as there can be. Delete one that nobody needs.
problem-wrong_status =
    { $status ->
        [none] The user’s status does not allow this. Reload to see the status now.
       *[other] This is not possible while the status is “{ $status_name }”.
    }
problem-stale = Someone else changed this user in the meantime, so your change was not saved. What you see now is up to date; look at it and try again.
problem-if_match_required = The app did not say which version it wanted to change. Reload and try again.
problem-idempotency_key_reused = This was already sent with other content. Reload to see what was saved, then try again.
problem-link_unusable = This link no longer works: it ran out, was used, or was replaced by a newer one. Ask for a new one.
problem-too_many_requests =
    { $retry_after ->
        [0] There were too many attempts in a short time. Wait a moment and try again.
        [one] There were too many attempts in a short time. Wait one second and try again.
       *[other] There were too many attempts in a short time. Wait { $retry_after } seconds and try again.
    }
problem-too_many_requests-minutes = There were too many attempts in a short time. Try again in { $minutes } minutes.
problem-no_link_left = Three links were sent within an hour. The next can be sent from { $at }.
problem-unavailable = The service cannot answer right now. Nothing was changed. Try again in a moment.
problem-internal = The service ran into a fault of its own. Try again; if it happens again, give your administrator the number { $request_id }.

## Why something is locked, with who can help

locked-permission_missing = This needs the permission “{ $permission }”. { $who } can give it to you.
locked-own_access = Nobody changes their own roles, status or locations. { $who } can do it for you.
locked-target_holds_more = This user may do things that you may not. { $who } can change their access.
locked-request_limited = A new location would lie outside of the ones you reach. { $who } can ask for it.
locked-more = { $count } more

## Problems of this app

problem-offline = There is no connection, so nothing can be changed now. You can keep reading what was already loaded.
problem-server_unreachable = No service answers at this address. Check the address and the network, then try again.
problem-invalid_server_address = This is not the address of a service. It looks like https://keyholder.example.com.
problem-insecure_server_address = This address starts with http, so the connection would not be private. Use https.
problem-unexpected_reply = The answer did not come from a Keyholder service, or from one this app does not know. Check the address, then update the app.
problem-app_too_old = The service asks for something this app does not know yet. Update the app, then try again.
problem-link_not_allowed = This link does not lead to your Keyholder service, so the app does not open it.
problem-opening_failed = No browser opened. Copy the link and open it yourself.
problem-browser_wait_stopped = You stopped waiting for the browser.
problem-browser_wait_over = Nothing came back from the browser in time. Begin again.
problem-clipboard_failed = The clipboard did not take the text. Select it and copy it by hand.
problem-saving_failed = Your choices could not be saved on this computer. Check that its disk is not full.
problem-offline_copy_gone = There is no connection, and no copy of the list to read meanwhile. Try again when the connection is back.
problem-offline_locations = There is no connection, and the copy of the list does not say which locations somebody reaches. Take that filter away, or wait for the connection.
problem-device_key_failed = The app could not make the key of this device. Restart the computer, then try again.
problem-unknown = Something went wrong that this app has no words for ({ $code }). Try again, or update the app.

## Fields

field-required = Fill this in.
field-too_long =
    { $max ->
        [0] Make this shorter.
       *[other] Use at most { $max } characters.
    }
field-too_short =
    { $min ->
        [0] Make this longer.
       *[other] Use at least { $min } characters.
    }
field-forbidden_character = This holds an invisible character. Delete it and type the text again.
field-not_an_email = This is not a complete e-mail address. It looks like name@example.com.
field-unknown = This is not offered any more. Choose again.
field-duplicate = This is listed twice. Keep it once.
field-too_few =
    { $min ->
        [0] Choose more.
        [one] Choose at least one.
       *[other] Choose at least { $min }.
    }
field-too_many =
    { $max ->
        [0] Choose fewer.
       *[other] Choose at most { $max }.
    }
field-not_allowed = Leave this empty here.
field-malformed = This does not have the expected form. Check it for typing errors.
field-no_uppercase = Add an upper-case letter.
field-no_lowercase = Add a lower-case letter.
field-no_digit = Add a digit.
field-no_special = Add a special character, such as a hyphen or a dot.
field-guessable = This is easy to guess. Use several words that do not belong together.
field-holds_name = Leave out names and addresses of you and the company.
field-mismatch = The two entries differ. Type the second one again.
field-taken = This is used already, in this or another spelling. Choose something else.
field-needs_prerequisite = Editing needs viewing. Tick what this permission rests on too.
field-no_letter = Add a letter.
field-reused = You have used this password before. Choose one that you have not used lately.
field-out_of_range = Choose a number from { $min } to { $max }.
field-wrong_password = This is not your password. After several wrong ones you have to wait for 30 minutes.
field-wrong_code = This is not the right code. Type the one that is shown now.
field-code_used = This code was used already. Wait for the next one.
problem-second_factor_shut = After 100 wrong codes no further one is looked at. Use a recovery code, or ask your administrator.
problem-too_many_authenticators = You have { $max } authenticators, which is as many as there can be. Remove one that you do not use.
problem-too_many_passkeys = You have { $max } passkeys, which is as many as there can be. Remove one that you do not use.
problem-passkeys_unavailable = Passkeys need a service that is reached by a name, such as id.example.com. Ask whoever runs yours.
problem-second_factor_needed = A device confirms sign-ins only beside an authenticator app or a passkey. Set one of them up first.
problem-too_many_confirming_devices = { $max } devices confirm your sign-ins, which is as many as there can be. Remove one that you do not use.
problem-auth_request_over = This request takes no answer any more: it was answered, replaced by a newer one, or took too long.
problem-setup_over = The key that was shown waits no longer, or was used elsewhere. Close this, and set the app up again.
problem-no_second_factor = This person is asked for nothing besides the password, so there is nothing to reset.
problem-password_needed = Your password has expired. Sign in with it and set a new one; after that you can sign in this way again.
problem-no_password_here = There is no password here: the sign-in is with an account at another provider, such as Microsoft.
problem-external_sign_in_denied = The sign-in was cancelled or refused there. Try again, or sign in with your password.
problem-external_reply_refused = The reply could not be trusted, so nobody was signed in ({ $reason }). Begin again. If it happens again, tell your administrator.
problem-tenant_not_permitted = Accounts of this organisation may not sign in here. Choose another account, or ask your administrator.
problem-identity_unknown = This account is not linked to anybody here. Sign in with your password, and link it under Profile.
problem-identity_taken = This account is linked to somebody else here. Choose another account.
problem-not_own_identity = That is not your account here. Choose the account that you always sign in with.
problem-other_identity_linked = You have linked another account. Unlink that one first.
problem-provider_unreachable = The other provider does not answer. Try again in a moment, or sign in with your password.
field-unchanged = This is what it is already. Enter something else.

problem-too_many_waiting = { $max } requests for locations wait already. Take one back, or wait for the payment provider’s answers.
problem-too_many_changes = { $max } changes wait for a second administrator already. Ask for answers on the Approvals screen first, or take some back.
problem-request_over = This request was answered or taken back meanwhile. Look at the list again; nothing was changed.
problem-recovery_under_way = A recovery of this person is under way already. Stop that one first, or wait for it.
problem-recovery_too_early = Everybody who was told may still object. The link can be sent from { $ready_at }.
problem-recovery_unconfirmed = Nobody has confirmed the new address yet. Ask the person to open the link that was sent there.
problem-recovery_over = This recovery was stopped, ran out, or its link was sent before. Begin another one if it is still needed.
