import { publicFileDoor } from '@/entry/public-file';
import { findStoredFile } from '@/modules/conversations/queries/get-attachment';

export const GET = publicFileDoor(findStoredFile);
