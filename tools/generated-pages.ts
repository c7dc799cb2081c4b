import type { RenderedPage } from "./tidy/fresh-docs.ts";

/** A page of the documentation that is written from a table in the code. */
interface GeneratedPage {
  readonly path: string;
  render(): Promise<string>;
}

/** Every generated page. `npm run gen` writes them; tidy fails when one is stale. */
const generatedPages: readonly GeneratedPage[] = [
  {
    path: "docs/reference/errors.md",
    async render() {
      const { errorsPage } = await import("../packages/protocol/src/errors-page.ts");
      return errorsPage();
    },
  },
];

/** The text that each page must have now. */
export async function renderPages(): Promise<RenderedPage[]> {
  return Promise.all(
    generatedPages.map(async (page) => ({ path: page.path, text: await page.render() })),
  );
}
