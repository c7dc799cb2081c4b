import type { Io } from "../io.ts";
import type { Services } from "../services.ts";
export async function kafkaTopics(
  words: readonly string[],
  services: Services,
  io: Io,
): Promise<number> {
  void words;
  void services;
  io.err("");
  return 1;
}
