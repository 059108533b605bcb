'use client';
import { useTranslations } from 'next-intl';
import { errorSentence } from '@/i18n/error-sentence';
import type { FieldError } from '@/kernel/errors';
import type { RawEventView } from '../contract';

interface Detail {
  fields?: readonly FieldError[];
  skipped?: readonly { path: string; reason: string }[];
  error?: string;
}

/** The sentence for why a delivery, or a part of it, became no message. */
export function useIngestSentence() {
  const ingest = useTranslations('ingest');
  const t = useTranslations('channels.events');
  return (reason: string) =>
    ingest.has(reason as never) ? ingest(reason as never) : t('unknownReason', { reason });
}

/** Why, in words; then the fields to blame, or the parts left out. */
export function EventDetail({ event }: { event: RawEventView }) {
  const t = useTranslations('channels.events');
  const errors = useTranslations('errors');
  const sentenceOf = useIngestSentence();
  const { fields = [], skipped = [], error } = (event.detail ?? {}) as Detail;
  return (
    <div className="flex flex-col gap-1 text-small text-ink-2">
      {event.reason ? <p>{sentenceOf(event.reason)}</p> : null}
      {error ? <p className="font-mono text-meta wrap-anywhere text-ink-3">{error}</p> : null}
      {skipped.length > 0 ? <p>{t('skipped', { count: skipped.length })}</p> : null}
      {fields.length + skipped.length > 0 ? (
        <ul className="flex flex-col gap-0.5 text-meta">
          {fields.map(({ path, reason, params }) => (
            <PathLine
              key={`${path} ${reason}`}
              path={path}
              text={errorSentence(errors, reason, params)}
              choices={params?.allowed}
            />
          ))}
          {skipped.map(({ path, reason }) => (
            <PathLine key={`${path} ${reason}`} path={path} text={sentenceOf(reason)} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

interface PathLineProps {
  path: string;
  text: string;
  /** What would have been right, where it is a list. */
  choices?: string | number | undefined;
}

function PathLine({ path, text, choices }: PathLineProps) {
  return (
    <li>
      {path ? <code className="mr-1.5 font-mono wrap-anywhere text-ink">{path}</code> : null}
      {text}
      {choices === undefined ? null : (
        <code className="ml-1.5 font-mono wrap-anywhere text-ink-3">{choices}</code>
      )}
    </li>
  );
}
