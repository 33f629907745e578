import { type ComponentProps, lazy, Suspense } from 'react'
import type { ImportDialog as Dialog } from './ImportDialog'

/** Read from the disk when it is first opened: the codes are there sooner. */
const ImportDialog = lazy(async () => {
  const { ImportDialog } = await import('./ImportDialog')
  return { default: ImportDialog }
})

/** Takes accounts over. */
export function Import(props: ComponentProps<typeof Dialog>) {
  return (
    <Suspense>
      <ImportDialog {...props} />
    </Suspense>
  )
}
