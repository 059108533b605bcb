import { metricsDoor } from '@/entry/health';

export const GET = metricsDoor;
