import { uploadRoute } from '@/entry/file-route';
import { attachmentView } from '@/modules/conversations/contract';
import { uploadInput } from '@/modules/conversations/contract/files';
import { storeAttachment } from '@/modules/conversations/use-cases/store-attachment';

export const POST = uploadRoute({
  summary: 'Keeps a file for an answer',
  permission: 'conversations.reply',
  input: uploadInput,
  output: attachmentView,
  run: storeAttachment,
});
