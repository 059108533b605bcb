'use client';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useLocale, useTranslations } from 'next-intl';
import { Chip } from '@/ui/chip';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import type { SavedReply } from '../../contract/saved';
import { ReplyText } from './reply-text';

export interface ReplyRowProps {
  reply: SavedReply;
  isInCharge: boolean;
  onOpen: () => void;
  onDelete: () => void;
}

/** A saved reply in the list; its name opens it. */
export function ReplyRow({ reply, isInCharge, onOpen, onDelete }: ReplyRowProps) {
  const t = useTranslations('settings.savedReplies');
  const common = useTranslations('common');
  const locale = useLocale();
  const { shortcut, name, text, language } = reply;
  return (
    <div className="relative flex items-start gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <button
            type="button"
            onClick={onOpen}
            className="min-w-0 truncate text-left font-medium after:absolute after:inset-0 after:content-['']"
          >
            {name}
          </button>
          <code className="max-w-full truncate font-mono text-meta text-ink-2">/{shortcut}</code>
          {language ? (
            <Chip small>{new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language}</Chip>
          ) : null}
        </div>
        <ReplyText text={text} language={language} className="mt-1 line-clamp-2 text-small text-ink-2" />
      </div>
      {isInCharge ? (
        <div className="relative z-1">
          <Menu
            align="end"
            trigger={<IconButton label={t('actionsFor', { name })} icon={<Ellipsis {...icon} />} />}
            entries={[
              { id: 'edit', label: common('edit'), onSelect: onOpen },
              { id: 'delete', label: common('delete'), tone: 'danger', onSelect: onDelete },
            ]}
          />
        </div>
      ) : null}
    </div>
  );
}
