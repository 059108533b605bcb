import { value as v0 } from 'server-only';
import { value as v1 } from '@/platform/db/sql';
export const value = [v0, v1];
