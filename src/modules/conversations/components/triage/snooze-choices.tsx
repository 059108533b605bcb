'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useInbox } from '../state/inbox-context';
import { instantOf, snoozeTimes, wallClock } from './snooze-times';

/** Times one usually means, and any other. Loaded when first opened: calendar arithmetic is heavy. */
export default function SnoozeChoices({ onSnooze }: { onSnooze: (until: string) => void }) {
  const t = useTranslations('inbox');
  const format = useFormatter();
  const { timeZone } = useInbox().workspace;
  const [times] = useState(() => snoozeTimes(new Date(), timeZone));
  const wording = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return (
    <div className="w-64">
      <ul className="-mx-2 flex flex-col">
        {times.map((time) => (
          <li key={time.name}>
            <button
              type="button"
              onClick={() => onSnooze(time.until)}
              className="flex h-8 w-full items-center gap-3 rounded-r2 px-2 text-left hover:bg-hover"
            >
              <span className="flex-1 truncate">{t(`snooze.${time.name}`)}</span>
              <span className="num text-meta text-ink-3">
                {format.dateTime(new Date(time.until), { ...wording, timeZone })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <CustomTime first={times[0]?.until} onSnooze={onSnooze} />
    </div>
  );
}

function CustomTime({ first, onSnooze }: { first: string | undefined; onSnooze: (until: string) => void }) {
  const t = useTranslations('inbox');
  const { timeZone } = useInbox().workspace;
  const [local, setLocal] = useState(() => (first ? wallClock(first, timeZone) : ''));
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = instantOf(local, timeZone);
    if (!until || Date.parse(until) <= Date.now()) return setError(t('snooze.past'));
    onSnooze(until);
  };
  return (
    <form onSubmit={submit} className="mt-2 flex flex-col gap-2 border-t border-line pt-3">
      <Field label={t('snooze.custom')} hint={timeZone.replaceAll('_', ' ')} error={error}>
        <TextField type="datetime-local" value={local} onValueChange={(value) => setLocal(value)} />
      </Field>
      <Button type="submit">{t('snooze.submit')}</Button>
    </form>
  );
}
