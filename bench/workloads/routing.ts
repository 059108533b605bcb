import { newId } from '../../src/kernel/ids';
import { storeRawEvents } from '../../src/modules/channels/use-cases/store-raw-events';
import { applyInbound } from '../../src/modules/conversations/use-cases/apply-inbound';
import type { TenantContext } from '../../src/platform/context/context';
import { runUnitOfWork } from '../../src/platform/context/unit-of-work';
import { interleave } from '../measure';
import { type Line, ratioLine } from '../report';
import type { Subject } from '../subject';

const RULES = 200;
const EVENTS = 100;
const AIM = 1.1;

/** Applying a batch of new conversations on a channel with 200 rules, beside the same on one without any. */
export async function routedBatches({ context }: Subject, rounds: number): Promise<Line> {
  const system = { ...context, actor: null };
  const routed = await aChannel(system);
  const plain = await aChannel(system);
  await addRules(system, routed);
  // Stored beforehand, so that only the applying is measured: one batch a round.
  for (let round = 0; round < rounds + Math.ceil(rounds / 10); round += 1) {
    await fill(system, routed);
    await fill(system, plain);
  }
  const pair = await interleave(
    rounds,
    () => applyBatch(system, routed),
    () => applyBatch(system, plain),
  );
  return ratioLine('routing: 200 rules', pair, AIM);
}

async function aChannel({ db }: TenantContext): Promise<string> {
  const id = newId();
  const { workspaceId } = db;
  await db.models.channel.create({
    data: { workspaceId, id, connector: 'api', network: 'api', name: `Routing ${id}` },
  });
  return id;
}

/** Each with words of its own, none of them in the messages but the last one's: all 200 are tried. */
async function addRules({ db }: TenantContext, channelId: string): Promise<void> {
  const { workspaceId } = db;
  await db.models.routingRule.createMany({
    data: Array.from({ length: RULES }, (_, position) => ({
      workspaceId,
      id: newId(),
      channelId,
      name: `Rule ${position}`,
      position,
      condition:
        position === RULES - 1
          ? { anyWords: ['reißverschluss'] }
          : { anyWords: [`wort${position}`, `zwei wörter${position}`, `der fall${position}`] },
    })),
  });
}

function applyBatch(context: TenantContext<null>, channelId: string): Promise<unknown> {
  return runUnitOfWork(context, (work) => applyInbound.run(work, { channelId }));
}

/** A batch of messages, each the beginning of a conversation. */
async function fill({ db }: TenantContext, channelId: string): Promise<void> {
  const sentAt = new Date().toISOString();
  const events = Array.from({ length: EVENTS }, () => {
    const id = newId();
    const data = {
      externalId: id,
      conversation: { externalId: `thread-${id}` },
      author: { externalId: `author-${id.slice(-2)}`, name: `Author ${id.slice(-2)}` },
      text: `Der Reißverschluss meiner Jacke klemmt, was kann ich tun? Zwei Läden haben mich weggeschickt. (${id})`,
      kind: 'comment',
      visibility: 'public',
      sentAt,
    };
    const body = Buffer.from(JSON.stringify({ type: 'message.created', timestamp: sentAt, data }));
    return { id: newId(), channelId, externalId: id, headers: {}, body };
  });
  await storeRawEvents(db, events);
}
