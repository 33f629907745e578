export { readSearch as readUsersSearch } from './search'
