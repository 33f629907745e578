import { Banner } from '../../components'
import type { KeyStorage } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** Says that the session will not outlive the app, and why. Nothing falls back in silence. */
export function KeyStorageWarning({ storage }: { storage: KeyStorage }) {
  const { text, has } = useL10n()
  const cause = `key-storage-problem-${storage.problem}`
  return (
    <Banner tone="warning" title={text('key-storage-memory-title')}>
      {text(has(cause) ? cause : 'key-storage-problem-failed')} {text('key-storage-memory-effect')}
    </Banner>
  )
}
