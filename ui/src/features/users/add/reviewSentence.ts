import type { Role } from '../../../ipc/types'
import type { L10n } from '../../../l10n'
import { roleName } from '../names'
import { toAdd } from './addresses'
import type { UserDraft } from './draft'

function keyOf({ kind, several }: UserDraft): string {
  return several ? 'add-review-several' : `add-review-${kind}`
}

/** The draft in one plain sentence, before it is saved. */
export function reviewSentence(l10n: L10n, draft: UserDraft, roles: readonly Role[]): string {
  const chosen = roles.filter(({ id }) => draft.roleIds.includes(id))
  return l10n.text(keyOf(draft), {
    count: draft.several ? toAdd(draft.pasted).length : 1,
    name: `${draft.givenName.trim()} ${draft.familyName.trim()}`,
    email: draft.email.trim(),
    roles: l10n.list(chosen.map((role) => roleName(l10n, role))),
    role_count: chosen.length,
    scope: draft.scope,
    locations: l10n.list([
      ...draft.groups.map(({ name }) => l10n.text('scope-group-named', { name })),
      ...draft.locations.map(({ name }) => name),
    ]),
  })
}
