import { type ReactNode, useState } from 'react'
import { type Begun, begun } from '../../app/begun'
import { BegunDialog } from './BegunDialog'

/**
 * A restart ends the app: it is done at once where nothing is begun, and asked about otherwise.
 *
 * @param onWait lets it wait for a quiet moment
 */
export function useAskFirst(
  act: () => void,
  onWait: () => void,
): { ask: () => void; dialog: ReactNode } {
  const [found, setFound] = useState<readonly Begun[]>([])
  const ask = () => {
    const now = begun()
    if (now.length === 0) {
      act()
    } else {
      setFound(now)
    }
  }
  const dialog =
    found.length === 0 ? null : (
      <BegunDialog found={found} onWait={onWait} onAnyway={act} onClose={() => setFound([])} />
    )
  return { ask, dialog }
}
