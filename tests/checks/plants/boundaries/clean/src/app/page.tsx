import { value as v0 } from '@/entry/page';
import { value as v1 } from '@/modules/contacts/queries';
import { value as v2 } from '@/modules/contacts/components/card';
export const value = [v0, v1, v2];
