import { useEffect, useState } from 'react'
import { backend, type ImportStep, IpcFailure } from '../../../ipc/client'

/** From where something is taken over. */
export type ImportFrom = 'file' | 'clipboard' | 'screen' | 'dropped' | 'link'

/** A file or a picture on its way into the vault. */
export function useImport(begin: ImportFrom | null, title: string) {
  const [step, setStep] = useState<ImportStep>({ kind: 'nothing' })
  const [last, setLast] = useState<ImportFrom | null>(null)
  const [busy, setBusy] = useState<ImportFrom | null>(null)
  const [failure, setFailure] = useState<IpcFailure | null>(null)

  const take = async (from: ImportFrom) => {
    setBusy(from)
    setLast(from)
    setFailure(null)
    try {
      setStep(await ask(from, title))
    } catch (thrown) {
      setStep({ kind: 'nothing' })
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    if (begin !== null) {
      void take(begin)
    }
    // Whoever turns away leaves nothing behind, neither here nor in the core.
    return () => {
      backend.forgetImport().catch(() => undefined)
    }
  }, [])
  return { step, setStep, from: last, busy, failure, take }
}

function ask(from: ImportFrom, title: string): Promise<ImportStep> {
  switch (from) {
    case 'file':
      return backend.chooseImport(title)
    case 'clipboard':
      return backend.pasteImport()
    case 'screen':
      return backend.captureImport()
    case 'dropped':
      return backend.takeDroppedImport()
    case 'link':
      return backend.takeLink()
  }
}
