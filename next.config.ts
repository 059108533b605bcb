import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./src/i18n/request.ts');

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // Types are a check of their own; an installation without development packages cannot check the tests' types.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
