export { ActivityScreen } from './ActivityScreen'
export { readSearch } from './search'
