import { value as v0 } from '@/platform/db/sql';
import { value as v1 } from './contract';
export const value = [v0, v1];
