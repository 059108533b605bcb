import { authorizeDoor } from '@/entry/oauth';
import { beginAuthorizing } from '@/modules/channels/use-cases/authorize-channel';

export const GET = authorizeDoor(beginAuthorizing);
