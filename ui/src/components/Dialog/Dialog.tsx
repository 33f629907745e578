import { type ReactNode, useEffect } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from '../IconButton/IconButton'
import { clearTold } from '../Toast/toasts'
import styles from './Dialog.module.css'

export interface DialogProps {
  open: boolean
  /** Called by Escape, the cross and a press outside. */
  onClose: () => void
  title: string
  /** The name of the cross. */
  closeLabel: string
  size?: 'small' | 'medium' | 'large'
  /** A decision that must be made: neither Escape nor a press outside ends it. */
  mustAnswer?: boolean
  children: ReactNode
  /** Buttons at the bottom, the one that goes on at the right. */
  footer?: ReactNode
}

/** A sheet over everything else. The focus stays inside and goes back where it came from. */
export function Dialog({
  open,
  onClose,
  title,
  closeLabel,
  size = 'medium',
  mustAnswer = false,
  children,
  footer,
}: DialogProps) {
  // What was said before would lie over the fields.
  useEffect(() => {
    if (open) {
      clearTold()
    }
  }, [open])
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog className={styles.dialog} role={mustAnswer ? 'alertdialog' : 'dialog'}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            {!mustAnswer && <IconButton icon="close" label={closeLabel} onPress={onClose} />}
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
