import { bareRoute } from '@/entry/bare-route';

export const GET = bareRoute;
