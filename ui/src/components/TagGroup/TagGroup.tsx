import { TagGroup as AriaTagGroup, Button, Tag, TagList } from 'react-aria-components'
import { Icon } from '../Icon/Icon'
import styles from './TagGroup.module.css'

export interface TagGroupProps {
  /** What the tags are, spoken. */
  label: string
  tags: readonly { id: string; label: string }[]
  /** Makes every tag removable: Delete or its cross. */
  onRemove?: (id: string) => void
  /** The name of a tag's cross. */
  removeLabel?: (tag: string) => string
}

/** Short labels in a row, perhaps removable: filters that are on, chosen roles. */
export function TagGroup({ label, tags, onRemove, removeLabel }: TagGroupProps) {
  return (
    <AriaTagGroup
      aria-label={label}
      {...(onRemove && {
        onRemove: (keys) => {
          for (const key of keys) {
            onRemove(String(key))
          }
        },
      })}
    >
      <TagList className={styles.list}>
        {tags.map((tag) => (
          <Tag key={tag.id} id={tag.id} textValue={tag.label} className={styles.tag}>
            {({ allowsRemoving }) => (
              <>
                {tag.label}
                {allowsRemoving && (
                  <Button
                    slot="remove"
                    className={styles.remove}
                    aria-label={removeLabel?.(tag.label) ?? tag.label}
                  >
                    <Icon name="close" size={12} />
                  </Button>
                )}
              </>
            )}
          </Tag>
        ))}
      </TagList>
    </AriaTagGroup>
  )
}

/** A short label that does nothing, such as a role in a row. */
export function Chip({ children }: { children: string }) {
  return <span className={styles.tag}>{children}</span>
}
