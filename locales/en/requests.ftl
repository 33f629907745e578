## Locations that are written down or asked for

form-cancel = Cancel
form-stale = Someone else changed this in the meantime, so your change was not saved. What you see behind this is up to date; look at it and try again.
form-wait = Try again in { $left }.
place-name = Name
place-street = Street and number
place-postcode = Postcode
place-city = City
place-country = Country
place-country-none = Not stated
place-country-unknown = No country is called that
place-website = Website
place-website-help = Only for a shop on the web, such as shop.example.com.
wish-terminals = How many terminals of each kind
wish-terminal = { $count } × { $kind }

## Asking the payment provider for a location

request-location = Request a location
request-lead = Your payment provider reads the request, then sets the location up or says why not, and writes to you; until then nothing changes.
request-note = What else the provider should know
request-note-help = For example when it opens. Optional.
request-send = Send request
request-done = { $name } was asked for. Your payment provider answers.
request-withdraw = Take back the request for { $name }
request-withdrawn = The request for { $name } was taken back
request-state-waiting = Waiting
request-state-created = Set up
request-state-refused = Refused
request-state-withdrawn = Taken back
request-noted = Note: { $note }
request-asked = { $name } asked { $when }.
request-asked-somebody = Asked for { $when }.
request-ended-created = Set up { $when }.
request-ended-refused = Refused { $when }.
request-ended-withdrawn = Taken back { $when }.
request-reason = The payment provider says: { $reason }
requests-title = Requested
requests-list = What was asked for
requests-failed = The requests could not be read
requests-show-more = Show earlier requests
