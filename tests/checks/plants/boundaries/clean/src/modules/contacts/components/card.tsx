import { value as v0 } from '../client';
import { value as v1 } from '@/ui/button';
import { value as v2 } from 'next/link';
export const value = [v0, v1, v2];
