'use client';
import { useTranslations } from 'next-intl';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import type { RuleDraft } from './rule-draft';

export interface RuleActionFieldsProps {
  draft: RuleDraft;
  teams: readonly TeamSummary[];
  onChange: (change: Partial<RuleDraft>) => void;
  teamError: string | undefined;
}

/** What a rule does: which team, whether its members take turns, and how much each may have open. */
export function RuleActionFields({ draft, teams, onChange, teamError }: RuleActionFieldsProps) {
  const t = useTranslations('channels.routing');
  const fields = useTranslations('channels.fields');
  const common = useTranslations('common');
  const isInTurn = draft.assign === 'round_robin';
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-2 text-body font-semibold">{t('then')}</legend>
      <Field label={fields('team')} error={teamError}>
        <Select
          value={draft.teamId ?? ''}
          onValueChange={(teamId) => onChange({ teamId: teamId || null })}
          options={[
            { value: '', label: fields('noTeam') },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Checkbox
        checked={isInTurn}
        onCheckedChange={(checked) =>
          onChange(checked ? { assign: 'round_robin' } : { assign: 'none', loadCap: null })
        }
        label={t('roundRobin')}
        hint={t('roundRobinHint')}
      />
      {isInTurn ? (
        <Field
          label={t('loadCap')}
          optional={common('optional')}
          hint={t('loadCapHint')}
          className="max-w-60"
        >
          <TextField
            type="number"
            inputMode="numeric"
            min={1}
            max={1000}
            value={draft.loadCap === null ? '' : String(draft.loadCap)}
            onValueChange={(text: string) => onChange({ loadCap: capOf(text) })}
          />
        </Field>
      ) : null}
    </fieldset>
  );
}

function capOf(text: string): number | null {
  const cap = Math.round(Number(text));
  return cap > 0 ? Math.min(cap, 1000) : null;
}
