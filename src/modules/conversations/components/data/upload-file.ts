import { AppError } from '@/kernel/errors';
import type { MessageView } from '../../contract';

type Attachment = MessageView['attachments'][number];

/** Stores a file and tells how far it is (share 0–1): `fetch` cannot say that of what it sends. */
export function uploadFile(
  slug: string,
  file: File,
  onShare: (share: number) => void,
): { done: Promise<Attachment>; stop: () => void } {
  const request = new XMLHttpRequest();
  const done = new Promise<Attachment>((resolve, reject) => {
    request.open('POST', `/api/v1/attachments?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('rapport-workspace', slug);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new AppError('unavailable', 'offline'));
    request.onload = () => {
      const answer = request.response as (Attachment & { reason?: string }) | null;
      if (request.status < 300 && answer) resolve(answer);
      else reject(new AppError('internal', answer?.reason ?? 'internal'));
    };
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}
