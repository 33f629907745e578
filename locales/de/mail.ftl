# Mails des Dienstes. Reiner Text; die HTML-Fassung entsteht aus denselben Sätzen.

mail-greeting = Guten Tag { $name },
mail-footer = Sie erhalten diese Nachricht, weil eine Administratorin oder ein Administrator von { $customer } diese Adresse in Keyholder eingetragen hat. Wenn Sie das überrascht, tun Sie nichts: Ohne Sie bewirkt der Link nichts.
mail-link-fallback = Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:

invitation-subject = Ihr Zugang zu { $customer }
invitation-intro = Sie haben Zugang zum Backoffice von { $customer } erhalten. Legen Sie zum Start ein eigenes Passwort fest.
invitation-button = Passwort festlegen
invitation-expiry = Der Link funktioniert einmal, und zwar bis { $expires }. Danach bitten Sie Ihre Administration um einen neuen.
invitation-secrecy = Geben Sie den Link nicht weiter: Wer ihn zuerst öffnet, kann das Passwort festlegen.
