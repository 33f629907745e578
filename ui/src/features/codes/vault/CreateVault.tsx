import { type FormEvent, useState } from 'react'
import { keyStorageWords } from '../../../app/keyStorage'
import { Banner, Button, Checkbox, Icon, Switch } from '../../../components'
import { backend, IpcFailure, type KeyStorage, type VaultView } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Codes.module.css'
import { NewPassphrase } from '../NewPassphrase'

/** Makes the vault: opened by the keychain, by a passphrase, or by both. */
export function CreateVault({
  storage,
  onMade,
}: {
  storage: KeyStorage
  onMade: (view: VaultView) => void
}) {
  const l10n = useL10n()
  const { text, problem, fieldProblem } = l10n
  const keychain = storage.kind === 'keychain'
  const [also, setAlso] = useState(false)
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [consent, setConsent] = useState(false)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const asks = !keychain || also
  const differs = tried && typed !== '' && typed !== again
  const fault =
    tried && typed === ''
      ? { field: 'passphrase', code: 'required' as const, params: {} }
      : failure?.errors.find(({ field }) => field === 'passphrase')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setFailure(null)
    if (busy || (asks && (typed === '' || typed !== again || !consent))) {
      return
    }
    setBusy(true)
    try {
      onMade(await backend.createVault(keychain, asks ? typed : null))
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
      setBusy(false)
    }
  }

  return (
    <form className={styles.card} onSubmit={(event) => void submit(event)} noValidate>
      <h2 className={styles.title}>{text('vault-create-title')}</h2>
      <p>{text('vault-create-lead')}</p>
      {failure && failure.errors.length === 0 && (
        <Banner tone="danger" live>
          {problem(failure)}
        </Banner>
      )}
      {keychain ? (
        <>
          <p className={styles.fact}>
            <Icon name="key" />
            <span>{text('vault-create-keychain', { name: storage.name })}</span>
          </p>
          <Switch isSelected={also} onChange={setAlso} description={text('vault-create-also-help')}>
            {text('vault-create-also')}
          </Switch>
        </>
      ) : (
        <Banner tone="warning" title={keyStorageWords(l10n, storage).title}>
          {text('vault-create-passphrase-only')}
        </Banner>
      )}
      {asks && (
        <>
          <NewPassphrase
            typed={typed}
            onType={setTyped}
            fault={fault && fieldProblem(fault)}
            again={again}
            onAgain={setAgain}
            againFault={
              differs ? fieldProblem({ field: 'again', code: 'mismatch', params: {} }) : undefined
            }
          />
          <Checkbox isSelected={consent} onChange={setConsent}>
            {text('vault-consent')}
          </Checkbox>
        </>
      )}
      <div className={styles.buttons}>
        <Button
          variant="primary"
          type="submit"
          busy={busy}
          unavailableReason={asks && !consent ? text('vault-consent-needed') : undefined}
        >
          {text('vault-create')}
        </Button>
      </div>
    </form>
  )
}
