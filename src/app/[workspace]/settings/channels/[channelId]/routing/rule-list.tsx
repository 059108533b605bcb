'use client';
import Plus from 'lucide-react/icons/plus';
import Route from 'lucide-react/icons/route';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ChannelSummary } from '@/modules/channels/contract';
import type { RoutingRuleView } from '@/modules/channels/contract/routing';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { icon, iconLarge } from '@/ui/icon';
import { useAction } from '../../../../../action-form/use-action';
import { orderRulesAction } from '../../actions';
import { RuleDialog } from './rule-dialog';
import { RuleRow } from './rule-row';

export interface RuleListProps {
  slug: string;
  channel: ChannelSummary;
  rules: readonly RoutingRuleView[];
  teams: readonly TeamSummary[];
}

/** A channel's rules in the order in which they are tried; dragged, or moved by keys. */
export function RuleList({ slug, channel, rules, teams }: RuleListProps) {
  const t = useTranslations('channels.routing');
  const { shown, move, said, dragged, setDragged, drop } = useOrder({ slug, channelId: channel.id, rules });
  const team = teams.find(({ id }) => id === channel.teamId)?.name;
  const add = (
    <RuleDialog
      slug={slug}
      channelId={channel.id}
      teams={teams}
      trigger={
        <Button tone={rules.length === 0 ? 'primary' : 'plain'} icon={<Plus {...icon} />}>
          {t('add')}
        </Button>
      }
    />
  );
  if (rules.length === 0) {
    return (
      <EmptyState icon={<Route {...iconLarge} />} title={t('empty')} text={t('emptyText')} action={add} />
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-60 text-small text-ink-2">{t('text', { count: rules.length })}</p>
        {add}
      </div>
      <ol className="overflow-hidden rounded-r3 border border-line bg-surface">
        {shown.map((rule, index) => (
          <li
            key={rule.id}
            className={`border-b border-line ${dragged === rule.id ? 'opacity-50' : ''}`}
            onDragOver={(event) => event.preventDefault()}
            onDragEnter={() => dragged && dragged !== rule.id && drop(dragged, index)}
          >
            <RuleRow
              slug={slug}
              rule={rule}
              teams={teams}
              number={index + 1}
              onMove={(by) => move(rule, index + by)}
              onDrag={setDragged}
            />
          </li>
        ))}
        <li className="px-4 py-3 text-small text-ink-3">
          {team ? t('elseTeam', { team }) : t('elseNobody')}
        </li>
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

function useOrder({
  slug,
  channelId,
  rules,
}: {
  slug: string;
  channelId: string;
  rules: RuleListProps['rules'];
}) {
  const t = useTranslations('channels.routing');
  const [shown, setShown] = useState(rules);
  const [dragged, setDraggedId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { run } = useAction();
  // What the server says holds, but not under a hand that is dragging.
  useEffect(() => {
    if (dragged === null) setShown(rules);
  }, [rules, dragged]);
  const placed = (id: string, place: number) => {
    const rule = shown.find((one) => one.id === id);
    if (!rule || place < 0 || place >= shown.length) return null;
    const rest = shown.filter((one) => one.id !== id);
    return [...rest.slice(0, place), rule, ...rest.slice(place)];
  };
  const save = (next: readonly RoutingRuleView[]) =>
    run(
      () =>
        orderRulesAction(
          slug,
          channelId,
          next.map(({ id }) => id),
        ),
      { refused: () => setShown(rules) },
    );
  const move = (rule: RoutingRuleView, place: number) => {
    const next = placed(rule.id, place);
    if (!next) return;
    setShown(next);
    setSaid(t('moved', { name: rule.name, place: place + 1, count: next.length }));
    save(next);
  };
  const setDragged = (id: string | null) => {
    if (id === null && dragged !== null && shown.some((rule, index) => rule.id !== rules[index]?.id))
      save(shown);
    setDraggedId(id);
  };
  const drop = (id: string, place: number) => {
    const next = placed(id, place);
    if (next) setShown(next);
  };
  return { shown, move, said, dragged, setDragged, drop };
}
