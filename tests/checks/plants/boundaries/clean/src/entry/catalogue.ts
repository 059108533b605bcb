import { value as v0 } from '@/modules/contacts/fields';
import { value as v1 } from '@/modules/predicates/catalogue';
export const value = [v0, v1];
