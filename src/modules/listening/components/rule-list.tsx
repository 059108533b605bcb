'use client';
import { useQuery } from '@tanstack/react-query';
import EarOff from 'lucide-react/icons/ear-off';
import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { icon, iconLarge } from '@/ui/icon';
import { ListStates } from '@/ui/list-states';
import { rulesOptions } from '../client';
import { RuleDialog } from './rule-dialog';
import { RuleRow } from './rule-row';
import { useSentence } from './use-doing';

/** Rules of silence, each with what it silenced in the last 30 days. */
export function RuleList({ slug }: { slug: string }) {
  const t = useTranslations('listening');
  const common = useTranslations('common');
  const sentence = useSentence();
  const query = useQuery(rulesOptions(slug));
  const [isNew, setNew] = useState(false);
  const create = (
    <Button tone="primary" icon={<Plus {...icon} />} onClick={() => setNew(true)}>
      {t('silence.create')}
    </Button>
  );
  return (
    <>
      <ListStates
        query={{ ...query, data: query.data?.data }}
        words={{ failed: t('failed'), why: sentence, retry: common('retry'), loading: common('loading') }}
        empty={
          <EmptyState
            icon={<EarOff {...iconLarge} />}
            title={t('silence.empty')}
            text={t('silence.emptyText')}
            action={create}
          />
        }
      >
        {(rules) => (
          <div className="flex flex-col items-start gap-3">
            {create}
            <ul
              aria-label={t('silence.list')}
              className="w-full overflow-hidden rounded-r3 border border-line bg-surface"
            >
              {rules.map((rule) => (
                <li key={rule.id} className="border-b border-line last:border-b-0">
                  <RuleRow slug={slug} rule={rule} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </ListStates>
      {isNew ? <RuleDialog slug={slug} onClose={() => setNew(false)} /> : null}
    </>
  );
}
