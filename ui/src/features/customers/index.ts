export { CustomersScreen } from './CustomersScreen'
