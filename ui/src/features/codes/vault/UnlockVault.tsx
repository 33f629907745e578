import { type FormEvent, useState } from 'react'
import { clockOf, useWait } from '../../../app/useWait'
import { Banner, Button, TextField } from '../../../components'
import { backend, IpcFailure, type VaultCopy, type VaultView } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Codes.module.css'

/** Which copy is asked for after a refusal, in so many words. */
const OTHER_COPY: Partial<Record<string, { copy: VaultCopy; words: string }>> = {
  vault_older: { copy: 'older', words: 'vault-open-older' },
  vault_damaged: { copy: 'previous', words: 'vault-open-previous' },
}

/** Opens the vault: with the keychain at a press, or with the passphrase. */
export function UnlockVault({
  vault,
  onOpened,
}: {
  vault: VaultView
  onOpened: (view: VaultView) => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState<'keychain' | 'passphrase' | null>(null)
  const [missing, setMissing] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(
    vault.problem && new IpcFailure(vault.problem),
  )
  const [copy, setCopy] = useState<VaultCopy>('newest')
  const wait = useWait(failure)
  const waiting = wait > 0 ? text('form-wait', { left: clockOf(wait) }) : undefined
  // Of a file that cannot be read nobody knows what opens it: the copy beside it may take either.
  const unknown = !vault.keychain && !vault.passphrase
  const other = OTHER_COPY[failure?.code ?? '']
  const offersCopy =
    other !== undefined &&
    copy === 'newest' &&
    (failure?.code !== 'vault_damaged' || failure.params['previous'] === 'true')
  const wrong = failure?.code === 'vault_wrong_passphrase'

  const unlock = async (passphrase: string | null, which: VaultCopy) => {
    setBusy(passphrase === null ? 'keychain' : 'passphrase')
    setFailure(null)
    try {
      onOpened(await backend.unlockVault(passphrase, which))
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
      setTyped('')
      setBusy(null)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(typed === '')
    if (typed !== '' && busy === null && waiting === undefined) {
      void unlock(typed, copy)
    }
  }

  return (
    <div className={styles.card}>
      <h2 className={styles.title}>{text('vault-unlock-title')}</h2>
      <p className={styles.soft}>{text('vault-unlock-lead')}</p>
      {failure && !wrong && (
        <Banner
          tone={failure.code === 'vault_wait' || offersCopy ? 'warning' : 'danger'}
          live
          action={
            offersCopy ? (
              <Button
                onPress={() => {
                  setCopy(other.copy)
                  if (vault.keychain || unknown) {
                    void unlock(null, other.copy)
                  } else {
                    setFailure(null)
                  }
                }}
              >
                {text(other.words)}
              </Button>
            ) : undefined
          }
        >
          {problem(failure)}
        </Banner>
      )}
      {vault.keychain && !offersCopy && (
        <div className={styles.buttons}>
          <Button
            variant="primary"
            icon="key"
            busy={busy === 'keychain'}
            onPress={() => void unlock(null, copy)}
          >
            {text('vault-unlock-keychain', { name: vault.storage.name })}
          </Button>
        </div>
      )}
      {(vault.passphrase || unknown) && !offersCopy && (
        <form className={styles.parts} onSubmit={submit} noValidate>
          <TextField
            name="passphrase"
            type="password"
            reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
            label={text('vault-passphrase')}
            autoComplete="current-password"
            autoFocus={!vault.keychain}
            value={typed}
            onChange={(value) => {
              setTyped(value)
              setMissing(false)
            }}
            error={
              missing
                ? fieldProblem({ field: 'passphrase', code: 'required', params: {} })
                : wrong
                  ? problem(failure)
                  : undefined
            }
          />
          {waiting !== undefined && <p className={styles.soft}>{waiting}</p>}
          <div className={styles.buttons}>
            <Button
              variant={vault.keychain ? 'secondary' : 'primary'}
              icon="unlock"
              type="submit"
              busy={busy === 'passphrase'}
              unavailableReason={waiting}
            >
              {text('vault-unlock-passphrase')}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
