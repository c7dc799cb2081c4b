// Writes src/generated from src/schema: node codegen/main.ts
import { generateProtocol } from "./generate.ts";

generateProtocol();
