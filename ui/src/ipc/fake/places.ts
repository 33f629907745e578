import type { Location, LocationQuery, PageInfo, Terminal } from '../types'
import { refuse } from './access'

type Place = [
  name: string,
  website: string | null,
  street: string,
  postcode: string,
  city: string,
  country: string,
  terminals: [number: string, name: string, kind: Terminal['kind']][],
]

const PLACES: Place[] = [
  [
    'Airport',
    null,
    'Terminal 2',
    '8058',
    'Zürich',
    'CH',
    [
      ['17700101', 'Till 1', 'point_of_sale'],
      ['17700102', 'Till 2', 'point_of_sale'],
    ],
  ],
  [
    'Bahnhofstrasse',
    null,
    'Bahnhofstrasse 12',
    '8001',
    'Zürich',
    'CH',
    [
      ['17700201', 'Till', 'point_of_sale'],
      ['17700202', 'Phone orders', 'moto'],
    ],
  ],
  [
    'Genève Rive',
    null,
    'Rue de Rive 4',
    '1204',
    'Genève',
    'CH',
    [['17700301', 'Caisse', 'point_of_sale']],
  ],
  [
    'Konstanz',
    null,
    'Hussenstraße 7',
    '78462',
    'Konstanz',
    'DE',
    [
      ['17700401', 'Kasse 1', 'point_of_sale'],
      ['17700402', 'Kasse 2', 'point_of_sale'],
    ],
  ],
  [
    'Lyon Part-Dieu',
    null,
    '17 rue du Docteur Bouchut',
    '69003',
    'Lyon',
    'FR',
    [['17700501', 'Caisse', 'point_of_sale']],
  ],
  [
    'Online shop',
    'shop.alpenkiosk.example',
    'Lagerweg 3',
    '8200',
    'Schaffhausen',
    'CH',
    [
      ['17700601', 'Web shop', 'webshop'],
      ['17700602', 'Payment links', 'pay_gate'],
    ],
  ],
  [
    'Warehouse',
    null,
    'Lagerweg 3',
    '8200',
    'Schaffhausen',
    'CH',
    [['17700701', 'Phone orders', 'moto']],
  ],
  [
    'Winterthur',
    null,
    'Marktgasse 21',
    '8400',
    'Winterthur',
    'CH',
    [['17700801', 'Till', 'point_of_sale']],
  ],
]

/** The eight locations of the sample merchant, by name. */
export const LOCATIONS: Location[] = PLACES.map(
  ([name, website, street, postcode, city, country, terminals], index) => ({
    id: `location-${index + 1}`,
    name,
    website,
    street,
    postcode,
    city,
    country,
    terminals: terminals.map(([number, terminal, kind]) => ({
      id: `terminal-${number}`,
      number,
      name: terminal,
      kind,
    })),
  }),
)

/** Searches name, website, address, city, postcode and terminal number, like the service. */
export function listLocations<L extends Location>(
  locations: readonly L[],
  { search, id, cursor, limit }: LocationQuery,
): { items: L[]; page: PageInfo } {
  const words = (search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = locations.filter((location) => {
    const { name, website, street, postcode, city, terminals } = location
    const text = [name, website, street, postcode, city, ...terminals.map(({ number }) => number)]
      .join(' ')
      .toLowerCase()
    const asked = id.length === 0 || id.includes(location.id)
    return asked && words.every((word) => text.includes(word))
  })
  const start = cursor === null ? 0 : Number(cursor)
  if (!Number.isInteger(start)) {
    throw refuse('malformed_request')
  }
  const end = start + (limit ?? 50)
  return {
    items: found.slice(start, end),
    page: {
      next_cursor: end < found.length ? String(end) : null,
      previous_cursor: null,
      total: null,
    },
  }
}
