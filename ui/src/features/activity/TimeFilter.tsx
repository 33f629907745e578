import { useState } from 'react'
import { Button, MenuButton, MenuChoices, MenuItem } from '../../components'
import { DateField } from '../../components/DateField/DateField'
import { useL10n, useNow } from '../../l10n'
import styles from './ActivityScreen.module.css'
import { type ActivitySearch, dayOf, isDay, SPANS, type Span } from './search'

const WEEK = 7 * 24 * 60 * 60 * 1000

/** Since when, or between which two days. */
export function TimeFilter({
  search,
  onChange,
}: {
  search: ActivitySearch
  onChange: (next: ActivitySearch) => void
}) {
  const { text } = useL10n()
  const now = useNow()
  const span = search.span ?? 'all'
  const choose = (next: Span) => {
    const { from: _from, to: _to, ...rest } = search
    onChange(
      next === 'range'
        ? {
            ...rest,
            span: next,
            from: search.from ?? dayOf(now - WEEK),
            to: search.to ?? dayOf(now),
          }
        : { ...rest, span: next },
    )
  }
  return (
    <>
      <MenuButton
        label={text('activity-filter-time')}
        trigger={
          <Button size="small" variant={span === 'all' ? 'quiet' : 'secondary'} opens>
            {text(`activity-span-${span}`)}
          </Button>
        }
      >
        <MenuChoices
          title={text('activity-filter-time')}
          selected={span}
          onSelect={(next) => choose(next as Span)}
        >
          {SPANS.map((one) => (
            <MenuItem key={one} id={one}>
              {text(`activity-span-${one}`)}
            </MenuItem>
          ))}
        </MenuChoices>
      </MenuButton>
      {span === 'range' && <Range search={search} onChange={onChange} />}
    </>
  )
}

/** Two days. What is typed counts once it is a whole range; until then the list stays as it is. */
function Range({
  search,
  onChange,
}: {
  search: ActivitySearch
  onChange: (next: ActivitySearch) => void
}) {
  const { text } = useL10n()
  const [typed, setTyped] = useState({ from: search.from ?? null, to: search.to ?? null })
  const backwards = typed.from !== null && typed.to !== null && typed.to < typed.from
  const type = (next: typeof typed) => {
    setTyped(next)
    const whole = [next.from, next.to].every((day) => day === null || isDay(day))
    if (whole && (next.from === null || next.to === null || next.from <= next.to)) {
      const { from: _from, to: _to, ...rest } = search
      onChange({
        ...rest,
        ...(next.from !== null && { from: next.from }),
        ...(next.to !== null && { to: next.to }),
      })
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row.
    <div role="group" aria-label={text('activity-span-range')} className={styles.range}>
      <DateField
        label={text('activity-from')}
        value={typed.from}
        onChange={(from) => type({ ...typed, from })}
      />
      <DateField
        label={text('activity-to')}
        value={typed.to}
        {...(backwards && { error: text('activity-range-backwards') })}
        onChange={(to) => type({ ...typed, to })}
      />
    </div>
  )
}
