import { ButtonLook } from '../components/Button/ButtonLook'
import field from '../components/Field/Field.module.css'
import { Icon } from '../components/Icon/Icon'
import { IconLook } from '../components/IconButton/IconLook'
import list from '../components/RowList/RowList.module.css'
import search from '../components/SearchField/SearchField.module.css'
import { CodeLook, CountedLook, TimedLook } from '../features/codes/CodeLook'
import screen from '../features/codes/Codes.module.css'
import { initialsOf } from '../features/codes/names'
import type { FirstCodes } from '../ipc/client'
import { useL10n } from '../l10n/L10nContext'

/** The codes that fit on the screen. */
export function CodesSight({
  ahead: { entries, codes },
  rows,
}: {
  ahead: FirstCodes
  rows: number
}) {
  const { text, number } = useL10n()
  const second = Math.floor(Date.now() / 1_000)
  const codeOf = new Map(codes.map((code) => [code.id, code]))
  return (
    <div className={screen.screen}>
      <header className={screen.header}>
        <h1>{text('screen-codes')}</h1>
        <span className={screen.count}>
          {text('codes-count', { count: number(entries.length) })}
        </span>
        <span className={screen.gap} />
        <IconLook icon="more" />
        <IconLook icon="adjust" />
        <ButtonLook icon="locked">{text('codes-lock')}</ButtonLook>
        <ButtonLook variant="primary" icon="add">
          {text('codes-add')}
        </ButtonLook>
      </header>
      <div className={field.box}>
        <span className={search.glass}>
          <Icon name="search" />
        </span>
        <span className={search.glass}>{text('codes-search-placeholder')}</span>
      </div>
      <div className={list.frame}>
        <div className={list.list}>
          {entries.slice(0, rows).map((entry) => (
            <div key={entry.id} className={list.row}>
              <CodeLook
                entry={entry}
                face={initialsOf(entry)}
                codes={
                  entry.period_seconds === null ? (
                    <CountedLook spent={undefined} />
                  ) : (
                    <TimedLook entry={entry} code={codeOf.get(entry.id)} second={second} />
                  )
                }
                end={<IconLook icon="more" />}
              />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
