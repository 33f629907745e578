import type { ErrorOf } from '../../../app/form/FormDialog'
import { Button, IconButton, Select, TextField } from '../../../components'
import type { CreateTerminal, TerminalKind } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { TERMINAL_KINDS } from '../../../places/wishes'
import styles from './TerminalRows.module.css'

/** The most terminals that are made together with a location, as the service takes them. */
const MOST = 100

/** The terminals of a location that is about to be made, one row each. */
export function TerminalRows({
  value,
  errorOf,
  onChange,
}: {
  value: readonly CreateTerminal[]
  errorOf: ErrorOf
  onChange: (value: CreateTerminal[]) => void
}) {
  const { text } = useL10n()
  const change = (index: number, changes: Partial<CreateTerminal>) =>
    onChange(value.map((each, at) => (at === index ? { ...each, ...changes } : each)))
  const problem = errorOf('terminals')
  return (
    <fieldset className={styles.rows}>
      <legend className={styles.legend}>
        {text('waiting-terminals', { count: value.length })}
      </legend>
      {problem && (
        <p className={styles.error} role="alert">
          {problem}
        </p>
      )}
      {value.map((terminal, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, as the service names it
        <div key={index} className={styles.row}>
          <TextField
            label={text('provider-terminal-number')}
            value={terminal.number}
            onChange={(number) => change(index, { number })}
            error={errorOf(`terminals.${index}.number`)}
            isRequired
          />
          <TextField
            label={text('place-name')}
            value={terminal.name}
            onChange={(name) => change(index, { name })}
            error={errorOf(`terminals.${index}.name`)}
            isRequired
          />
          <Select
            label={text('provider-terminal-kind')}
            options={TERMINAL_KINDS.map((id) => ({ id, label: text(`terminal-${id}`) }))}
            selected={terminal.kind}
            onSelect={(kind) => change(index, { kind: kind as TerminalKind })}
          />
          <div className={styles.remove}>
            <IconButton
              icon="close"
              label={text('waiting-remove-terminal', { number: index + 1 })}
              onPress={() => onChange(value.filter((_, at) => at !== index))}
            />
          </div>
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon="add"
          unavailableReason={
            value.length >= MOST ? text('field-too_many', { max: MOST }) : undefined
          }
          onPress={() => onChange([...value, { number: '', name: '', kind: 'point_of_sale' }])}
        >
          {text('provider-add-terminal')}
        </Button>
      </div>
    </fieldset>
  )
}
