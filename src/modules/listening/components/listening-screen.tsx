'use client';
import { useQuery } from '@tanstack/react-query';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLiveUpdates } from '@/modules/conversations/client/live';
import { countsOptions } from '@/modules/conversations/client/queries';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Tabs } from '@/ui/tabs';
import { queriesOptions, rulesOptions, spreadOptions } from '../client';
import { OverheardList } from './overheard-list';
import { QueryList } from './query-list';
import { RuleList } from './rule-list';
import { SpreadList } from './spread-list';

export interface ListeningFacts {
  slug: string;
  /** Where the event stream stood when the page was read. */
  since: string;
  /** May change what is listened for. */
  isInCharge: boolean;
}

const tabs = ['overheard', 'spreading', 'searches', 'silence'] as const;
type TabId = (typeof tabs)[number];

/** What is overheard, what spreads, what is listened for and what is not: the tab stands in the address. */
export function ListeningScreen(facts: ListeningFacts) {
  const t = useTranslations('listening');
  const format = useFormatter();
  const { slug } = facts;
  useLiveUpdates(slug, facts.since);
  const [tab, show] = useTab();
  const overheard = useQuery(countsOptions(slug)).data?.standard.listening;
  const stories = useQuery(spreadOptions(slug)).data?.data.length ?? 0;
  const searches = useQuery(queriesOptions(slug)).data?.data.length;
  const rules = useQuery(rulesOptions(slug)).data?.data.length;
  const counted = (count: number | undefined) => (count ? { count: format.number(count) } : {});
  return (
    <Page title={t('title')} lead={t('lead')}>
      {stories > 0 && tab !== 'spreading' ? (
        <Banner
          tone="warn"
          live="status"
          title={t('spreading.banner', { count: stories })}
          actions={
            <Button size="small" onClick={() => show('spreading')}>
              {t('spreading.show')}
            </Button>
          }
        />
      ) : null}
      <Tabs
        label={t('tabs.label')}
        value={tab}
        onValueChange={(id) => show(id as TabId)}
        tabs={[
          {
            id: 'overheard',
            label: t('tabs.overheard'),
            ...counted(overheard),
            content: <OverheardList slug={slug} onSearches={() => show('searches')} />,
          },
          {
            id: 'spreading',
            label: t('tabs.spreading'),
            ...counted(stories),
            content: <SpreadList {...facts} />,
          },
          {
            id: 'searches',
            label: t('tabs.searches'),
            ...counted(searches),
            content: <QueryList {...facts} />,
          },
          { id: 'silence', label: t('tabs.silence'), ...counted(rules), content: <RuleList slug={slug} /> },
        ]}
      />
    </Page>
  );
}

function Page({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="h-full overflow-y-auto -outline-offset-2"
    >
      <div className="mx-auto flex max-w-240 flex-col gap-6 px-4 py-6 md:px-9 md:py-8">
        <PageHeader title={title} meta={lead} />
        <div className="flex flex-col gap-4">{children}</div>
      </div>
    </section>
  );
}

function useTab(): [TabId, (tab: TabId) => void] {
  const router = useRouter();
  const path = usePathname();
  const wanted = useSearchParams().get('tab');
  const tab = tabs.find((one) => one === wanted) ?? 'overheard';
  return [
    tab,
    (next) => router.replace(next === 'overheard' ? path : `${path}?tab=${next}`, { scroll: false }),
  ];
}
