export { readSearch } from './search'
