import { router } from "../../trpc";
import { count } from "./count";
import { create } from "./create";
import { list } from "./list";
import { revise } from "./revise";

export const cohortDefinitionRouter = router({ count, create, list, revise });
