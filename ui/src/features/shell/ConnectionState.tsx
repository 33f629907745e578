import { useOnline, useShownAge } from '../../app/connection'
import { ConnectionFace } from './ConnectionFace'

/** Whether the service answers, and when what is shown was read. */
export function ConnectionState() {
  return <ConnectionFace online={useOnline()} age={useShownAge()} />
}
