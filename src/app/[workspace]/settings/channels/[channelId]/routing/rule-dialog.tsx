'use client';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import type { RoutingRuleView } from '@/modules/channels/contract/routing';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useAction } from '../../../../../action-form/use-action';
import { createRuleAction, updateRuleAction } from '../../actions';
import { RuleActionFields } from './rule-action-fields';
import { RuleConditionFields } from './rule-condition-fields';
import type { RuleDraft } from './rule-draft';

export interface RuleDialogProps {
  slug: string;
  channelId: string;
  teams: readonly TeamSummary[];
  /** A new one where there is none. */
  rule?: RoutingRuleView;
  trigger: ReactElement;
}

const blank: RuleDraft = { name: '', condition: {}, teamId: null, assign: 'none', loadCap: null };

/** Makes or changes a rule: its name, when it holds, what it does. */
export function RuleDialog({ slug, channelId, teams, rule, trigger }: RuleDialogProps) {
  const t = useTranslations('channels.routing');
  const common = useTranslations('common');
  const errors = useTranslations('errors');
  const { run, isPending } = useAction();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<RuleDraft>(blank);
  const [isTried, setTried] = useState(false);
  const set = (change: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...change }));
  const isUnnamed = draft.name.trim() === '';
  const lacksTeam = draft.assign === 'round_robin' && draft.teamId === null;
  const save = () => {
    setTried(true);
    if (isUnnamed || lacksTeam) return;
    const fields = { ...draft, name: draft.name.trim() };
    run<unknown>(
      () =>
        rule ? updateRuleAction(slug, channelId, rule.id, fields) : createRuleAction(slug, channelId, fields),
      {
        done: () => {
          setOpen(false);
          return { text: common('saved') };
        },
      },
    );
  };
  const required = errorSentence(errors, 'required');
  return (
    <Dialog
      title={t(rule ? 'editTitle' : 'addTitle')}
      closeLabel={common('close')}
      size="medium"
      open={isOpen}
      onOpenChange={(open) => {
        if (open) setDraft(rule ? draftOf(rule) : blank);
        setTried(false);
        setOpen(open);
      }}
      trigger={trigger}
      footer={
        <Button tone="primary" busy={isPending} onClick={save}>
          {common('save')}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <Field label={t('name')} error={isTried && isUnnamed ? required : undefined}>
          <TextField
            autoComplete="off"
            maxLength={80}
            value={draft.name}
            onValueChange={(name: string) => set({ name })}
          />
        </Field>
        <RuleConditionFields condition={draft.condition} onChange={(condition) => set({ condition })} />
        <RuleActionFields
          draft={draft}
          teams={teams}
          onChange={set}
          teamError={isTried && lacksTeam ? required : undefined}
        />
      </div>
    </Dialog>
  );
}

function draftOf({ name, condition, teamId, assign, loadCap }: RoutingRuleView): RuleDraft {
  return { name, condition, teamId, assign, loadCap };
}
