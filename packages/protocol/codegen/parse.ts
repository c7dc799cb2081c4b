/**
 * Reads the schema notation: a message is a header line and its fields, one a line.
 *
 *   # What the message is for.
 *   request FetchRequest key 1 versions 4-18 flexible 12+ listeners broker,controller
 *     # What the field is for.
 *     clusterId  string? = null  12+   tag 0, ignorable
 *     topics     []FetchTopic
 *       topic    string          0-12  ignorable, topicName
 *     struct Shared 3+
 *       name     string
 *
 * A field is: name, type, "= default", versions, flags. Versions that are left out are those of the
 * struct around it ("0+" at the top). "?" makes a field nullable in all its versions, the flag
 * "nullable 7+" in some. A struct's fields stand below the field that has its type; structs used in
 * several places stand at the end. "= max" is Long.MAX_VALUE, used as a sentinel. The flag "opaque"
 * keeps an int64 as 64 bits, "classic" writes a string without compact length.
 */
import {
  INT64_MAX,
  NO_VERSIONS,
  messageKinds,
  parseVersions,
  primitives,
  type DefaultValue,
  type ElementType,
  type Field,
  type Message,
  type MessageKind,
  type Primitive,
  type Struct,
  type Versions,
} from "./schema.ts";

interface Line {
  readonly number: number;
  readonly depth: number;
  readonly text: string;
  readonly doc: string | undefined;
}

const ALL: Versions = { low: 0, high: Infinity };
const entities = ["transactionalId", "producerId", "groupId", "topicName", "brokerId"];

/** Reads all messages of one schema file; `where` names it in errors. */
export function parseSchema(text: string, where: string): Message[] {
  const lines = text.split("\n").map((line, index) => toLine(line, index + 1));
  const messages: Message[] = [];
  let doc: string[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    let end = at + 1;
    if (line.text === "") {
      if (line.doc === undefined) doc = [];
      else doc.push(line.doc);
    } else {
      while (end < lines.length && (lines[end]!.depth > 0 || isComment(lines[end]!))) end += 1;
      try {
        messages.push(parseMessage(line, lines.slice(at + 1, end), doc));
      } catch (error) {
        throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
      }
      doc = [];
    }
    at = end;
  }
  return messages;
}

function isComment(line: Line): boolean {
  return line.text === "" && line.doc !== undefined && line.depth > 0;
}

function toLine(raw: string, number: number): Line {
  const match = /^((?:[^"#]|"[^"]*")*)(?:#\s?(.*))?$/.exec(raw);
  const code = match?.[1] ?? "";
  const indent = raw.length - raw.trimStart().length;
  return { number, depth: indent / 2, text: code.trim(), doc: match?.[2]?.trim() };
}

function parseMessage(header: Line, body: readonly Line[], doc: readonly string[]): Message {
  const [kind, name, ...words] = header.text.split(/\s+/);
  if (!messageKinds.includes(kind as MessageKind) || name === undefined) {
    throw new Error(`line ${header.number}: found "${header.text}", expected a message.`);
  }
  const attributes = parseAttributes(words);
  const key = attributes.get("key");
  return {
    kind: kind as MessageKind,
    name,
    key: key === undefined ? undefined : Number(key),
    versions: parseVersions(attributes.get("versions")!),
    flexible: parseVersions(attributes.get("flexible") ?? "none"),
    latestVersionUnstable: attributes.has("unstable"),
    listeners: attributes.get("listeners")?.split(",") ?? [],
    ...parseBody(withDocs(body)),
    doc,
  };
}

/** The lines without comments: a comment becomes the doc of the line below it. */
function withDocs(body: readonly Line[]): Line[] {
  const lines: Line[] = [];
  let doc: string[] = [];
  for (const line of body) {
    if (line.text !== "") {
      lines.push({ ...line, doc: doc.length === 0 ? undefined : doc.join(" ") });
      doc = [];
    } else if (line.doc !== undefined) doc.push(line.doc);
  }
  return lines;
}

/** Words in pairs, but for "unstable", which stands alone. */
function parseAttributes(words: readonly string[]): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    attributes.set(word, word === "unstable" ? "" : words[(at += 1)]!);
  }
  return attributes;
}

function parseBody(lines: readonly Line[]): Pick<Message, "fields" | "structs" | "shared"> {
  const structs = new Map<string, Struct>();
  const shared = new Set<string>();
  const firstStruct = lines.findIndex((line) => line.text.startsWith("struct "));
  const end = firstStruct === -1 ? lines.length : firstStruct;
  const reader = new FieldReader(structs);
  const fields = reader.fields(lines.slice(0, end), 1, ALL);
  for (const [head, ...rest] of splitStructs(lines.slice(end))) {
    const [, name, versionsText] = head!.text.split(/\s+/);
    const versions = versionsText === undefined ? ALL : parseVersions(versionsText);
    shared.add(name!);
    structs.set(name!, { name: name!, versions, fields: reader.fields(rest, 2, versions) });
  }
  return { fields, structs, shared };
}

function splitStructs(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  for (const line of lines) {
    if (line.depth === 1) parts.push([line]);
    else parts.at(-1)!.push(line);
  }
  return parts;
}

class FieldReader {
  readonly #structs: Map<string, Struct>;

  constructor(structs: Map<string, Struct>) {
    this.#structs = structs;
  }

  /** The fields at `depth`; lines below one of them belong to its struct. */
  fields(lines: readonly Line[], depth: number, inherited: Versions): Field[] {
    const fields: Field[] = [];
    for (let at = 0; at < lines.length;) {
      const line = lines[at]!;
      if (line.depth !== depth) throw new Error(`line ${line.number}: unexpected indentation.`);
      let end = at + 1;
      while (end < lines.length && lines[end]!.depth > depth) end += 1;
      const field = parseField(line, inherited);
      fields.push(field);
      if (end > at + 1) {
        if (!("struct" in field.type)) throw new Error(`line ${line.number}: no struct type.`);
        const name = field.type.struct;
        if (this.#structs.has(name)) throw new Error(`line ${line.number}: second ${name}.`);
        // Set before its fields are read, so that structs keep the order of the file.
        this.#structs.set(name, { name, versions: field.versions, fields: [] });
        const inner = this.fields(lines.slice(at + 1, end), depth + 1, field.versions);
        this.#structs.set(name, { name, versions: field.versions, fields: inner });
      }
      at = end;
    }
    return fields;
  }
}

function parseField(line: Line, inherited: Versions): Field {
  const words = line.text.match(/"[^"]*"|[^\s,]+/g) ?? [];
  const [name, typeText] = [words.shift(), words.shift()];
  if (name === undefined || typeText === undefined) {
    throw new Error(`line ${line.number}: found "${line.text}", expected a field.`);
  }
  const array = typeText.startsWith("[]");
  const type = parseType(typeText.replace(/^\[\]/, "").replace(/\?$/, ""));
  let defaultText: string | undefined;
  if (words[0] === "=") {
    words.shift();
    defaultText = words.shift();
  }
  const versions = /^\d/.test(words[0] ?? "") ? parseVersions(words.shift()!) : inherited;
  const flags = parseFlags(words, line);
  return {
    name,
    type,
    array,
    versions,
    nullable: typeText.endsWith("?") ? versions : flags.nullable,
    default: defaultText === undefined ? undefined : parseDefault(defaultText),
    tag: flags.tag,
    ignorable: flags.names.has("ignorable"),
    mapKey: flags.names.has("mapKey"),
    classic: flags.names.has("classic"),
    opaque: flags.names.has("opaque"),
    entity: entities.find((entity) => flags.names.has(entity)),
    doc: line.doc,
  };
}

interface Flags {
  readonly names: ReadonlySet<string>;
  readonly tag: number | undefined;
  readonly nullable: Versions;
}

function parseFlags(words: readonly string[], line: Line): Flags {
  const known = ["ignorable", "mapKey", "classic", "opaque", ...entities];
  const names = new Set<string>();
  let tag: number | undefined;
  let nullable = NO_VERSIONS;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (word === "tag") tag = Number(words[(at += 1)]);
    else if (word === "nullable") nullable = parseVersions(words[(at += 1)]!);
    else if (known.includes(word)) names.add(word);
    else throw new Error(`line ${line.number}: found flag "${word}".`);
  }
  return { names, tag, nullable };
}

function parseType(text: string): ElementType {
  if (primitives.includes(text as Primitive)) return { primitive: text as Primitive };
  if (/^[A-Z]\w*$/.test(text)) return { struct: text };
  throw new Error(`found type "${text}", expected a primitive or a struct's name.`);
}

function parseDefault(text: string): DefaultValue {
  if (text === "null") return null;
  if (text === "max") return INT64_MAX;
  if (text === "true" || text === "false") return text === "true";
  if (text.startsWith('"')) return JSON.parse(text) as string;
  const number = Number(text);
  if (Number.isNaN(number)) throw new Error(`found default "${text}".`);
  return number;
}
