import type { IconName } from '../components'
import type { Asks } from './concerns'

/** A screen that can be led to. */
export interface Screen extends Asks {
  address: string
  /** The key of its name in the catalogues. */
  name: string
  /** The key of further words that find it in the palette. */
  words?: string
  icon: IconName
  /** Whether the rail on the left lists it. */
  onRail: boolean
}

/** Every screen there is. One that is not built yet is not here. */
export const SCREENS: readonly Screen[] = [
  {
    address: '/provider/customers',
    name: 'screen-provider-customers',
    words: 'screen-provider-customers-words',
    icon: 'customer',
    audience: 'operators',
    onRail: true,
  },
  {
    address: '/provider/requests',
    name: 'screen-provider-requests',
    words: 'screen-provider-requests-words',
    icon: 'location',
    audience: 'operators',
    onRail: true,
  },
  {
    address: '/provider/recoveries',
    name: 'screen-provider-recoveries',
    words: 'screen-provider-recoveries-words',
    icon: 'restore',
    audience: 'operators',
    onRail: true,
  },
  {
    address: '/home',
    name: 'screen-home',
    icon: 'home',
    permission: 'administrators.manage',
    onRail: true,
  },
  {
    address: '/users',
    name: 'screen-users',
    icon: 'users',
    permission: 'users.view',
    onRail: true,
  },
  {
    address: '/approvals',
    name: 'screen-approvals',
    words: 'screen-approvals-words',
    icon: 'approvals',
    permission: 'users.manage',
    onRail: true,
  },
  {
    address: '/roles',
    name: 'screen-roles',
    words: 'screen-roles-words',
    icon: 'roles',
    permission: 'users.view',
    onRail: true,
  },
  {
    address: '/locations',
    name: 'screen-locations',
    words: 'screen-locations-words',
    icon: 'location',
    permission: 'locations.view',
    onRail: true,
  },
  {
    address: '/security',
    name: 'screen-security',
    icon: 'security',
    permission: 'users.view',
    onRail: true,
  },
  {
    address: '/activity',
    name: 'screen-activity',
    icon: 'activity',
    permission: 'activity.view',
    onRail: true,
  },
  {
    address: '/customers',
    name: 'screen-customers',
    icon: 'customer',
    audience: 'members',
    onRail: false,
  },
  { address: '/profile', name: 'screen-profile', icon: 'profile', onRail: false },
  {
    address: '/two-factor',
    name: 'screen-two-factor',
    words: 'screen-two-factor-words',
    icon: 'authenticator',
    onRail: false,
  },
  {
    address: '/codes',
    name: 'screen-codes',
    words: 'screen-codes-words',
    icon: 'codes',
    onRail: false,
  },
  {
    address: '/computer',
    name: 'screen-computer',
    words: 'screen-computer-words',
    icon: 'system',
    onRail: false,
  },
  { address: '/about', name: 'screen-about', icon: 'about', onRail: false },
]
