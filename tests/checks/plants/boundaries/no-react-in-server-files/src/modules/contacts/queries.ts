import { value as v0 } from 'react';
export const value = v0;
