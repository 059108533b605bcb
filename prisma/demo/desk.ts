import type { Priority } from '@/kernel/vocabulary';
import type { Random } from './random';
import type { DemoConversation, DemoMember, DemoMessage } from './shape';

const DAY = 86_400_000;

const teamByTag: Record<string, string> = {
  Reparatur: 'werkstatt',
  Reklamation: 'werkstatt',
  Versand: 'versand',
  Rücksendung: 'versand',
  Community: 'community',
  'Repair Café': 'community',
  Testklub: 'community',
  Lob: 'community',
  Erwähnung: 'community',
};

function priorityOf(rng: Random, conversation: DemoConversation): Priority {
  const stars = conversation.messages.find((m) => m.rating)?.rating;
  if (stars !== undefined && stars <= 2) return 3;
  const [tag] = conversation.tagNames;
  if (tag === 'Spam' || tag === 'Testklub') return 1;
  if (tag === 'Versand' || tag === 'Reklamation') return rng.chance(0.4) ? 3 : 2;
  return rng.weighted([
    [0, 60],
    [1, 12],
    [2, 22],
    [3, 6],
  ] as const);
}

/**
 * Leaves the conversation where a customer waits: before our first answer, or behind their last word. False if they
 * never said anything.
 */
function cutToWaiting({ messages }: DemoConversation): boolean {
  const isAnswer = (message: DemoMessage) => message.direction === 'outbound' && message.kind !== 'note';
  const asked = messages.findIndex(({ direction }) => direction === 'inbound');
  if (asked < 0) return false;
  const answered = messages.findIndex((message, place) => place > asked && isAnswer(message));
  if (answered > 0) messages.length = answered;
  while (messages.at(-1)?.direction !== 'inbound') messages.length -= 1;
  return true;
}

/** A team at work lets nobody wait for weeks: what is open happened today, yesterday or the day before, at the same hour. */
function broughtToToday(conversation: DemoConversation, now: number, rng: Random): DemoConversation {
  const last = conversation.messages.at(-1)?.sentAt.getTime() ?? now;
  const days = Math.max(0, Math.floor((now - last) / DAY) - rng.pick([0, 0, 0, 1, 1, 2]));
  const later = (at: Date) => new Date(at.getTime() + days * DAY);
  return {
    ...conversation,
    startedAt: later(conversation.startedAt),
    messages: conversation.messages.map((message) => ({
      ...message,
      sentAt: later(message.sentAt),
      ...(message.editedAt && { editedAt: later(message.editedAt) }),
    })),
  };
}

export interface DeskOptions {
  rng: Random;
  now: number;
  staff: DemoMember[];
  /** In the many copies of a large load Mira gets her share; in the demo itself her inbox is written by hand. */
  miraShares: boolean;
}

/** Decides status, owner, team and priority as a team at work would have left them. */
export function atDesk(conversation: DemoConversation, options: DeskOptions): DemoConversation {
  const { rng, now, staff, miraShares } = options;
  const { messages } = conversation;
  const out: DemoConversation = {
    ...conversation,
    priority: priorityOf(rng, conversation),
    status: 'resolved',
  };
  const [tag] = conversation.tagNames;
  const team = teamByTag[tag ?? ''] ?? 'service';
  if (rng.chance(0.8)) out.teamKey = team;
  const age = now - (messages.at(-1)?.sentAt.getTime() ?? now);
  const answerer = messages.find((m) => m.memberKey && m.kind !== 'note')?.memberKey;
  if (age < 12 * DAY && tag !== 'Spam') {
    const draw = rng.next();
    const openShare = age < 2 * DAY ? 0.78 : 0.46;
    if (draw < openShare && cutToWaiting(out)) out.status = 'open';
    else if (draw < openShare + 0.14 && messages.at(-1)?.direction === 'outbound') out.status = 'pending';
    else if (draw < openShare + 0.22) {
      out.status = 'snoozed';
      out.snoozedUntil = new Date(now + rng.int(6, 160) * 3_600_000);
    }
  } else if (rng.chance(0.006)) out.status = 'pending';
  const others = staff.filter((m) => m.key !== 'mira' && m.role === 'marketer');
  const free = out.status === 'open' && rng.chance(0.45);
  if (free) delete out.assigneeKey;
  else if (out.status === 'open')
    out.assigneeKey = miraShares && rng.chance(0.12) ? 'mira' : rng.pick(others).key;
  else if (answerer) out.assigneeKey = answerer;
  if (out.status !== 'resolved' && out.status !== 'open' && out.assigneeKey === 'mira')
    out.assigneeKey = rng.pick(others).key;
  return out.status === 'open' ? broughtToToday(out, now, rng) : out;
}
