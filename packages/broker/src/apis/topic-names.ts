const NAME_CHARACTERS_MAX = 249;

/** Whether a topic may have this name: anything else could be no folder, or another's. */
export function isTopicName(name: string): boolean {
  if (name === "." || name === "..") return false;
  return name.length <= NAME_CHARACTERS_MAX && /^[a-zA-Z0-9._-]+$/.test(name);
}
