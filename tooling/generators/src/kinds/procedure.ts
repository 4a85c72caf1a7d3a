import { camelCase, pascalCase } from "../casing";
import { addImport, insertBefore } from "../insert";
import { type Kind, PATH_OF_TWO, type Plan, type Repository } from "../plan";

const MATRIX = "packages/services/src/access/matrix.ts";
const ROOT = "packages/api/src/router.ts";
const READS = /^(read|list|find|count|search)(-|$)/;

/** A verb: the service, the procedure that carries it, its place in the routers, and a row in the access table. */
export const procedure: Kind = {
  kind: "procedure",
  says: "something the server does when asked: a service and its procedure",
  example: "cohort/rename",
  pattern: PATH_OF_TWO,
  plan: (path, repository) => {
    const [entity = "", verb = ""] = path.split("/");
    const name = `${camelCase(verb)}${pascalCase(entity)}`;
    return {
      files: [
        {
          path: `packages/services/src/${path}.ts`,
          content: READS.test(verb) ? reading(entity, verb, name) : changing(entity, verb, name),
        },
        { path: `packages/api/src/routers/${path}.ts`, content: transport(path, verb, name) },
        ...newRouter(entity, verb, repository),
      ],
      edits: [...accessRow(entity, verb, repository), ...routerEdits(entity, verb, repository)],
      next: [
        "Follow docs/playbooks/add-a-procedure.md.",
        `Decide who may "${entity}.${verb}" in ${MATRIX}; it begins with administrators of the whole programme.`,
        `Test it on a real database in packages/services/src/${path}.db-test.ts.`,
      ],
    };
  },
};

const routerOf = (entity: string): string => `packages/api/src/routers/${entity}/router.ts`;

function newRouter(entity: string, verb: string, repository: Repository): Plan["files"] {
  if (repository.exists(routerOf(entity))) return [];
  const content = `import { router } from "../../trpc";
import { ${camelCase(verb)} } from "./${verb}";

export const ${camelCase(entity)}Router = router({ ${camelCase(verb)} });
`;
  return [{ path: routerOf(entity), content }];
}

function routerEdits(entity: string, verb: string, repository: Repository): Plan["edits"] {
  if (repository.exists(routerOf(entity))) {
    const edit = (text: string): string =>
      addImport(text, `import { ${camelCase(verb)} } from "./${verb}";`).replace(
        /router\(\{\s*/,
        (open) => `${open}${camelCase(verb)}, `,
      );
    return [{ path: routerOf(entity), edit }];
  }
  const router = `${camelCase(entity)}Router`;
  const edit = (text: string): string =>
    insertBefore(
      addImport(text, `import { ${router} } from "./routers/${entity}/router";`),
      /^\}\);/,
      `  ${/^[a-z]+$/.test(entity) ? entity : camelCase(entity)}: ${router},`,
    );
  return [{ path: ROOT, edit }];
}

function accessRow(entity: string, verb: string, repository: Repository): Plan["edits"] {
  if (repository.read(MATRIX).includes(`"${entity}.${verb}":`)) return [];
  const edit = (text: string): string =>
    insertBefore(text, /^\} as const satisfies Record<string, Row>/, `  "${entity}.${verb}": ADMINISTRATORS,`);
  return [{ path: MATRIX, edit }];
}

const changing = (
  entity: string,
  verb: string,
  name: string,
): string => `import { ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";

export const ${name}Input = z.object({ programmeId: z.uuid() });

/** TODO: what changes, and with which failures it can answer. */
export function ${name}(context: Context, input: z.input<typeof ${name}Input>) {
  return perform(context, "${entity}.${verb}", ${name}Input, input, async (_tx, _scope, { programmeId }) => {
    // TODO: the change. The detail of the audit event holds codes and ids only.
    return ok({ subjectId: programmeId, detail: {}, value: null });
  });
}
`;

const reading = (
  entity: string,
  verb: string,
  name: string,
): string => `import { ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, scopeFilter } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const ${name}Input = z.object({ programmeId: z.uuid() });

/** TODO: what is read, in which order, and how many at most. */
export async function ${name}(context: Context, input: z.input<typeof ${name}Input>) {
  const parsed = parseInput(${name}Input, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "${entity}.${verb}", parsed.value.programmeId);
  if (!scope.ok) return scope;
  // TODO: a query narrowed by this filter, with an explicit select.
  return ok(scopeFilter(scope.value));
}
`;

const transport = (
  path: string,
  verb: string,
  name: string,
): string => `import { ${name}, ${name}Input } from "@alongside/services/${path}";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const ${camelCase(verb)} = procedure
  .input(${name}Input)
  .${READS.test(verb) ? "query" : "mutation"}(async ({ ctx, input }) => unwrap(await ${name}(ctx, input)));
`;
