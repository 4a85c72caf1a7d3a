import { gzipSync } from "node:zlib";

/** What one page makes the browser fetch before it is ready, in bytes after gzip. */
export interface FirstLoad {
  readonly url: string;
  readonly scripts: number;
  readonly scriptBytes: number;
  readonly styles: number;
  readonly styleBytes: number;
  readonly htmlBytes: number;
}

/** Addresses of scripts and style sheets in a page, each once. `nomodule` scripts never reach a current browser. */
export function assetsOf(html: string): { readonly scripts: readonly string[]; readonly styles: readonly string[] } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/gi)) {
    const source = /\s(?:src|href)="([^"]+)"/i.exec(tag)?.[1]?.replaceAll("&amp;", "&");
    if (!source || /\snomodule\b/i.test(tag)) continue;
    if (/^<script/i.test(tag) || /\sas="script"/i.test(tag)) scripts.add(source);
    else if (/\srel="stylesheet"/i.test(tag)) styles.add(source);
  }
  return { scripts: [...scripts], styles: [...styles] };
}

/**
 * Measures the first load of a page: every script and style sheet its HTML names, each gzipped on its own at level 9.
 *
 * @param url the page
 * @param cookie Cookie header of a signed-in person, for pages behind the door
 */
export async function firstLoadSize(url: string, cookie?: string): Promise<FirstLoad> {
  const answer = await fetch(url, cookie ? { headers: { cookie }, redirect: "manual" } : { redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}, so there is nothing to measure`);
  const html = await answer.text();
  const { scripts, styles } = assetsOf(html);
  if (scripts.length === 0) throw new Error(`${url} names no script: is it a page of the production build?`);
  const size = async (path: string) => {
    const file = await fetch(new URL(path, url));
    if (!file.ok) throw new Error(`${path} answered ${file.status}`);
    return gzipSync(Buffer.from(await file.arrayBuffer()), { level: 9 }).byteLength;
  };
  const total = async (paths: readonly string[]) => (await Promise.all(paths.map(size))).reduce((a, b) => a + b, 0);
  return {
    url,
    scripts: scripts.length,
    scriptBytes: await total(scripts),
    styles: styles.length,
    styleBytes: await total(styles),
    htmlBytes: gzipSync(html, { level: 9 }).byteLength,
  };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [url, cookie] = process.argv.slice(2);
  if (!url) throw new Error("Usage: first-load-size.ts URL [COOKIE]");
  console.log(JSON.stringify(await firstLoadSize(url, cookie)));
}
