import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  useRouterState,
} from '@tanstack/react-router'
import { useEffect } from 'react'
import { readSearch } from '../features/activity'
import { readCustomerSearch } from '../features/provider'
import { NotFound, Shell, StartPage } from '../features/shell'
import { readUsersSearch } from '../features/users'
import { ErrorBoundary } from './ErrorBoundary'
import { whenIdle } from './idle'
import { Opening, readScreens, screen } from './screen'

function Root() {
  const address = useRouterState({ select: ({ location }) => location.pathname.split('/')[1] })
  return (
    <Shell>
      <ErrorBoundary key={address}>
        <Outlet />
      </ErrorBoundary>
    </Shell>
  )
}

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
})

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  validateSearch: readUsersSearch,
  component: screen(() => import('../features/users/UsersScreen'), 'UsersScreen', {
    permission: 'users.view',
  }),
})

/** The same screen with the details of one user open: the list beside it stays as it is. */
const user = createRoute({ getParentRoute: () => users, path: '/$userId' })

const roles = createRoute({
  getParentRoute: () => root,
  path: '/roles',
  component: screen(() => import('../features/roles/RolesScreen'), 'RolesScreen', {
    permission: 'users.view',
  }),
})

const locations = createRoute({
  getParentRoute: () => root,
  path: '/locations',
  component: screen(() => import('../features/locations/LocationsScreen'), 'LocationsScreen', {
    permission: 'locations.view',
  }),
})

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  component: screen(() => import('../features/approvals/ApprovalsScreen'), 'ApprovalsScreen', {
    permission: 'users.manage',
  }),
})

const security = createRoute({
  getParentRoute: () => root,
  path: '/security',
  component: screen(() => import('../features/security/SecurityScreen'), 'SecurityScreen', {
    permission: 'users.view',
  }),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/home',
  component: screen(() => import('../features/home/HomeScreen'), 'HomeScreen', {
    permission: 'administrators.manage',
  }),
})

const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  validateSearch: readSearch,
  component: screen(() => import('../features/activity/ActivityScreen'), 'ActivityScreen', {
    permission: 'activity.view',
  }),
})

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  component: screen(() => import('../features/customers/CustomersScreen'), 'CustomersScreen', {
    audience: 'members',
  }),
})

const OPERATORS = { audience: 'operators' } as const

const providerCustomers = createRoute({
  getParentRoute: () => root,
  path: '/provider/customers',
  component: screen(
    () => import('../features/provider/customers/CustomersScreen'),
    'CustomersScreen',
    OPERATORS,
  ),
})

const providerCustomer = createRoute({
  getParentRoute: () => root,
  path: '/provider/customers/$customerId',
  validateSearch: readCustomerSearch,
  component: screen(
    () => import('../features/provider/customers/CustomerScreen'),
    'CustomerScreen',
    OPERATORS,
  ),
})

const providerRequests = createRoute({
  getParentRoute: () => root,
  path: '/provider/requests',
  component: screen(
    () => import('../features/provider/requests/RequestsScreen'),
    'RequestsScreen',
    OPERATORS,
  ),
})

const providerRecoveries = createRoute({
  getParentRoute: () => root,
  path: '/provider/recoveries',
  component: screen(
    () => import('../features/provider/recoveries/RecoveriesScreen'),
    'RecoveriesScreen',
    OPERATORS,
  ),
})

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: screen(() => import('../features/profile/ProfileScreen'), 'ProfileScreen'),
})

const twoFactor = createRoute({
  getParentRoute: () => root,
  path: '/two-factor',
  component: screen(() => import('../features/two-factor/TwoFactorScreen'), 'TwoFactorScreen'),
})

const codes = createRoute({
  getParentRoute: () => root,
  path: '/codes',
  component: screen(() => import('../features/codes/CodesScreen'), 'CodesScreen'),
})

const computer = createRoute({
  getParentRoute: () => root,
  path: '/computer',
  component: screen(() => import('../features/computer/ComputerScreen'), 'ComputerScreen'),
})

const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: screen(() => import('../features/shell/About'), 'About'),
})

/**
 * Every address of the app. Addresses lie behind `#`, which needs no server that knows them.
 *
 * A screen is a file of its own that is read when it is first opened (`screen`): import it here with
 * `import()` and nowhere else. What an address needs before its screen is there, such as the reading
 * of its search, comes from the `index.ts` of the feature, which must not import the screen.
 */
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    users.addChildren([user]),
    approvals,
    roles,
    locations,
    security,
    home,
    activity,
    customers,
    providerCustomers,
    providerCustomer,
    providerRequests,
    providerRecoveries,
    profile,
    twoFactor,
    codes,
    computer,
    about,
  ]),
  history: createHashHistory(),
  // Pointing at a link reads its screen. The one before stays until then; should that ever take long,
  // there are lines where the screen will be.
  defaultPreload: 'intent',
  defaultPreloadDelay: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: Opening,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** The screens of someone who is signed in. */
export function Screens() {
  useEffect(() => whenIdle(() => void readScreens()), [])
  return <RouterProvider router={router} />
}
