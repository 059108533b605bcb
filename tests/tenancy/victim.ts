import { newId } from '@/kernel/ids';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anApiChannel, anInboundMessage, createdEvent, receive } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';

/** Stands in every string of the victim; a stranger's answer that holds it is a leak. */
export const MARK = 'zuerivelo';

export interface Victim {
  workspace: TestWorkspace;
  admin: MemberContext;
  /** Ids by the names the routes give their parameters. */
  ids: Record<string, string>;
}

/** A workspace with one of everything a route can name. */
export async function aVictim(): Promise<Victim> {
  const workspace = await aWorkspace({ slug: `${MARK}-victim` });
  const admin = await aMember(workspace, {
    role: 'admin',
    name: `${MARK} Admin`,
    email: `${MARK}@example.org`,
  });
  const channel = await anApiChannel(admin, {
    name: `${MARK} Kanal`,
    settings: { callbackUrl: 'https://example.org/x' },
  });
  await receive(
    workspace,
    channel.id,
    createdEvent(
      anInboundMessage({
        conversation: { externalId: `${MARK}-thread`, subject: `${MARK} Betreff` },
        author: { externalId: `${MARK}-author`, name: `${MARK} Mensch`, handle: MARK },
        text: `${MARK} Nachricht`,
        attachments: [
          { url: 'https://example.org/a.png', contentType: 'image/png', name: `${MARK}.png`, size: 12 },
        ],
      }),
    ),
  );
  const { db, id: workspaceId } = workspace;
  const first = async (table: string) => {
    const [row] = await db.query<{ id: string }>(sql([`SELECT id FROM ${table} LIMIT 1`]));
    return row?.id ?? '';
  };
  const [tagId, viewId, savedReplyId, noteId, teamId, bulkChangeId] = Array.from({ length: 6 }, newId) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const contactId = await first('contacts');
  const { memberId } = admin.actor;
  await db.models.tag.create({ data: { workspaceId, id: tagId, name: `${MARK} Etikett` } });
  await db.models.team.create({ data: { workspaceId, id: teamId, name: `${MARK} Team` } });
  await db.models.savedView.create({
    data: { workspaceId, id: viewId, name: `${MARK} Ansicht`, predicate: {}, sort: 'newest' },
  });
  await db.models.savedReply.create({
    data: { workspaceId, id: savedReplyId, shortcut: MARK, name: `${MARK} Antwort`, text: `${MARK} Text` },
  });
  await db.models.contactNote.create({
    data: { workspaceId, id: noteId, contactId, memberId, text: `${MARK} Notiz` },
  });
  await db.models.bulkChange.create({
    data: { workspaceId, id: bulkChangeId, memberId, action: {}, selection: {}, total: 1 },
  });
  const ruleId = newId();
  await db.models.routingRule.create({
    data: { workspaceId, id: ruleId, channelId: channel.id, name: `${MARK} Regel`, position: 0 },
  });
  const [queryId, silenceRuleId, alertId] = [newId(), newId(), newId()];
  await db.models.listeningQuery.create({
    data: { workspaceId, id: queryId, name: `${MARK} Suche`, anyOf: [MARK] },
  });
  await db.models.silenceRule.create({ data: { workspaceId, id: silenceRuleId, author: MARK } });
  await db.models.spreadAlert.create({
    data: {
      workspaceId,
      id: alertId,
      storyKey: `link:${MARK}.example`,
      signal: 'shares',
      amount: 41,
      hours: 2,
      times: 9,
      against: 'author',
    },
  });
  return {
    workspace,
    admin,
    ids: {
      ruleId,
      queryId,
      silenceRuleId,
      alertId,
      signal: 'shares',
      channelId: channel.id,
      conversationId: await first('conversations'),
      messageId: await first('messages'),
      contactId,
      attachmentId: await first('attachments'),
      rawEventId: await first('raw_events'),
      memberId,
      tagId,
      viewId,
      savedReplyId,
      noteId,
      teamId,
      bulkChangeId,
      deliveryId: newId(),
    },
  };
}
