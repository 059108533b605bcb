'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ChannelDetail } from '@/modules/channels/contract';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { FormSection } from '@/ui/form-section';
import { Select } from '@/ui/select';
import { useAction } from '../../../../action-form/use-action';
import { handOverAction } from '../actions';

export interface HandOverSectionProps {
  slug: string;
  channel: ChannelDetail;
  teams: readonly TeamSummary[];
}

/** To another team: what comes from now on, and what is open where that is wished. */
export function HandOverSection({ slug, channel, teams }: HandOverSectionProps) {
  const t = useTranslations('channels.handOver');
  const fields = useTranslations('channels.fields');
  const { run, isPending } = useAction();
  const [teamId, setTeamId] = useState(channel.teamId ?? '');
  const [moveOpen, setMoveOpen] = useState(false);
  const to = teams.find(({ id }) => id === teamId)?.name;
  const isSame = teamId === (channel.teamId ?? '');
  const handOver = () =>
    run(() => handOverAction(slug, channel.id, teamId || null, moveOpen), {
      done: ({ moved }) => ({
        text: to ? t('done', { team: to, count: moved }) : t('doneNobody', { count: moved }),
      }),
    });
  return (
    <FormSection title={t('title')} text={t('text')}>
      <Field label={t('to')}>
        <Select
          value={teamId}
          onValueChange={setTeamId}
          options={[
            { value: '', label: fields('noTeam') },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Checkbox
        checked={moveOpen}
        onCheckedChange={setMoveOpen}
        label={t('moveOpen', { count: channel.conversations.open })}
        hint={t('moveOpenHint')}
      />
      <div>
        <Button busy={isPending} disabled={isSame && !moveOpen} onClick={handOver}>
          {t('action')}
        </Button>
      </div>
    </FormSection>
  );
}
