import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Moment } from '@/ui/moment';
import { NetworkMark } from '@/ui/network-mark';
import { previewOptions, type SearchDraft } from '../client';
import { useSentence } from './use-doing';

/** What a search that is being written would have found in the last 7 days, as one types. */
export function QueryPreview({ slug, search }: { slug: string; search: SearchDraft }) {
  const t = useTranslations('listening');
  const networks = useTranslations('networks');
  const format = useFormatter();
  const sentence = useSentence();
  const settled = useSettled(search);
  const { data, error } = useQuery(previewOptions(slug, settled));
  const isEmpty = search.anyOf.length + search.allOf.length === 0;
  return (
    <section
      aria-label={t('searches.preview')}
      className="min-w-0 rounded-r2 border border-line bg-sunken p-3 text-small"
    >
      <p role="status" className={isEmpty || !data ? 'text-ink-2' : 'font-semibold'}>
        {isEmpty
          ? t('searches.previewNone')
          : error
            ? sentence(error)
            : data
              ? t('searches.previewCount', { count: data.count })
              : '…'}
      </p>
      {!isEmpty && data?.isCut ? (
        <p className="num text-meta text-ink-3">
          {t('searches.previewCut', { looked: format.number(data.looked) })}
        </p>
      ) : null}
      {isEmpty ? null : (
        <ul className="mt-2 flex flex-col gap-2.5">
          {data?.samples.map((sample) => (
            <li key={sample.messageId} className="min-w-0">
              <p className="flex items-center gap-1.5 text-meta text-ink-3">
                <NetworkMark network={sample.network} name={networks(sample.network)} size={12} />
                <span className="min-w-0 truncate">{sample.author ?? t('unknownAuthor')}</span>
                <Moment value={sample.sentAt} />
              </p>
              <p dir="auto" className="line-clamp-2 font-serif text-ink-2 italic">
                {sample.text}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const SETTLE_MS = 250;

/** The search once nobody has typed for a moment: not every letter is worth a request. */
function useSettled(search: SearchDraft): SearchDraft {
  const [settled, setSettled] = useState(search);
  const written = JSON.stringify(search);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(written) as SearchDraft), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [written]);
  return settled;
}
