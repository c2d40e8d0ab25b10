import { Modal } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

/**
 * A dialog that rises from the bottom on phones: holds focus, closes on Escape, gives focus back. Without `onClose` it
 * stays until the choice inside is made. Mantine's own scroll
 * lock writes a style element, which the page's policy forbids; a class on body does it instead.
 */
export function Sheet({ title, opened, onClose, children }: { title: string; opened: boolean; onClose?: () => void; children: ReactNode }) {
  useEffect(() => {
    if (!opened) return undefined;
    document.body.classList.add('held');
    return () => document.body.classList.remove('held');
  }, [opened]);
  return (
    <Modal
      opened={opened} onClose={() => onClose?.()} closeOnEscape={Boolean(onClose)} closeOnClickOutside={Boolean(onClose)} withCloseButton={Boolean(onClose)} title={title} lockScroll={false} transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'ปิด' }}
      classNames={{ root: 'sheet', inner: 'sheet-inner', content: 'sheet-content', overlay: 'sheet-scrim', header: 'sheet-header', title: 'sheet-title', close: 'sheet-close' }}
    >
      {children}
    </Modal>
  );
}
