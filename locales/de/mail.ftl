# Mails des Dienstes. Reiner Text; die HTML-Fassung entsteht aus denselben Sätzen.

mail-greeting = Guten Tag { $name },
mail-footer = Sie erhalten diese Nachricht, weil eine Administratorin oder ein Administrator von { $customer } diese Adresse in Keyholder eingetragen hat. Wenn Sie das überrascht, tun Sie nichts: Ohne Sie bewirkt der Link nichts.
mail-link-fallback = Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:

invitation-subject = Ihr Zugang zu { $customer }
invitation-intro = Sie haben Zugang zum Backoffice von { $customer } erhalten. Öffnen Sie zum Start den Link: Sie legen ein eigenes Passwort fest oder nehmen, falls Sie bei uns schon eines haben, damit an.
invitation-button = Starten
invitation-expiry = Der Link funktioniert einmal, und zwar bis { $expires }. Danach bitten Sie Ihre Administration um einen neuen.
invitation-secrecy = Geben Sie den Link nicht weiter: Wer ihn zuerst öffnet, kann den Zugang an sich nehmen.
