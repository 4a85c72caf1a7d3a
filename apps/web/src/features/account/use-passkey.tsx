"use client";

import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { browserSupportsWebAuthn, startAuthentication } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type PasskeyEnd, passkeyCall } from "./passkey-call";
import { useIsInBrowser } from "./use-is-in-browser";

type Options = Parameters<typeof startAuthentication>[0]["optionsJSON"];

const PATH = "/sign-in/code/passkey";

/** Passes the second step with a passkey; only where the browser has them. */
export function UsePasskey({ next }: { readonly next: string }): React.JSX.Element | null {
  const t = useTranslations("codeStep");
  const inBrowser = useIsInBrowser();
  const [failed, setFailed] = useState(false);
  const use = async () => {
    setFailed(false);
    const passed = await answered().catch(() => false);
    if (passed) globalThis.location.assign(next);
    else setFailed(true);
  };
  if (!inBrowser || !browserSupportsWebAuthn()) return null;
  return (
    <>
      {failed ? <Notice tone="danger">{t("passkeyFailed")}</Notice> : null}
      <Button onClick={use}>{t("passkey")}</Button>
    </>
  );
}

async function answered(): Promise<boolean> {
  const { options } = await passkeyCall<{ readonly options: Options }>(PATH, { begin: true });
  const answer = await startAuthentication({ optionsJSON: options });
  return (await passkeyCall<PasskeyEnd>(PATH, { answer })).done === true;
}
