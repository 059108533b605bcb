import { value as v0 } from '@/entry/catalogue';
import { value as v1 } from '@/connectors/registry';
export const value = [v0, v1];
