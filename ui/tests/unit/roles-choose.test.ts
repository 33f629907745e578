import { describe, expect, it } from 'vitest'
import { choose } from '../../src/access/choose'
import { CATALOGUE } from '../../src/ipc/fake/catalogue'

describe('choosing permissions', () => {
  it('s053 brings along what a permission rests on, and takes it away together', () => {
    const edit = choose([], 'invoices.edit', true, CATALOGUE)
    expect(edit).toEqual(['invoices.edit', 'invoices.view'])
    expect(choose(edit, 'invoices.view', false, CATALOGUE)).toEqual([])
    expect(choose(edit, 'invoices.edit', false, CATALOGUE)).toEqual(['invoices.view'])
  })

  it('follows chains to their end', () => {
    expect(choose([], 'administrators.manage', true, CATALOGUE)).toEqual([
      'administrators.manage',
      'users.manage',
      'users.view',
    ])
  })

  it('adds nothing that a role gives anyway', () => {
    expect(choose([], 'invoices.edit', true, CATALOGUE, ['invoices.view'])).toEqual([
      'invoices.edit',
    ])
  })
})
