import { oidcName } from '@/platform/auth/options';

/** Name of the OpenID provider people may sign in with, or null where none is set up. */
export function signInProvider(): string | null {
  return oidcName();
}
