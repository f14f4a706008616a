// Whether things are described in the words of schema.org.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "./dist.mjs";

/**
 * What the TypeScript compiler finds amiss with things, by the types that schema-dts made from
 * schema.org's published vocabulary: a type or a property that doesn't exist, a property on
 * a type that hasn't got it, a value of another type than its range. Each thing comes with the
 * words that name it.
 */
export async function strayFromVocabulary(named) {
  const folder = mkdtempSync(join(tmpdir(), "qawlan-vocabulary-"));
  try {
    const lines = named.map(({ thing }, at) => `export const t${at}: S.${thing["@type"]} = ${JSON.stringify(thing)};`);
    writeFileSync(join(folder, "things.ts"), `import type * as S from "schema-dts";\n${lines.join("\n")}\n`);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: "esnext",
      module: "esnext",
      moduleResolution: "bundler",
      types: [],
      paths: { "*": [`${ROOT}node_modules/*`] },
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["things.ts"] }));
    const said = await promisify(execFile)(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`, "--pretty", "false", "-p", folder], {
      maxBuffer: 1 << 28,
    }).then(
      () => "",
      ({ stdout, stderr }) => stdout + stderr,
    );
    // The compiler names line and column; the lines after it, indented, say more of the same.
    return said.split("\n").filter((line) => /^\S/.test(line)).map((line) => {
      const at = /things\.ts\((\d+),/.exec(line)?.[1] - 2;
      return `${named[at]?.name ?? ""}: ${line.replace(/^.*?: error /, "")}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
