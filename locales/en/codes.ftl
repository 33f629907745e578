# The codes of one’s own accounts, and the vault that holds them.

screen-codes = Codes
screen-codes-words = authenticator vault one-time codes OTP TOTP

codes-failed = The vault could not be read
codes-list = Accounts
codes-count =
    { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }
codes-add = Add an account
codes-lock = Lock
codes-locked-itself = The vault has locked itself
codes-search-label = Search accounts
codes-search-placeholder = Issuer, name or tag
codes-search-clear = Empty the search
codes-none-found = No account matches “{ $typed }”
codes-none-found-hint = The search looks at issuers, names and tags. Try fewer letters.
codes-empty = No accounts yet
codes-empty-body = A service that offers two-factor authentication shows a QR code and a link or key. Add the link or the key here, and this screen shows the codes.
codes-now = Code
codes-next = Next
codes-left = { $seconds } s left
codes-hidden = Hidden until you point at it
codes-counted = Counted: each code works once
codes-copied = The code of { $name } is copied
codes-copied-clears = The clipboard clears itself in { $seconds } seconds.
codes-more = More about { $name }
codes-clock-late-seconds = The clock of this computer is { $shown } seconds late
codes-clock-ahead-seconds = The clock of this computer is { $shown } seconds ahead
codes-clock-late-minutes =
    { $count ->
        [one] The clock of this computer is { $shown } minute late
       *[other] The clock of this computer is { $shown } minutes late
    }
codes-clock-ahead-minutes =
    { $count ->
        [one] The clock of this computer is { $shown } minute ahead
       *[other] The clock of this computer is { $shown } minutes ahead
    }
codes-clock-body = The codes here are right all the same: they follow the clock of the service. Set the time of this computer to be kept automatically, so that they stay right without a network too.
codes-leave = Back
codes-unnamed = Unnamed account
codes-pin = Pin to the top
codes-unpin = Unpin
codes-edit = Change name and tags
codes-remove = Remove
codes-remove-title = Remove { $name }
codes-remove-body = This computer then shows no codes for it, and the key is gone for good. Where a service still asks for these codes, switch its two-factor authentication off first, or set up another app.
codes-remove-send = Remove { $name }
codes-removed = { $name } is removed
codes-edit-title = Name and tags of { $name }
codes-edit-save = Save
codes-issuer = Issuer
codes-issuer-help = Who asks for the codes, such as the name of a service.
codes-name = Account
codes-name-help = Your name or address there.
codes-tags = Tags
codes-tags-help = Words that it is found by, with commas between them.
codes-add-title = Add an account
codes-add-how = How do you add it?
codes-add-by-link = With a link
codes-add-by-hand = By hand
codes-link = Link
codes-link-help = It begins with otpauth:// and is what the QR code of the service says.
codes-secret = Key
codes-secret-help = Letters and digits from 2 to 7, as the service shows them. Spaces do not matter.
codes-kind = Kind of codes
codes-kind-time = By the time
codes-kind-counter = Counted
codes-kind-steam = Steam
codes-digits = Digits
codes-period = Seconds for each code
codes-algorithm = Hash function
codes-add-send = Add the account
codes-add-go-on = Go on
codes-add-by-screen = From the screen
codes-add-by-screen-help = Looks for QR codes in other windows. A code on paper or on a phone: take a photo and choose it as a picture.
codes-add-by-file = From a picture or a file
codes-add-by-file-help = A QR code, a backup, or what another program exported.
codes-tools = Bring over and back up
codes-backup-empty = There is no account to save yet.
codes-added = { $name } is added
codes-settings = How codes are shown
codes-hide = Hide codes until I point at them
codes-auto-lock = Lock when nobody uses Keyholder
codes-auto-lock-minutes =
    { $minutes ->
        [one] After { $minutes } minute
       *[other] After { $minutes } minutes
    }
codes-order = Order
codes-order-name = By name
codes-order-use = Most used first
codes-backup = Save a backup
codes-backup-form = What do you need?
codes-backup-sealed = A sealed file
codes-backup-sealed-help = For keeping. It holds everything, sealed with a passphrase of its own that nobody can reset. Keep both apart from this computer.
codes-backup-sealed-send = Save the backup
codes-backup-paper = A sheet of paper
codes-backup-paper-help = Every account with its QR code and its key, to be printed and locked away.
codes-backup-paper-send = Save the sheet unsealed
codes-backup-paper-next = Open it in a browser and print it. Then delete the file and empty the bin.
codes-backup-plain = A list for another program
codes-backup-plain-help = Every account as an otpauth:// link, as nearly every authenticator reads them. Tags and notes stay behind.
codes-backup-plain-send = Save the list unsealed
codes-backup-plain-next = Bring it over into the other program. Then delete the file and empty the bin.
codes-backup-bare-title = Whoever gets this file has your codes
codes-backup-bare = It is not sealed. Programs that synchronise or index your downloads read it as well. Only your own user account may open it.
codes-backup-bare-consent = I delete the file as soon as I have used it
codes-backup-saved = Saved among your downloads as { $file }
sheet-title = Codes of my accounts
sheet-lead = Made with Keyholder on { $date }. Whoever has this sheet can make the codes: lock it away, and shred it when it is out of date.
sheet-key = Key
sheet-settings = Settings

vault-create-title = Keep your codes in Keyholder
vault-create-lead = Keyholder makes the codes that services ask for when you sign in. The keys of your accounts lie in one sealed file on this computer, and nowhere else.
vault-create-keychain = The key of the file goes into { $name }. The vault then opens with your session on this computer.
vault-create-also = Also open it with a passphrase
vault-create-also-help = A way in if the keychain is lost. Nobody can reset it.
vault-create-passphrase-only = Without a keychain only a passphrase keeps the file sealed. You enter it whenever Keyholder starts, and nobody can reset it.
vault-create = Make the vault
vault-consent = I have read this, and keep the passphrase safe
vault-consent-needed = Tick the box above first.
vault-passphrase = Passphrase
vault-passphrase-help = At least { $min } characters. Several words are easier to remember than symbols.
vault-passphrase-again = Passphrase once more
vault-unlock-title = The vault is locked
vault-unlock-lead = No key of it is in memory. Open it to see your codes.
vault-unlock-keychain = Open with { $name }
vault-unlock-passphrase = Open with the passphrase
vault-open-older = Open it all the same
vault-open-previous = Open the copy before it

own-here = Set up on this computer
own-here-vault = Make and open your vault on the Codes screen first.
own-here-lead = Keyholder keeps the key in your vault, confirms it with the first code, and fills codes in when you sign in here.
own-here-advice = A phone is safer
own-here-advice-why = Here the password and the codes come together on one device. Whoever gets into this computer while the vault is open has both. If you can, set an app up on your phone as well, and give this computer an encrypted disk and a screen lock.
own-here-name = This computer
own-here-send = Set it up here
own-fill = Fill in the code from this computer
own-fill-failed = The code could not be filled in

problem-vault_absent = There is no vault on this computer any more. Make a new one, or put the file back.
problem-vault_exists = There is a file in the place of the vault already. Nothing was changed.
problem-vault_locked = The vault is locked. Open it first.
problem-vault_wrong_passphrase = This passphrase does not open the vault. Check the keyboard layout and capital letters.
problem-vault_wait = After several wrong passphrases one has to wait. Try again in { $retry_after } s.
problem-vault_wait-minutes = After several wrong passphrases one has to wait. Try again in { $minutes } minutes.
problem-vault_keychain =
    { $problem ->
        [no_session_bus] The keychain cannot be reached, because there is no session bus. Open the vault with its passphrase, or start Keyholder from your desktop.
        [no_service] No keychain runs on this computer. Use a passphrase, or start GNOME Keyring or KWallet.
        [locked] The keychain is locked. Unlock it, then try again.
        [denied] The system keeps Keyholder from the keychain. Allow it there, or use the passphrase.
       *[other] The keychain does not keep what it is given. Use a passphrase, or try again.
    }
problem-vault_key_gone = The keychain holds no key that opens this vault. Open it with its passphrase. If there is none, only a backup helps.
problem-vault_damaged =
    { $previous ->
        [true] The file of the vault is damaged. Nothing was changed. The copy before it lies beside it and may lack what was added last.
       *[other] The file of the vault is damaged, and there is no copy beside it. Nothing was changed. Put a backup in its place.
    }
problem-vault_older = The file of the vault is older than the one that was saved last. Somebody put a backup in its place. What was added since is not in it.
problem-vault_newer_version = A newer version of Keyholder made this file. Update the app, then open it.
problem-vault_unreadable = The file of the vault cannot be read. Check that it belongs to you and that the disk works.
problem-vault_not_saved = The vault could not be saved, and nothing was changed. Check that the disk is not full and that its folder belongs to you.
problem-vault_changed_elsewhere = Another program saved the vault meanwhile, and nothing was changed here. Lock it and open it again, then repeat this.
problem-vault_full = The vault holds no more. Remove what you no longer need.
problem-vault_no_memory = There is not enough free memory to try the passphrase. Close other programs, then try again.
problem-vault_entry_gone = This account is not in the vault any more.
problem-vault_account_known = This account is in the vault already.
problem-vault_account_unreadable =
    { $reason ->
        [not_otpauth] This is not a link for an authenticator. It has to begin with otpauth://.
        [migration] This is an export of several accounts from another phone. It is taken over as an import, not as a link.
        [secret] The link holds no key that can be read. Copy it again, as a whole.
        [kind] The link asks for a kind of codes that Keyholder does not know.
        [algorithm] The link asks for a hash function that Keyholder does not know.
        [digits] The link asks for another number of digits than six, seven or eight.
        [period] The link names no number of seconds for each code.
        [counter] The link names no counter.
       *[other] The link is too long to be one of an authenticator.
    }
