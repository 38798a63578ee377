import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./app/_i18n/request.ts");

/** First parts of an address that are not a French page: other branches, and files (they have a dot). */
const NOT_FRENCH = "en|fr|api|_next|oembed|map-data|tiles|fonts";

const config: NextConfig = {
  // The server in front of Next compresses once per release, and says nothing of what is behind it.
  compress: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  // A workspace that is not for whoever asks is answered with 403.
  experimental: { authInterrupts: true },
  // `npm run check` reads the types; a start on a small machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@resvg/resvg-js",
    "postgres",
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "nodemailer",
    "next-auth",
  ],
  redirects: () =>
    Promise.resolve([
      { source: "/fr", destination: "/", permanent: true },
      { source: "/fr/:path*", destination: "/:path*", permanent: true },
    ]),
  // French is the default and has no prefix: /paris is app/[locale]/… with locale "fr".
  rewrites: () =>
    Promise.resolve([
      { source: "/", destination: "/fr" },
      {
        source: `/:first((?!(?:${NOT_FRENCH})(?:/|$))[^/.]+)/:rest*`,
        destination: "/fr/:first/:rest*",
      },
    ]),
};

export default withNextIntl(config);
