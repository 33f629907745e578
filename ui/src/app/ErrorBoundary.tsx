import { Component, type ReactNode } from 'react'
import { Button, ErrorState } from '../components'
import { useL10n } from '../l10n'

/** Catches a fault of a screen, so that the rest of the app stays. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? (
      <Fault onRetry={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    )
  }
}

function Fault({ onRetry }: { onRetry: () => void }) {
  const { text } = useL10n()
  return (
    <ErrorState
      title={text('shell-fault-title')}
      action={
        <Button icon="retry" onPress={onRetry}>
          {text('shell-try-again')}
        </Button>
      }
    >
      {text('shell-fault-body')}
    </ErrorState>
  )
}
