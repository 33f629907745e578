## Home

screen-home = Start
home-hello = Hallo { $name }
home-lead = Was Sie bei { $customer } braucht, und was los war.
home-attention = Wer Hilfe braucht
home-attention-none = Niemand ist gesperrt, wartet oder ist abgelaufen.
home-attention-count = { $count ->
    [one] { $shown } Benutzer
   *[other] { $shown } Benutzer
}
home-invite = Jemanden einladen
home-invite-why = Geben Sie einer Kollegin oder einem Kollegen eine eigene Anmeldung. Sie wählen, was sie dürfen.
home-updated = Gezählt { $at }
home-failed = Die Zahlen konnten nicht geladen werden
chart-statuses = Benutzer nach Status
chart-statuses-why = Alle, die nicht im Papierkorb liegen.
chart-sign-ins = Anmeldungen der letzten 30 Tage
chart-sign-ins-sum = { $signedIn } Anmeldungen, { $failed } abgelehnt
chart-signed-in = Angemeldet
chart-failed = Abgelehnt
chart-day = Tag
chart-count = Anzahl
chart-status = Status
chart-invitations = Wartende Einladungen
chart-invitations-none = Keine Einladung wartet.
chart-age = Wartet seit
chart-age-not_invited = Noch nicht eingeladen
chart-age-under_one_day = Weniger als einem Tag
chart-age-under_two_days = Ein bis zwei Tagen
chart-age-under_a_week = Zwei Tagen bis einer Woche
chart-age-under_a_month = Einer Woche bis 30 Tagen
chart-age-older = Mehr als 30 Tagen
