import styles from './RolesCell.module.css'

/** Roles in a row of the table: as many as fit, all of them in the text. */
export function RolesCell({ names }: { names: readonly string[] }) {
  return <span className={styles.roles}>{names.join(', ')}</span>
}
