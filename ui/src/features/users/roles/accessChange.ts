export { accessChange, describeChange, permissionList } from '../../../access/accessChange'
