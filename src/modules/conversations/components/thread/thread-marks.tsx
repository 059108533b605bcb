'use client';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';

/** Where a day begins. */
export function DayMark({ at }: { at: string }) {
  const t = useTranslations('conversations');
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  return (
    <div className="flex items-center gap-3 py-2 text-meta text-ink-3">
      <span className="h-px flex-1 bg-line" />
      <h3 className="font-normal" suppressHydrationWarning>
        {dayName(at, locale, timeZone, { today: t('thread.today'), yesterday: t('thread.yesterday') })}
      </h3>
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

function dayName(
  at: string,
  locale: string,
  timeZone: string,
  words: { today: string; yesterday: string },
): string {
  const key = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date);
  const then = new Date(at);
  if (key(then) === key(new Date())) return words.today;
  if (key(then) === key(new Date(Date.now() - 86_400_000))) return words.yesterday;
  const isThisYear = key(then).slice(0, 4) === key(new Date()).slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(then);
}

/** Where the unread begins. */
export function UnreadMark() {
  const t = useTranslations('conversations');
  return (
    <div className="flex items-center gap-3 py-1.5 text-meta font-medium text-attention-ink">
      <span className="h-px flex-1 bg-attention opacity-50" />
      {t('thread.unread')}
      <span className="h-px flex-1 bg-attention opacity-50" />
    </div>
  );
}
