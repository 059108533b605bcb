import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/platform/auth/options';

/** next-auth's own addresses: the way to an OpenID provider and back, and sign-in for programs. */
export function authRoute(
  request: NextRequest,
  route: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  // It awaits `params` itself; its types are of a time when they were no promise.
  return NextAuth(
    request,
    route as unknown as { params: { nextauth: string[] } },
    authOptions(request.headers),
  );
}
