import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/platform/env';

/**
 * Sets what a browser may do with a page, never who may see it: authorisation is every door's own.
 * Inline styles are allowed (virtual lists position by style attributes); inline scripts only with this page's nonce.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const isDevelopment = env().NODE_ENV === 'development';
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    // Pictures of people and posts lie at their networks.
    `img-src 'self' blob: data: https:`,
    `media-src 'self' https:`,
    `font-src 'self'`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'${signInProvider()}`,
    `frame-ancestors 'none'`,
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Where sign-in comes back to; a layout does not know its page.
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  return response;
}

/** Signing in by OpenID Connect leaves through a form post that is redirected to the provider. */
function signInProvider(): string {
  const { OIDC_ISSUER } = env();
  return OIDC_ISSUER ? ` ${new URL(OIDC_ISSUER).origin}` : '';
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)' }],
};
