import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button, TextField } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { DoorFooter } from './DoorFooter'
import styles from './Form.module.css'
import { Frame } from './Frame'

/** Where the service is. Asked once, then remembered. */
export function Connect({
  initial,
  onConnected,
  onBack,
  onCodes,
}: {
  initial: string
  onConnected: (serverUrl: string) => void
  /** Keeps the remembered address; absent on the first start. */
  onBack: (() => void) | null
  /** Shows the codes of the vault. */
  onCodes: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const [address, setAddress] = useState(initial)
  const [empty, setEmpty] = useState(false)
  const connect = useMutation({
    mutationFn: () => backend.connect(address.trim()),
    onSuccess: ({ server_url }) => onConnected(server_url),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const nothing = address.trim() === ''
    setEmpty(nothing)
    if (!nothing && !connect.isPending) {
      connect.mutate()
    }
  }
  const error = empty
    ? fieldProblem({ field: 'server_url', code: 'required' })
    : connect.isError
      ? problem(IpcFailure.from(connect.error))
      : undefined
  return (
    <Frame footer={<DoorFooter onCodes={onCodes} />}>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text('connect-title')}</h1>
        <p className={styles.lead}>{text('connect-lead')}</p>
      </div>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={text('connect-address')}
          description={text('connect-address-help')}
          placeholder="https://id.example.com"
          type="url"
          inputMode="url"
          autoComplete="url"
          autoCorrect="off"
          spellCheck="false"
          autoFocus
          value={address}
          onChange={(value) => {
            setAddress(value)
            setEmpty(false)
            connect.reset()
          }}
          error={error}
        />
        <Button variant="primary" type="submit" wide busy={connect.isPending}>
          {text('connect-submit')}
        </Button>
        {onBack && (
          <Button variant="quiet" icon="back" wide onPress={onBack}>
            {text('connect-back')}
          </Button>
        )}
      </form>
    </Frame>
  )
}
