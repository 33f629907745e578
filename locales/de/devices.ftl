### Wo jemand angemeldet ist: im Profil und in den Details einer Person.

devices-title = Angemeldete Geräte
devices-lead = Wenn Sie eines nicht kennen, melden Sie es ab und ändern Sie Ihr Passwort.
devices-this = Dieses Gerät
devices-used = Genutzt { $relative } · angemeldet { $exact }
devices-factor-none = nur mit Passwort
devices-factor-authenticator = mit Authenticator-App
devices-factor-mailed_code = mit Code per E-Mail
devices-factor-passkey = mit Passkey
devices-factor-device = auf anderem Gerät bestätigt
devices-factor-recovery_code = mit Wiederherstellungscode
devices-sign-out = Abmelden
devices-sign-out-of = { $name } abmelden
devices-sign-out-others = Überall sonst abmelden
devices-none = Zurzeit nirgends angemeldet.
devices-more = Es gibt mehr, als hier gezeigt werden.
devices-done-one = { $name } ist abgemeldet
devices-done-all = Abgemeldet
user-action-end_sessions = Überall abmelden

user-action-reset_second_factor = Zwei-Faktor-Authentifizierung zurücksetzen…
factor-reset-title = Zwei-Faktor-Authentifizierung von { $name } zurücksetzen?
factor-reset-effect = Für jemanden, der Telefon und Wiederherstellungscodes verloren hat. Vergewissern Sie sich, dass wirklich { $name } fragt: durch einen Rückruf oder persönlich.
factor-reset-authenticators = Authenticator-Apps und Wiederherstellungscodes gelten nicht mehr, und { $name } meldet sich mit dem Passwort allein an, bis wieder eine Authenticator-App eingerichtet ist.
factor-reset-sessions = { $name } wird überall abgemeldet und bekommt darüber eine E-Mail.
factor-reset-cooling = Kartennummern und Gutschriften bleiben { $name } 24 Stunden lang verschlossen.
factor-reset-submit = Zurücksetzen
factor-reset-done = { $name } meldet sich vorerst mit dem Passwort allein an
factor-reset-two = { $name } verwaltet andere, deshalb muss eine zweite Administration zustimmen. Bis dahin ändert sich nichts.
factor-reset-ask = Zweite Administration fragen
