import styles from './Kbd.module.css'

/** Keys as they are printed on a keyboard. */
export function Kbd({ children }: { children: string }) {
  return <kbd className={styles.kbd}>{children}</kbd>
}
