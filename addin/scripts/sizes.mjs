// Prints what each entry loads first (script, gzip) and fails when an entry passes its budget.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const root = join(import.meta.dirname, "../../service/CadreDocs.Service/wwwroot");
const budgets = { "index.html": 300, "pane.html": 250 };

function staticFiles(manifest, key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key);
    for (const other of manifest[key].imports ?? []) staticFiles(manifest, other, seen);
  }
  return seen;
}

const size = (file) => gzipSync(readFileSync(join(root, file)), { level: 9 }).length / 1024;
const kilobytes = (value) => `${value.toFixed(1).padStart(7)} KB`;
let failed = false;

for (const name of ["portal", "pane"]) {
  const manifest = JSON.parse(readFileSync(join(root, `.vite/${name}.json`), "utf8"));
  for (const [key, entry] of Object.entries(manifest)) {
    if (!entry.isEntry) continue;
    const script = [...staticFiles(manifest, key)].map((each) => manifest[each].file).filter((file) => file.endsWith(".js"));
    const total = script.reduce((sum, file) => sum + size(file), 0);
    const budget = budgets[key] ?? 300;
    failed ||= total > budget;
    console.log(`${kilobytes(total)} gzip  ${key}, first load of script in ${script.length} ${script.length === 1 ? "file" : "files"} (budget ${budget} KB)`);
  }
  for (const [key, entry] of Object.entries(manifest)) {
    if (entry.isDynamicEntry) console.log(`${kilobytes(size(entry.file))} gzip  ${key}, when needed (${name})`);
  }
}

if (failed) {
  console.error("An entry is over its budget.");
  process.exit(1);
}
