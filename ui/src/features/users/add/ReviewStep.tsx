import { Banner } from '../../../components'
import type { CataloguePermission, Role } from '../../../ipc/client'
import { permissionKey, useL10n } from '../../../l10n'
import { accessChange } from '../roles/accessChange'
import styles from './AddUser.module.css'
import type { UserDraft } from './draft'
import { reviewSentence } from './reviewSentence'
import { SeveralReview } from './SeveralReview'

/** The whole in one sentence, and what of it deserves a second look. */
export function ReviewStep({
  draft,
  roles,
  catalogue,
}: {
  draft: UserDraft
  roles: readonly Role[]
  catalogue: readonly CataloguePermission[]
}) {
  const l10n = useL10n()
  const { text } = l10n
  const chosen = roles.filter(({ id }) => draft.roleIds.includes(id))
  const { gained } = accessChange([], chosen, catalogue)
  const critical = catalogue.filter((entry) => entry.critical && gained.includes(entry.permission))
  return (
    <>
      <p className={styles.sentence}>{reviewSentence(l10n, draft, roles)}</p>
      {draft.several && <SeveralReview pasted={draft.pasted} />}
      {critical.length > 0 && (
        <Banner tone="warning" title={text('add-review-critical', { count: critical.length })}>
          <ul className={styles.critical}>
            {critical.map(({ permission }) => (
              <li key={permission}>
                {text('add-review-risk', {
                  permission: text(permissionKey(permission)),
                  risk: text(`${permissionKey(permission)}-risk`),
                })}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <p className={styles.none}>{text('add-review-next')}</p>
    </>
  )
}
