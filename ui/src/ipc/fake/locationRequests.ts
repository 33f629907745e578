import type * as wire from '../bindings'
import type {
  AnsweredRequest,
  LocationRequest,
  LocationRequestPage,
  LocationRequestQuery,
  RequestState,
} from '../types'
import { demand, refuse } from './access'
import { FaultList } from './faultList'
import { type ProviderPlaces, readPlace } from './providerPlaces'
import { DAY, HOUR, type Millis, toTimestamp, type UserRecord } from './record'

/** How many requests of one customer wait at most, and how long a note may be. */
const MAX_WAITING = 50
const MAX_NOTE = 500

interface Stored extends LocationRequest {
  customer_id: string
}

const PLACE = { website: null, street: null, postcode: null, city: null, country: null }

/** What merchants ask the provider for (`crates/domain/src/location_request.rs`). */
export class FakeLocationRequests {
  private readonly all: Stored[] = []
  private readonly places: ProviderPlaces
  private readonly now: () => Millis

  constructor(places: ProviderPlaces, now: () => Millis) {
    this.places = places
    this.now = now
  }

  /** What was asked for before the app was opened. */
  begin(): void {
    const past = (at: Millis, request: wire.RequestLocation) =>
      this.add('customer-1', request, 'Jonas Brunner', this.now() - at)
    const refused = past(9 * DAY, {
      location: { ...PLACE, name: 'Christmas market', city: 'Basel', country: 'CH' },
      terminals: [{ kind: 'point_of_sale', count: 3 }],
      note: null,
    })
    this.end(refused, 'refused', this.now() - 5 * DAY)
    refused.reason = 'Stalls are not covered by your agreement. Ask for mobile terminals instead.'
    const made = past(90 * DAY, {
      location: { ...PLACE, name: 'Winterthur', city: 'Winterthur', country: 'CH' },
      terminals: [{ kind: 'point_of_sale', count: 1 }],
      note: null,
    })
    this.end(made, 'created', this.now() - 86 * DAY)
    made.location_id = 'location-8'
    past(2 * DAY + HOUR, {
      location: {
        name: 'Luzern Bahnhof',
        website: null,
        street: 'Bahnhofplatz 1',
        postcode: '6003',
        city: 'Luzern',
        country: 'CH',
      },
      terminals: [
        { kind: 'point_of_sale', count: 2 },
        { kind: 'moto', count: 1 },
      ],
      note: 'Opens on 1 October; the tills should arrive a week before.',
    })
  }

  list(caller: UserRecord, customerId: string, query: LocationRequestQuery): LocationRequestPage {
    demandAsker(caller)
    const found = this.all
      .filter((one) => one.customer_id === customerId)
      .sort(
        (one, other) =>
          Number(other.state === 'waiting') - Number(one.state === 'waiting') ||
          other.created_at.localeCompare(one.created_at),
      )
    return cut(found.map(shown), query)
  }

  ask(caller: UserRecord, customerId: string, request: wire.RequestLocation): LocationRequest {
    demandAsker(caller)
    const faults = new FaultList()
    const location = readPlace(faults, 'location.', request.location)
    const terminals = request.terminals ?? []
    terminals.forEach(({ count }, index) => {
      if (count < 1 || count > 50) {
        faults.add(`terminals.${index}.count`, 'out_of_range', { min: '1', max: '50' })
      }
    })
    const note = faults.line('note', request.note, MAX_NOTE)
    faults.demandNone()
    if (this.waitingAt(customerId) >= MAX_WAITING) {
      throw refuse('too_many_waiting', { max: String(MAX_WAITING) })
    }
    const name = `${caller.given_name} ${caller.family_name}`
    return shown(this.add(customerId, { location, terminals, note }, name, this.now()))
  }

  withdraw(caller: UserRecord, customerId: string, id: string, version: number): LocationRequest {
    demandAsker(caller)
    const stored = this.open(customerId, id, version)
    this.end(stored, 'withdrawn', this.now())
    return shown(stored)
  }

  answer(
    customerId: string,
    id: string,
    version: number,
    request: wire.AnswerRequest,
  ): AnsweredRequest {
    const stored = this.open(customerId, id, version)
    const faults = new FaultList()
    if (request.answer === 'refuse') {
      const reason = faults.needed('reason', request.reason, MAX_NOTE)
      faults.demandNone()
      this.end(stored, 'refused', this.now())
      stored.reason = reason
      return { request: shown(stored), location: null }
    }
    const details = readPlace(faults, 'location.', request.location)
    const terminals = (request.terminals ?? []).map((each, index) =>
      this.places.readTerminal(faults, customerId, `terminals.${index}.`, each),
    )
    terminals.forEach(({ number }, index) => {
      if (number !== '' && terminals.findIndex((each) => each.number === number) < index) {
        faults.add(`terminals.${index}.number`, 'duplicate')
      }
    })
    faults.demandNone()
    const location = this.places.add(customerId, details)
    for (const each of terminals) {
      this.places.addTerminal(location, each)
    }
    this.end(stored, 'created', this.now())
    stored.location_id = location.id
    return { request: shown(stored), location }
  }

  /** Those that wait at all customers, the oldest first. */
  waiting(): { customerId: string; request: LocationRequest }[] {
    return this.all
      .filter(({ state }) => state === 'waiting')
      .sort((one, other) => one.created_at.localeCompare(other.created_at))
      .map((one) => ({ customerId: one.customer_id, request: { ...shown(one), asked_by: null } }))
  }

  waitingAt(customerId: string): number {
    return this.all.filter((one) => one.customer_id === customerId && one.state === 'waiting')
      .length
  }

  private add(customerId: string, request: wire.RequestLocation, by: string, at: Millis): Stored {
    const stored: Stored = {
      customer_id: customerId,
      id: `request-${this.all.length + 1}`,
      version: 1,
      state: 'waiting',
      location: request.location,
      terminals: request.terminals ?? [],
      note: request.note ?? null,
      created_at: toTimestamp(at),
      asked_by: by,
      answered_at: null,
      reason: null,
      location_id: null,
    }
    this.all.push(stored)
    return stored
  }

  private open(customerId: string, id: string, version: number): Stored {
    const stored = this.all.find((one) => one.customer_id === customerId && one.id === id)
    if (!stored) {
      throw refuse('not_found')
    }
    if (stored.state !== 'waiting') {
      throw refuse('request_over')
    }
    if (stored.version !== version) {
      throw refuse('stale')
    }
    return stored
  }

  private end(stored: Stored, state: RequestState, at: Millis): void {
    stored.state = state
    stored.answered_at = toTimestamp(at)
    stored.version += 1
  }
}

function demandAsker(caller: UserRecord): void {
  demand(caller, 'account.settings')
  if (caller.scope.kind !== 'all') {
    throw refuse('outside_locations')
  }
}

function shown({ customer_id: _, ...request }: Stored): LocationRequest {
  return request
}

/** One page of a list. */
export function cut<T>(
  found: readonly T[],
  { cursor, limit }: { cursor: string | null; limit: number | null },
) {
  const start = cursor === null ? 0 : Number(cursor)
  const end = start + (limit ?? 50)
  return {
    items: found.slice(start, end),
    page: {
      next_cursor: end < found.length ? String(end) : null,
      previous_cursor: null,
      total: null as number | null,
    },
  }
}
