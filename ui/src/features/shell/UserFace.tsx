import { Icon } from '../../components/Icon/Icon'
import type { Me } from '../../ipc/client'
import styles from './UserMenu.module.css'

/** Who is signed in, as the header names them. */
export function UserFace({ me }: { me: Me }) {
  return (
    <>
      <Icon name="profile" size={20} />
      <span className={styles.name}>{`${me.given_name} ${me.family_name}`}</span>
      <Icon name="chevronDown" size={14} />
    </>
  )
}
