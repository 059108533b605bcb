import type { MessageKind, Network, Visibility } from '@/kernel/vocabulary';
import type { DemoClock } from './clock';
import type { Random } from './random';
import type { DemoAttachment, DemoConversation, DemoMember, DemoMessage, DemoPerson } from './shape';
import { asides } from './texts/asides';
import type { BankLanguage } from './texts/banks';
import { inHand, type Memory, withAside } from './voice';

const MINUTE = 60_000;

export interface Line {
  by: DemoPerson | DemoMember;
  /** Makes the text; called again if it was said lately. */
  text: () => string;
  /** Minutes after the line before, roughly. */
  after?: number;
  to?: DemoMessage;
  kind?: MessageKind;
  visibility?: Visibility;
  rating?: number;
  shares?: DemoMessage;
  mentions?: string[];
  language?: string;
}

const isMember = (by: DemoPerson | DemoMember): by is DemoMember => 'role' in by;

export function messageId(network: Network, conversation: string, n: number): string {
  if (network === 'email') return `<${conversation}.${n}@mail.example>`;
  if (network === 'mastodon')
    return `https://alpin.social/statuses/${conversation}${String(n).padStart(4, '0')}`;
  if (network === 'bluesky') return `at://did:plc:demo/app.bsky.feed.post/${conversation}${n.toString(36)}`;
  if (network === 'whatsapp') return `wamid.${conversation}${n}`;
  return `${conversation}_${n}`;
}

const photos = [
  'IMG_2041',
  'IMG_0387',
  'foto',
  'bruchstelle',
  'DSC_1190',
  'etikett',
  'zelt_morgens',
  'detail',
];

function attachments(rng: Random, by: DemoPerson | DemoMember, network: Network): DemoAttachment[] {
  if (isMember(by))
    return network === 'email' && rng.chance(0.06)
      ? [
          {
            name: `ruecksendeschein-${rng.int(1000, 9999)}.pdf`,
            contentType: 'application/pdf',
            size: rng.int(60, 180) * 1024,
          },
        ]
      : [];
  if (!rng.chance(0.07)) return [];
  return Array.from({ length: rng.chance(0.2) ? 2 : 1 }, () => ({
    name: `${rng.pick(photos)}_${rng.int(10, 99)}.jpg`,
    contentType: 'image/jpeg',
    size: rng.int(180, 3200) * 1024,
  }));
}

/** A slip of the keyboard that somebody corrects later. */
function slip(text: string, rng: Random): string {
  const at = rng.int(Math.floor(text.length / 3), Math.max(text.length - 3, 1));
  return /[a-zäöü]{2}/.test(text.slice(at, at + 2))
    ? text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2)
    : `${text} (Tippfehler inkl.)`;
}

export interface Thread {
  messages: DemoMessage[];
  first: () => DemoMessage;
  last: () => DemoMessage;
  say(line: Line): DemoMessage;
}

export interface ThreadSetting {
  rng: Random;
  clock: DemoClock;
  memory: Memory;
  network: Network;
  externalId: string;
  startedAt: number;
  language: string;
  kind: MessageKind;
  visibility: Visibility;
}

/** Collects the messages of one conversation and lets time pass between them as people do. */
export function thread(setting: ThreadSetting): Thread {
  const { rng, clock, network } = setting;
  const messages: DemoMessage[] = [];
  let opener: DemoPerson | undefined;
  let at = setting.startedAt;

  const say = (line: Line): DemoMessage => {
    const member = isMember(line.by);
    if (messages.length > 0) {
      const next = at + Math.max(0.4, rng.skewed(line.after ?? 40, 0.9)) * MINUTE;
      at = Math.floor(member ? clock.atDesk(next, rng) : clock.awake(next, rng));
    }
    const kind = line.kind ?? (messages.length === 0 ? setting.kind : replyKind(setting.kind));
    const text = setting.memory.unheard((attempt) => {
      const bare = line.text();
      const asideFits = attempt > 2 && messages.length > 0 && setting.language in asides;
      const said = asideFits
        ? withAside(bare, rng, setting.language as BankLanguage, line.by, opener, kind === 'note')
        : bare;
      return isMember(line.by) ? said : inHand(said, line.by, rng, network);
    });
    const message: DemoMessage = {
      externalId: messageId(network, setting.externalId, messages.length + 1),
      ...(isMember(line.by) ? { memberKey: line.by.key } : { authorKey: line.by.key }),
      direction: member ? 'outbound' : 'inbound',
      kind,
      visibility: line.visibility ?? (kind === 'note' ? 'internal' : setting.visibility),
      text,
      language: line.language ?? setting.language,
      sentAt: new Date(at),
      ...(line.to ? { replyToExternalId: line.to.externalId } : {}),
      ...(line.rating ? { rating: line.rating } : {}),
      ...(line.shares ? { sharesExternalId: line.shares.externalId } : {}),
      ...(line.mentions?.length ? { mentionedMemberKeys: line.mentions } : {}),
      attachments: kind === 'note' ? [] : attachments(rng, line.by, network),
    };
    if (!member && text.length > 40 && rng.chance(0.014)) {
      message.editedFrom = slip(text, rng);
      message.editedAt = new Date(Math.min(at + rng.int(1, 30) * MINUTE, clock.now));
    } else if (!member && messages.length > 1 && rng.chance(0.006)) message.deleted = true;
    if (!isMember(line.by)) opener ??= line.by;
    messages.push(message);
    return message;
  };

  return {
    messages,
    first: () => messages[0] as DemoMessage,
    last: () => messages.at(-1) as DemoMessage,
    say,
  };
}

function replyKind(kind: MessageKind): MessageKind {
  return kind === 'direct' || kind === 'email' ? kind : 'comment';
}

/** Cuts off what has not happened yet. */
export function untilNow(conversation: DemoConversation, now: number): DemoConversation {
  return {
    ...conversation,
    messages: conversation.messages.filter((m) => m.sentAt.getTime() < now - MINUTE),
  };
}
