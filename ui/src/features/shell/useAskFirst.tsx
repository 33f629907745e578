import { type ReactNode, useState } from 'react'
import { type Begun, begun } from '../../app/begun'
import { BegunDialog } from './BegunDialog'

/**
 * Installing and restarting end the app: does either at once where nothing is begun, and asks otherwise.
 *
 * @param onWait lets it wait for a quiet moment
 */
export function useAskFirst(
  step: 'install' | 'restart',
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
      <BegunDialog
        step={step}
        found={found}
        onWait={onWait}
        onAnyway={act}
        onClose={() => setFound([])}
      />
    )
  return { ask, dialog }
}
