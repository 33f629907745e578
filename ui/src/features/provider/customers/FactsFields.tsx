import type { ErrorOf } from '../../../app/form/FormDialog'
import { Checkbox, RadioGroup, TextField } from '../../../components'
import type { CustomerMode, SaveCustomer } from '../../../ipc/client'
import { useL10n } from '../../../l10n'

const MODES: readonly CustomerMode[] = ['test', 'live']

/** What the provider says of a customer. */
export function FactsFields({
  value,
  prefix,
  errorOf,
  onChange,
}: {
  value: SaveCustomer
  /** What leads the names of the fields on the wire. */
  prefix: string
  errorOf: ErrorOf
  onChange: (value: SaveCustomer) => void
}) {
  const { text } = useL10n()
  return (
    <>
      <TextField
        label={text('provider-number')}
        description={text('provider-number-help')}
        inputMode="numeric"
        value={value.number}
        onChange={(number) => onChange({ ...value, number })}
        error={errorOf(`${prefix}number`)}
        isRequired
        autoFocus
      />
      <TextField
        label={text('provider-name')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        error={errorOf(`${prefix}name`)}
        isRequired
      />
      <RadioGroup
        label={text('provider-mode')}
        options={MODES.map((mode) => ({
          id: mode,
          label: text(`mode-${mode}`),
          description: text(`provider-mode-${mode}`),
        }))}
        selected={value.mode}
        onSelect={(mode) => onChange({ ...value, mode: mode as CustomerMode })}
      />
      <Checkbox
        isSelected={value.acquirer_agreement}
        onChange={(acquirer_agreement) => onChange({ ...value, acquirer_agreement })}
        description={text('provider-agreement-help')}
      >
        {text('provider-agreement')}
      </Checkbox>
    </>
  )
}
