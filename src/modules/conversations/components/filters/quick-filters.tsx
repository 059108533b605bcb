'use client';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useTranslations } from 'next-intl';
import { iconSmall } from '@/ui/icon';
import { MultiPicker } from '@/ui/picker';
import { Segmented } from '@/ui/segmented';
import { type FilterName, listOf } from '../address/inbox-address';
import { useAddress, useAddressStore } from '../address/use-address';
import { type ListFilterName, useFilterOptions } from './filter-options';

const names: readonly ListFilterName[] = [
  'status',
  'network',
  'channel',
  'kind',
  'assignee',
  'team',
  'tag',
  'priority',
  'language',
];
const days = { today: 1, week: 7, month: 30 } as const;
type Period = keyof typeof days | 'any';

/** The filters one needs every day, each a list to choose from. */
export function QuickFilters() {
  const t = useTranslations('inbox');
  const address = useAddressStore();
  const filters = useAddress((one) => one.filters);
  const optionsOf = useFilterOptions();
  const set = (name: FilterName, value: string | null) => {
    const { [name]: _, ...others } = address.get().filters;
    address.go({ filters: value ? { ...others, [name]: value } : others }, 'replace');
  };
  const period = (Object.keys(days) as (keyof typeof days)[]).find((one) =>
    isSince(filters.since, days[one]),
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-3">
        {names.map((name) => (
          <QuickFilter
            key={name}
            label={t(`filters.names.${name}`)}
            options={optionsOf(name)}
            values={listOf(filters[name])}
            onPick={(values) => set(name, values.join(','))}
          />
        ))}
      </div>
      <div className="flex flex-wrap gap-3">
        <Segmented
          label={t('filters.names.unread')}
          value={filters.unread ?? 'any'}
          onValueChange={(value) => set('unread', value === 'any' ? null : value)}
          options={[
            { value: 'any', label: t('filters.any') },
            { value: 'true', label: t('filters.isUnread') },
            { value: 'false', label: t('filters.isRead') },
          ]}
        />
        <Segmented<Period>
          label={t('filters.names.since')}
          value={period ?? 'any'}
          onValueChange={(value) => set('since', value === 'any' ? null : sinceDays(days[value]))}
          options={[
            { value: 'any', label: t('filters.anyTime') },
            { value: 'today', label: t('filters.today') },
            { value: 'week', label: t('filters.week') },
            { value: 'month', label: t('filters.month') },
          ]}
        />
      </div>
    </div>
  );
}

function sinceDays(count: number): string {
  return new Date(Date.now() - count * 86_400_000).toISOString();
}

function isSince(since: string | undefined, count: number): boolean {
  return since !== undefined && Math.abs(Date.now() - Date.parse(since) - count * 86_400_000) < 43_200_000;
}

interface QuickFilterProps {
  label: string;
  options: { value: string; label: string }[];
  values: readonly string[];
  onPick: (values: string[]) => void;
}

function QuickFilter({ label, options, values, onPick }: QuickFilterProps) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const first = options.find(({ value }) => value === values[0])?.label;
  const shown = values.length === 0 ? t('filters.any') : values.length === 1 ? first : String(values.length);
  return (
    <MultiPicker
      label={label}
      emptyText={common('nothingFound')}
      options={options}
      values={values}
      onPick={onPick}
      trigger={
        <button
          type="button"
          className={`flex h-11 min-w-0 flex-col justify-center rounded-r2 border px-2.5 text-left hover:border-line-strong ${values.length > 0 ? 'border-accent-line bg-accent-soft text-accent' : 'border-line bg-surface'}`}
        >
          <span className="text-cap leading-3.5 opacity-80">{label}</span>
          <span className="flex w-full items-center gap-1">
            <span className="min-w-0 flex-1 truncate text-small font-medium">{shown}</span>
            <ChevronDown {...iconSmall} className="shrink-0" />
          </span>
        </button>
      }
    />
  );
}
