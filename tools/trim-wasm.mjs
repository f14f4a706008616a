// Optimises the app's WebAssembly, and first takes out what only a panic would use: half of the
// standard library that gets linked is there to word messages nobody reads. A panic ends the app all
// the same, and the page says so; `panicked` in src/browser/takeover.rs sees to that.
//
// What neither the WebAssembly nor its glue, the script beside it, uses of the other is taken out of
// both, and what passes between them gets short names: wasm-bindgen's are long and end in random
// letters, which don't compress. At last the functions are put in the order that compresses best.
//
//   node tools/trim-wasm.mjs WASM GLUE LINKED
//
// LINKED is what the linker wrote, before wasm-bindgen. WASM must still hold the names of its functions (`data-keep-debug` in public/index.html).

import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { inOrder } from "./function-order.mjs";
import { renamed, usedExports, withImports, withoutLoader } from "./glue.mjs";
import { segments, unusedObjects } from "./unused-data.mjs";
import { withoutNotes } from "./wasm-sections.mjs";

/** What a panic calls in its stead: nothing else of a panic's own code is left. */
const PANICKED = "qawlan::browser::takeover::panicked";

/** Where panics begin: functions that never come back. */
const PANICS = [
  /^core::panicking::(panic|panic_fmt|panic_bounds_check|panic_display|panic_const::.*|assert_failed.*)$/,
  /^core::(option|result)::(unwrap|expect)_failed$/,
  /^core::cell::panic_.*$/,
  /^core::cell::lazy::panic_poisoned$/,
  /^core::slice::index::slice_index_fail$/,
  /^core::slice::copy_from_slice_impl::len_mismatch_fail$/,
  /^core::slice::sort::shared::smallsort::panic_on_ord_violation$/,
  /^core::str::slice_error_fail(_rt)?$/,
  /^std::thread::local::panic_access_error$/,
  /::assert_failed$/,
];

/**
 * Tasks of wasm-streams, which Leptos links for server functions: only exports that nothing here
 * uses begin one, but tables still name them. Only what goes on in them: what clears something away
 * may be one piece of code for many kinds of things, called by the name of any.
 */
const NEVER_BEGUN = /^(wasm_streams::.*|js_sys::futures::future_to_promise)(::\{\{closure\}\})+$/;

/** Writes values into messages of panics, and into nothing a reader sees. */
const DEBUG = [/ as core::fmt::Debug>::fmt$/, /^<core::fmt::builders::\w+( as .*)?>::\w+$/];

/** A function's path as it stands in the sources. */
const path = (name) => name.replace(/\[[0-9a-f]+\]/g, "").replace(/(::h[0-9a-f]{16})?(\.\d+|\[\d+\])?$/, "");

function stop(what) {
  console.error(`trim-wasm: ${what}`);
  process.exit(1);
}

/** Every function with a body, by its path. */
function functions(module) {
  const all = Array.from({ length: module.getNumFunctions() }, (_, at) => module.getFunctionByIndex(at));
  const named = all.map((it) => ({ it, ...binaryen.getFunctionInfo(it) }));
  return named.filter(({ module }) => !module).map(({ it, name, results }) => ({ it, name, results, path: path(name) }));
}

function trimCode(module) {
  const all = functions(module);
  const panicked = all.find((it) => it.path === PANICKED);
  if (!panicked) stop(`there is no function ${PANICKED}: is data-keep-debug set in public/index.html?`);
  const panics = all.filter(({ path }) => PANICS.some((pattern) => pattern.test(path)));
  if (!panics.length) stop("none of the standard library's panics is known by its name: see PANICS");
  const neverBegun = all.filter(({ path }) => NEVER_BEGUN.test(path));
  for (const { it } of [...panics, ...neverBegun]) {
    const call = module.call(panicked.name, [], binaryen.none);
    binaryen.Function(it).body = module.block(null, [call, module.unreachable()]);
  }
  // They write nothing, and say that it went well.
  const isDebug = ({ path, results }) => results === binaryen.i32 && DEBUG.some((pattern) => pattern.test(path));
  for (const { it } of all.filter(isDebug)) binaryen.Function(it).body = module.i32.const(0);
}

/** Takes out the exports that the glue doesn't use: those of wasm-streams, for one. */
function trimExports(module, used) {
  const all = Array.from({ length: module.getNumExports() }, (_, at) => module.getExportByIndex(at));
  const names = all.map((it) => binaryen.getExportInfo(it).name);
  for (const name of used) if (!names.includes(name)) stop(`there is no export ${name}, which the glue uses`);
  for (const name of names) if (!used.has(name)) module.removeExport(name);
}

/**
 * Blanks the places in the sources that panics would name: paths that end in `.rs`, and the pairs of
 * address and length that point to them. Nothing else has such a path in its data.
 */
function blankLocations(wasm) {
  for (const { at, length, address } of segments(wasm)) {
    const data = wasm.subarray(at, at + length);
    const paths = new Map();
    const text = Buffer.from(data).toString("latin1");
    for (const { 0: found, index } of text.matchAll(/[\w./-]+\.rs\0/g)) {
      // Texts stand end to end: where this one begins only what points to it can tell.
      for (let skip = 0; skip < found.length - ".rs\0".length; skip += 1) {
        paths.set(address + index + skip, { from: index + skip, length: found.length - skip - 1 });
      }
    }
    const view = new DataView(wasm.buffer, wasm.byteOffset + at, length);
    for (let place = (4 - (address % 4)) % 4; place + 16 <= length; place += 4) {
      const path = paths.get(view.getUint32(place, true));
      if (path?.length !== view.getUint32(place + 4, true)) continue;
      data.fill(0, place, place + 16);
      data.fill(0, path.from, path.from + path.length);
    }
  }
}

/** The numbers that stand in a module's code, addresses among them. */
const numbersIn = (module) => new Set(Array.from(module.emitText().matchAll(/(?:i32\.const |offset=)(\d+)/g), ([, number]) => Number(number)));

/** Blanks what no code names any more of the objects that the linker's file tells apart. */
function blankUnused(wasm, linked, named) {
  const [runs, linkedRuns] = [segments(wasm), segments(linked)];
  const bytes = (file, { at }, length) => file.subarray(at, at + length);
  for (const run of runs) {
    const was = linkedRuns.find(({ address }) => address === run.address);
    if (!was || !bytes(wasm, run, run.length).equals(bytes(linked, was, run.length))) {
      stop("what the linker wrote is of another build: delete dist/ and build again");
    }
  }
  for (const { from, to } of unusedObjects(linked, named)) {
    const run = runs.find(({ address, length }) => address <= from && to <= address + length);
    // Zeros at the end of a run needn't stand in the file.
    if (run) wasm.fill(0, run.at + from - run.address, run.at + to - run.address);
  }
}

/** Optimises a module, and answers it as a file. */
function optimised(wasm) {
  const module = binaryen.readBinary(wasm);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  // The stack lies lowest and grows down: its last KB is never reached but by an overflow.
  binaryen.setLowMemoryUnused(true);
  module.optimize();
  // What one run has made simpler the next can take out.
  module.optimize();
  return module.emitBinary();
}

const importsOf = (wasm) => WebAssembly.Module.imports(new WebAssembly.Module(wasm));
const exportsOf = (wasm) => WebAssembly.Module.exports(new WebAssembly.Module(wasm));

/** Gives short names to what passes between the two; answers the file, and the new names by the old. */
function shortened(wasm) {
  const module = binaryen.readBinary(wasm);
  // The first prints every name, on standard output. The lists keep their order.
  module.runPasses(["minify-imports-and-exports-and-modules", "strip-producers", "strip-target-features"]);
  const short = module.emitBinary();
  const pairs = (names, shortNames) => new Map(names.map(({ name }, at) => [name, shortNames[at].name]));
  const imports = importsOf(short);
  const names = {
    imports: pairs(importsOf(wasm), imports),
    module: imports[0].module,
    exports: pairs(exportsOf(wasm), exportsOf(short)),
  };
  return { wasm: short, names };
}

const [wasmFile, glueFile, linkedFile] = process.argv.slice(2);
if (!linkedFile) stop("no files. Type:  node tools/trim-wasm.mjs WASM GLUE LINKED");
const glue = withoutLoader(readFileSync(glueFile, "utf8"));
const given = binaryen.readBinary(withoutNotes(readFileSync(wasmFile)));
trimExports(given, usedExports(glue));
trimCode(given);
// No more than what calls what: sums of addresses must stay as the linker knew them.
given.runPasses(["remove-unused-module-elements", "dae", "remove-unused-module-elements"]);
const trimmed = Buffer.from(given.emitBinary());
blankUnused(trimmed, readFileSync(linkedFile), numbersIn(given));
blankLocations(trimmed);
const small = inOrder(optimised(trimmed));

const kept = withImports(glue, new Set(importsOf(small).map(({ name }) => name)), stop);
const { wasm, names } = shortened(small);
writeFileSync(wasmFile, wasm);
writeFileSync(glueFile, renamed(kept, names, stop));
