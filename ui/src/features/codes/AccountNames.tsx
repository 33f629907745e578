import { TextField } from '../../components'
import { useL10n } from '../../l10n'

/** Who asks for the codes of an account, and whose it is there. */
export function AccountNames({
  issuer,
  onIssuer,
  name,
  onName,
  errorOf,
}: {
  issuer: string
  onIssuer: (issuer: string) => void
  name: string
  onName: (name: string) => void
  errorOf: (field: string) => string | undefined
}) {
  const { text } = useL10n()
  return (
    <>
      <TextField
        name="issuer"
        label={text('codes-issuer')}
        description={text('codes-issuer-help')}
        autoFocus
        value={issuer}
        onChange={onIssuer}
        error={errorOf('issuer')}
      />
      <TextField
        name="account"
        label={text('codes-name')}
        description={text('codes-name-help')}
        value={name}
        onChange={onName}
        error={errorOf('name')}
      />
    </>
  )
}
