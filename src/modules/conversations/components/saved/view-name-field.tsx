'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { TextField } from '@/ui/text-field';

export interface ViewNameFieldProps {
  name: string;
  /** The new name, null where it is to stay; by a key the focus is still here. */
  onDone: (name: string | null, isByKey: boolean) => void;
}

/** Enter or leaving keeps the name, Escape leaves it as it was. */
export function ViewNameField({ name, onDone }: ViewNameFieldProps) {
  const t = useTranslations('inbox.manageViews');
  const box = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const [value, setValue] = useState(name);
  useEffect(() => box.current?.select(), []);
  const done = (next: string | null, isByKey: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(next, isByKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    // Escape would close the dialog as well.
    event.stopPropagation();
    event.preventDefault();
    done(event.key === 'Enter' ? value.trim() : null, true);
  };
  return (
    <TextField
      ref={box}
      aria-label={t('nameOf')}
      maxLength={80}
      value={value}
      onValueChange={(next) => setValue(next)}
      onKeyDown={onKeyDown}
      onBlur={() => done(value.trim(), false)}
      className="flex-1"
    />
  );
}
