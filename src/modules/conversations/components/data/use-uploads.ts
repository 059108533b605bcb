import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { newId } from '@/kernel/ids';
import type { ConversationDetail, MessageView } from '../../contract';
import { useInbox } from '../state/inbox-context';
import { uploadFile } from './upload-file';
import { useErrorSentence } from './use-error-sentence';

type Rules = ConversationDetail['reply']['attachments'];
type Attachment = MessageView['attachments'][number];

export interface UploadItem {
  key: string;
  name: string;
  size: number;
  /** 0 to 1. */
  share: number;
  /** Once it is stored. */
  id?: string;
  attachment?: Attachment;
  error?: string;
  stop?: () => void;
}

export interface Uploads {
  items: readonly UploadItem[];
  isAllowed: boolean;
  isBusy: boolean;
  accept: string;
  ready: Attachment[];
  /** True where there were files to take. */
  add: (files: FileList) => boolean;
  remove: (key: string) => void;
  clear: () => void;
  restore: (attachments: readonly Attachment[]) => void;
}

/** Files for a reply, stored while one goes on writing; what the channel does not take is refused with the reason. */
export function useUploads(rules: Rules): Uploads {
  const t = useTranslations('conversations');
  const sentence = useErrorSentence();
  const { slug } = useInbox().workspace;
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const latest = useRef(items);
  latest.current = items;
  const change = (key: string, part: Partial<UploadItem>) =>
    setItems((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const start = (file: File, count: number) => {
    const key = newId();
    const base = { key, name: file.name, size: file.size, share: 0 };
    const refusal = refusalOf(file, count, rules);
    if (refusal) return setItems((all) => [...all, { ...base, error: t(`attachments.refused.${refusal}`) }]);
    const { done, stop } = uploadFile(slug, file, (share) => change(key, { share }));
    setItems((all) => [...all, { ...base, stop }]);
    done
      .then((attachment) => change(key, { id: attachment.id, attachment, share: 1 }))
      .catch((error: unknown) => change(key, { error: sentence(error) }));
  };

  return {
    items,
    isAllowed: rules !== null,
    isBusy: items.some(({ id, error }) => !id && !error),
    accept: rules?.contentTypes.join(',') ?? '',
    ready: items.flatMap(({ attachment }) => (attachment ? [attachment] : [])),
    add: (files) => {
      if (!rules || files.length === 0) return false;
      [...files].forEach((file, place) => {
        start(file, latest.current.length + place);
      });
      return true;
    },
    remove: (key) => {
      latest.current.find((one) => one.key === key)?.stop?.();
      setItems((all) => all.filter((one) => one.key !== key));
    },
    clear: () => setItems([]),
    restore: (attachments) =>
      setItems(
        attachments.map((one) => ({
          key: one.id,
          name: one.name,
          size: one.size,
          share: 1,
          id: one.id,
          attachment: one,
        })),
      ),
  };
}

function refusalOf(file: File, count: number, rules: Rules): 'count' | 'size' | 'type' | null {
  if (!rules) return 'type';
  if (count >= rules.maxCount) return 'count';
  if (file.size > rules.maxBytes) return 'size';
  const isTaken = rules.contentTypes.some((type) =>
    type.endsWith('/*') ? file.type.startsWith(type.slice(0, -1)) : type === file.type || type === '*/*',
  );
  return isTaken ? null : 'type';
}
