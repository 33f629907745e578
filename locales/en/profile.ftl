### Own data, own customers, offers of further ones.

screen-profile = Profile
screen-customers = Customers

profile-lead = Your own data. It is yours: administrators see it and cannot change it.
profile-failed = Your data could not be read
profile-own-data = Name and language
profile-own-data-lead = Everyone you work with sees your name.
profile-given-name = First name
profile-family-name = Last name
profile-language = Language
profile-language-help = For mails and pages in the browser, and for this app.
profile-save = Save
profile-saved = Your data is saved
profile-same = Nothing has changed yet.
profile-stale = Your data was changed elsewhere in the meantime, so this was not saved. Look at it and try again.
profile-cancel = Cancel
profile-address = E-mail address
profile-address-lead = You sign in with it, and links are sent there.
profile-username-lead = You sign in with a generated name.
profile-username-locked = You have no e-mail address here. An administrator can add one for you.
profile-change-email = Change e-mail address
profile-change-email-how = A link goes to { $old } and one to the new address. The change counts once both were confirmed, within 48 hours. Until then you sign in as before.
profile-change-email-send = Send the links
profile-new-email = New e-mail address
profile-current-password = Your password
profile-current-password-why = To show that it is you.
profile-waiting-own = Waiting for confirmation: { $wanted }
profile-waiting-proposed = { $customer } proposes: { $wanted }
profile-waiting-how = Open the links in your mail. They end { $until }; until then everything stays as it is.
profile-waiting-former = Your address now
profile-waiting-new = The new address
profile-waiting-stop = Take back
profile-waiting-refuse = Refuse
profile-waiting-stopped = Nothing was changed
profile-step-done = { $name }: confirmed
profile-step-open = { $name }: not confirmed yet
profile-sign-in = Sign-in
profile-last-sign-in = Last sign-in
profile-password-set = Password set
profile-never = never
profile-moment = { $relative }, { $exact }
profile-customers = Your customers
profile-customers-lead = Where you may work, and as what.

leave-open = Leave { $number }
leave-title = Leave { $name }?
leave-effect = You lose your access to { $name } at once. To come back you need a new invitation.
leave-last = It is your last customer: you are signed out, and cannot sign in until somebody invites you.
leave-submit = Leave { $name }
leave-done = You have left { $name }

customers-lead =
    { $count ->
        [0] You belong to no customer at the moment.
        [one] You belong to one customer.
       *[other] You belong to { $count } customers. The one you choose is remembered on this computer.
    }
customers-none = No customer
customers-current = You are here
customers-choose = Change to { $number }
customers-change = Change customer
customers-access = { $roles } · { $reach }
customers-cancel = Cancel

alias-change = Alias of { $number }
alias-title = Alias of customer { $number }
alias-label = Alias
alias-help = A name that is easier to remember. Everyone who works here sees it beside the customer ID. Leave it empty for none.
alias-save = Save alias
alias-remove = Remove alias
alias-same = Nothing has changed yet.
alias-done = Customer { $number } has a new alias
alias-removed = Customer { $number } has no alias any more

joining-title = { $customer } invites you
joining-until = The invitation ends { $until }. Only you see it here.
joining-look = Look at it
joining-what = { $customer } (customer ID { $number }) offers you: { $roles }. Reach: { $reach }.
joining-effect = If you accept, you work there with the sign-in you have. Until then nobody there learns anything about you.
joining-password = Your password
joining-needs-password = Enter your password to accept.
joining-accept = Accept
joining-decline = Decline
joining-done-accept = You now belong to { $customer }
joining-done-decline = You have declined { $customer }

correction-open = Propose a correction
correction-title = Correct the data of { $name }
correction-how = { $name } gets a mail and decides. Nothing changes before they confirm.
correction-given-name = First name
correction-family-name = Last name
correction-email = E-mail address
correction-own = Your own data is on the profile screen.
correction-cancel = Cancel
correction-send = Send the proposal
correction-same = Nothing differs yet.
correction-done = Sent to { $name }, who has 48 hours to confirm
