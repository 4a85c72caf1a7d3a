import { type Kind, SLUG } from "../plan";

const FOLDER = "docs/decisions";

/** The next numbered decision record, from the form. */
export const decision: Kind = {
  kind: "decision",
  says: "a record of a choice that others build on",
  example: "one-component-library",
  pattern: SLUG,
  plan: (slug, repository) => {
    const numbers = repository.list(FOLDER).map((file) => Number.parseInt(file, 10));
    const last = Math.max(0, ...numbers.filter(Number.isInteger));
    const number = String(last + 1).padStart(4, "0");
    const content = repository.read(`${FOLDER}/template.md`).replace("NNNN", number);
    return {
      files: [{ path: `${FOLDER}/${number}-${slug}.md`, content }],
      edits: [],
      next: [
        "Follow docs/playbooks/record-a-decision.md. The checks want to know what notices when it no longer holds.",
      ],
    };
  },
};
