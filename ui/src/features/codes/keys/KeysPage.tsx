import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keyStorageWords } from '../../../app/keyStorage'
import { VAULT_KEY } from '../../../app/vault'
import { Banner, Button, ErrorState, Fact, Facts, Skeleton } from '../../../components'
import { backend, IpcFailure, type KeyPlaces, type VaultView } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Codes.module.css'
import { WayDialog } from './WayDialog'
import { Ways } from './Ways'
import type { WayChange } from './wayChange'

/** Where the keys of this computer are kept, and what opens the vault. */
export function KeysPage({
  vault,
  onChanged,
  onBack,
}: {
  vault: VaultView
  onChanged: (view: VaultView) => void
  onBack: () => void
}) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const [change, setChange] = useState<WayChange | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: [...VAULT_KEY, 'places'],
    queryFn: () => backend.readKeyPlaces(),
    networkMode: 'always',
    gcTime: 0,
  })
  return (
    <div className={styles.page}>
      <div className={styles.buttons}>
        <Button variant="quiet" icon="back" autoFocus onPress={onBack}>
          {text('keys-back')}
        </Button>
      </div>
      <h1>{text('keys-title')}</h1>
      {error ? (
        <ErrorState
          title={text('keys-failed')}
          action={<Button onPress={() => void refetch()}>{text('shell-try-again')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : !data ? (
        <div className={styles.waiting} aria-busy="true">
          <Skeleton height="8rem" />
          <Skeleton height="8rem" />
        </div>
      ) : (
        <>
          {data.storage.kind === 'memory' && (
            <Banner tone="warning" title={keyStorageWords(l10n, data.storage).title}>
              {keyStorageWords(l10n, data.storage).body}
            </Banner>
          )}
          <section className={styles.card} aria-labelledby="keys-service">
            <h2 id="keys-service" className={styles.title}>
              {text('keys-service')}
            </h2>
            <p className={styles.soft}>{text('keys-service-lead')}</p>
            <Facts>
              <Fact name={text('keys-service-address')}>{data.service ?? text('keys-none')}</Fact>
              <Fact name={text('keys-device-key')}>{placeOf(data, data.device_key)}</Fact>
              <Fact name={text('keys-session')}>{placeOf(data, data.session)}</Fact>
            </Facts>
          </section>
          <section className={styles.card} aria-labelledby="keys-vault">
            <h2 id="keys-vault" className={styles.title}>
              {text('keys-vault')}
            </h2>
            <p className={styles.soft}>{text('keys-vault-lead')}</p>
            <Facts>
              <Fact name={text('keys-vault-file')}>
                <bdi className={styles.path}>{data.vault_file}</bdi>
              </Fact>
              {data.vault_copy !== null && (
                <Fact name={text('keys-vault-copy')}>
                  <bdi className={styles.path}>{data.vault_copy}</bdi>
                </Fact>
              )}
              <Fact name={text('keys-vault-key')}>{placeOf(data, data.vault_key)}</Fact>
            </Facts>
            <Ways vault={vault} onChange={setChange} />
          </section>
        </>
      )}
      {change && (
        <WayDialog
          change={change}
          vault={vault}
          onChanged={async (view) => {
            onChanged(view)
            await refetch()
          }}
          onClose={() => setChange(null)}
        />
      )}
    </div>
  )

  function placeOf({ storage }: KeyPlaces, held: boolean): string {
    if (held) {
      return text('keys-in-keychain', { name: storage.name })
    }
    return storage.kind === 'keychain'
      ? text('keys-not-kept', { name: storage.name })
      : text('keys-in-memory')
  }
}
