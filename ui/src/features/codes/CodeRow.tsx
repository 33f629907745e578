import { useState } from 'react'
import { RowMenuButton } from '../../components'
import type { VaultEntry } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { Face } from './brands/Face'
import { CodeLook, CountedLook, TimedLook } from './CodeLook'
import { initialsOf, nameOf } from './names'
import { useCode, useSecond } from './useCode'

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
    <CodeLook
      entry={entry}
      face={<Face issuer={entry.issuer} initials={initialsOf(entry)} />}
      codes={
        counted ? (
          <CountedLook spent={spent} />
        ) : (
          <TimeCodes entry={entry} asked={!hide || pointed} />
        )
      }
      end={<RowMenuButton label={text('codes-more', { name })} isOpen={menuOpen} onOpen={onMenu} />}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setPointed(true)}
      onBlur={() => setPointed(false)}
    />
  )
}

function TimeCodes({ entry, asked }: { entry: VaultEntry; asked: boolean }) {
  const code = useCode(entry.id, asked)
  return <TimedLook entry={entry} code={code} second={useSecond()} />
}
