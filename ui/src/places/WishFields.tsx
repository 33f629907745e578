import type { ErrorOf } from '../app/form/FormDialog'
import { TextField } from '../components'
import { useL10n } from '../l10n'
import styles from './WishFields.module.css'
import { TERMINAL_KINDS, toWishes, type WishDraft } from './wishes'

/** How many terminals of each kind somebody wishes for; empty is none. */
export function WishFields({
  value,
  errorOf,
  onChange,
}: {
  value: WishDraft
  errorOf: ErrorOf
  onChange: (value: WishDraft) => void
}) {
  const { text } = useL10n()
  const sent = toWishes(value)
  return (
    <fieldset className={styles.wishes}>
      <legend className={styles.legend}>{text('wish-terminals')}</legend>
      <div className={styles.kinds}>
        {TERMINAL_KINDS.map((kind) => {
          const index = sent.findIndex((each) => each.kind === kind)
          return (
            <TextField
              key={kind}
              label={text(`terminal-${kind}`)}
              inputMode="numeric"
              placeholder="0"
              maxLength={3}
              value={value[kind]}
              onChange={(typed) => onChange({ ...value, [kind]: typed.replace(/\D/g, '') })}
              error={index < 0 ? undefined : errorOf(`terminals.${index}.count`)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
