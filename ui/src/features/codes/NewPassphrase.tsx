import { TextField } from '../../components'
import { useL10n } from '../../l10n'

/** As in `crates/authenticator/src/vault/key.rs`. */
const MIN_CHARS = 12

/** A passphrase that is chosen now, typed twice. */
export function NewPassphrase({
  label,
  typed,
  onType,
  fault,
  again,
  onAgain,
  againFault,
  autoFocus = false,
}: {
  /** What it is called, where there is another one beside it. */
  label?: string
  typed: string
  onType: (typed: string) => void
  fault: string | undefined
  again: string
  onAgain: (again: string) => void
  againFault: string | undefined
  autoFocus?: boolean
}) {
  const { text } = useL10n()
  return (
    <>
      <TextField
        name="passphrase"
        type="password"
        reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
        label={label ?? text('vault-passphrase')}
        description={text('vault-passphrase-help', { min: MIN_CHARS })}
        autoComplete="new-password"
        autoFocus={autoFocus}
        value={typed}
        onChange={onType}
        error={fault}
      />
      <TextField
        name="again"
        type="password"
        label={text('vault-passphrase-again')}
        autoComplete="new-password"
        value={again}
        onChange={onAgain}
        error={againFault}
      />
    </>
  )
}
