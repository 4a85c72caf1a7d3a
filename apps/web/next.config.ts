import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { SECURITY_HEADERS } from "./src/server/security-headers";

// Messages are compiled to plain arrays at build time, so the browser never carries an ICU parser (about 14 kB gzipped).
const withMessages = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  experimental: { messages: { path: "./src/messages", format: "json", locales: "infer", precompile: true } },
});

// `pnpm bench` makes a build of its own that has one more route: the floor it compares with (route.bench.ts).
const bench = process.env.ALONGSIDE_BENCH === "1";

const config: NextConfig = {
  ...(bench && { distDir: ".next-bench", pageExtensions: ["bench.ts", "ts", "tsx"] }),
  poweredByHeader: false,
  reactStrictMode: true,
  // Database driver and sign-in library stay plain Node modules: bundling them buys nothing and breaks their lazy requires.
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "better-auth"],
  outputFileTracingRoot: path.resolve(import.meta.dirname, "../.."),
  turbopack: { root: path.resolve(import.meta.dirname, "../..") },
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks"] },
  headers: async () => [{ source: "/:path*", headers: [...SECURITY_HEADERS] }],
  // The build checks what it builds, because it is what a newcomer runs first; tests and journeys are `pnpm verify`'s.
  typescript: { tsconfigPath: "tsconfig.build.json" },
};

export default withMessages(config);
