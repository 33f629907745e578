import { backend, type StartUp } from '../ipc/client'
import { ahead } from './ahead'

const startUp = ahead(() => backend.startUp())
/** There is one start. */
const HERE = ''

/** Asks the core how things stand, before the app itself has been read. */
export const askAhead = (): Promise<StartUp> => startUp.ask(HERE)

/** What was asked ahead, for who asks first; how things stand then, for everybody later. */
export const askHowThingsStand = (): Promise<StartUp> => startUp.take(HERE)
