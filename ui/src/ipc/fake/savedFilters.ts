import { IpcFailure } from '../failure'
import type { FieldError, SavedFilter, SaveFilter } from '../types'
import { demand, refuse } from './access'
import { ROLES } from './catalogue'
import type { FakeCustomer } from './customer'
import { LOCATIONS } from './places'
import type { UserRecord } from './record'

const MOST = 50
const LONGEST_NAME = 60

/** Filters of the list of users that people keep, each for themselves. */
export class FakeSavedFilters {
  private readonly kept = new Map<string, SavedFilter[]>()
  private readonly answered = new Map<string, SavedFilter>()
  private made = 0

  list(customerId: string, caller: UserRecord): SavedFilter[] {
    demand(caller, 'users.view')
    return this.of(customerId, caller)
      .map((saved) => leftOut(saved))
      .sort((a, b) => a.name.localeCompare(b.name))
  }

  create(
    customer: FakeCustomer,
    customerId: string,
    caller: UserRecord,
    request: SaveFilter,
    key: string,
  ): SavedFilter {
    demand(caller, 'users.view')
    const answer = this.answered.get(key)
    if (answer) {
      return answer
    }
    const mine = this.of(customerId, caller)
    this.demandName(mine, request, null)
    if (mine.length >= MOST) {
      throw refuse('too_many_saved_filters', { max: String(MOST) })
    }
    this.made += 1
    const saved: SavedFilter = {
      id: `filter-${this.made}`,
      name: request.name.trim(),
      version: 1,
      filter: request.filter,
      left_out: 0,
    }
    mine.push(saved)
    this.answered.set(key, saved)
    customer.roleSaved('filter_saved', caller)
    return saved
  }

  change(
    customer: FakeCustomer,
    customerId: string,
    caller: UserRecord,
    id: string,
    version: number,
    request: SaveFilter,
  ): SavedFilter {
    const mine = this.of(customerId, caller)
    const saved = this.find(mine, caller, id, version)
    this.demandName(mine, request, id)
    saved.name = request.name.trim()
    saved.filter = request.filter
    saved.version += 1
    customer.roleSaved('filter_saved', caller)
    return saved
  }

  delete(
    customer: FakeCustomer,
    customerId: string,
    caller: UserRecord,
    id: string,
    version: number,
  ): null {
    const mine = this.of(customerId, caller)
    mine.splice(mine.indexOf(this.find(mine, caller, id, version)), 1)
    customer.roleSaved('filter_deleted', caller)
    return null
  }

  private of(customerId: string, caller: UserRecord): SavedFilter[] {
    const key = `${customerId} ${caller.id}`
    const mine = this.kept.get(key) ?? []
    this.kept.set(key, mine)
    return mine
  }

  private find(mine: SavedFilter[], caller: UserRecord, id: string, version: number): SavedFilter {
    demand(caller, 'users.view')
    const saved = mine.find((each) => each.id === id)
    if (!saved) {
      throw refuse('not_found')
    }
    if (saved.version !== version) {
      throw refuse('stale')
    }
    return saved
  }

  private demandName(mine: readonly SavedFilter[], { name }: SaveFilter, own: string | null): void {
    const taken = mine.some(
      (each) => each.id !== own && each.name.toLowerCase() === name.trim().toLowerCase(),
    )
    const error: FieldError | null =
      name.trim() === ''
        ? { field: 'name', code: 'required' }
        : name.length > LONGEST_NAME
          ? { field: 'name', code: 'too_long', params: { max: String(LONGEST_NAME) } }
          : taken
            ? { field: 'name', code: 'taken' }
            : null
    if (error) {
      throw new IpcFailure({ code: 'invalid_fields', params: {}, errors: [error] })
    }
  }
}

/** Without roles and locations that are gone, which are counted. */
function leftOut(saved: SavedFilter): SavedFilter {
  const { role = [], location = [] } = saved.filter
  const roles = role.filter((id) => ROLES.some((each) => each.id === id))
  const places = location.filter((id) => LOCATIONS.some((each) => each.id === id))
  return {
    ...saved,
    filter: { ...saved.filter, role: roles, location: places },
    left_out: role.length + location.length - roles.length - places.length,
  }
}
