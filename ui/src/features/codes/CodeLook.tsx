import type { ComponentProps, ReactNode } from 'react'
import { Icon } from '../../components/Icon/Icon'
import type { ShownCode, VaultEntry } from '../../ipc/client'
import { useL10n } from '../../l10n/L10nContext'
import styles from './CodeRow.module.css'
import { grouped, nameOf } from './names'

/** Codes about to end are marked. */
const SOON = 5

/** How an account looks in a list: what it is recognised by, whose it is, its codes, and what one can do. */
export function CodeLook({
  entry,
  face,
  codes,
  end,
  ...rest
}: {
  entry: VaultEntry
  face: ReactNode
  codes: ReactNode
  end: ReactNode
} & ComponentProps<'div'>) {
  const { text } = useL10n()
  return (
    <div className={styles.row} {...rest}>
      <span className={styles.face} aria-hidden>
        {face}
      </span>
      <span className={styles.words}>
        <span className={styles.line}>
          <bdi className={styles.issuer}>
            {entry.issuer || nameOf(entry, text('codes-unnamed'))}
          </bdi>
          {entry.pinned && <Icon name="pin" size={12} />}
        </span>
        <span className={styles.line}>
          {entry.issuer !== '' && <bdi className={styles.name}>{entry.name}</bdi>}
          {entry.tags.map((tag) => (
            <span key={tag} className={styles.tag}>
              {tag}
            </span>
          ))}
        </span>
      </span>
      {codes}
      {end}
    </div>
  )
}

/** The code of a counter, once it was taken. */
export function CountedLook({ spent }: { spent: string | undefined }) {
  const { text } = useL10n()
  return (
    <span className={styles.counted}>
      {spent === undefined ? text('codes-counted') : <Digits code={spent} />}
    </span>
  )
}

/** The code of the moment and the next one at the same size, and how long they hold; without one, dots. */
export function TimedLook({
  entry,
  code,
  second,
}: {
  entry: VaultEntry
  code: ShownCode | undefined
  /** The time in whole seconds since 1970. */
  second: number
}) {
  const { text } = useL10n()
  const period = entry.period_seconds ?? 30
  const left = code ? Math.max(0, Math.ceil(Date.parse(code.ends_at) / 1_000 - second)) : 0
  const hidden = grouped('•'.repeat(entry.digits))
  return (
    <span className={styles.codes}>
      <span className={styles.pair}>
        <span className={styles.label}>{text('codes-now')}</span>
        {code ? (
          <Digits code={code.current} />
        ) : (
          <span className={styles.code} title={text('codes-hidden')}>
            <span aria-hidden>{hidden}</span>
            <span className="unseen">{text('codes-hidden')}</span>
          </span>
        )}
      </span>
      <span className={`${styles.pair} ${styles.next}`}>
        <span className={styles.label}>{text('codes-next')}</span>
        {code ? <Digits code={code.next} /> : <span className={styles.code}>{hidden}</span>}
      </span>
      <span className={styles.time} data-soon={(code !== undefined && left <= SOON) || undefined}>
        <span className={styles.left}>{code && text('codes-left', { seconds: left })}</span>
        <span className={styles.track}>
          <span
            className={styles.bar}
            style={{ transform: `scaleX(${code ? left / period : 0})` }}
          />
        </span>
      </span>
    </span>
  )
}

function Digits({ code }: { code: string }) {
  return <span className={styles.code}>{grouped(code)}</span>
}
