# Users: the filter by the last sign-in.

filters-sign-in = Last sign-in
filters-sign-in-never = Never signed in
filters-sign-in-idle = Not for { $days } days
