import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { Effects, LedgerConversation } from '../domain/inbound/ledger';
import { prepareRules, type RoutingRule, takeTurn } from '../domain/routing';
import { findNames, findRules, lockRotas, saveRotas } from '../store/routing';
import type { HistoryLine } from '../store/save-triage';

interface Routed {
  conversation: LedgerConversation;
  rule: RoutingRule;
}

/**
 * Sends a batch's new conversations where their channel's rules say, before they are written: to a team, and to the
 * next of its people. What the brand began itself, and what no rule is for, stays with the channel's own team.
 * @returns the lines of their history, to be written after them
 */
export async function routeConversations(
  db: TenantTransaction,
  channelId: string,
  effects: Effects,
): Promise<HistoryLine[]> {
  const open = [...effects.newConversations].filter(({ status }) => status === 'open');
  if (open.length === 0) return [];
  const rules = await findRules(db, channelId);
  if (rules.length === 0) return [];
  const routed = match(open, effects, rules);
  if (routed.length === 0) return [];
  await assign(db, routed);
  return historyOf(db, routed);
}

function match(
  open: readonly LedgerConversation[],
  effects: Effects,
  rules: readonly RoutingRule[],
): Routed[] {
  const ruleFor = prepareRules(rules);
  const texts = firstTexts(effects);
  return open.flatMap((conversation) => {
    const { language, kind, visibility, subject, id } = conversation;
    const text = `${subject ?? ''}\n${texts.get(id) ?? ''}`;
    const rule = ruleFor({ language, kind, visibility, text });
    return rule ? [{ conversation, rule }] : [];
  });
}

function firstTexts({ newMessages }: Effects): Map<string, string> {
  const first = new Map<string, { text: string; sentAt: Date }>();
  for (const { conversationId, text, sentAt } of newMessages) {
    const earlier = first.get(conversationId);
    if (!earlier || sentAt < earlier.sentAt) first.set(conversationId, { text, sentAt });
  }
  return new Map([...first].map(([id, { text }]) => [id, text]));
}

async function assign(db: TenantTransaction, routed: readonly Routed[]): Promise<void> {
  for (const { conversation, rule } of routed) conversation.teamId = rule.teamId ?? conversation.teamId;
  const given = routed.filter(({ rule }) => rule.assign === 'round_robin' && rule.teamId !== null);
  if (given.length === 0) return;
  const rotas = await lockRotas(
    db,
    given.flatMap(({ rule }) => rule.teamId ?? []),
  );
  for (const { conversation, rule } of given) {
    const rota = rotas.get(rule.teamId ?? '');
    if (rota) conversation.assigneeId = takeTurn(rota, rule.loadCap);
  }
  await saveRotas(db, rotas);
}

async function historyOf(db: TenantTransaction, routed: readonly Routed[]): Promise<HistoryLine[]> {
  const named = await findNames(
    db,
    routed.flatMap(({ conversation }) => conversation.teamId ?? []),
    routed.flatMap(({ conversation }) => conversation.assigneeId ?? []),
  );
  return routed.map(({ conversation, rule }) => ({
    conversationId: conversation.id,
    type: 'routed',
    data: {
      rule: { id: rule.id, name: rule.name },
      team: named(conversation.teamId),
      assignee: named(conversation.assigneeId),
    },
  }));
}
