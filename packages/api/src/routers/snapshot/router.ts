import { router } from "../../trpc";
import { compare } from "./compare";
import { list } from "./list";
import { read } from "./read";
import { take } from "./take";

export const snapshotRouter = router({ compare, list, read, take });
