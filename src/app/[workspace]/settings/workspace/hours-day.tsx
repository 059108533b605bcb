'use client';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import type { Span, Weekday } from '@/kernel/business-hours';
import { icon, iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Switch } from '@/ui/switch';
import { HoursTime } from './hours-time';

export interface HoursDayProps {
  day: Weekday;
  spans: readonly Span[];
  error: string | undefined;
  onChange: (spans: readonly Span[]) => void;
}

const OFFICE: Span = ['09:00', '17:30'];

/** One day: open or closed, and its spans. */
export function HoursDay({ day, spans, error, onChange }: HoursDayProps) {
  const t = useTranslations('settings.workspace');
  const name = t(`weekdays.${day}`);
  const replace = (index: number, span: Span) =>
    onChange(spans.map((one, place) => (place === index ? span : one)));
  return (
    <fieldset aria-label={name} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-3.5 py-2.5">
      <div className="w-36 pt-1">
        <Switch
          label={name}
          checked={spans.length > 0}
          onCheckedChange={(isOpen) => onChange(isOpen ? [OFFICE] : [])}
        />
      </div>
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-1.5">
        {spans.length === 0 ? <span className="pt-1.5 text-small text-ink-3">{t('closed')}</span> : null}
        {spans.map(([from, to], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place in the day
          <div key={index} className="flex items-center gap-1.5">
            <HoursTime
              label={t('from', { day: name })}
              value={from}
              onChange={(value) => replace(index, [value, to])}
            />
            <span aria-hidden="true" className="text-ink-3">
              –
            </span>
            <HoursTime
              label={t('to', { day: name })}
              value={to}
              onChange={(value) => replace(index, [from, value])}
            />
            <IconButton
              size="small"
              label={t('removeSpan')}
              icon={<X {...iconSmall} />}
              onClick={() => onChange(spans.filter((_, place) => place !== index))}
            />
            {index === spans.length - 1 && spans.length < 6 ? (
              <IconButton
                size="small"
                label={t('addSpan')}
                icon={<Plus {...icon} />}
                onClick={() => onChange([...spans, nextSpan(to)])}
              />
            ) : null}
          </div>
        ))}
        {error ? (
          <p role="alert" className="text-meta text-bad-ink">
            {error}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}

/** After a break of an hour, for two hours, as far as the day reaches. */
function nextSpan(end: string): Span {
  const hour = Number(end.slice(0, 2));
  const clock = (value: number) =>
    value >= 24 ? '24:00' : `${String(value).padStart(2, '0')}:${end.slice(3)}`;
  return [clock(Math.min(hour + 1, 22)), clock(Math.min(hour + 3, 24))];
}
