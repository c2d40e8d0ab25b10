import { Modal } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { label } from './labels';

/**
 * A dialog that rises from the bottom on phones: holds focus, closes on Escape, gives focus back. Without `onClose` it
 * stays until the choice inside is made. Mantine's own scroll lock writes a style element, which the page's policy
 * forbids; a class on body does it instead.
 */
export function Sheet({ title, opened, onClose, children }: { title: string; opened: boolean; onClose?: () => void; children: ReactNode }) {
  useEffect(() => {
    if (!opened) return undefined;
    document.body.classList.add('held');
    return () => document.body.classList.remove('held');
  }, [opened]);
  const parts = { inner: 'sheet-inner', content: 'sheet-content', overlay: 'sheet-scrim', title: 'sheet-title', close: 'sheet-close' };
  return (
    <Modal.Root opened={opened} onClose={() => onClose?.()} closeOnEscape={Boolean(onClose)} closeOnClickOutside={Boolean(onClose)} lockScroll={false} transitionProps={{ duration: 0 }} classNames={parts}>
      <Modal.Overlay />
      <Modal.Content>
        <div className="sheet-header">
          <Modal.Title>{title}</Modal.Title>
          {onClose && <Modal.CloseButton aria-label={label('ui.close')} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
