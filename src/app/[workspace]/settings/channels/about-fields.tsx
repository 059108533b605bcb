'use client';
import { useTranslations } from 'next-intl';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { NetworkField } from './network-field';

const HOUR = 60;
const DEFAULT_MINUTES = 8 * HOUR;

export interface AboutFieldsProps {
  teams: readonly TeamSummary[];
  /** The network that is chosen at first, where a channel may stand for any; null where its connector decides. */
  network?: string | null;
  channel?: { name: string; teamId: string | null; expectationMinutes: number };
  errorOf: (name: string) => string | undefined;
}

/** Name, team and what people can expect. */
export function AboutFields({ teams, network = null, channel, errorOf }: AboutFieldsProps) {
  const t = useTranslations('channels.fields');
  const minutes = channel?.expectationMinutes ?? DEFAULT_MINUTES;
  const inHours = minutes % HOUR === 0;
  return (
    <>
      <Field label={t('name')} name="name" hint={t('nameHint')} error={errorOf('name')}>
        <TextField autoComplete="off" defaultValue={channel?.name ?? ''} />
      </Field>
      {network ? <NetworkField network={network} error={errorOf('network')} /> : null}
      {teams.length > 0 ? (
        <Field label={t('team')} name="teamId" hint={t('teamHint')} error={errorOf('teamId')}>
          <Select
            name="teamId"
            defaultValue={channel?.teamId ?? ''}
            options={[
              { value: '', label: t('noTeam') },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
      ) : null}
      <div className="flex flex-col gap-1">
        <div className="flex items-end gap-2">
          {/* The label belongs to both controls and may reach over the second. */}
          <Field
            label={t('expectation')}
            name="expectation"
            error={errorOf('expectationMinutes')}
            className="w-28 shrink-0 [&_label]:whitespace-nowrap"
          >
            <TextField
              type="number"
              inputMode="numeric"
              min={1}
              defaultValue={String(inHours ? minutes / HOUR : minutes)}
            />
          </Field>
          <Select
            aria-label={t('expectationUnit')}
            name="expectationUnit"
            defaultValue={inHours ? 'hours' : 'minutes'}
            className="!w-auto min-w-0 flex-1 sm:!w-48 sm:flex-none"
            options={[
              { value: 'hours', label: t('hours') },
              { value: 'minutes', label: t('minutes') },
            ]}
          />
        </div>
        <p className="text-meta text-ink-3">{t('expectationHint')}</p>
      </div>
    </>
  );
}
