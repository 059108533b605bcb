import { value as v0 } from 'next/navigation';
export const value = v0;
