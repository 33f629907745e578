export { Fact, Facts } from '../../../components'
