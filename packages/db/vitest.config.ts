import { databaseProject, unitProject } from "@alongside/vitest-tooling/projects";
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { projects: [unitProject(), databaseProject("./src/testing/global-setup.ts")] } });
