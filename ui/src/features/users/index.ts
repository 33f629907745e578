export { UsersScreen } from './UsersScreen'
