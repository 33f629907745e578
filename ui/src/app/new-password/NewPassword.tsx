import { useEffect, useState } from 'react'
import { Icon, TextField } from '../../components'
import { backend, type FieldError, type PasswordRules } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './NewPassword.module.css'

/** What a rule is broken by; the rest of the rule is its sentence. */
interface Rule {
  words: string
  codes: readonly FieldError['code'][]
}

/**
 * A new password, with what it must be like ticked off as one types. The app core checks it with the
 * very code of the service; only earlier passwords are for the service alone to know.
 */
export function NewPassword({
  label,
  names,
  rules,
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  label: string
  /** What must not stand in it: names, address, company. */
  names: readonly string[]
  rules: PasswordRules
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  autoFocus?: boolean
}) {
  const { text } = useL10n()
  const faults = useFaults(value, names, rules)
  return (
    <div className={styles.field}>
      <TextField
        name="new-password"
        label={label}
        type="password"
        reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
        autoComplete="new-password"
        autoFocus={autoFocus}
        value={value}
        onChange={onChange}
        error={error}
      />
      <ul className={styles.rules} aria-label={text('password-rules')}>
        {rulesOf(rules, text).map(({ words, codes }) => {
          const met = faults !== null && !faults.some(({ code }) => codes.includes(code))
          return (
            <li key={words} className={met ? styles.met : styles.open}>
              <Icon name={met ? 'check' : 'minus'} size={14} />
              <span>{words}</span>
              <span className="unseen">{met ? text('password-rule-met') : ''}</span>
            </li>
          )
        })}
      </ul>
      <p className={styles.yours}>{text('password-yours')}</p>
    </div>
  )
}

function rulesOf(
  { min_chars, composition }: PasswordRules,
  text: (key: string, args?: Record<string, string | number>) => string,
): Rule[] {
  const kinds: Record<PasswordRules['composition'], Rule[]> = {
    any: [],
    letters_and_digits: [
      { words: text('password-rule-letters-digits'), codes: ['no_letter', 'no_digit'] },
    ],
    four_kinds: [
      { words: text('password-rule-cases'), codes: ['no_uppercase', 'no_lowercase'] },
      { words: text('password-rule-digit'), codes: ['no_digit'] },
      { words: text('password-rule-special'), codes: ['no_special'] },
    ],
  }
  return [
    {
      words: text('password-rule-length', { min: min_chars }),
      codes: ['too_short', 'too_long', 'required'],
    },
    ...kinds[composition],
    { words: text('password-rule-guessable'), codes: ['guessable'] },
    { words: text('password-rule-names'), codes: ['holds_name'] },
  ]
}

/** The faults of what is typed; `null` while nothing is. Nothing of it is kept. */
function useFaults(
  value: string,
  names: readonly string[],
  rules: PasswordRules,
): readonly FieldError[] | null {
  const [checked, setChecked] = useState<{ value: string; faults: FieldError[] } | null>(null)
  const key = names.join('\n')
  const { min_chars, composition } = rules
  useEffect(() => {
    let stale = false
    if (value !== '') {
      backend.checkPassword(value, key.split('\n'), { min_chars, composition }).then(
        (faults) => stale || setChecked({ value, faults }),
        () => undefined,
      )
    }
    return () => {
      stale = true
    }
  }, [value, key, min_chars, composition])
  // What was said of the text before stays until the new answer is there, so that nothing flickers.
  return value === '' ? null : (checked?.faults ?? null)
}
