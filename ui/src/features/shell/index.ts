export { NotFound } from './NotFound'
export { Shell } from './Shell'
export { StartPage } from './StartPage'
