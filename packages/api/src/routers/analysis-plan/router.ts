import { router } from "../../trpc";
import { list } from "./list";
import { save } from "./save";

export const analysisPlanRouter = router({ list, save });
