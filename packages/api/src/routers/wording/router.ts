import { router } from "../../trpc";
import { list } from "./list";
import { load } from "./load";
import { remove } from "./remove";
import { template } from "./template";

export const wordingRouter = router({ list, load, remove, template });
