import { useState } from 'react'
import { Icon, RowMenuButton } from '../../components'
import type { VaultEntry } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { Face } from './brands/Face'
import styles from './CodeRow.module.css'
import { grouped, initialsOf, nameOf } from './names'
import { useCode, useSecond } from './useCode'

/** Codes about to end are marked. */
const SOON = 5

/** An account: whose, the code and the next one at the same size, and how long they hold. */
export function CodeRow({
  entry,
  hide,
  spent,
  menuOpen,
  onMenu,
}: {
  entry: VaultEntry
  /** Whether the code is shown only while one points at it. */
  hide: boolean
  /** The counted code that was taken last. */
  spent: string | undefined
  /** Whether the menu of the list stands open at this row. */
  menuOpen: boolean
  /** Opens it at the button of this row. */
  onMenu: (button: Element) => void
}) {
  const { text } = useL10n()
  const [pointed, setPointed] = useState(false)
  const counted = entry.period_seconds === null
  const name = nameOf(entry, text('codes-unnamed'))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens whether one points at the row
    <div
      className={styles.row}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setPointed(true)}
      onBlur={() => setPointed(false)}
    >
      <Face issuer={entry.issuer} initials={initialsOf(entry)} />
      <span className={styles.words}>
        <span className={styles.line}>
          <bdi className={styles.issuer}>{entry.issuer || name}</bdi>
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
      {counted ? (
        <span className={styles.counted}>
          {spent === undefined ? text('codes-counted') : <Digits code={spent} />}
        </span>
      ) : (
        <TimeCodes entry={entry} asked={!hide || pointed} />
      )}
      <RowMenuButton label={text('codes-more', { name })} isOpen={menuOpen} onOpen={onMenu} />
    </div>
  )
}

function TimeCodes({ entry, asked }: { entry: VaultEntry; asked: boolean }) {
  const { text } = useL10n()
  const code = useCode(entry.id, asked)
  const second = useSecond()
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
