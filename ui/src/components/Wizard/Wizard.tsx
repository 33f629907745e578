import { type ReactNode, useEffect, useRef } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '../Button/Button'
import { Icon } from '../Icon/Icon'
import styles from './Wizard.module.css'

export interface WizardProps {
  /** What the steps lead to, spoken. */
  label: string
  steps: readonly { id: string; title: string }[]
  current: string
  children: ReactNode
  /** "Step 2 of 3", spoken with the step's title. */
  progress: string
  back?: { label: string; onPress: () => void }
  next: { label: string; busy?: boolean; unavailableReason?: ReactNode }
  onNext: () => void
}

/** One question at a time. Enter goes on; what was entered stays when one goes back. */
export function Wizard({
  label,
  steps,
  current,
  children,
  progress,
  back,
  next,
  onNext,
}: WizardProps) {
  const at = steps.findIndex(({ id }) => id === current)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(current)
  useEffect(() => {
    if (shown.current !== current) {
      shown.current = current
      heading.current?.focus()
    }
  }, [current])
  return (
    <Form
      aria-label={label}
      className={styles.wizard}
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li
            key={step.id}
            className={styles.step}
            data-state={index < at ? 'done' : index === at ? 'current' : 'later'}
            {...(index === at && { 'aria-current': 'step' as const })}
          >
            <span className={styles.number}>
              {index < at ? <Icon name="check" size={12} /> : index + 1}
            </span>
            <span>{step.title}</span>
          </li>
        ))}
      </ol>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {steps[at]?.title}
        <span className="unseen"> – {progress}</span>
      </h3>
      <div className={styles.body}>{children}</div>
      <div className={styles.footer}>
        {back && (
          <Button variant="quiet" icon="back" onPress={back.onPress}>
            {back.label}
          </Button>
        )}
        <span className={styles.gap} />
        <Button
          variant="primary"
          type="submit"
          busy={next.busy ?? false}
          unavailableReason={next.unavailableReason}
        >
          {next.label}
        </Button>
      </div>
    </Form>
  )
}
