'use client';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useTranslations } from 'next-intl';
import { iconSmall } from '@/ui/icon';
import { MessageText } from './message-text';

/** What a mail repeats of earlier ones: kept, but folded away until somebody asks for it. */
export function QuotedText({ text, language }: { text: string; language: string | null }) {
  const t = useTranslations('conversations');
  return (
    <details className="group mt-1.5">
      <summary className="inline-flex h-6 cursor-pointer list-none items-center gap-1 rounded-r1 px-1.5 text-meta text-ink-3 hover:bg-sunken hover:text-ink [&::-webkit-details-marker]:hidden">
        <Ellipsis {...iconSmall} />
        <span className="group-open:hidden">{t('message.showQuoted')}</span>
        <span className="hidden group-open:inline">{t('message.hideQuoted')}</span>
      </summary>
      <MessageText
        text={text}
        language={language}
        className="mt-1 border-l-2 border-line-strong pl-3 text-small text-ink-3"
      />
    </details>
  );
}
