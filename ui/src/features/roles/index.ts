export { RolesScreen } from './RolesScreen'
