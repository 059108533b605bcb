'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CopyButton } from '@/ui/copy-field';
import { Segmented } from '@/ui/segmented';
import { curlSample, nodeSample, type SampleFacts } from './sample-request';

const HIDDEN = '•'.repeat(24);

/** An example that signs and posts a message. The secret stays covered on screen and is in what is copied. */
export function SampleBox(facts: SampleFacts) {
  const t = useTranslations('channels.connected');
  const common = useTranslations('common');
  const [kind, setKind] = useState<'curl' | 'node'>('curl');
  const make = kind === 'curl' ? curlSample : nodeSample;
  const shown = make({ ...facts, secret: facts.secret === null ? null : HIDDEN });
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented
          label={t('try')}
          value={kind}
          onValueChange={setKind}
          options={[
            { value: 'curl', label: t('curl') },
            { value: 'node', label: t('node') },
          ]}
        />
        <CopyButton
          value={make(facts)}
          size="small"
          copyLabel={common('copy')}
          copiedLabel={common('copied')}
        />
      </div>
      <p className="text-meta text-ink-3">{t(kind === 'curl' ? 'tryText' : 'tryNode')}</p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        aria-label={t('try')}
        className="max-h-80 overflow-auto rounded-r2 border border-line bg-sunken"
      >
        <pre className="w-max min-w-full p-3 font-mono text-meta leading-4.5">{shown}</pre>
      </section>
    </div>
  );
}
