import type { Leaves } from "./plain-answer.ts";

/** One value in which two answers to the same question differ. */
export interface Difference extends LeafDifference {
  /** Scenario, seed and step. */
  readonly at: string;
  readonly api: string;
  readonly version: number;
  readonly request: unknown;
}

export interface LeafDifference {
  readonly path: string;
  /** "missing" where one has no such value. */
  readonly naru: string;
  readonly kafka: string;
}

/**
 * Every path at which the two are not the same. Where an error code differs, what else differs
 * beside it is not told: it follows.
 */
export function differencesOf(naru: Leaves, kafka: Leaves): LeafDifference[] {
  const found = allDifferences(naru, kafka);
  const failed = found.filter(({ path }) => path.endsWith(ERROR_CODE)).map(({ path }) => path);
  return found.filter(
    ({ path }) =>
      !failed.some(
        (code) => path !== code && path.startsWith(code.slice(0, code.length - ERROR_CODE.length)),
      ),
  );
}

const ERROR_CODE = "errorCode";

function allDifferences(naru: Leaves, kafka: Leaves): LeafDifference[] {
  const found: LeafDifference[] = [];
  for (const path of new Set([...naru.keys(), ...kafka.keys()])) {
    const ours = naru.get(path) ?? "missing";
    const theirs = kafka.get(path) ?? "missing";
    if (ours !== theirs) found.push({ path, naru: ours, kafka: theirs });
  }
  return found;
}

const REQUEST_CHARACTERS_MAX = 700;

/** A difference as text for a report. */
export function describe(difference: Difference): string {
  const { at, api, version, path, naru, kafka, request } = difference;
  const asked = requestText(request);
  return `${at}: ${api} ${version} ${path}\n  naru:  ${naru}\n  kafka: ${kafka}\n  asked: ${asked}`;
}

function requestText(request: unknown): string {
  const text = JSON.stringify(request, (_key, value: unknown) =>
    value instanceof Uint8Array ? `${value.length} bytes` : value,
  );
  return (text ?? "").slice(0, REQUEST_CHARACTERS_MAX);
}
