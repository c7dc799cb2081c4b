// Lint rules. `npm run check:lint` runs them with types; a finding of any kind fails the check.
// Which folder may import what, and which may use the clock, is in tools/tidy/rooms.ts.
import { defineConfig } from "oxlint";
import { importOverrides, takeRuntime } from "./tools/lint-imports.ts";
import { clockFolders, nodeFolders, realTestSuffixes } from "./tools/tidy/rooms.ts";

const clockGlobals = ["Date", "performance", "setTimeout", "setInterval", "setImmediate"];
const chanceGlobals = ["crypto"];
const worldGlobals = ["process", "fetch", "WebSocket", "Worker"];
// An alias of any of the above.
const aliasGlobals = ["globalThis", "global"];

type Restriction = ["error", { globals: { name: string; message: string }[] }];

function restrict(...names: string[]): Restriction {
  return ["error", { globals: names.map((name) => ({ name, message: takeRuntime })) }];
}

const clockAndChance = [...clockGlobals, ...chanceGlobals, ...aliasGlobals];
const inside = (folder: string): string => `${folder}/**`;
const realTests = realTestSuffixes.map((suffix) => `**/*${suffix}`);

export default defineConfig({
  plugins: ["typescript", "oxc", "import", "unicorn", "promise", "node"],
  categories: { correctness: "error", suspicious: "error" },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["**/dist/**", "**/generated/**", "**/testdata/**"],
  rules: {
    "typescript/no-floating-promises": [
      "error",
      {
        allowForKnownSafeCalls: [
          { from: "package", package: "node:test", name: ["test", "it", "describe", "suite"] },
        ],
      },
    ],
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": [
      "error",
      { considerDefaultExhaustiveForUnions: true },
    ],
    "typescript/explicit-module-boundary-types": "error",
    "typescript/no-explicit-any": "error",
    "import/no-cycle": "error",
    "eslint/eqeqeq": "error",
    "eslint/prefer-const": "error",
    "eslint/no-console": "error",
    "eslint/max-lines": ["error", { max: 500 }],
    "eslint/max-lines-per-function": ["error", { max: 70 }],
    "eslint/max-params": ["error", { max: 4 }],
    "eslint/complexity": ["error", { max: 12 }],
    "eslint/no-restricted-globals": restrict(...clockAndChance, ...worldGlobals),
    "eslint/no-restricted-properties": [
      "error",
      { object: "Math", property: "random", message: takeRuntime },
      { object: "AbortSignal", property: "timeout", message: takeRuntime },
    ],

    // It contradicts an exhaustive switch.
    "typescript/consistent-return": "off",
    // Codecs and tables narrow by what they have just checked.
    "typescript/no-unsafe-type-assertion": "off",
    // Sorting an array of one's own in place is clear and allocates nothing.
    "unicorn/no-array-sort": "off",
    "unicorn/no-array-reverse": "off",
    // Matters of taste in which this code does not take part.
    "eslint/no-shadow": "off",
    "eslint/no-underscore-dangle": "off",
    "eslint/no-useless-concat": "off",
    "import/no-named-as-default-member": "off",
    "import/no-unassigned-import": "off",
    "promise/always-return": "off",
    "promise/no-callback-in-promise": "off",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/prefer-add-event-listener": "off",
  },
  overrides: [
    {
      files: nodeFolders.map(inside),
      rules: {
        "eslint/no-restricted-globals": restrict(...clockAndChance),
        "eslint/no-console": "off",
      },
    },
    {
      files: [...clockFolders.map(inside), ...realTests],
      rules: {
        "eslint/no-restricted-globals": "off",
        "eslint/no-restricted-properties": "off",
      },
    },
    {
      // The body of a `describe` is one function; it is as long as its file may be.
      files: ["**/*.test.ts"],
      rules: { "eslint/max-lines-per-function": "off" },
    },
    ...importOverrides,
  ],
});
