## Locations

screen-locations = Locations
screen-locations-words = places branches shops terminals tills address
locations-hint = Your payment provider keeps locations and terminals. Here you see them, and who can act there.
locations-hint-limited = You see the locations that you reach yourself.
locations-none = No locations yet
locations-none-why = Your payment provider sets up locations and their terminals.
locations-show-more = Show more locations
location-terminals = Terminals of { $name }
location-no-terminals = No terminal yet
location-users = Users at { $name }
