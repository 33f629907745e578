import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { ACTION_LIST, type ActionId, keysOf, useRunAction } from '../../app/actions'
import { useConcerns } from '../../app/audience'
import { useLock } from '../../app/LockedReason'
import { customerName } from '../../app/names'
import { usePreferences } from '../../app/preferences'
import { useSavedFilters } from '../../app/savedFilters'
import { SCREENS } from '../../app/screens'
import { useSession } from '../../app/session'
import { CommandList, type CommandSection } from '../../components'
import { backend, type LanguageChoice, type Theme } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { useProviderCustomerCommands } from './useProviderCustomerCommands'

const MIN_SEARCH = 2
const FOUND = 8

/** Everything that can be reached or done, by typing. What one may not do says what is missing. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { text } = useL10n()
  const [typed, setTyped] = useState('')
  const screens = useScreenCommands()
  const actions = useActionCommands()
  const settings = useSettingCommands()
  const customers = useCustomerCommands()
  const filters = useFilterCommands(open)
  const users = useUserCommands(open ? typed : '')
  const providerCustomers = useProviderCustomerCommands(open ? typed : '')
  const close = () => {
    setTyped('')
    onClose()
  }
  return (
    <CommandList
      open={open}
      onClose={close}
      label={text('palette-title')}
      placeholder={text('palette-placeholder')}
      noneText={text('palette-none', { search: typed })}
      typed={typed}
      onType={setTyped}
      sections={[actions, screens, customers, filters, users, providerCustomers, settings]}
    />
  )
}

function useActionCommands(): CommandSection {
  const { text } = useL10n()
  const run = useRunAction()
  const lock = useLock()
  const concerns = useConcerns()
  return {
    id: 'actions',
    title: text('palette-actions'),
    commands: ACTION_LIST.filter(([, action]) => action.palette && concerns(action)).map(
      ([id, action]) => ({
        id,
        name: text(action.name),
        icon: action.icon,
        keys: keysOf(id),
        lockedReason: lock(action.permission),
        run: () => run(id satisfies ActionId),
      }),
    ),
  }
}

function useScreenCommands(): CommandSection {
  const { text } = useL10n()
  const navigate = useNavigate()
  const lock = useLock()
  const concerns = useConcerns()
  return {
    id: 'screens',
    title: text('palette-screens'),
    commands: SCREENS.filter(concerns).map((screen) => ({
      id: screen.address,
      name: text(screen.name),
      words: screen.words === undefined ? '' : text(screen.words),
      icon: screen.icon,
      lockedReason: lock(screen.permission),
      run: () => void navigate({ to: screen.address }),
    })),
  }
}

/** The customers that one can change to. */
function useCustomerCommands(): CommandSection {
  const l10n = useL10n()
  const { me, membership, chooseCustomer } = useSession()
  const navigate = useNavigate()
  const others = me.memberships.filter(({ customer }) => customer.id !== membership?.customer.id)
  return {
    id: 'customers',
    title: l10n.text('customers-change'),
    commands: others.map(({ customer }) => ({
      id: `customer-${customer.id}`,
      name: customerName(l10n, customer),
      icon: 'customer',
      run: () => {
        chooseCustomer(customer.id)
        void navigate({ to: '/' })
      },
    })),
  }
}

/** The filters of the list of users that one keeps. */
function useFilterCommands(open: boolean): CommandSection {
  const { text } = useL10n()
  const { membership, can } = useSession()
  const navigate = useNavigate()
  const kept = useSavedFilters(
    membership?.customer.id ?? '',
    open && membership !== null && can('users.view'),
  )
  return {
    id: 'filters',
    title: text('filters-title'),
    commands: (kept.data ?? []).map(({ id, name }) => ({
      id: `filter-${id}`,
      name,
      icon: 'filter',
      run: () => void navigate({ to: '/users', search: { saved: id } }),
    })),
  }
}

function useSettingCommands(): CommandSection {
  const { text } = useL10n()
  const { signOut } = useSession()
  const { change } = usePreferences()
  const setting = (name: string, value: string) => text('palette-setting', { name, value })
  const theme = (id: Theme) => ({
    id: `theme-${id}`,
    name: setting(text('theme-title'), text(`theme-${id}`)),
    icon: id,
    run: () => change({ theme: id }),
  })
  const language = (id: LanguageChoice, name: string) => ({
    id: `language-${id}`,
    name: setting(text('language-title'), name),
    icon: 'language' as const,
    run: () => change({ language: id }),
  })
  return {
    id: 'settings',
    title: text('palette-settings'),
    commands: [
      theme('system'),
      theme('light'),
      theme('dark'),
      language('system', text('language-system')),
      language('en', 'English'),
      language('de', 'Deutsch'),
      language('fr', 'Français'),
      { id: 'sign-out', name: text('sign-out'), icon: 'signOut', run: () => signOut() },
    ],
  }
}

/** Users whose name or sign-in name holds what was typed, from the service. */
function useUserCommands(typed: string): CommandSection {
  const { text } = useL10n()
  const { membership, can } = useSession()
  const navigate = useNavigate()
  const search = useDeferredValue(typed.trim())
  const customerId = membership?.customer.id ?? ''
  const found = useQuery({
    queryKey: ['palette', customerId, search],
    queryFn: () =>
      backend.listUsers(customerId, {
        search,
        status: [],
        role: [],
        location: [],
        kind: null,
        origin: [],
        second_factor: [],
        sign_in_way: [],
        never_signed_in: false,
        idle_days: null,
        sort: 'name',
        order: 'ascending',
        cursor: null,
        limit: FOUND,
        count: false,
      }),
    enabled: search.length >= MIN_SEARCH && can('users.view'),
    placeholderData: (former) => former,
  })
  const items = search.length >= MIN_SEARCH ? (found.data?.items ?? []) : []
  return {
    id: 'users',
    title: text('screen-users'),
    matched: true,
    commands: items.map((user) => ({
      id: `user-${user.id}`,
      name: `${user.given_name} ${user.family_name}`,
      detail: user.sign_in_name,
      icon: 'profile',
      run: () => void navigate({ to: '/users/$userId', params: { userId: user.id } }),
    })),
  }
}
