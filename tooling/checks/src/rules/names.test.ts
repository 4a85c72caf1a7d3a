import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkNames } from "./names";

const problems = (path: string): readonly string[] => checkNames(treeOf({ [path]: "" })).map(({ message }) => message);

describe("names", () => {
  it.each([
    "packages/domain/src/utils/score.ts",
    "packages/domain/src/helpers.ts",
    "packages/ui/src/common/button.tsx",
    "apps/web/src/lib/dates.ts",
    "packages/api/src/shared.ts",
    "packages/api/src/misc/thing.ts",
    "packages/domain/src/index.ts",
    "packages/ui/src/charts/index.tsx",
    "packages/domain/src/Score.ts",
    "packages/domain/src/scoreSheet.ts",
    "packages/domain/src/Instruments/score.ts",
    "apps/web/src/features/[id]/page.tsx",
  ])("refuses %s", (path) => {
    expect(problems(path)).not.toEqual([]);
  });

  it.each([
    "packages/domain/src/instruments/catalog/phq-9/phq-9.ts",
    "packages/ui/src/charts/forest/forest.model.ts",
    "apps/web/src/app/p/[programme]/participants/[id]/page.tsx",
    "apps/web/src/app/(signed-in)/layout.tsx",
    "apps/web/src/app/api/trpc/[...trpc]/route.ts",
    "packages/statistics/reference/paired-change.R",
    "packages/db/prisma/migrations/20260101000000_first/migration.sql",
    "docs/methods/glossary.md",
  ])("accepts %s", (path) => {
    expect(problems(path)).toEqual([]);
  });
});
