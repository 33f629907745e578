import { keysOf } from '../app/actions/keysOf'
import { FaceLook } from '../components/FaceButton/FaceLook'
import { Icon } from '../components/Icon/Icon'
import { IconLook } from '../components/IconButton/IconLook'
import { ConnectionFace } from '../features/shell/ConnectionFace'
import { CustomerFace, ProviderFace } from '../features/shell/CustomerFace'
import header from '../features/shell/Header.module.css'
import { UserFace } from '../features/shell/UserFace'
import type { Me, OwnMembership } from '../ipc/client'
import { useL10n } from '../l10n/L10nContext'

/** The header as it will look; who is offline is told so by the app itself. */
export function HeaderSight({
  me,
  membership,
  online,
}: {
  me: Me
  membership: OwnMembership | null
  online: boolean
}) {
  const { text } = useL10n()
  return (
    <header className={header.header}>
      <span className={header.palette}>
        <Icon name="search" />
        <span className={header.words}>{text('palette-open')}</span>
        <kbd className={header.keys}>{keysOf('palette')}</kbd>
      </span>
      <div className={header.where}>
        {online && <ConnectionFace online age={Date.now()} />}
        {membership ? (
          <FaceLook outlined>
            <CustomerFace customer={membership.customer} />
          </FaceLook>
        ) : (
          me.operator && <ProviderFace />
        )}
      </div>
      <FaceLook>
        <UserFace me={me} />
      </FaceLook>
      <IconLook icon="settings" />
    </header>
  )
}
