import { createContext, type RefObject, use } from 'react';

/** The ids of the list in the order shown, for keys and for what follows a conversation that leaves. */
export const ConversationOrderContext = createContext<RefObject<readonly string[]>>({ current: [] });

export function useConversationOrder(): RefObject<readonly string[]> {
  return use(ConversationOrderContext);
}
