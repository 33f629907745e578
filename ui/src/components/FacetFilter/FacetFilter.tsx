import type { ReactNode } from 'react'
import { Button } from '../Button/Button'
import { Checkbox } from '../Checkbox/Checkbox'
import { PopoverButton } from '../Popover/Popover'
import styles from './FacetFilter.module.css'

export interface FacetFilterProps {
  /** What is filtered by: "Status". */
  title: string
  /** The title with the number of values that are on. */
  buttonText: string
  options: readonly { id: string; label: string }[]
  selected: readonly string[]
  onChange: (selected: string[]) => void
  /** A field above the options, where there are many. */
  search?: ReactNode
  /** Said when there is no option. */
  noneText: string
}

/** One filter: a button that opens its values. */
export function FacetFilter(props: FacetFilterProps) {
  const { title, buttonText, options, selected, onChange, search, noneText } = props
  return (
    <PopoverButton
      label={title}
      trigger={
        <Button size="small" variant={selected.length > 0 ? 'secondary' : 'quiet'} opens>
          {buttonText}
        </Button>
      }
    >
      <div className={styles.facet}>
        {search}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a scrolling list. */}
        <div role="group" aria-label={title} className={styles.options}>
          {options.map(({ id, label }) => (
            <Checkbox
              key={id}
              isSelected={selected.includes(id)}
              onChange={(on) =>
                onChange(on ? [...selected, id] : selected.filter((kept) => kept !== id))
              }
            >
              {label}
            </Checkbox>
          ))}
          {options.length === 0 && <p className={styles.none}>{noneText}</p>}
        </div>
      </div>
    </PopoverButton>
  )
}
