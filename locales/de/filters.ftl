# Users: the filter by the last sign-in.

filters-sign-in = Letzte Anmeldung
filters-sign-in-never = Nie angemeldet
filters-sign-in-idle = Seit { $days } Tagen nicht
