import { useEffect, useState } from 'react'
import { useLinkWaits, useVault } from '../../app/vault'
import { Banner, Button, ErrorState, Skeleton, toast } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Codes.module.css'
import { KeysPage } from './keys/KeysPage'
import { OpenVault } from './OpenVault'
import { CreateVault } from './vault/CreateVault'
import { UnlockVault } from './vault/UnlockVault'

/** The codes of one's own accounts: the vault is made, opened, and shown. */
export function CodesScreen() {
  const { text, problem } = useL10n()
  const { vault, error, refetch, put } = useVault()
  useEffect(
    () => backend.onVaultLocked(() => toast({ tone: 'info', title: text('codes-locked-itself') })),
    [text],
  )
  const linkWaits = useLinkWaits()
  const [keys, setKeys] = useState(false)
  if (keys && vault) {
    return <KeysPage vault={vault} onChanged={put} onBack={() => setKeys(false)} />
  }
  if (vault?.status === 'open') {
    return <OpenVault vault={vault} onLocked={put} onKeys={() => setKeys(true)} />
  }
  return (
    <div className={styles.page}>
      <h1>{text('screen-codes')}</h1>
      {linkWaits && (
        <Banner tone="info" live>
          {text('opened-link-waits')}
        </Banner>
      )}
      {vault?.status === 'absent' ? (
        <CreateVault storage={vault.storage} onMade={put} />
      ) : vault ? (
        <UnlockVault vault={vault} onOpened={put} />
      ) : error ? (
        <ErrorState
          title={text('codes-failed')}
          action={<Button onPress={() => void refetch()}>{text('shell-try-again')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <div className={styles.waiting} aria-busy="true">
          <Skeleton height="4rem" />
          <Skeleton height="4rem" />
        </div>
      )}
      {vault && (
        <div className={styles.buttons}>
          <Button variant="quiet" icon="key" onPress={() => setKeys(true)}>
            {text('keys-title')}
          </Button>
        </div>
      )}
    </div>
  )
}
