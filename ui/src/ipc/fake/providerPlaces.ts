import type * as wire from '../bindings'
import type {
  ChangeTerminal,
  CreateTerminal,
  Location,
  ProviderLocation,
  ProviderTerminal,
  SaveLocation,
} from '../types'
import { refuse } from './access'
import { FaultList } from './faultList'
import { LOCATIONS } from './places'

/** The locations and terminals of every customer, as the provider keeps them. */
export class ProviderPlaces {
  private readonly all = new Map<string, ProviderLocation[]>()
  private made = 0

  constructor() {
    this.all.set(
      'customer-1',
      LOCATIONS.map((location) => ({
        ...location,
        version: 1,
        terminals: location.terminals.map((terminal) => ({
          ...terminal,
          version: 1,
          location_id: location.id,
        })),
      })),
    )
  }

  /** As operators see them, by name. */
  of(customerId: string): readonly ProviderLocation[] {
    const found = this.all.get(customerId) ?? []
    return [...found].sort((one, other) => (one.name < other.name ? -1 : 1))
  }

  /** As the merchant sees them. */
  merchantsOf(customerId: string): Location[] {
    return this.of(customerId).map(({ version: _, terminals, ...location }) => ({
      ...location,
      terminals: terminals.map(({ id, number, name, kind }) => ({ id, number, name, kind })),
    }))
  }

  create(customerId: string, request: SaveLocation): ProviderLocation {
    const faults = new FaultList()
    const details = readPlace(faults, '', request)
    faults.demandNone()
    return this.add(customerId, details)
  }

  /** Adds a location that was read already. */
  add(customerId: string, details: SaveLocation): ProviderLocation {
    this.made += 1
    const location = { ...details, id: `location-new-${this.made}`, version: 1, terminals: [] }
    this.all.set(customerId, [...this.of(customerId), location])
    return location
  }

  change(customerId: string, id: string, version: number, request: SaveLocation) {
    const location = this.find(customerId, id)
    demandVersion(location, version)
    const faults = new FaultList()
    const details = readPlace(faults, '', request)
    faults.demandNone()
    Object.assign(location, details, { version: version + 1 })
    return location
  }

  createTerminal(customerId: string, locationId: string, request: CreateTerminal) {
    const location = this.find(customerId, locationId)
    const faults = new FaultList()
    const read = this.readTerminal(faults, customerId, '', request)
    faults.demandNone()
    this.addTerminal(location, read)
    return location
  }

  addTerminal(location: ProviderLocation, read: CreateTerminal): void {
    this.made += 1
    location.terminals.push({
      ...read,
      id: `terminal-new-${this.made}`,
      version: 1,
      location_id: location.id,
    })
  }

  changeTerminal(customerId: string, id: string, version: number, request: ChangeTerminal) {
    const places = this.all.get(customerId) ?? []
    const from = places.find(({ terminals }) => terminals.some((each) => each.id === id))
    const terminal = from?.terminals.find((each) => each.id === id)
    if (!from || !terminal) {
      throw refuse('not_found')
    }
    demandVersion(terminal, version)
    const to = places.find((each) => each.id === request.location_id) ?? from
    const faults = new FaultList()
    const read = this.readTerminal(faults, customerId, '', request, terminal)
    if (to.id !== request.location_id) {
      faults.add('location_id', 'unknown')
    }
    faults.demandNone()
    Object.assign(terminal, read, { location_id: request.location_id, version: version + 1 })
    from.terminals = from.terminals.filter((each) => each !== terminal)
    to.terminals.push(terminal)
    return to
  }

  /** Reads a terminal; `prefix` leads the names of fields. */
  readTerminal(
    faults: FaultList,
    customerId: string,
    prefix: string,
    request: CreateTerminal,
    own?: ProviderTerminal,
  ): CreateTerminal {
    const number = faults.needed(`${prefix}number`, request.number, 20)
    const name = faults.needed(`${prefix}name`, request.name, 100)
    if (number !== '' && !/^[0-9a-z]{4,20}$/i.test(number)) {
      faults.add(`${prefix}number`, 'malformed')
    }
    const others = this.of(customerId).flatMap(({ terminals }) => terminals)
    if (others.some((each) => each.number === number && each.id !== own?.id)) {
      faults.add(`${prefix}number`, 'taken')
    }
    return { number, name, kind: request.kind }
  }

  private find(customerId: string, id: string): ProviderLocation {
    const location = this.all.get(customerId)?.find((each) => each.id === id)
    if (!location) {
      throw refuse('not_found')
    }
    return location
  }
}

/** Reads a location; `prefix` leads the names of fields. */
export function readPlace(
  faults: FaultList,
  prefix: string,
  request: wire.SaveLocation,
): SaveLocation {
  const website = faults.line(`${prefix}website`, request.website, 200)
  if (website !== null && !/^(https?:\/\/)?[^\s./:]+(\.[^\s./:]+)+(\/\S*)?$/u.test(website)) {
    faults.add(`${prefix}website`, 'malformed')
  }
  return {
    name: faults.needed(`${prefix}name`, request.name, 100),
    website,
    street: faults.line(`${prefix}street`, request.street, 200),
    postcode: faults.line(`${prefix}postcode`, request.postcode, 16),
    city: faults.line(`${prefix}city`, request.city, 100),
    country: faults.line(`${prefix}country`, request.country, 2),
  }
}

function demandVersion(kept: { version: number }, version: number): void {
  if (kept.version !== version) {
    throw refuse('stale')
  }
}
