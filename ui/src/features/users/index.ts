export { readSearch as readUsersSearch } from './search'
export { UsersScreen } from './UsersScreen'
