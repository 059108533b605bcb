'use client';
import clsx from 'clsx';
import ArrowDownWideNarrow from 'lucide-react/icons/arrow-down-wide-narrow';
import ListFilter from 'lucide-react/icons/list-filter';
import Search from 'lucide-react/icons/search';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Chip, ChipButton } from '@/ui/chip';
import { Pane } from '@/ui/frame/pane';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Moment } from '@/ui/moment';
import { Stars } from '@/ui/stars';
import { rows, type SampleRow } from './sample-rows';

/** The list pane: bar, views, rows. */
export function SampleList() {
  const n = useTranslations('navigation');
  const c = useTranslations('common');
  const t = useTranslations('design');
  return (
    <Pane
      label={n('inbox')}
      bar={
        <>
          <h1 className="flex-1 text-heading font-semibold tracking-[-.015em]">{n('inbox')}</h1>
          <IconButton label={c('search')} shortcut="/" icon={<Search {...icon} />} />
          <Button icon={<ListFilter {...icon} />}>{c('filter')}</Button>
        </>
      }
    >
      <div className="flex shrink-0 items-center gap-1.5 border-b border-line px-3 py-2">
        <ChipButton pressed count="12">
          {t('mine')}
        </ChipButton>
        <ChipButton pressed={false} count="31">
          {t('open')}
        </ChipButton>
        <ChipButton pressed={false} count="418">
          {t('everything')}
        </ChipButton>
        <span className="flex-1" />
        <IconButton label={c('sort')} size="small" icon={<ArrowDownWideNarrow {...icon} />} />
      </div>
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {rows.map((row, place) => (
          <li key={row.id}>
            <Line row={row} current={place === 0} />
          </li>
        ))}
      </ul>
    </Pane>
  );
}

function Line({ row, current }: { row: SampleRow; current: boolean }) {
  const networkName = useTranslations('networks')(row.network);
  const c = useTranslations('common');
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      className={clsx(
        'flex w-full gap-3 border-b border-line py-2.5 pr-3.5 pl-3 text-left -outline-offset-2',
        current ? 'bg-accent-soft shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-hover',
      )}
    >
      <Avatar id={row.id} name={row.name} network={row.network} networkName={networkName} />
      <span className="block min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={clsx('min-w-0 flex-1 truncate', row.unread ? 'font-semibold' : 'font-medium')}>
            {row.name}
          </span>
          <Moment
            value={new Date(Date.now() - row.age * 60_000)}
            className={clsx('text-meta', current ? 'text-ink-2' : 'text-ink-3')}
          />
        </span>
        <span
          className={clsx('block truncate text-small', row.unread ? 'font-medium text-ink' : 'text-ink-2')}
        >
          {row.subject}{' '}
          {row.network === 'trustpilot' ? (
            <Stars rating={2} label={c('stars', { rating: 2, outOf: 5 })} />
          ) : null}
        </span>
        <span className={clsx('block truncate text-small', current ? 'text-ink-2' : 'text-ink-3')}>
          {row.preview}
        </span>
        {row.tag ? (
          <span className="mt-1 flex">
            <Chip small tone={row.tag.tone}>
              {row.tag.text}
            </Chip>
          </span>
        ) : null}
      </span>
    </button>
  );
}
