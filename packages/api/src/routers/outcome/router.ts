import { router } from "../../trpc";
import { listPeople } from "./list-people";
import { read } from "./read";

export const outcomeRouter = router({ listPeople, read });
