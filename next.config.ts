import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks the types of the whole tree; whoever only wants to run it need not wait for that again.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pg-copy-streams", "graphile-worker", "pino", "@prisma/client", "@prisma/adapter-pg"],
};

export default withNextIntl(nextConfig);
