import { callbackDoor } from '@/entry/oauth';
import { finishAuthorizing } from '@/modules/channels/use-cases/authorize-channel';

export const GET = callbackDoor(finishAuthorizing);
