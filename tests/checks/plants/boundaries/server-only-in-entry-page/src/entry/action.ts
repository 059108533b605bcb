import { value as v0 } from 'server-only';
export const value = v0;
