import type { Finding, SourceTree } from "../source-tree";
import { messageArguments } from "./message-arguments";

const FOLDER = /^apps\/web\/src\/messages\/[\w-]+\.json$/;
const REFERENCE = "apps/web/src/messages/en.json";

/** Every language has exactly the keys of English, none empty, each with the same placeholders and tags. */
export function checkMessages(tree: SourceTree): readonly Finding[] {
  const files = tree.paths.filter((path) => FOLDER.test(path));
  if (!files.includes(REFERENCE)) return [];
  const reference = flatten(JSON.parse(tree.read(REFERENCE)));
  return files.flatMap((path) => {
    const messages = flatten(JSON.parse(tree.read(path)));
    const finding = (message: string): Finding => ({ rule: "messages", path, message });
    const missing = [...reference.keys()].filter((key) => !messages.has(key));
    const extra = [...messages.keys()].filter((key) => !reference.has(key));
    return [
      ...missing.map((key) => finding(`"${key}" is missing.`)),
      ...extra.map((key) => finding(`"${key}" is not in English.`)),
      ...[...messages].flatMap(([key, text]) => {
        if (text.trim() === "") return [finding(`"${key}" is empty.`)];
        const wanted = messageArguments(reference.get(key) ?? text).join(" ");
        const found = messageArguments(text).join(" ");
        return wanted === found ? [] : [finding(`"${key}" has placeholders (${found}), English has (${wanted}).`)];
      }),
    ];
  });
}

function flatten(value: unknown, prefix = ""): ReadonlyMap<string, string> {
  if (typeof value === "string") return new Map([[prefix, value]]);
  if (typeof value !== "object" || value === null) return new Map([[prefix, ""]]);
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [...flatten(child, prefix === "" ? key : `${prefix}.${key}`)]),
  );
}
