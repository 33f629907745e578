export { readCodesAhead } from './readAhead'
