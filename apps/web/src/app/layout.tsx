import "@alongside/ui/theme/tokens.css";
import "@alongside/ui/theme/base.css";
import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { LANGUAGES } from "@/i18n/languages";
import { requestColourScheme, requestNonce } from "@/server/preferences";

export const metadata: Metadata = {
  title: { default: "Alongside", template: "%s · Alongside" },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6ef" },
    { media: "(prefers-color-scheme: dark)", color: "#171b1b" },
  ],
};

// Runs before the first paint: a page that follows the device must not flash in the other scheme.
const FOLLOW_DEVICE =
  'document.documentElement.dataset.mantineColorScheme=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light"';

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [locale, scheme, nonce] = await Promise.all([getLocale(), requestColourScheme(), requestNonce()]);
  const language = LANGUAGES.find(({ tag }) => tag === locale)?.html ?? "en";
  return (
    <html lang={language} data-mantine-color-scheme={scheme === "auto" ? undefined : scheme} suppressHydrationWarning>
      <head>
        {scheme === "auto" ? (
          // A constant of this file, run under the page's nonce.
          <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: FOLLOW_DEVICE }} />
        ) : null}
      </head>
      <body>{children}</body>
    </html>
  );
}
