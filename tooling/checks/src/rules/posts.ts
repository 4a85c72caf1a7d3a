import type { Finding, SourceTree } from "../source-tree";

const ROUTE = /^apps\/web\/src\/app\/.*route\.ts$/;
const TAKES_POSTS = /\bas POST\b|\bfunction POST\b|\bconst POST\b/;
/** Answers of procedures, and forms about an account, are looked at where they are made and read, for all their routes. */
const LOOKED_AT =
  /\bisSameOrigin\(|\banswerProcedures as POST\b|\bread(AccountForm|AccountCall|ProgrammeForm)\(request\b/;
const FOR_MANY = [
  "apps/web/src/server/procedures.ts",
  "apps/web/src/server/account-form.ts",
  "apps/web/src/server/programme-form.ts",
  "apps/web/src/server/account-call.ts",
];

/** Every route that takes a post, and the procedures, refuse what another site's page had the browser send. */
export function checkPosts(tree: SourceTree): readonly Finding[] {
  const open = tree.paths.filter((path) => {
    if (FOR_MANY.includes(path)) return !/\bisSameOrigin\(/.test(tree.read(path));
    return ROUTE.test(path) && TAKES_POSTS.test(tree.read(path)) && !LOOKED_AT.test(tree.read(path));
  });
  return open.map((path) => ({
    rule: "posts-from-here",
    path,
    message: "A post is taken without asking isSameOrigin: another site could have a signed-in browser send it.",
  }));
}
