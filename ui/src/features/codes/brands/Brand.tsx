import styles from '../CodeRow.module.css'
import { brandNames } from './brandOf'
import { BRANDS } from './brands'

/** The picture of an issuer that is known, else its letters. */
export function Brand({ issuer, initials }: { issuer: string; initials: string }) {
  const path = brandNames(issuer)
    .map((name) => BRANDS.get(name))
    .find((found) => found !== undefined)
  return path === undefined ? (
    initials
  ) : (
    <svg viewBox="0 0 24 24" className={styles.brand} aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
