import { errors } from "./errors.ts";

/** The text of `docs/reference/errors.md`: every wire error, in the order of their numbers. */
export function errorsPage(): string {
  const rows = Object.entries(errors)
    .toSorted(([, a], [, b]) => a.code - b.code)
    .map(
      ([name, { code, retriable, description }]) =>
        `| ${code} | \`${name}\` | ${retriable ? "yes" : "no"} | ${description} |`,
    );
  return [
    "# Error codes",
    "",
    "Every error that can cross the wire, with Kafka's numbers and names. *Retriable*: the same request may",
    "succeed later; clients try it again by themselves.",
    "",
    "| code | name | retriable | meaning |",
    "| ---: | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
