import { describe, expect, it } from 'vitest'
import {
  accessChange,
  describeChange,
  permissionList,
} from '../../src/features/users/roles/accessChange'
import { CATALOGUE, ROLES } from '../../src/ipc/fake/catalogue'
import type { BuiltInRole } from '../../src/ipc/types'
import { createL10n } from '../../src/l10n/l10n'
import { bundleOf } from './words'

const english = createL10n('en', 'en-GB', bundleOf('en'))
const german = createL10n('de', 'de', bundleOf('de'))

function change(before: BuiltInRole[], after: BuiltInRole[]) {
  const of = (names: BuiltInRole[]) =>
    ROLES.filter(({ built_in }) => built_in !== null && names.includes(built_in)).map((role) => ({
      ...role,
      grantable: true,
      refusal: null,
      members: null,
    }))
  return accessChange(of(before), of(after), CATALOGUE)
}

describe('the sentence before a change of access', () => {
  it('says what is gained and what is lost', () => {
    const { gained, lost } = change(['cashier'], ['developer'])
    expect({ gained, lost }).toEqual({
      gained: ['api.credentials', 'api.webhooks'],
      lost: ['locations.view', 'transactions.moto'],
    })
    expect(describeChange(english, 'Maria', { gained, lost })).toBe(
      'Maria gains: API credentials and Webhooks. Lost are: View locations and Mail and phone payments.',
    )
    expect(describeChange(german, 'Maria', { gained, lost: [] })).toBe(
      'Maria gewinnt: API-Zugangsdaten und Webhooks.',
    )
  })

  it('does not count as lost what another role still gives', () => {
    expect(change(['cashier', 'support'], ['support']).lost).toEqual(['transactions.moto'])
    const same = change(['auditor', 'support'], ['auditor'])
    expect(same).toEqual({ gained: [], lost: [] })
    expect(describeChange(english, 'Maria', same)).toBe(
      'The roles change, but Maria may do the same as before.',
    )
  })

  it('puts critical permissions first and counts the rest', () => {
    const { gained } = change(['cashier'], ['merchant_administrator'])
    expect(gained.slice(0, 2)).toEqual(['users.manage', 'administrators.manage'])
    expect(permissionList(english, gained)).toBe(
      'Manage users, Manage administrators, Manage roles, Manage location groups and 23 more',
    )
  })

  it('names five rather than four and "1 more"', () => {
    expect(permissionList(english, ['users.view', 'users.manage'])).toBe(
      'View users and Manage users',
    )
    const five = ['users.view', 'buyers.view', 'invoices.view', 'sync.use', 'payouts.view'] as const
    expect(permissionList(english, five)).not.toContain('more')
  })
})
