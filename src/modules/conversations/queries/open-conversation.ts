import { contactDetail } from '@/modules/contacts/contract';
import { type ContactRows, contactSql, toContact } from '@/modules/contacts/queries';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { conversationPanes } from '../contract/panes';
import { type PanesRows, panesSql, toPanes } from './get-conversation';

/** The conversation's panes and, as the contacts module tells it, the person. */
export const openedConversation = conversationPanes.extend({ contact: contactDetail.nullable() });

/** Everything the screen shows when a conversation is opened: seven statements in one flush. @throws conversation_not_found */
export async function openConversation(context: MemberContext, input: { conversationId: string }) {
  const { conversationId } = input;
  const workspaceId = context.workspace.id;
  const person = sql`(SELECT own.contact_id FROM conversations own
    WHERE own.workspace_id = ${workspaceId}::uuid AND own.id = ${conversationId}::uuid)`;
  const [detail, messages, changes, earlier, ...contact] = await context.db.pipeline<
    [...PanesRows, ...ContactRows]
  >(...panesSql(context, conversationId), ...contactSql(workspaceId, person));
  return {
    ...toPanes(context, detail, messages, changes, earlier),
    contact: toContact(...contact),
  };
}
