export { readSearch as readCustomerSearch } from './search'
