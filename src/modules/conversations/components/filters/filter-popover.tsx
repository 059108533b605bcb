'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Button } from '@/ui/button';
import { Popover } from '@/ui/popover';
import { useAddress, useAddressStore } from '../address/use-address';
import { useInbox } from '../state/inbox-context';
import { ConditionBuilder } from './condition-builder';
import { QuickFilters } from './quick-filters';

export interface FilterPopoverProps {
  trigger: ReactElement;
  onClose: () => void;
}

/** What the list is narrowed by: quick filters, then conditions with and/or. Each choice takes effect at once. */
export default function FilterPopover({ trigger, onClose }: FilterPopoverProps) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const { store } = useInbox();
  const address = useAddressStore();
  const isFiltered = useAddress((one) => Object.keys(one.filters).length > 0);
  return (
    <Popover
      trigger={trigger}
      title={t('filters.title')}
      align="end"
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="flex w-[min(26rem,calc(100vw-4rem))] flex-col gap-4">
        <QuickFilters />
        <ConditionBuilder />
        <div className="flex flex-wrap justify-end gap-2 border-t border-line pt-3">
          {isFiltered ? (
            <>
              <Button tone="quiet" onClick={() => address.go({ filters: {} })}>
                {t('filters.clear')}
              </Button>
              <Button onClick={() => store.set({ menu: 'saveView' })}>{t('saveView.action')}</Button>
            </>
          ) : null}
          <Button tone="primary" onClick={onClose}>
            {common('done')}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
