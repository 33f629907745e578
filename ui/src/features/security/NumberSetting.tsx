import { TextField } from '../../components'
import type { FieldError, NumberLimits, PolicyNumber } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** One number of the policy, with how far it can be moved and what it was. */
export function NumberSetting({
  number,
  limits: { least, most },
  value,
  before,
  locked,
  fault,
  onChange,
}: {
  number: PolicyNumber
  limits: NumberLimits
  value: string
  before: number
  locked: boolean
  fault: FieldError | undefined
  onChange: (words: string) => void
}) {
  const { text, fieldProblem } = useL10n()
  const was = value === String(before) ? '' : ` ${text('security-was', { before })}`
  return (
    <TextField
      name={number}
      label={text(`security-number-${number}`)}
      description={locked ? undefined : `${text('security-range', { least, most })}${was}`}
      inputMode="numeric"
      isReadOnly={locked}
      value={value}
      onChange={onChange}
      error={fault && fieldProblem(fault)}
    />
  )
}
