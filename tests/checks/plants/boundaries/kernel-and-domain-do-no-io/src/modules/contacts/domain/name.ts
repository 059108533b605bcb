import { value as v0 } from 'node:fs';
export const value = v0;
