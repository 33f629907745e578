## The payment provider’s operators: customers

screen-provider-customers = Customers
screen-provider-customers-words = merchants companies accounts customer number
provider-plate = Payment provider
provider-only-operators = This screen is for the staff of the payment provider. Your own screens stand in the navigation.
provider-only-members = This screen belongs to the people of a customer. Operators of the payment provider see nothing of a customer’s users and roles; what they do stands in the navigation.
provider-show-more = Show more
provider-customers-lead = Here customers are set up, with the facts that decisions read. Whom a customer lets in is up to its own administrators.
provider-search-customers = Search customers
provider-search-customers-placeholder = Number, name or alias
provider-customers-failed = The customers could not be read
provider-customer-failed = The customer could not be read
provider-no-customers = No customers yet
provider-no-customers-why = Set up the first one; its administrator is invited by mail.
provider-no-customer-found = No customer matches “{ $search }”
provider-add-customer = Set up a customer
provider-add-customer-lead = The administrator is invited by mail, lets everybody else in, and needs nobody of the payment provider for it.
provider-add-customer-send = Set up customer and send invitation
provider-customer-made = { $name } is set up, and { $email } is invited
provider-administrator = First administrator
provider-all-customers = All customers
provider-tab-facts = Facts
provider-tab-locations = Locations and terminals
provider-tab-recoveries = Recoveries

## Facts of a customer

provider-number = Customer ID
provider-number-help = Six to ten digits that no other customer has.
provider-name = Company
provider-alias = Alias
provider-no-alias = None. The customer gives itself one.
provider-mode = Mode
provider-mode-live = Money really moves.
provider-mode-test = For trying out; no money moves.
provider-agreement = Acquirer agreement
provider-no-agreement = No acquirer agreement
provider-agreement-help = One that supports payouts is in force.
provider-in-force = In force
provider-none = None
provider-since = Set up on
provider-facts-lead = A change holds from the next request on and stands in the customer’s own activity as the payment provider’s.
provider-facts-same = Nothing is changed yet.
provider-change-facts = Change facts
provider-change-facts-title = Facts of { $name }
provider-change-facts-send = Save facts of { $number }
provider-facts-changed = The facts of { $name } are changed
provider-effect-live = From the next request on money really moves.
provider-effect-test = From the next request on no money moves, and what needs live mode is refused, whoever holds the permission.
provider-effect-agreement = From the next request on payouts work for whoever holds the permission.
provider-effect-no-agreement = From the next request on payouts are refused, whoever holds the permission.

## Locations and terminals of a customer

provider-no-locations-why = Add the first one, or answer what the customer requests.
provider-add-location = Add a location
provider-add-location-lead = Whoever reaches all locations of the customer reaches it at once; everybody else when an administrator gives it to them.
provider-add-location-send = Add location
provider-location-made = { $name } is added
provider-change-location = Change { $name }
provider-change-location-lead = The customer sees the change at the next look. Who reaches the location stays as it is.
provider-change-location-send = Save { $name }
provider-location-changed = { $name } is changed
provider-add-terminal = Add terminal
provider-add-terminal-title = New terminal at { $name }
provider-terminal-made = Terminal { $number } is added to { $name }
provider-change-terminal = Change or move terminal { $number }
provider-save-terminal = Save terminal { $number }
provider-move-terminal = Move terminal { $number }
provider-terminal-changed = Terminal { $number } is changed
provider-terminal-number = Terminal number
provider-terminal-number-help = 4 to 20 letters and digits that no other terminal of the customer has.
provider-terminal-kind = Kind
provider-terminal-place = Location
provider-move-effect = From the next request on terminal { $number } is reached by whoever reaches { $to }, and no longer by whoever reaches only { $from }.

## Requests for locations that wait

screen-provider-requests = Requests
screen-provider-requests-words = waiting wishes queue new locations terminals
waiting-lead = What customers ask for, the oldest first. Setting a location up makes it with its terminals in the same step and tells who asked.
waiting-count =
    { $count ->
        [one] 1 location request waits
       *[other] { $count } location requests wait
    }
waiting-none = No request waits
waiting-none-hint = When a customer asks for a location, it stands here until somebody answers.
waiting-failed = The requests could not be read
waiting-no-terminals = No terminal wished for
waiting-approve = Set up { $name }
waiting-approve-title = Set up { $name }
waiting-approve-lead = What stands here is what { $customer } gets; correct what is wrong, and give the terminals their numbers.
waiting-approve-send =
    { $count ->
        [0] Set up location without terminals
        [one] Set up location with 1 terminal
       *[other] Set up location with { $count } terminals
    }
waiting-approved = { $name } is set up for { $customer }
waiting-terminals =
    { $count ->
        [0] No terminal
        [one] 1 terminal
       *[other] { $count } terminals
    }
waiting-terminal-name =
    { $count ->
        [one] { $kind }
       *[other] { $kind } { $number }
    }
waiting-remove-terminal = Remove terminal { $number } of this list
waiting-refuse = Refuse { $name }
waiting-refuse-title = Refuse { $name }
waiting-refuse-lead = { $customer } reads the reason in the app and by mail, and can ask again.
waiting-reason = Reason for the customer
waiting-refused = The request for { $name } is refused

## Bringing an administrator back

screen-provider-recoveries = Recoveries
screen-provider-recoveries-words = administrator lost everything objection waiting time
recoveries-lead = Recoveries of administrators at all customers: what waits or can be sent, and what became of the others. One is begun on the page of its customer.
recoveries-open = Open
recoveries-over = Over
recoveries-all = All
recoveries-none-open = No recovery is open
recoveries-none-open-hint = What waits for its time, or for you to send the link, stands here.
recovery-lead = For an administrator who lost everything. All administrators with a mailbox are told first and can stop it; only after the waiting time can the link be mailed, and nobody here ever sees it.
recovery-start = Start a recovery
recovery-start-lead = From now on the waiting time runs, and every administrator of the customer is told by mail, the person first. Signing in or the link in that mail stops it.
recovery-start-send = Start recovery and tell everybody
recovery-started = The recovery of { $name } has begun. The link can be sent from { $when }.
recovery-sign-in-name = Sign-in name of the administrator
recovery-sign-in-name-help = As the person says it: the e-mail address or the generated name.
recovery-not-an-administrator = No administrator of this customer has this sign-in name. Check the spelling.
recovery-new-email = Other e-mail address
recovery-new-email-help = Only if the mailbox is dead, or there is none. It must be confirmed, the old password ends, and everything is activated anew.
recovery-reason = Reason
recovery-reason-help = The customer’s administrators read it in their activity.
recovery-evidence = How the person was recognised
recovery-evidence-help = Only operators read it.
recovery-none = No recovery so far
recovery-none-hint = The recoveries of this customer stand here, also those that were stopped.
recovery-failed = The recoveries could not be read
recovery-state-waiting = Waiting time runs
recovery-state-ready = Link can be sent
recovery-state-finished = Link sent
recovery-state-stopped = Stopped
recovery-state-expired = Ran out
recovery-waits = The link can be sent { $left }, from { $ready }. Until then everybody who was told can stop it.
recovery-is-ready = The waiting time ended { $ready }. The link can be sent for 14 days; until then it can still be stopped.
recovery-was-finished = The link was mailed { $ended }.
recovery-stopped-sign_in = The person signed in { $ended }, so nothing was lost. No link will be sent.
recovery-stopped-objection = Somebody who was told objected { $ended }. No link will be sent; find out what happened before you begin again.
recovery-stopped-operator = An operator took it back { $ended }. No link will be sent.
recovery-has-expired = Nobody sent the link in time. Begin again if it is still needed.
recovery-started-at = Begun
recovery-unconfirmed = not confirmed yet
recovery-confirmed = confirmed { $when }
recovery-told = Told
recovery-told-count =
    { $others ->
        [0] By mail: { $told }. No other administrator could sign in.
       *[other] By mail: { $told }. Other administrators who could sign in: { $others }.
    }
recovery-finish = Send the link to { $name }
recovery-stop = Stop the recovery of { $name }
recovery-done-finish = The link for { $name } is on its way
recovery-done-stop = The recovery of { $name } is stopped
