'use client';
import GripVertical from 'lucide-react/icons/grip-vertical';
import Trash2 from 'lucide-react/icons/trash-2';
import { useTranslations } from 'next-intl';
import type { RoutingRuleView } from '@/modules/channels/contract/routing';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { Button } from '@/ui/button';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Switch } from '@/ui/switch';
import { useAction } from '../../../../../action-form/use-action';
import { createRuleAction, deleteRuleAction, updateRuleAction } from '../../actions';
import { RuleDialog } from './rule-dialog';
import { useRuleSentences } from './rule-sentences';

export interface RuleRowProps {
  slug: string;
  rule: RoutingRuleView;
  teams: readonly TeamSummary[];
  number: number;
  /** By one place up (-1) or down (1). */
  onMove: (by: number) => void;
  onDrag: (ruleId: string | null) => void;
}

/** One rule: its place, when it holds, what it does. */
export function RuleRow({ slug, rule, teams, number, onMove, onDrag }: RuleRowProps) {
  const t = useTranslations('channels.routing');
  const common = useTranslations('common');
  const { conditionOf, actionOf } = useRuleSentences(teams);
  const { run, isPending } = useAction();
  const { channelId, id, name, isActive, condition, teamId, assign, loadCap } = rule;
  const remove = () =>
    run(() => deleteRuleAction(slug, channelId, id), {
      done: () => ({
        text: t('removed', { name }),
        undo: () =>
          run(() => createRuleAction(slug, channelId, { name, condition, teamId, assign, loadCap })),
      }),
    });
  return (
    <div className="flex items-start gap-2 py-3 pr-3 pl-2">
      <button
        type="button"
        draggable
        aria-label={t('move', { name, place: number })}
        title={t('moveHint')}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          onDrag(id);
        }}
        onDragEnd={() => onDrag(null)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          onMove(event.key === 'ArrowUp' ? -1 : 1);
        }}
        className="mt-0.5 flex size-6 shrink-0 cursor-grab items-center justify-center rounded-r1 text-ink-3 hover:bg-hover hover:text-ink active:cursor-grabbing"
      >
        <GripVertical {...icon} />
      </button>
      <div className={`min-w-0 flex-1 ${isActive ? '' : 'opacity-60'}`}>
        <p className="num font-medium wrap-anywhere">
          {number}. {name}
        </p>
        <p className="text-small text-ink-2 wrap-anywhere">{conditionOf(condition)}</p>
        <p className="num text-small text-ink-2">→ {actionOf(rule)}</p>
      </div>
      <div className="flex shrink-0 flex-wrap items-center justify-end gap-1.5">
        <Switch
          label={<span className="sr-only">{t('active', { name })}</span>}
          checked={isActive}
          onCheckedChange={(next) => run(() => updateRuleAction(slug, channelId, id, { isActive: next }))}
        />
        <RuleDialog
          slug={slug}
          channelId={channelId}
          teams={teams}
          rule={rule}
          trigger={
            <Button size="small" aria-label={t('editNamed', { name })}>
              {common('edit')}
            </Button>
          }
        />
        <IconButton
          label={common('removeNamed', { name })}
          icon={<Trash2 {...icon} />}
          disabled={isPending}
          onClick={remove}
        />
      </div>
    </div>
  );
}
