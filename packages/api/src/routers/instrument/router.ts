import { router } from "../../trpc";
import { disable } from "./disable";
import { enable } from "./enable";

export const instrumentRouter = router({ disable, enable });
