import { writeRoute } from '@/entry/route';
import { savedReply } from '@/modules/conversations/contract/saved';
import { deleteReply, updateReply } from '@/modules/conversations/use-cases/manage-replies';

export const PATCH = writeRoute(updateReply, { summary: 'Changes a saved reply', output: savedReply });

export const DELETE = writeRoute(deleteReply, { summary: 'Removes a saved reply' });
