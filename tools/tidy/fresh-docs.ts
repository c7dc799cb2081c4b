import type { Finding } from "./finding.ts";
import type { Tree } from "./tree.ts";

/** A page that a program writes: where it lies, and the text that it must have now. */
export interface RenderedPage {
  readonly path: string;
  readonly text: string;
}

/** Each generated page is what its generator writes now. */
export function checkFreshDocs(tree: Tree, pages: readonly RenderedPage[]): Finding[] {
  return pages.flatMap((page) => {
    const file = tree.find((each) => each.path === page.path);
    if (file === undefined) return [{ file: page.path, message: "is missing. Run npm run gen." }];
    if (file.text === page.text) return [];
    return [
      {
        file: page.path,
        line: firstDifference(file.text, page.text),
        message: "differs from what its generator writes. Run npm run gen, and read the change.",
      },
    ];
  });
}

function firstDifference(left: string, right: string): number {
  const lines = right.split("\n");
  const at = left.split("\n").findIndex((line, index) => line !== lines[index]);
  return at === -1 ? left.split("\n").length : at + 1;
}
