/** What is changed of the ways to open the vault. */
export type WayChange =
  | 'set_passphrase'
  | 'change_passphrase'
  | 'remove_passphrase'
  | 'add_keychain'
  | 'remove_keychain'
