'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { advertisingWords } from '../../contract/pitch';

export interface PitchHintProps {
  reply: string;
  /** What the person wrote last. */
  before: string;
}

/** Says quietly that a reply reads like an advertisement; it never holds one up, and is silent once put away. */
export default function PitchHint({ reply, before }: PitchHintProps) {
  const t = useTranslations('conversations');
  const [isPutAway, setIsPutAway] = useState(false);
  const text = useDeferredValue(reply);
  const words = isPutAway ? [] : advertisingWords(text, before);
  return (
    <div role="status" className="px-3.5 text-meta text-ink-2">
      {words.length > 0 ? (
        <span title={t('pitch.found', { words: words.join(', ') })}>
          {t('pitch.text')}{' '}
          <button type="button" className="underline hover:text-ink" onClick={() => setIsPutAway(true)}>
            {t('pitch.dismiss')}
          </button>
        </span>
      ) : null}
    </div>
  );
}
