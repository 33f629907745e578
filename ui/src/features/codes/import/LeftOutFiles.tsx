import { useId } from 'react'
import { Icon } from '../../../components'
import type { LeftOutFile } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Codes.module.css'

/** The files of several of which nothing is taken over, each with its reason. */
export function LeftOutFiles({ files }: { files: readonly LeftOutFile[] }) {
  const { text, problem } = useL10n()
  const title = useId()
  if (files.length === 0) {
    return null
  }
  return (
    <section className={styles.listed} aria-labelledby={title}>
      <h3 id={title} className={styles.subtitle}>
        {text('import-left-out', { count: files.length })}
      </h3>
      <ul className={styles.refusals}>
        {files.map(({ file, why }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files of two folders may have one name
          <li key={place} className={styles.refusal}>
            <Icon name="warning" size={16} />
            <span className={styles.reason}>
              <bdi className={styles.strong}>{file}</bdi>
              <span className={styles.soft}>{problem(why)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
