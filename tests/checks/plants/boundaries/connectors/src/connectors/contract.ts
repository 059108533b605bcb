import { value as v0 } from '@/platform/db/sql';
export const value = [v0];
