import { contactDetail } from '@/modules/contacts/contract';
import { getContact } from '@/modules/contacts/queries';
import type { MemberContext } from '@/platform/context/context';
import { conversationPanes } from '../contract/panes';
import { getConversationPanes } from './get-conversation';

/** The conversation's panes and, as the contacts module tells it, the person. */
export const openedConversation = conversationPanes.extend({ contact: contactDetail.nullable() });

/** Everything the screen shows when a conversation is opened, in two flushes. @throws conversation_not_found */
export async function openConversation(context: MemberContext, input: { conversationId: string }) {
  const panes = await getConversationPanes(context, input);
  const { contact } = panes.conversation;
  return { ...panes, contact: contact && (await getContact(context, { contactId: contact.id })) };
}
