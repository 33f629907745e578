import type { KeyStorage } from '../ipc/client'
import type { L10n } from '../l10n'

/** What is true of the place where the key lies: each problem has its own title and cause. */
export function keyStorageWords(
  { text, has }: Pick<L10n, 'text' | 'has'>,
  { kind, name, problem }: KeyStorage,
): { title: string; body: string } {
  if (kind === 'keychain') {
    return {
      title: text('key-storage-keychain', { name }),
      body: text('key-storage-keychain-effect'),
    }
  }
  const known = has(`key-storage-title-${problem}`) ? problem : 'failed'
  return {
    title: text(`key-storage-title-${known}`),
    body: `${text(`key-storage-problem-${known}`)} ${text('key-storage-memory-effect')}`,
  }
}
