import { databaseProject, unitProject } from "@alongside/vitest-tooling/projects";
import { defineConfig } from "vitest/config";

const setup = "@alongside/db/testing/global-setup";

export default defineConfig({ test: { projects: [unitProject(), databaseProject(setup)] } });
