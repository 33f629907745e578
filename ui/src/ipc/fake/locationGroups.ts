import { IpcFailure } from '../failure'
import type {
  FieldError,
  LocationGroup,
  LocationGroupDeleted,
  LocationGroupDetail,
  SaveLocationGroup,
} from '../types'
import { demand, demandAction, refuse } from './access'
import { heldBy } from './catalogue'
import type { FakeCustomer } from './customer'
import { LOCATIONS } from './places'
import { type FakeGroup, GROUPS, reached } from './reach'
import type { Millis, UserRecord } from './record'

const LONGEST_NAME = 60
const NAMED = 20
let made = 0

export function listGroups(caller: UserRecord): LocationGroup[] {
  demand(caller, 'locations.view')
  return GROUPS.filter((group) => maySee(caller, group))
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((group) => show(caller, group))
}

export function readGroup(
  customer: FakeCustomer,
  caller: UserRecord,
  id: string,
): LocationGroupDetail {
  demand(caller, 'locations.view')
  const group = find(id)
  if (!maySee(caller, group)) {
    throw refuse('not_found')
  }
  const holders = holdersOf(customer, id)
  const seesAll = caller.scope.kind === 'all' && heldBy(caller).includes('users.view')
  return {
    group: show(caller, group),
    location_ids: [...group.location_ids],
    members: seesAll ? holders.length : null,
    alone: seesAll ? holders.filter((user) => isAlone(user)).length : null,
    holders: seesAll
      ? holders
          .slice(0, NAMED)
          .map((user) => ({ id: user.id, name: `${user.given_name} ${user.family_name}` }))
      : [],
  }
}

export function createGroup(
  customer: FakeCustomer,
  caller: UserRecord,
  request: SaveLocationGroup,
): LocationGroupDetail {
  demandManage(caller)
  demandFields(request, null)
  made += 1
  const id = `group-own-${made}`
  GROUPS.push({
    id,
    name: request.name.trim(),
    version: 1,
    location_ids: [...request.location_ids],
  })
  customer.groupSaved('location_group_created', caller)
  return readGroup(customer, caller, id)
}

export function changeGroup(
  customer: FakeCustomer,
  caller: UserRecord,
  id: string,
  version: number,
  request: SaveLocationGroup,
  now: Millis,
): LocationGroupDetail {
  const group = demandChange(caller, id, version)
  demandFields(request, id)
  const same = [...group.location_ids].sort().join() === [...request.location_ids].sort().join()
  if (!same) {
    demandHolders(customer, caller, id, now)
  }
  group.name = request.name.trim()
  group.location_ids = [...request.location_ids]
  group.version += 1
  customer.groupSaved('location_group_changed', caller)
  return readGroup(customer, caller, id)
}

export function deleteGroup(
  customer: FakeCustomer,
  caller: UserRecord,
  id: string,
  version: number,
  now: Millis,
): LocationGroupDeleted {
  const group = demandChange(caller, id, version)
  demandHolders(customer, caller, id, now)
  const holders = holdersOf(customer, id)
  const alone = holders.filter((user) => isAlone(user))
  for (const user of holders) {
    const left = {
      ...user.scope,
      group_ids: (user.scope.group_ids ?? []).filter((each) => each !== id),
    }
    user.scope = alone.includes(user) ? { kind: 'none_yet', location_ids: [] } : left
    user.version += 1
  }
  GROUPS.splice(GROUPS.indexOf(group), 1)
  customer.groupSaved('location_group_deleted', caller)
  return { members: holders.length, alone: alone.length }
}

function find(id: string): FakeGroup {
  const group = GROUPS.find((group) => group.id === id)
  if (!group) {
    throw refuse('not_found')
  }
  return group
}

function maySee(caller: UserRecord, { location_ids }: FakeGroup): boolean {
  const own = reached(caller.scope)
  return own.kind === 'all' || location_ids.every((id) => own.location_ids?.includes(id))
}

function show(caller: UserRecord, { id, name, version, location_ids }: FakeGroup): LocationGroup {
  let refusal: LocationGroup['refusal'] = null
  try {
    demandManage(caller)
  } catch (refused) {
    refusal = IpcFailure.from(refused).code as LocationGroup['refusal']
  }
  return { id, name, version, location_count: location_ids.length, refusal }
}

function holdersOf(customer: FakeCustomer, id: string): UserRecord[] {
  return [...customer.users.values()].filter((user) => user.scope.group_ids?.includes(id))
}

function isAlone({ scope }: UserRecord): boolean {
  return (scope.location_ids ?? []).length === 0 && scope.group_ids?.length === 1
}

function demandManage(caller: UserRecord): void {
  demand(caller, 'locations.manage')
  if (caller.scope.kind !== 'all') {
    throw refuse('outside_locations')
  }
}

function demandChange(caller: UserRecord, id: string, version: number): FakeGroup {
  demandManage(caller)
  const group = find(id)
  if (group.version !== version) {
    throw refuse('stale')
  }
  return group
}

/** Changing a group is changing the scope of everybody who has it. */
function demandHolders(customer: FakeCustomer, caller: UserRecord, id: string, now: Millis): void {
  for (const user of holdersOf(customer, id)) {
    demandAction(caller, user, 'change_scope', customer.users.values(), now)
  }
}

function demandFields({ name, location_ids }: SaveLocationGroup, own: string | null): void {
  const errors: FieldError[] = []
  const typed = name.trim()
  const taken = GROUPS.some(
    (group) => group.id !== own && group.name.toLowerCase() === typed.toLowerCase(),
  )
  if (typed === '') {
    errors.push({ field: 'name', code: 'required' })
  } else if ([...typed].length > LONGEST_NAME) {
    errors.push({ field: 'name', code: 'too_long', params: { max: String(LONGEST_NAME) } })
  } else if (taken) {
    errors.push({ field: 'name', code: 'taken' })
  }
  if (location_ids.length === 0) {
    errors.push({ field: 'location_ids', code: 'too_few', params: { min: '1' } })
  } else if (location_ids.some((id) => !LOCATIONS.some((location) => location.id === id))) {
    errors.push({ field: 'location_ids', code: 'unknown' })
  }
  if (errors.length > 0) {
    throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
  }
}
