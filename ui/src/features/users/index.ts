export { readUsersAhead } from './readAhead'
export { readSearch as readUsersSearch } from './search'
