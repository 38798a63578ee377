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
      // Patterns match anywhere in a path: tests of the domain have "domain" in theirs.
      exclude: ["**/*.d.ts", "**/tests/**"],
      reporter: ["text-summary"],
      reportsDirectory: "node_modules/.cache/contrechamp/coverage",
      // A floor that only rises. What is there by construction is asked for with `present`, which says so when it is not.
      thresholds: { lines: 100, functions: 100, statements: 100, branches: 99 },
    },
  },
});
