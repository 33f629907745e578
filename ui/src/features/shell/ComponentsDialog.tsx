import { useState } from 'react'
import { Button, DataTable, Dialog, EmptyState, SearchField } from '../../components'
import { useL10n } from '../../l10n'
import styles from './ComponentsDialog.module.css'
import listed from './components.json'

interface Component {
  key: string
  name: string
  version: string
  licence: string
  from: string
}

/** What others have written and this app is built with. The file comes from the lock files. */
export const COMPONENTS: readonly Component[] = listed.map(
  ([name = '', version = '', licence = '', from = '']) => ({
    key: `${from} ${name} ${version}`,
    name,
    version,
    licence,
    from,
  }),
)

/** Every component with its licence, and a field that finds one. */
export function ComponentsDialog({ onClose }: { onClose: () => void }) {
  const { text } = useL10n()
  const [search, setSearch] = useState('')
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = COMPONENTS.filter(({ name, version, licence, from }) => {
    const whole = `${name} ${version} ${licence} ${from}`.toLowerCase()
    return words.every((word) => whole.includes(word))
  })
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={text('components-title')}
      closeLabel={text('shell-close')}
    >
      <div className={styles.head}>
        <SearchField
          label={text('components-search')}
          placeholder={text('components-search')}
          clearLabel={text('components-clear')}
          value={search}
          onChange={setSearch}
          autoFocus
        />
        <p role="status" className={styles.count}>
          {text('components-count', { shown: found.length, all: COMPONENTS.length })}
        </p>
      </div>
      <div className={styles.table}>
        <DataTable
          label={text('components-title')}
          columns={[
            {
              id: 'name',
              title: text('components-name'),
              width: '3fr',
              minWidth: 150,
              rowHeader: true,
              cell: ({ name }) => name,
            },
            {
              id: 'version',
              title: text('components-version'),
              width: 110,
              cell: ({ version }) => version,
            },
            {
              id: 'licence',
              title: text('components-licence'),
              width: '3fr',
              minWidth: 140,
              cell: ({ licence }) => licence,
            },
            {
              id: 'from',
              title: text('components-from'),
              width: 100,
              hideBelow: 560,
              cell: ({ from }) => from,
            },
          ]}
          items={found}
          itemKey={({ key }) => key}
          itemName={({ name, version }) => `${name} ${version}`}
          listKey={search}
          state="ready"
          empty={
            <EmptyState icon="search" title={text('components-none', { search })}>
              <Button onPress={() => setSearch('')}>{text('components-clear')}</Button>
            </EmptyState>
          }
          failed={null}
        />
      </div>
    </Dialog>
  )
}
