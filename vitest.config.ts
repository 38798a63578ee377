import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{unit,architecture,documentation}/**/*.test.ts"],
          // Properties over random tables take seconds where the machine is shared.
          testTimeout: 30_000,
          // These files leave nothing behind: a process for each would be half of their time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "components",
          include: ["tests/components/**/*.test.tsx"],
          environment: "jsdom",
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/integration/global-setup.ts"],
          // Several start the whole product, some many times: minutes where the machine is shared.
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["domain/**/*.ts"],
      exclude: ["**/*.d.ts"],
      reporter: ["text-summary"],
      reportsDirectory: "node_modules/.cache/contrechamp/coverage",
      // A floor that only rises. Goal: 100. What lacks is exercised by the integration tests, which are not counted here;
      // branches that are not taken are the other half of "?? 0" on an index that is always there.
      thresholds: { lines: 98, functions: 97, statements: 97, branches: 92 },
    },
  },
});
