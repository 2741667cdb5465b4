// Puts a .br and a .gz beside each built file that shrinks: the service sends them as they are, over https too, and never compresses while somebody waits.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const assets = join(import.meta.dirname, "../../service/CadreDocs.Service/wwwroot/assets");
/** Below this a packet is sent either way. */
const smallest = 1024;
const total = { files: 0, plain: 0, br: 0 };

for (const name of readdirSync(assets)) {
  const file = join(assets, name);
  if (!/\.(js|css|svg)$/.test(name) || statSync(file).size < smallest) continue;
  const text = readFileSync(file);
  const br = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
  total.files++;
  total.plain += text.length;
  total.br += br.length;
}

console.log(`${total.files} files of ${(total.plain / 1024).toFixed(0)} KB compressed to ${(total.br / 1024).toFixed(0)} KB (brotli)`);
