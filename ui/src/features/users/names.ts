export { personName, reachName, roleName } from '../../access/names'
