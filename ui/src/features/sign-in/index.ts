export { Connect } from './Connect'
export { SignIn } from './SignIn'
export { StartFailed, Starting } from './Start'
