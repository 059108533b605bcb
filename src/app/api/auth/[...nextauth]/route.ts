import { authRoute } from '@/entry/auth-route';

export const GET = authRoute;
export const POST = authRoute;
