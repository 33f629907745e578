import { Banner, Button, ErrorState, Icon, Skeleton } from '../../components'
import { type Concerned, IpcFailure, type SecondFactorEffect } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './EnforceDialog.module.css'

/** Whom it concerns: counted by the service with the rule that then acts. */
export function EnforceEffect({
  effect,
  error,
  onRetry,
  onShow,
}: {
  effect: SecondFactorEffect | undefined
  error: unknown
  onRetry: () => void
  onShow: () => void
}) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const named = ({ names, count }: Concerned) =>
    l10n.list(
      count > names.length
        ? [...names, text('enforce-more', { count: count - names.length })]
        : names,
    )
  if (!effect) {
    return error ? (
      <ErrorState
        title={text('security-effect-failed')}
        action={<Button onPress={onRetry}>{text('users-retry')}</Button>}
      >
        {problem(IpcFailure.from(error))}
      </ErrorState>
    ) : (
      <Skeleton />
    )
  }
  const { asked, ready, without_mailbox: unreachable, waiting } = effect
  return (
    <section className={styles.effect} aria-labelledby="enforce-effect">
      <h3 id="enforce-effect" className={styles.heading}>
        {text('enforce-effect')}
      </h3>
      <ul className={styles.list}>
        <li className={styles.item}>
          <Icon name={asked.count === 0 ? 'check' : 'key'} />
          <span>
            <strong>{text('enforce-asked', { count: asked.count })}</strong>
            {asked.count > 0 && <span className={styles.soft}>{named(asked)}</span>}
            {asked.count > 0 && (
              <span className={styles.flush}>
                <Button size="small" variant="quiet" icon="users" onPress={onShow}>
                  {text('enforce-show')}
                </Button>
              </span>
            )}
          </span>
        </li>
        <li className={styles.item}>
          <Icon name="active" />
          <span>{text('enforce-ready', { count: ready })}</span>
        </li>
        {waiting > 0 && (
          <li className={styles.item}>
            <Icon name="mail" />
            <span>{text('enforce-waiting', { count: waiting })}</span>
          </li>
        )}
      </ul>
      {unreachable.count > 0 && (
        <Banner tone="warning" title={text('enforce-unreachable', { count: unreachable.count })}>
          {text('enforce-unreachable-why', { names: named(unreachable) })}
        </Banner>
      )}
    </section>
  )
}
