# Konten in den Tresor der Codes übernehmen.

import-title = Konten übernehmen
import-lead = Keyholder liest, was ein anderes Programm exportiert hat, eigene Sicherungen und Bilder mit QR-Codes, auch mehrere in einem Bild. Sie sehen, was darin ist, bevor etwas behalten wird.
import-choose-file = Dateien wählen
import-from-clipboard = Aus der Zwischenablage
import-from-screen = Vom Bildschirm
import-screen-help = „Vom Bildschirm“ sucht QR-Codes in anderen Fenstern: Keyholder geht dafür kurz aus dem Weg. Das Bild wird nirgends aufbewahrt.
import-drop = Oder legen Sie Dateien auf diesem Fenster ab, auch mehrere auf einmal.
import-programs = Keyholder kennt die Exporte von Aegis, andOTP, Bitwarden, Ente Auth, Google Authenticator, KeePassXC, OTPClient, Proton und 2FAS, Listen von otpauth://-Links und eigene Sicherungen. Es zählt der Inhalt einer Datei, nicht ihr Name.
import-empty = Darin ist nichts, was ein Authenticator brauchen könnte. Ist es ein Bild, nehmen Sie es noch einmal auf, mit dem ganzen QR-Code.
import-screen-empty = Auf dem Bildschirm wurde kein QR-Code gefunden. Holen Sie das Fenster mit dem ganzen Code nach vorn, vergrößern Sie ihn, wenn er klein ist, und versuchen Sie es erneut.
import-password-title = Die Datei ist versiegelt
import-passphrase-title = Die Sicherung ist versiegelt
import-password-lead =
    { $file ->
        [none] Sie wurde von { $program } mit einem Passwort versiegelt. Keyholder fragt dieses eine Mal danach und behält es nicht.
       *[other] „{ $file }“ wurde von { $program } mit einem Passwort versiegelt. Keyholder fragt dieses eine Mal danach und behält es nicht.
    }
import-password = Passwort der Datei
import-look = Hineinsehen
import-preview-title = Übernehmen: { $program }
import-preview-files =
    { $count ->
        [one] Übernehmen: { $count } Datei
       *[other] Übernehmen: { $count } Dateien
    }
import-left-out =
    { $count ->
        [one] { $count } Datei wird ausgelassen
       *[other] { $count } Dateien werden ausgelassen
    }
import-found =
    { $count ->
        [0] Kein Konto darin kann übernommen werden. Nichts wurde geändert.
        [one] Darin ist { $count } Konto. Nichts wird behalten, bis Sie es sagen.
       *[other] Darin sind { $count } Konten. Nichts wird behalten, bis Sie es sagen.
    }
import-found-in =
    { $count ->
        [0] Kein Konto in „{ $file }“ kann übernommen werden. Nichts wurde geändert.
        [one] In „{ $file }“ ist { $count } Konto. Nichts wird behalten, bis Sie es sagen.
       *[other] In „{ $file }“ sind { $count } Konten. Nichts wird behalten, bis Sie es sagen.
    }
import-how = Was geschieht mit den Konten, die hier sind?
import-add = Sie bleiben
import-add-help = Was die Sicherung mehr hat, kommt dazu.
import-replace = Die Sicherung tritt an ihre Stelle
import-replace-help = Jedes Konto, das jetzt hier ist, wird entfernt, auch wenn es in der Sicherung fehlt.
import-list = Konten in der Datei
import-chosen = { $count } von { $of } gewählt
import-in-vault = Schon im Tresor
import-in-file = Zweimal in der Datei
import-none-chosen = Wählen Sie zuerst ein Konto.
import-nothing-new = Nichts darin ist neu.
import-send =
    { $count ->
        [0] Übernehmen
        [one] { $count } Konto übernehmen
       *[other] { $count } Konten übernehmen
    }
import-replace-send =
    { $count ->
        [0] Alles ersetzen
        [one] Alles durch { $count } Konto ersetzen
       *[other] Alles durch { $count } Konten ersetzen
    }
import-added =
    { $count ->
        [one] { $count } Konto ist jetzt im Tresor
       *[other] { $count } Konten sind jetzt im Tresor
    }
import-replaced =
    { $count ->
        [one] Der Tresor enthält jetzt das { $count } Konto der Sicherung
       *[other] Der Tresor enthält jetzt die { $count } Konten der Sicherung
    }
import-parts-title = Ein Teil fehlt
import-parts = Das andere Telefon zeigt diesen Export in mehreren QR-Codes. Übernehmen Sie danach diese Teile: { $parts }.
import-refused =
    { $count ->
        [one] { $count } Eintrag wird ausgelassen
       *[other] { $count } Einträge werden ausgelassen
    }
import-refused-more =
    { $count ->
        [one] Und { $count } weiterer.
       *[other] Und { $count } weitere.
    }
import-entry = Eintrag { $place }
import-refused-why =
    { $reason ->
        [cut_off] Das andere Programm hat beim Schreiben sein Ende verloren. Richten Sie dieses Konto neu ein.
        [deleted] Er liegt im Papierkorb des anderen Programms.
        [secret] Er enthält keinen lesbaren Schlüssel.
        [kind] Er verlangt eine Art von Codes, die Keyholder nicht kennt.
        [algorithm] Er verlangt eine Hashfunktion, die Keyholder nicht kennt.
        [digits] Er verlangt eine andere Zahl von Ziffern als sechs, sieben oder acht.
        [period] Er nennt keine Zahl von Sekunden je Code.
        [counter] Er nennt keinen Zählerstand.
        [too_long] Er ist zu lang für ein Konto.
       *[other] Er ist nicht lesbar.
    }
import-program-keyholder = Keyholder
import-program-list = Links
import-program-google = Google Authenticator
import-program-aegis = Aegis
import-program-and_otp = andOTP
import-program-two_fas = 2FAS
import-program-ente = Ente Auth
import-program-bitwarden = Bitwarden
import-program-proton = Proton
import-program-kee_pass = KeePassXC
import-program-table = Tabelle
problem-import_unreadable = Die Datei ist nicht lesbar. Prüfen Sie, ob sie noch da ist und Sie sie öffnen dürfen.
problem-import_too_large = Die Datei ist größer als jeder Export. Nichts davon wurde gelesen.
problem-import_unknown = Keyholder kennt kein Programm, das solche Dateien schreibt. Exportieren Sie die Konten in einer anderen Form, zum Beispiel als Liste von Links.
problem-import_wrong_password = Dieses Passwort öffnet die Datei nicht, oder die Datei wurde seither verändert.
problem-import_sealed = Diese Datei öffnet nur { $program } selbst. Exportieren Sie die Konten dort mit einem Passwort oder ohne, und übernehmen Sie diese Datei.
problem-import_damaged = Die Datei beginnt wie eine von { $program } und ist weiter hinten beschädigt. Exportieren Sie sie noch einmal.
problem-import_picture = Das Bild lässt sich nicht öffnen. Speichern Sie es als PNG oder JPEG und versuchen Sie es noch einmal.
problem-import_clipboard_empty = In der Zwischenablage ist weder ein Bild noch ein Text. Kopieren Sie den QR-Code als Bild und versuchen Sie es noch einmal.
problem-import_nothing = Es ist nichts darin, was ein Authenticator brauchen könnte.
problem-import_alone = Sie ist mit einem Passwort versiegelt. Übernehmen Sie sie für sich allein.
problem-import_too_many_files = Es wurden mehr als { $max } Dateien gewählt und keine davon gelesen. Übernehmen Sie sie in mehreren Schritten.
problem-import_screen_not_here = Keyholder kann sich den Bildschirm hier nicht ansehen. Kopieren Sie den QR-Code mit dem Bildschirmfoto-Werkzeug Ihres Systems als Bild und holen Sie ihn dann aus der Zwischenablage.
problem-import_screen_failed = Der Bildschirm ließ sich nicht ansehen. Versuchen Sie es erneut, oder kopieren Sie den QR-Code als Bild und holen Sie ihn aus der Zwischenablage.
problem-import_gone = Was Sie angesehen haben, ist weg, denn der Tresor wurde inzwischen gesperrt. Wählen Sie die Datei noch einmal.
problem-import_nothing_chosen = Nichts Neues wurde gewählt, und nichts wurde geändert.
