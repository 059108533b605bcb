import { value as v0 } from 'graphile-worker';
export const value = v0;
