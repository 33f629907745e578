import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  useRouterState,
} from '@tanstack/react-router'
import { ActivityScreen, readSearch } from '../features/activity'
import { CustomersScreen } from '../features/customers'
import { HomeScreen } from '../features/home'
import { ProfileScreen } from '../features/profile'
import { RolesScreen } from '../features/roles'
import { SecurityScreen } from '../features/security'
import { About, NotFound, Shell, StartPage } from '../features/shell'
import { readUsersSearch, UsersScreen } from '../features/users'
import { ErrorBoundary } from './ErrorBoundary'
import { Needs } from './Needs'

function Root() {
  const screen = useRouterState({ select: ({ location }) => location.pathname.split('/')[1] })
  return (
    <Shell>
      <ErrorBoundary key={screen}>
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
  component: () => (
    <Needs permission="users.view">
      <UsersScreen />
    </Needs>
  ),
})

/** The same screen with the details of one user open: the list beside it stays as it is. */
const user = createRoute({ getParentRoute: () => users, path: '/$userId' })

const roles = createRoute({
  getParentRoute: () => root,
  path: '/roles',
  component: () => (
    <Needs permission="users.view">
      <RolesScreen />
    </Needs>
  ),
})

const security = createRoute({
  getParentRoute: () => root,
  path: '/security',
  component: () => (
    <Needs permission="users.view">
      <SecurityScreen />
    </Needs>
  ),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/home',
  component: () => (
    <Needs permission="administrators.manage">
      <HomeScreen />
    </Needs>
  ),
})

const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  validateSearch: readSearch,
  component: () => (
    <Needs permission="activity.view">
      <ActivityScreen />
    </Needs>
  ),
})

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  component: CustomersScreen,
})

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: ProfileScreen,
})

const about = createRoute({ getParentRoute: () => root, path: '/about', component: About })

/** Every address of the app. Addresses lie behind `#`, which needs no server that knows them. */
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    users.addChildren([user]),
    roles,
    security,
    home,
    activity,
    customers,
    profile,
    about,
  ]),
  history: createHashHistory(),
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** The screens of someone who is signed in. */
export function Screens() {
  return <RouterProvider router={router} />
}
