import { Button, Icon } from '../../../components'
import type { VaultView } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Codes.module.css'
import type { WayChange } from './wayChange'

/** The two ways to open the vault, and what can be done about each. */
export function Ways({
  vault,
  onChange,
}: {
  vault: VaultView
  onChange: (change: WayChange) => void
}) {
  const { text } = useL10n()
  const { keychain, passphrase, storage } = vault
  const closed = vault.status === 'open' ? undefined : text('keys-open-first')
  const last = closed ?? (keychain && passphrase ? undefined : text('keys-last'))
  const none = closed ?? (storage.kind === 'keychain' ? undefined : text('keys-no-keychain'))
  return (
    <div className={styles.listed}>
      <h3 className={styles.subtitle}>{text('keys-ways')}</h3>
      <ul className={styles.ways}>
        <li className={styles.way}>
          <Icon name="key" />
          <span className={styles.reason}>
            <span className={styles.strong}>{storage.name}</span>
            <span className={styles.soft}>
              {text(keychain ? 'keys-keychain-opens' : 'keys-keychain-opens-not')}
            </span>
          </span>
          {keychain ? (
            <Button
              size="small"
              unavailableReason={last}
              aria-label={text('keys-remove-named', { name: storage.name })}
              onPress={() => onChange('remove_keychain')}
            >
              {text('keys-remove')}
            </Button>
          ) : (
            <Button
              size="small"
              unavailableReason={none}
              aria-label={text('keys-add-named', { name: storage.name })}
              onPress={() => onChange('add_keychain')}
            >
              {text('keys-add')}
            </Button>
          )}
        </li>
        <li className={styles.way}>
          <Icon name="edit" />
          <span className={styles.reason}>
            <span className={styles.strong}>{text('vault-passphrase')}</span>
            <span className={styles.soft}>
              {text(passphrase ? 'keys-passphrase-opens' : 'keys-passphrase-opens-not')}
            </span>
          </span>
          {passphrase ? (
            <>
              <Button
                size="small"
                unavailableReason={closed}
                onPress={() => onChange('change_passphrase')}
              >
                {text('keys-change-passphrase')}
              </Button>
              <Button
                size="small"
                unavailableReason={last}
                aria-label={text('keys-remove-named', { name: text('vault-passphrase') })}
                onPress={() => onChange('remove_passphrase')}
              >
                {text('keys-remove')}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              unavailableReason={closed}
              onPress={() => onChange('set_passphrase')}
            >
              {text('keys-set-passphrase')}
            </Button>
          )}
        </li>
      </ul>
    </div>
  )
}
