import { openStream } from '@/entry/stream';

export const GET = openStream;
