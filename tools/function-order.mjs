// Orders the functions of a WebAssembly module so that those alike follow each other: compressed, it
// takes fewer bits to say where the same was seen before. Their order means nothing to the module.

import binaryen from "binaryen";
import { numberAt, section } from "./wasm-sections.mjs";

const CODE = 10;
/** How many bytes in a row count as the same; two functions are as alike as they share such runs. */
const RUN = 4;

/** The functions' code, in the order of the file. */
function bodies(wasm) {
  const found = [];
  let [count, at] = numberAt(wasm, section(wasm, CODE).at);
  for (; count > 0; count -= 1) {
    const [length, begin] = numberAt(wasm, at);
    at = begin + length;
    found.push(wasm.subarray(begin, at));
  }
  return found;
}

/** The runs of bytes in a function's code, each as a number. */
function runs(body) {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  return new Set(Array.from({ length: Math.max(0, body.length - RUN + 1) }, (_, at) => view.getUint32(at)));
}

/**
 * The functions' places in the file, in their new order: the longest comes first, and after each the
 * one that shares most of its code with it. Where none does, the longest that is left.
 */
function order(all) {
  const byLength = all.map((_, at) => at).sort((one, other) => all[other].length - all[one].length);
  const runsOf = all.map(runs);
  const having = new Map();
  runsOf.forEach((set, at) => set.forEach((run) => (having.get(run) ?? having.set(run, []).get(run)).push(at)));
  const left = new Set(byLength);
  const ordered = [];
  while (left.size) {
    const last = ordered.at(-1);
    const shared = new Map();
    for (const run of runsOf[last] ?? []) {
      for (const at of having.get(run)) if (left.has(at)) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    let [next] = left;
    let most = 0;
    for (const [at, count] of shared) {
      const share = count / runsOf[at].size;
      if (share > most) [next, most] = [at, share];
    }
    left.delete(next);
    ordered.push(next);
  }
  return ordered;
}

/** The module with its functions in that order, as a file. */
export function inOrder(wasm) {
  const module = binaryen.readBinary(wasm);
  const all = Array.from({ length: module.getNumFunctions() }, (_, at) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(at)),
  ).filter((it) => !it.module);
  for (const { name, params, results, vars, body } of order(bodies(wasm)).map((at) => all[at])) {
    module.removeFunction(name);
    module.addFunction(name, params, results, vars, body);
  }
  return module.emitBinary();
}
