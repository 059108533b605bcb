'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import Check from 'lucide-react/icons/check';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { tagColors as colours, type TagColor } from '@/kernel/vocabulary';

export type TagColour = TagColor;

export interface TagColoursProps {
  value: TagColour;
  onValueChange: (value: TagColour) => void;
}

/** The six hues of equal lightness, each with a name. */
export function TagColours({ value, onValueChange }: TagColoursProps) {
  const t = useTranslations('settings.tags');
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline gap-2">
        <span id={id} className="text-small font-medium">
          {t('color')}
        </span>
        <span aria-hidden="true" className="text-meta text-ink-3">
          {t(`colors.${value}`)}
        </span>
      </div>
      <RadioGroup<TagColour>
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onValueChange(next)}
        className="flex gap-2"
      >
        {colours.map((colour) => (
          <Radio.Root
            key={colour}
            value={colour}
            nativeButton
            render={<button type="button" />}
            aria-label={t(`colors.${colour}`)}
            className="grid size-8 place-items-center rounded-full border-2 border-transparent data-checked:border-line-control"
          >
            <span
              className="grid size-6 place-items-center rounded-full text-paper"
              style={{ background: `var(--${colour})` }}
            >
              <Radio.Indicator>
                <Check size={14} strokeWidth={3} aria-hidden />
              </Radio.Indicator>
            </span>
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
