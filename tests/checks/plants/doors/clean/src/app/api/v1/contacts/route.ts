import { route } from '@/entry/route';
export const dynamic = 'force-dynamic';
export const GET = route({ run: () => { const one = 1; return one; } });
export function POST(request: Request) {
  return route(request);
}
