import { value as v0 } from '@/kernel/ids';
import { value as v1 } from 'react';
export const value = [v0, v1];
