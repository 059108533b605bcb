import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useLiveUpdates } from '../client/live';
import { useAddressStore } from './address/use-address';
import { useViewCounts } from './data/use-view-counts';
import { canNotify } from './notifications';
import { useInbox } from './state/inbox-context';

/** Keeps the screen fresh, the unread count in the tab's title, and tells of new messages while one is elsewhere. */
export function useInboxLive(): void {
  const t = useTranslations('inbox');
  const { workspace, member, since } = useInbox();
  const address = useAddressStore();
  const unread = useViewCounts()?.unreadMine ?? 0;
  useLiveUpdates(workspace.slug, since, ({ type, payload, memberId }) => {
    if (type !== 'message.created' || memberId === member.id || payload.assigneeId !== member.id) return;
    if (!document.hidden || !canNotify()) return;
    const { conversationId } = payload;
    const note = new Notification(t('notifications.title'), {
      body: t('notifications.body', { workspace: workspace.name }),
      tag: String(conversationId),
    });
    note.onclick = () => {
      window.focus();
      if (typeof conversationId === 'string') address.go({ conversationId });
    };
  });

  const plain = useRef('');
  useEffect(() => {
    plain.current ||= document.title.replace(/^\(\d+\) /, '');
    document.title = unread > 0 ? `(${unread}) ${plain.current}` : plain.current;
  }, [unread]);
}
