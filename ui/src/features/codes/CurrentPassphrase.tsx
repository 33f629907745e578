import { TextField } from '../../components'
import { IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** The passphrase that opens the vault now, typed once more. */
export function CurrentPassphrase({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: string
  onChange: (value: string) => void
  error: string | undefined
  autoFocus?: boolean
}) {
  const { text } = useL10n()
  return (
    <TextField
      name="current"
      type="password"
      reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
      label={text('keys-current')}
      autoComplete="current-password"
      autoFocus={autoFocus}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}

/** Sends what needs the passphrase; a wrong one is taken out of its field. */
export async function withCurrent<T>(send: () => Promise<T>, clear: () => void): Promise<T> {
  try {
    return await send()
  } catch (thrown) {
    const failure = IpcFailure.from(thrown)
    if (failure.code === 'vault_wrong_passphrase') {
      clear()
    }
    throw failure
  }
}
