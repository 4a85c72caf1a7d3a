"use client";

import "@alongside/ui/theme/tokens.css";
import "@alongside/ui/theme/base.css";

/** The last resort: even the frame of the page failed, so nothing can be assumed, not even the language. */
export default function GlobalError({ retry }: { readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main style={{ maxWidth: "36rem", margin: "12vh auto", padding: "0 1rem" }}>
          <title>Alongside</title>
          <h1>This page could not be shown</h1>
          <p>
            What you saved before is kept. Try again; if it happens twice, tell the person who looks after this site.
          </p>
          <p lang="zh-Hans">此页面无法显示。您之前保存的内容都还在。请重试；如再次出现，请告知网站管理员。</p>
          <p>
            <button type="button" onClick={retry}>
              Try again / 重试
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
