'use client';
import {
  EmojiPicker,
  type EmojiPickerListCategoryHeaderProps,
  type EmojiPickerListEmojiProps,
} from 'frimousse';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Popover } from '@/ui/popover';
import { Spinner } from '@/ui/spinner';

export interface EmojiPopoverProps {
  trigger: ReactElement;
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** All emoji, found by name in the reader's language; names and signs come from our own server. */
export default function EmojiPopover({ trigger, onPick, onClose }: EmojiPopoverProps) {
  const t = useTranslations('conversations');
  const locale = useLocale();
  return (
    <Popover
      trigger={trigger}
      title={t('composer.emoji')}
      hideTitle
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <EmojiPicker.Root
        locale={locale}
        emojibaseUrl="/emoji"
        columns={9}
        onEmojiSelect={({ emoji }) => {
          onClose();
          onPick(emoji);
        }}
        className="-m-2 flex h-80 w-77 flex-col"
      >
        <EmojiPicker.Search
          aria-label={t('composer.emojiSearch')}
          placeholder={t('composer.emojiSearch')}
          className="h-8 shrink-0 rounded-r2 border border-line-control bg-raised px-2.5 text-body pointer-coarse:text-lead"
        />
        <EmojiPicker.Viewport className="relative mt-2 min-h-0 flex-1 outline-none">
          <EmojiPicker.Loading className="absolute inset-0 grid place-items-center text-ink-3">
            <Spinner />
          </EmojiPicker.Loading>
          <EmojiPicker.Empty className="absolute inset-0 grid place-items-center text-small text-ink-3">
            {t('composer.emojiNone')}
          </EmojiPicker.Empty>
          <EmojiPicker.List className="select-none" components={{ CategoryHeader, Emoji }} />
        </EmojiPicker.Viewport>
      </EmojiPicker.Root>
    </Popover>
  );
}

function CategoryHeader({ category, ...rest }: EmojiPickerListCategoryHeaderProps) {
  return (
    <div {...rest} className="bg-raised px-1 pt-2 pb-1 text-meta font-medium text-ink-3">
      {category.label}
    </div>
  );
}

function Emoji({ emoji, ...rest }: EmojiPickerListEmojiProps) {
  return (
    <button
      {...rest}
      type="button"
      className="grid size-8 place-items-center rounded-r2 text-[18px] data-active:bg-hover"
    >
      {emoji.emoji}
    </button>
  );
}
