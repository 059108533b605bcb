'use client';
import { useQuery } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '@/ui/button-style';
import { iconSmall } from '@/ui/icon';
import { rawEventOptions } from '../client';
import type { RawEventView } from '../contract';

export interface EventBodyProps {
  slug: string;
  channelId: string;
  event: RawEventView;
}

/** The body one click away: its beginning at once, all of it and what it meant as soon as they are here. */
export function EventBody({ slug, channelId, event }: EventBodyProps) {
  const t = useTranslations('channels.events');
  const [isOpen, setOpen] = useState(false);
  const { data, isError } = useQuery({ ...rawEventOptions(slug, channelId, event.id), enabled: isOpen });
  const body = data?.body ?? event.excerpt;
  return (
    <details className="group min-w-0" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="w-fit max-w-full cursor-pointer truncate rounded-r1 text-meta text-ink-3 hover:text-ink">
        {t('body')} · <code className="font-mono">{event.externalId}</code>
      </summary>
      <div className="mt-2 flex flex-col gap-3">
        {isError ? <p className="text-meta text-bad-ink">{t('bodyFailed')}</p> : null}
        <Bytes label={t('body')} text={pretty(body)} isCut={event.size > new Blob([body]).size} />
        {data?.resolvedBody ? <Bytes label={t('resolved')} text={pretty(data.resolvedBody)} /> : null}
        {data && Object.keys(data.headers).length > 0 ? (
          <Bytes label={t('headers')} text={JSON.stringify(data.headers, null, 2)} />
        ) : null}
        <a
          href={`/api/v1/channels/${channelId}/events/${event.id}/body?workspace=${encodeURIComponent(slug)}`}
          download
          className={buttonClass('plain', 'small', 'w-fit')}
        >
          <Download {...iconSmall} />
          {t('download')}
        </a>
      </div>
    </details>
  );
}

function Bytes({ label, text, isCut = false }: { label: string; text: string; isCut?: boolean }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-meta font-medium text-ink-3">{label}</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-r2 border border-line bg-sunken p-3 font-mono text-meta leading-4.5 whitespace-pre-wrap wrap-anywhere"
      >
        {text}
        {isCut ? ' …' : ''}
      </pre>
    </figure>
  );
}

/** JSON in lines; anything else as it is. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
