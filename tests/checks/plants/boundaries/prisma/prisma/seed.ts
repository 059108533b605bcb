import { value as v0 } from '../src/modules/contacts/store';
export const value = [v0];
