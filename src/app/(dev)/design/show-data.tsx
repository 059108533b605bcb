'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { Network } from '@/kernel/vocabulary';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { CopyField } from '@/ui/copy-field';
import { DataTable } from '@/ui/data-table';
import { DefinitionList } from '@/ui/definition-list';
import { Highlight } from '@/ui/highlight';
import { Moment } from '@/ui/moment';
import { NetworkMark } from '@/ui/network-mark';
import { SecretField } from '@/ui/secret-field';
import { Tabs } from '@/ui/tabs';
import { Group } from './group';

const channels: readonly { id: string; network: Network; open: number; healthy: boolean }[] = [
  { id: 'Nordlicht Outdoor', network: 'facebook', open: 31, healthy: true },
  { id: '@nordlicht@alpin.social', network: 'mastodon', open: 4, healthy: true },
  { id: 'Support', network: 'email', open: 1240, healthy: false },
];

const times = [0.3, 42, 300, 1500, 5000, 30_000, 600_000, -18, -1500];

/** Tables, cards, definitions, times, values to take along. */
export function DataParts({ side }: { side: string }) {
  const t = useTranslations('design');
  const format = useFormatter();
  return (
    <>
      <Group title={t('data')}>
        <Channels side={side} />
        <Tabs
          label={t('viewAs')}
          tabs={[
            { id: 'a', label: t('tabConversation'), count: '4', content: <p>{t('tabConversationText')}</p> },
            { id: 'b', label: t('tabHistory'), content: <p>{t('tabHistoryText')}</p> },
          ]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Card
            title={t('cardTitle')}
            aside={<Moment value={new Date(Date.now() - 42 * 60_000)} />}
            edge="var(--c3)"
          >
            <p className="text-small text-ink-2">
              <Highlight text={t('cardText')} words={['sieben', 'seven']} />
            </p>
          </Card>
          <Card>
            <DefinitionList
              layout="figures"
              items={[
                {
                  id: 'a',
                  term: t('valueToday'),
                  value: format.number(640, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
                  doubt: '± 90',
                },
                {
                  id: 'b',
                  term: t('valuePossible'),
                  value: format.number(1900, {
                    style: 'currency',
                    currency: 'EUR',
                    maximumFractionDigits: 0,
                  }),
                },
                { id: 'c', term: t('helps'), value: '9 ×' },
                { id: 'd', term: t('reach'), value: format.number(2310) },
              ]}
            />
          </Card>
        </div>
        <div className="flex flex-wrap gap-x-4 gap-y-1 text-meta text-ink-3">
          {times.map((minutes) => (
            <Moment key={minutes} value={new Date(Date.now() - minutes * 60_000)} />
          ))}
        </div>
      </Group>
      <Group title={t('secrets')}>
        <Secrets />
      </Group>
    </>
  );
}

function Channels({ side }: { side: string }) {
  const t = useTranslations('design');
  const n = useTranslations('networks');
  const format = useFormatter();
  return (
    <DataTable
      caption={`${t('tableCaption')} (${side})`}
      rows={channels}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'channel',
          head: t('columnChannel'),
          rowHead: true,
          cell: (row) => (
            <span className="flex items-center gap-2 font-medium whitespace-nowrap">
              <NetworkMark network={row.network} name={n(row.network)} /> {row.id}
            </span>
          ),
        },
        {
          id: 'state',
          head: t('columnState'),
          cell: (row) => (
            <Chip tone={row.healthy ? 'good' : 'bad'}>{row.healthy ? t('healthy') : t('expired')}</Chip>
          ),
        },
        {
          id: 'open',
          head: t('columnOpen'),
          figure: true,
          sort: 'descending',
          cell: (row) => format.number(row.open),
        },
      ]}
    />
  );
}

function Secrets() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  const copying = { copyLabel: c('copy'), copiedLabel: c('copied') };
  return (
    <>
      <CopyField
        label={t('webhookUrl')}
        value="https://rapport.example/api/webhooks/01936f5e-8c1a-7b42"
        {...copying}
      />
      <SecretField
        label={t('secret')}
        value="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        warning={c('secretOnce')}
        showLabel={c('show')}
        hideLabel={c('hide')}
        {...copying}
      />
    </>
  );
}
