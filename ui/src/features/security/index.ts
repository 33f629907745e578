export { SecurityScreen } from './SecurityScreen'
