import { expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkPosts } from "./posts";

const ROUTE = "apps/web/src/app/leave/route.ts";

it.each([
  ["a function", { [ROUTE]: "export async function POST(request: Request) { return end(request); }" }],
  ["another name", { [ROUTE]: "export { handle as GET, handle as POST };" }],
  [
    "forms about an account",
    {
      "apps/web/src/server/account-form.ts": "export function readAccountForm() {}",
      [ROUTE]: "export async function POST(request: Request) { return readAccountForm(request, PAGE); }",
    },
  ],
  ["the procedures", { "apps/web/src/server/procedures.ts": "export async function answerProcedures() {}" }],
])("finds a post that anybody may send: %s", (_what, files) => {
  expect(checkPosts(treeOf(files))).toHaveLength(1);
});

it("is content with one that asks, and with what takes no posts", () => {
  const asks = "export async function POST(r: Request) { if (!isSameOrigin(r.headers)) return refuse(); }";
  expect(checkPosts(treeOf({ [ROUTE]: asks }))).toEqual([]);
  expect(checkPosts(treeOf({ [ROUTE]: "export function GET() {}" }))).toEqual([]);
});
