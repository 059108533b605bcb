'use client';
import { useTranslations } from 'next-intl';
import { ShortcutSheet } from '@/ui/shortcut-sheet';

/** The sheet behind `?`. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useTranslations('common');
  return (
    <ShortcutSheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('shortcuts')}
      closeLabel={t('close')}
    />
  );
}
