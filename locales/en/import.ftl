# Taking accounts over into the vault of codes.

import-title = Bring accounts over
import-lead = Keyholder reads what another program exported, a backup of its own, and pictures with QR codes, several in one picture too. You see what is in them before anything is kept.
import-choose-file = Choose files
import-from-clipboard = Take it from the clipboard
import-from-screen = From the screen
import-screen-help = “From the screen” looks for QR codes in other windows: Keyholder’s own goes out of the way for a moment. The picture is kept nowhere.
import-drop = Or drop files onto this window, several at once too.
import-programs = Keyholder knows the exports of Aegis, andOTP, Bitwarden, Ente Auth, Google Authenticator, KeePassXC, OTPClient, Proton and 2FAS, lists of otpauth:// links, and its own backups. It goes by what is in a file and not by its name.
import-empty = Nothing that an authenticator could use is in there. If it is a picture, take it again with the whole QR code in it.
import-screen-empty = No QR code was found on the screen. Put the window with the whole code in front, larger if it is small, then try again.
import-password-title = The file is sealed
import-passphrase-title = The backup is sealed
import-password-lead =
    { $file ->
        [none] It was sealed with a password by { $program }. Keyholder asks for it this once and does not keep it.
       *[other] “{ $file }” was sealed with a password by { $program }. Keyholder asks for it this once and does not keep it.
    }
import-password = Password of the file
import-look = Look inside
import-preview-title = Bring over: { $program }
import-preview-files =
    { $count ->
        [one] Bring over: { $count } file
       *[other] Bring over: { $count } files
    }
import-left-out =
    { $count ->
        [one] { $count } file is left out
       *[other] { $count } files are left out
    }
import-found =
    { $count ->
        [0] No account in it can be brought over. Nothing was changed.
        [one] There is { $count } account in it. Nothing is kept until you say so.
       *[other] There are { $count } accounts in it. Nothing is kept until you say so.
    }
import-found-in =
    { $count ->
        [0] No account in “{ $file }” can be brought over. Nothing was changed.
        [one] There is { $count } account in “{ $file }”. Nothing is kept until you say so.
       *[other] There are { $count } accounts in “{ $file }”. Nothing is kept until you say so.
    }
import-how = What happens to the accounts that are here?
import-add = They stay
import-add-help = What the backup has more is added.
import-replace = The backup takes their place
import-replace-help = Every account that is here now is removed, also those that the backup lacks.
import-list = Accounts in the file
import-chosen = { $count } of { $of } chosen
import-in-vault = In the vault already
import-in-file = Twice in the file
import-none-chosen = Choose an account first.
import-nothing-new = Nothing in it is new.
import-send =
    { $count ->
        [0] Bring over
        [one] Bring { $count } account over
       *[other] Bring { $count } accounts over
    }
import-replace-send =
    { $count ->
        [0] Replace everything
        [one] Replace everything with { $count } account
       *[other] Replace everything with { $count } accounts
    }
import-added =
    { $count ->
        [one] { $count } account is in the vault now
       *[other] { $count } accounts are in the vault now
    }
import-replaced =
    { $count ->
        [one] The vault now holds the { $count } account of the backup
       *[other] The vault now holds the { $count } accounts of the backup
    }
import-parts-title = A part is missing
import-parts = The other phone shows this export in several QR codes. Bring these parts over afterwards: { $parts }.
import-refused =
    { $count ->
        [one] { $count } entry is left out
       *[other] { $count } entries are left out
    }
import-refused-more =
    { $count ->
        [one] And { $count } more.
       *[other] And { $count } more.
    }
import-entry = Entry { $place }
import-refused-why =
    { $reason ->
        [cut_off] The other program lost its end when it wrote the file. Set this account up again.
        [deleted] It lies in the bin of the other program.
        [secret] It holds no key that can be read.
        [kind] It asks for a kind of codes that Keyholder does not know.
        [algorithm] It asks for a hash function that Keyholder does not know.
        [digits] It asks for another number of digits than six, seven or eight.
        [period] It names no number of seconds for each code.
        [counter] It names no counter.
        [too_long] It is too long to be an account.
       *[other] It cannot be read.
    }
import-program-keyholder = Keyholder
import-program-list = links
import-program-google = Google Authenticator
import-program-aegis = Aegis
import-program-and_otp = andOTP
import-program-two_fas = 2FAS
import-program-ente = Ente Auth
import-program-bitwarden = Bitwarden
import-program-proton = Proton
import-program-kee_pass = KeePassXC
import-program-table = a table
problem-import_unreadable = The file cannot be read. Check that it is still there and that you may open it.
problem-import_too_large = The file is larger than any export. Nothing was read of it.
problem-import_unknown = Keyholder knows no program that writes such files. Export the accounts in another form, for example as a list of links.
problem-import_wrong_password = This password does not open the file, or the file was changed since.
problem-import_sealed = Only { $program } itself opens this file. Export the accounts there with a password or without one, then bring that file over.
problem-import_damaged = The file begins like one of { $program } and is damaged further on. Export it again.
problem-import_picture = The picture cannot be opened. Save it as PNG or JPEG, then try again.
problem-import_clipboard_empty = There is neither a picture nor a text on the clipboard. Copy the QR code as a picture, then try again.
problem-import_nothing = Nothing that an authenticator could use is in it.
problem-import_alone = It is sealed with a password. Bring it over by itself.
problem-import_too_many_files = More than { $max } files were chosen, and none was read. Bring them over in several goes.
problem-import_screen_not_here = Keyholder cannot look at the screen here. Copy the QR code as a picture with the screenshot tool of your system, then take it from the clipboard.
problem-import_screen_failed = The screen could not be looked at. Try again, or copy the QR code as a picture and take it from the clipboard.
problem-import_gone = What was looked at is gone, for the vault was locked meanwhile. Choose the file again.
problem-import_nothing_chosen = Nothing new was chosen, and nothing was changed.
