import { downloadRoute } from '@/entry/file-route';
import { attachmentInput } from '@/modules/conversations/contract/files';
import { getAttachment } from '@/modules/conversations/queries/get-attachment';

export const GET = downloadRoute({
  summary: 'A file',
  permission: 'conversations.read',
  input: attachmentInput,
  run: getAttachment,
});
