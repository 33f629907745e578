import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { Banner, CheckList, RadioGroup } from '../../../components'
import type { ImportAccount, ImportPreview } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Codes.module.css'
import { nameOf } from '../names'
import { ImportRefusals } from './ImportRefusals'
import { LeftOutFiles } from './LeftOutFiles'

/** What a file holds, and what of it is taken over. Nothing was kept yet. */
export function ImportPreviewDialog({
  preview,
  fromLink,
  onTake,
  onClose,
}: {
  preview: ImportPreview
  /** Opened by a web page or another program: whoever reads this may not have asked for it. */
  fromLink: boolean
  onTake: (places: number[], replace: boolean) => Promise<unknown>
  onClose: () => void
}) {
  const { text, number, list } = useL10n()
  const { program, file, files, left_out, found, refused, missing_parts } = preview
  const [replace, setReplace] = useState(false)
  const isFree = ({ known }: ImportAccount) => known === 'no' || (replace && known === 'in_vault')
  const places = found.map((account, place) => ({ account, id: String(place) }))
  const free = places.filter(({ account }) => isFree(account)).map(({ id }) => id)
  // What was unticked: everything else goes along, whichever way is chosen.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const checked = new Set(free.filter((id) => !left.has(id)))
  const count = number(checked.size)
  const titleOf = () => {
    if (fromLink) {
      return text('opened-link-title')
    }
    return files > 1
      ? text('import-preview-files', { count: files })
      : text('import-preview-title', { program: text(`import-program-${program}`) })
  }

  return (
    <FormDialog
      local
      size="large"
      title={titleOf()}
      lead={
        fromLink
          ? text('opened-link-lead')
          : text(file === null ? 'import-found' : 'import-found-in', {
              count: found.length,
              file: file ?? '',
            })
      }
      send={text(replace ? 'import-replace-send' : 'import-send', { count: checked.size })}
      sendVariant={replace ? 'danger' : 'primary'}
      unavailableReason={
        checked.size > 0
          ? undefined
          : text(free.length > 0 ? 'import-none-chosen' : 'import-nothing-new')
      }
      onSend={() => onTake([...checked].map(Number), replace)}
      onClose={onClose}
    >
      {() => (
        <div className={styles.parts}>
          {missing_parts.length > 0 && (
            <Banner tone="warning" title={text('import-parts-title')}>
              {text('import-parts', { parts: list(missing_parts.map((part) => number(part))) })}
            </Banner>
          )}
          {program === 'keyholder' && (
            <RadioGroup
              label={text('import-how')}
              options={[
                { id: 'add', label: text('import-add'), description: text('import-add-help') },
                {
                  id: 'replace',
                  label: text('import-replace'),
                  description: text('import-replace-help'),
                },
              ]}
              selected={replace ? 'replace' : 'add'}
              onSelect={(id) => setReplace(id === 'replace')}
            />
          )}
          {found.length > 0 && (
            <div className={styles.listed}>
              <p aria-live="polite">{text('import-chosen', { count, of: number(found.length) })}</p>
              <CheckList
                label={text('import-list')}
                autoFocus
                items={places.map(({ account, id }) => ({
                  id,
                  title: account.issuer || nameOf(account, text('codes-unnamed')),
                  ...(account.issuer !== '' && account.name !== '' && { detail: account.name }),
                  heldReason: isFree(account)
                    ? undefined
                    : text(account.known === 'in_vault' ? 'import-in-vault' : 'import-in-file'),
                }))}
                checked={checked}
                onCheck={(ticked) => setLeft(new Set(free.filter((id) => !ticked.has(id))))}
              />
            </div>
          )}
          <LeftOutFiles files={left_out} />
          <ImportRefusals refused={refused} />
        </div>
      )}
    </FormDialog>
  )
}
