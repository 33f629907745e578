import type { IconName } from '../../components'
import type { Asks } from '../audience'

/** One thing that can be done from the keyboard. */
export interface Action extends Asks {
  /** As in `Mod+K` (Ctrl, or ⌘ on a Mac), `/` or `I`. */
  keys: string
  /** The key of its name in the catalogues. */
  name: string
  icon: IconName
  /** Where the help lists it. */
  group: 'general' | 'list'
  /** Whether the palette offers it. */
  palette: boolean
  /** Left alone inside what this selects, which hears its keys by itself. */
  exceptIn?: string
  /** Works while one types, too. */
  anywhere?: boolean
  /** The screen on which it works; choosing it elsewhere leads there first. */
  at?: string
}

/** Every shortcut of the app. Help, palette and buttons read their keys from here. */
export const ACTIONS = {
  palette: {
    keys: 'Mod+K',
    name: 'action-palette',
    icon: 'search',
    group: 'general',
    palette: false,
    anywhere: true,
  },
  help: { keys: '?', name: 'action-help', icon: 'info', group: 'general', palette: true },
  addUser: {
    keys: 'A',
    name: 'action-add-user',
    icon: 'addUser',
    group: 'general',
    palette: true,
    permission: 'users.manage',
    at: '/users',
  },
  requestLocation: {
    keys: 'L',
    name: 'request-location',
    icon: 'location',
    group: 'general',
    palette: true,
    permission: 'account.settings',
    at: '/locations',
  },
  addCustomer: {
    keys: 'N',
    name: 'provider-add-customer',
    icon: 'add',
    group: 'general',
    palette: true,
    audience: 'operators',
    at: '/provider/customers',
  },
  search: {
    keys: '/',
    name: 'action-search',
    icon: 'search',
    group: 'list',
    palette: true,
    permission: 'users.view',
    at: '/users',
  },
  nextRow: {
    keys: 'J',
    name: 'action-next-row',
    icon: 'descending',
    group: 'list',
    palette: false,
    audience: 'members',
    exceptIn: '[data-data-table]',
  },
  previousRow: {
    keys: 'K',
    name: 'action-previous-row',
    icon: 'ascending',
    group: 'list',
    palette: false,
    audience: 'members',
  },
  selectRow: {
    keys: 'X',
    name: 'action-select-row',
    icon: 'check',
    group: 'list',
    palette: false,
    audience: 'members',
  },
  openRow: {
    keys: 'Enter',
    name: 'action-open-row',
    icon: 'forward',
    group: 'list',
    palette: false,
    audience: 'members',
  },
  invite: {
    keys: 'I',
    name: 'action-invite',
    icon: 'mail',
    group: 'list',
    palette: true,
    permission: 'users.manage',
    at: '/users',
  },
} as const satisfies Record<string, Action>

export type ActionId = keyof typeof ACTIONS

/** The table with the ids that index it. */
export const ACTION_LIST = Object.entries(ACTIONS) as [ActionId, Action][]
