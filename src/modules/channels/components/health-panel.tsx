'use client';
import { useTranslations } from 'next-intl';
import type { ChannelDetail } from '../contract';
import { healthOf } from './health';
import { useHealthFigures } from './health-figures';
import { HealthReasons } from './health-reasons';

/** How a channel is: the verdict in words with its reasons, then what was measured. */
export function HealthPanel({ channel }: { channel: ChannelDetail }) {
  const t = useTranslations('channels.verdict');
  const figures = useHealthFigures(channel);
  return (
    <section aria-labelledby="health" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <h2 id="health" className="font-serif text-title font-medium text-ink">
          {t(healthOf(channel))}
        </h2>
        <HealthReasons reasons={channel.health.reasons} />
      </div>
      <dl className="grid grid-cols-2 overflow-hidden rounded-r3 border border-line bg-surface md:grid-cols-3">
        {figures.map(({ id, term, value, note, isBad }) => (
          <div key={id} className="-mr-px -mb-px min-w-0 border-r border-b border-line px-4 py-3">
            <dt className="text-meta font-medium text-ink-3">{term}</dt>
            <dd className={`num mt-0.5 font-semibold ${isBad ? 'text-warn-ink' : ''}`}>{value}</dd>
            {note ? <dd className="num text-meta text-ink-3">{note}</dd> : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
