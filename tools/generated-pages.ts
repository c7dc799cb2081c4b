import type { RenderedPage } from "./tidy/fresh-docs.ts";

/** A page of the documentation that is written from a table in the code. */
interface GeneratedPage {
  readonly path: string;
  render(): Promise<string>;
}

const errorsPage = () => import("../packages/protocol/src/errors-page.ts");
const configPages = () => import("../packages/broker/src/metadata/config/reference-page.ts");
const commandLine = () => import("../packages/cli/src/cli-page.ts");
const compatibility = () => import("../packages/broker/src/apis/compatibility-page.ts");

/** Every generated page. `npm run gen` writes them; tidy fails when one is stale. */
const generatedPages: readonly GeneratedPage[] = [
  {
    path: "docs/reference/cli.md",
    render: async () => (await commandLine()).cliPage(),
  },
  {
    path: "docs/reference/compatibility.md",
    render: async () => (await compatibility()).compatibilityPage(),
  },
  {
    path: "docs/reference/errors.md",
    render: async () => (await errorsPage()).errorsPage(),
  },
  {
    path: "docs/reference/configs-broker.md",
    render: async () => (await configPages()).brokerConfigsPage(),
  },
  {
    path: "docs/reference/configs-topic.md",
    render: async () => (await configPages()).topicConfigsPage(),
  },
  {
    path: "docs/reference/configs-group.md",
    render: async () => (await configPages()).groupConfigsPage(),
  },
];

/** The text that each page must have now. */
export async function renderPages(): Promise<RenderedPage[]> {
  return Promise.all(
    generatedPages.map(async (page) => ({ path: page.path, text: await page.render() })),
  );
}
