# Mails des Dienstes. Reiner Text; die HTML-Fassung entsteht aus denselben Sätzen.

mail-greeting = Guten Tag { $name },
mail-footer = Sie erhalten diese Nachricht, weil eine Administratorin oder ein Administrator von { $customer } diese Adresse in Keyholder eingetragen hat. Wenn Sie das überrascht, tun Sie nichts: Ohne Sie bewirkt der Link nichts.
mail-link-fallback = Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:

invitation-subject = Ihr Zugang zu { $customer }
invitation-intro = Sie haben Zugang zum Backoffice von { $customer } erhalten. Öffnen Sie zum Start den Link: Sie legen ein eigenes Passwort fest oder nehmen, falls Sie bei uns schon eines haben, damit an.
invitation-button = Starten
invitation-expiry = Der Link funktioniert einmal, und zwar bis { $expires }. Danach bitten Sie Ihre Administration um einen neuen.
invitation-secrecy = Geben Sie den Link nicht weiter: Wer ihn zuerst öffnet, kann den Zugang an sich nehmen. Das Passwort, das Sie wählen, gehört Ihnen allein: Sagen Sie es niemandem.

message-footer = Sie erhalten diese Nachricht, weil diese Adresse in Keyholder steht. Ohne Ihr Zutun geschieht nichts.
message-expiry = Der Link gilt einmal, bis { $expires }.

password-reset-subject = Neues Passwort festlegen
password-reset-intro = Jemand, wahrscheinlich Sie selbst oder Ihre Administration, hat für Ihre Anmeldung ein neues Passwort angefordert. Öffnen Sie den Link, um eines festzulegen. Wenn Sie das nicht wollten, tun Sie nichts: Ihr Passwort bleibt, wie es ist. Das Passwort, das Sie wählen, gehört Ihnen allein: Sagen Sie es niemandem.
password-reset-button = Neues Passwort festlegen
password-changed-subject = Ihr Passwort wurde geändert
password-changed-intro = Das Passwort Ihrer Anmeldung wurde geändert, und Ihre anderen Sitzungen sind beendet. Wenn Sie das nicht waren, wählen Sie in der App sofort „Passwort vergessen?“ und sagen Sie Ihrer Administration Bescheid.
password-changed-button = Neues Passwort festlegen
password-leaked-subject = Ein Passwort bei { $customer } ist vielleicht bekannt geworden
password-leaked-intro = Jemand bei { $customer } meldet, dass das eigene Passwort anderen bekannt sein könnte. Es öffnet nichts mehr, und alle Sitzungen dieser Person sind beendet. Sehen Sie ihre Aktivitäten durch:
password-leaked-button = Neues Passwort festlegen
change-former-subject = Bestätigen Sie Ihre neue E-Mail-Adresse
change-former-intro = In Keyholder wurde für Ihre Anmeldung eine andere E-Mail-Adresse eingetragen. Wenn Sie das waren, öffnen Sie den Link und bestätigen Sie. Wenn nicht, öffnen Sie den Link, sagen Sie es dort, und ändern Sie danach Ihr Passwort. Die neue Adresse ist:
change-former-button = Änderung ansehen
change-new-subject = Bestätigen Sie diese E-Mail-Adresse
change-new-intro = Jemand möchte sich ab jetzt mit dieser E-Mail-Adresse bei Keyholder anmelden. Wenn Sie das sind, öffnen Sie den Link und bestätigen Sie.
change-new-button = Änderung ansehen
correction-subject = { $customer } schlägt vor, Ihre Daten zu berichtigen
correction-intro = Eine Administratorin oder ein Administrator von { $customer } schlägt vor, Ihre Daten in Keyholder zu berichtigen. Ohne Ihre Bestätigung ändert sich nichts. Danach hieße es:
correction-button = Vorschlag ansehen
address-changed-subject = Ihre E-Mail-Adresse wurde geändert
address-changed-intro = Ihre Anmeldung bei Keyholder hat jetzt eine andere E-Mail-Adresse. Wenn Sie das nicht wollten, sagen Sie es sofort Ihrer Administration. Die Adresse ist:
change-waiting-subject = { $customer }: Eine Änderung wartet auf eine zweite Person
change-waiting-intro = Bei { $customer } hat jemand aus der Administration um eine Änderung gebeten, die erst gilt, wenn eine zweite Person zustimmt. Öffnen Sie Keyholder, sehen Sie unter „Zustimmungen“ nach, und stimmen Sie innerhalb von 72 Stunden zu oder lehnen Sie ab. Es geht um:
change-waiting-button = Änderung ansehen
change-granted-subject = { $customer }: Ihrer Änderung wurde zugestimmt
change-granted-intro = Eine zweite Person aus der Administration von { $customer } hat der Änderung zugestimmt, um die Sie gebeten haben; sie gilt nun. Es ging um:
change-granted-button = Änderung ansehen
change-refused-subject = { $customer }: Ihre Änderung wurde abgelehnt
change-refused-intro = Eine zweite Person aus der Administration von { $customer } hat die Änderung abgelehnt, um die Sie gebeten haben. Nichts wurde geändert. Es ging um:
change-refused-button = Änderung ansehen
address-moved-subject = { $customer } hat Ihre E-Mail-Adresse geändert
address-moved-intro = Zwei Personen aus der Administration von { $customer } haben Ihren Zugang dort auf eine neue Anmeldung mit einer anderen E-Mail-Adresse gelegt, weil die alte nicht erreichbar war. Die alte Anmeldung öffnet bei { $customer } nichts mehr. Ein Link für den neuen Anfang ging an die neue Adresse. Wenn das nicht stimmt, sagen Sie es sofort der Administration. Die Adresse lautet jetzt:
address-moved-button = Änderung ansehen

location-created-subject = Ihr neuer Standort bei { $customer } ist bereit
location-created-intro = Der Zahlungsanbieter hat den Standort angelegt, um den Sie gebeten haben. Geben Sie Ihren Leuten in Keyholder Zugang dazu. Ihre Anfrage:
location-created-button = Ansehen
location-refused-subject = Der Zahlungsanbieter hat keinen Standort für { $customer } angelegt
location-refused-intro = Der Zahlungsanbieter hat Ihre Standortanfrage abgelehnt. Hier stehen Ihre Anfrage und der Grund:
location-refused-button = Ansehen
recovery-begun-subject = Jemand soll wieder Zugang zu { $customer } erhalten
recovery-begun-intro = Der Zahlungsanbieter wurde gebeten, einer Administratorin oder einem Administrator von { $customer } wieder Zugang zu geben. Unten stehen Name, Anmeldename und frühester Zeitpunkt. Wenn das richtig ist, tun Sie nichts. Wenn nicht, öffnen Sie den Link und stoppen Sie es.
recovery-begun-button = Das war ich nicht / stoppen
recovery-address-subject = Bestätigen Sie Ihre neue Adresse für { $customer }
recovery-address-intro = Der Zahlungsanbieter wurde gebeten, Ihnen mit dieser E-Mail-Adresse wieder Zugang zu { $customer } zu geben. Wenn Sie das sind, öffnen Sie den Link und bestätigen Sie. Wenn nicht, tun Sie nichts.
recovery-address-button = Ansehen
