import { useEffect, useRef, useState } from 'react'
import { type IpcFailure, onStepUp } from '../../ipc/client'
import { StepUpDialog } from './StepUpDialog'

/** Stands by while somebody is signed in, and asks for a fresh proof whenever the service does (C20). */
export function StepUp() {
  const [refusal, setRefusal] = useState<IpcFailure | null>(null)
  const settle = useRef<(confirmed: boolean) => void>(() => undefined)

  useEffect(() => {
    const stop = onStepUp(
      (asked) =>
        new Promise((resolve) => {
          settle.current = (confirmed) => {
            settle.current = () => undefined
            setRefusal(null)
            resolve(confirmed)
          }
          setRefusal(asked)
        }),
    )
    return () => {
      stop()
      // The session ended while it was asked: nothing waits for an answer that cannot come.
      settle.current(false)
    }
  }, [])

  return refusal && <StepUpDialog refusal={refusal} onAnswer={(answer) => settle.current(answer)} />
}
