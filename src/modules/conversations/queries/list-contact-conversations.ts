import type { z } from 'zod';
import { notFound } from '@/kernel/errors';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { ConversationPage } from '../contract';
import type { contactConversationsInput } from '../contract/panes';
import { listConversations } from './list-conversations';

/** A person's conversations of every status, newest first. @throws contact_not_found */
export async function listContactConversations(
  context: MemberContext,
  { contactId, limit, cursor }: z.output<typeof contactConversationsInput>,
): Promise<ConversationPage> {
  const page = await listConversations(context, {
    view: 'all',
    sort: 'newest',
    contact: contactId,
    limit,
    cursor,
  });
  if (page.data.length > 0) return page;
  const known = await context.db.query(sql`SELECT 1 FROM contacts
    WHERE workspace_id = ${context.workspace.id} AND id = ${contactId}::uuid`);
  if (known.length === 0) throw notFound('contact_not_found');
  return page;
}
