import { insertBefore } from "../insert";
import type { Kind } from "../plan";

const FOLDER = "apps/web/src/messages";

/** A language of the screens: every English message, marked as still to be translated. */
export const language: Kind = {
  kind: "language",
  says: "a language of the screens",
  example: "fr",
  pattern: /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/,
  plan: (tag, repository) => {
    const english: unknown = JSON.parse(repository.read(`${FOLDER}/en.json`));
    return {
      files: [{ path: `${FOLDER}/${tag}.json`, content: `${JSON.stringify(mark(english), null, 2)}\n` }],
      edits: [
        {
          path: "apps/web/src/i18n/languages.ts",
          edit: (text) => insertBefore(text, /^\] as const/, `  { tag: "${tag}", name: "TODO", html: "${tag}" },`),
        },
      ],
      next: [
        "Follow docs/playbooks/add-a-language.md: translate every message and remove its TODO.",
        "Write the language's own name for itself into apps/web/src/i18n/languages.ts.",
        "Add the file to apps/web/src/messages/messages.test.ts.",
      ],
    };
  },
};

function mark(value: unknown): unknown {
  if (typeof value === "string") return `TODO ${value}`;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, mark(child)]));
}
