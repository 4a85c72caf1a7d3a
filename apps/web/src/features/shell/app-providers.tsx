"use client";

import { cssVariablesResolver, theme } from "@alongside/ui/theme/theme";
import { type MantineColorScheme, type MantineColorSchemeManager, MantineProvider } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { cookieName } from "@/server/host-cookie";
import { ApiProvider } from "@/trpc/client";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the choice in a cookie, so that the server draws the first paint right. */
function cookieManager(initial: MantineColorScheme): MantineColorSchemeManager {
  return {
    get: () => initial,
    set: (value) => {
      const secure = location.protocol === "https:";
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser people bring
      document.cookie = `${cookieName("theme", secure)}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure ? "; Secure" : ""}`;
    },
    subscribe: () => {},
    unsubscribe: () => {},
    clear: () => {},
  };
}

/** Theme and data layer of the signed-in screens. */
export function AppProviders(props: {
  readonly scheme: MantineColorScheme;
  readonly nonce: string;
  readonly children: ReactNode;
}): React.JSX.Element {
  const [manager] = useState(() => cookieManager(props.scheme));
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={manager}
      defaultColorScheme={props.scheme}
      getStyleNonce={() => props.nonce}
    >
      <ApiProvider>{props.children}</ApiProvider>
    </MantineProvider>
  );
}
