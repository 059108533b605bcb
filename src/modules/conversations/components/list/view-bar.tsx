'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { ChipButton } from '@/ui/chip';
import type { StandardView } from '../../contract';
import { useAddress, useAddressStore } from '../address/use-address';
import { useViewCounts } from '../data/use-view-counts';
import { SortMenu } from './sort-menu';
import { isStandardView, useViewLabel } from './view-label';

const firstViews: readonly StandardView[] = ['mine', 'open', 'all'];

/** The views one lives in, with their counts, and the order. Any other view takes the last place while it is shown. */
export function ViewBar() {
  const t = useTranslations('inbox');
  const format = useFormatter();
  const store = useAddressStore();
  const view = useAddress((address) => address.view);
  const filters = useAddress((address) => address.filters);
  const labelOf = useViewLabel();
  const counts = useViewCounts();
  const isNarrowed = Boolean(filters.team || filters.channel);
  const isFirst = isStandardView(view) && firstViews.includes(view) && !isNarrowed;
  const shown = isFirst ? firstViews : firstViews.slice(0, 2);
  const countOf = (one: StandardView) => {
    const count = counts?.standard[one];
    // Large figures say nothing more at this place, and cost the room of a view.
    return count === undefined || count > 999 ? undefined : format.number(count, 'count');
  };
  const current =
    counts &&
    (filters.team
      ? counts.teams[filters.team]
      : filters.channel
        ? counts.channels[filters.channel]
        : isStandardView(view)
          ? counts.standard[view]
          : undefined);
  return (
    <div className="flex shrink-0 items-center gap-1.5 border-b border-line px-3 py-2.25">
      <div className="flex min-w-0 flex-1 gap-1.5 overflow-hidden p-0.5 -m-0.5">
        {shown.map((one) => (
          <ChipButton
            key={one}
            pressed={isFirst && one === view}
            count={countOf(one)}
            className="shrink-0"
            onClick={() => store.go({ view: one, filters: {}, conversationId: null })}
          >
            {t(`views.${one}`)}
          </ChipButton>
        ))}
        {isFirst ? null : (
          <ChipButton
            pressed
            count={current === undefined ? undefined : format.number(current, 'count')}
            className="min-w-0"
          >
            {labelOf({ view, filters })}
          </ChipButton>
        )}
      </div>
      <SortMenu />
    </div>
  );
}
