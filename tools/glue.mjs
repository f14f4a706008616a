// Reads and rewrites the app's glue: the script that wasm-bindgen wrote beside the WebAssembly. It is
// read as a program, never as a text, and whatever isn't as it is known here stops the build.

import { parse } from "acorn";

const IMPORTS = "__wbg_get_imports";
const BEGIN = "__wbg_finalize_init";

/** Every node of a syntax tree. */
function* nodes(tree) {
  yield tree;
  for (const value of Object.values(tree)) {
    for (const child of [value].flat()) if (typeof child?.type === "string") yield* nodes(child);
  }
}

const read = (text) => parse(text, { ecmaVersion: "latest", sourceType: "module" });

/** The text with the given stretches replaced. */
function replace(text, stretches) {
  const inOrder = stretches.sort((one, other) => other.start - one.start);
  return inOrder.reduce((kept, { start, end, by }) => kept.slice(0, start) + by + kept.slice(end), text);
}

/** What a statement at the top declares. */
function declared(statement) {
  if (statement.type === "VariableDeclaration") return statement.declarations.map(({ id }) => id.name);
  return statement.id ? [statement.id.name] : [];
}

const namesIn = (statement) => new Set([...nodes(statement)].filter(({ type }) => type === "Identifier").map(({ name }) => name));

/**
 * The text without what neither the imports nor the beginning lead to. What declares nothing stays
 * when all that it names of the script's own stays.
 */
function reached(text) {
  const parts = read(text).body.map((at) => ({ at, declares: declared(at), names: namesIn(at) }));
  const all = new Set(parts.flatMap(({ declares }) => declares));
  const names = new Set([IMPORTS, BEGIN]);
  const kept = new Set();
  for (let count = -1; count !== kept.size; ) {
    count = kept.size;
    for (const part of parts) {
      const isReached = part.declares.length
        ? part.declares.some((name) => names.has(name))
        : [...part.names].every((name) => names.has(name) || !all.has(name));
      if (!isReached) continue;
      kept.add(part);
      for (const name of part.names) names.add(name);
    }
  }
  return [...kept].sort((one, other) => one.at.start - other.at.start).map(({ at }) => text.slice(at.start, at.end)).join("\n");
}

/** The script without its own loader, its exports and what only those use. public/boot.js loads the app. */
export function withoutLoader(text) {
  const isExport = ({ type }) => /^Export/.test(type);
  const exports = read(text).body.filter(isExport);
  // An exported class is a declaration all the same; unless something needs it, it isn't reached.
  const by = ({ declaration }) => (declaration ? text.slice(declaration.start, declaration.end) : "");
  return reached(replace(text, exports.map((it) => ({ start: it.start, end: it.end, by: by(it) }))));
}

const exportsIn = (tree) =>
  [...nodes(tree)].filter(({ type, object, computed }) => type === "MemberExpression" && object.name === "wasm" && !computed);

/** The names of the exports that the script uses. */
export const usedExports = (text) => new Set(exportsIn(read(text)).map(({ property }) => property.name));

/** The object of imports, and how the module is told to ask for it. */
function importObjects(tree, stop) {
  const body = tree.body.find((it) => it.id?.name === IMPORTS)?.body.body;
  const [made, given] = body ?? [];
  const functions = made?.declarations?.[0].init;
  const modules = given?.argument?.properties?.filter(({ key }) => key.type === "Literal");
  if (body?.length !== 2 || !functions?.properties || modules?.length !== 1) {
    stop(`${IMPORTS} in the app's script doesn't look as it is known in tools/glue.mjs`);
  }
  const [module] = modules;
  return { functions: functions.properties.filter(({ key }) => key.name !== "__proto__"), module };
}

/** The script with only the imports named in `wanted`, and without what only the others use. */
export function withImports(text, wanted, stop) {
  const { functions } = importObjects(read(text), stop);
  const found = new Set(functions.map(({ key }) => key.name));
  for (const name of wanted) if (!found.has(name)) stop(`the app's script has no import ${name}`);
  const unused = functions.filter(({ key }) => !wanted.has(key.name));
  // A property, and the comma after it.
  const end = (property) => property.end + /^\s*,?/.exec(text.slice(property.end))[0].length;
  return reached(replace(text, unused.map((it) => ({ start: it.start, end: end(it), by: "" }))));
}

/**
 * The script with other names for its imports, their module and the WebAssembly's exports. It gives
 * `imports()`, for the WebAssembly to be started with, and `begin(instance)`.
 */
export function renamed(text, { imports, module, exports }, stop) {
  const tree = read(text);
  const objects = importObjects(tree, stop);
  const change = (node, by) => {
    if (by === undefined) stop(`no new name for ${node.name} of the app's script`);
    return { start: node.start, end: node.end, by };
  };
  const stretches = [
    ...objects.functions.map(({ key }) => change(key, imports.get(key.name))),
    change(objects.module.key, JSON.stringify(module)),
    ...exportsIn(tree).map(({ property }) => change(property, exports.get(property.name))),
  ];
  return `${replace(text, stretches)}\nexport { ${IMPORTS} as imports, ${BEGIN} as begin };\n`;
}
