import { value as v0 } from './store';
import { value as v1 } from '@/modules/channels/queries';
import { value as v2 } from '@/modules/predicates/compile';
export const value = [v0, v1, v2];
