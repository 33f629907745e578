import { keyStorageWords } from '../../app/keyStorage'
import { Banner } from '../../components'
import type { KeyStorage } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** Says that the session will not outlive the app, and why. Nothing falls back in silence. */
export function KeyStorageWarning({ storage }: { storage: KeyStorage }) {
  const { title, body } = keyStorageWords(useL10n(), storage)
  return (
    <Banner tone="warning" title={title}>
      {body}
    </Banner>
  )
}
