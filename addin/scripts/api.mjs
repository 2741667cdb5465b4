// Writes src/api/openapi.json and src/api/schema.d.ts from a running service: npm run api -- http://127.0.0.1:5080
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import openapi, { astToString } from "openapi-typescript";

const service = process.argv[2] ?? process.env["CADREDOCS_URL"] ?? "http://127.0.0.1:5080";
const folder = join(import.meta.dirname, "../src/api");
const response = await fetch(new URL("/openapi/v1.json", service));
if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
const document = await response.json();
// The address of the machine that ran it says nothing about the API.
delete document.servers;
writeFileSync(join(folder, "openapi.json"), `${JSON.stringify(document, null, 2)}\n`);
writeFileSync(join(folder, "schema.d.ts"), `// Generated from openapi.json by npm run api.\n${astToString(await openapi(document, { alphabetize: true }))}`);
console.log(`${Object.keys(document.paths).length} paths`);
