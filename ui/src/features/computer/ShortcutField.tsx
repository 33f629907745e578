import { useEffect, useState } from 'react'
import { Button, Kbd } from '../../components'
import { useL10n } from '../../l10n'
import styles from './Computer.module.css'
import { keysPressed } from './keysPressed'

/** The shortcut that works everywhere: shown, recorded by pressing it, and given up. */
export function ShortcutField({
  keys,
  onChoose,
}: {
  keys: string | null
  onChoose: (keys: string | null) => Promise<unknown>
}) {
  const { text } = useL10n()
  const [recording, setRecording] = useState(false)
  useEffect(() => {
    if (!recording) {
      return
    }
    const hear = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') {
        setRecording(false)
        return
      }
      const pressed = keysPressed(event)
      if (pressed !== null) {
        setRecording(false)
        void onChoose(pressed)
      }
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [recording, onChoose])

  return (
    <div className={styles.keys}>
      {recording ? (
        <p aria-live="polite">{text('computer-shortcut-press')}</p>
      ) : keys === null ? (
        <p>{text('computer-shortcut-none')}</p>
      ) : (
        <Kbd>{keys.replace('Control', 'Ctrl').replaceAll('+', ' + ')}</Kbd>
      )}
      {recording ? (
        <Button size="small" onPress={() => setRecording(false)}>
          {text('form-cancel')}
        </Button>
      ) : (
        <Button size="small" onPress={() => setRecording(true)}>
          {text(keys === null ? 'computer-shortcut-choose' : 'computer-shortcut-change')}
        </Button>
      )}
      {keys !== null && !recording && (
        <Button size="small" variant="quiet" onPress={() => void onChoose(null)}>
          {text('computer-shortcut-remove')}
        </Button>
      )}
    </div>
  )
}
