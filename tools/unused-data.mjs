// Finds the data that no code names any more. The linker left out what nothing needed, but that was
// before the code of panics went; and afterwards nothing tells where one constant ends and the next
// begins. What the linker noted for other linkers does (`--emit-relocs` in tools/build.sh).

import { numberAt, section } from "./wasm-sections.mjs";

const [CODE, DATA] = [10, 11];
/** The part of the section "linking" that lists the symbols, and the kinds of symbol in it. */
const SYMBOLS = 8;
const [OBJECT, SECTION] = [1, 3];
const [UNDEFINED, NAMED] = [0x10, 0x40];
/** Kinds of notes on a place in code or data: those that name an object's address, and all that carry an addend. */
const ADDRESSES = [3, 4, 5];
const WITH_ADDEND = [...ADDRESSES, 8, 9];
const WITHOUT = [0, 1, 2, 6, 7, 10, 13, 20];

/** Reads one thing after another, from `at` on. */
function reader(wasm, at) {
  const number = () => {
    const [value, end] = numberAt(wasm, at);
    at = end;
    return value;
  };
  const signed = () => {
    const begin = at;
    const value = number();
    const bits = 7 * (at - begin);
    return bits < 32 ? (value << (32 - bits)) >> (32 - bits) : value | 0;
  };
  const skip = (length) => (at += length);
  return { number, signed, skip, list: (read) => Array.from({ length: number() }, read), at: () => at };
}

/** Where the data lies: each run of bytes by its address in memory and its place in the file. */
export function segments(wasm) {
  const read = reader(wasm, section(wasm, DATA).at);
  return read.list(() => {
    // Of the first memory, at a constant address.
    if (read.number() !== 0 || read.number() !== 0x41) throw new Error("the data is laid out in a way unknown here");
    const address = read.signed();
    read.skip(1);
    const length = read.number();
    const at = read.at();
    read.skip(length);
    return { at, address, length };
  });
}

/** Every symbol, in the linker's order: objects with where they begin and end in memory. */
function symbols(linked) {
  const { at, end } = section(linked, "linking");
  const read = reader(linked, at);
  const runs = segments(linked);
  const name = () => read.skip(read.number());
  const symbol = () => {
    const [kind, flags] = [read.number(), read.number()];
    const isDefined = !(flags & UNDEFINED);
    if (kind !== OBJECT) {
      read.number();
      if (kind !== SECTION && (isDefined || flags & NAMED)) name();
      return {};
    }
    name();
    if (!isDefined) return {};
    const from = runs[read.number()].address + read.number();
    return { from, to: from + read.number() };
  };
  read.number();
  while (read.at() < end) {
    const [kind, length] = [read.number(), read.number()];
    if (kind === SYMBOLS) return read.list(symbol);
    read.skip(length);
  }
  throw new Error("the linker listed no symbols");
}

/** The notes on a section that name an object: where they stand in it, the symbol, and what is added. */
function notes(linked, name) {
  const read = reader(linked, section(linked, name).at);
  read.number();
  const all = read.list(() => {
    const kind = read.number();
    if (![...WITH_ADDEND, ...WITHOUT].includes(kind)) throw new Error(`the linker's note ${kind} is unknown here`);
    return { kind, place: read.number(), symbol: read.number(), added: WITH_ADDEND.includes(kind) ? read.signed() : 0 };
  });
  return all.filter(({ kind }) => ADDRESSES.includes(kind));
}

/**
 * The objects of `linked`, the module as the linker wrote it, that nothing leads to from `named`, the
 * numbers that stand in the code which is left.
 */
export function unusedObjects(linked, named) {
  const all = symbols(linked);
  const objects = all.filter(({ to, from }) => to > from);
  const leadsTo = new Map(objects.map((object) => [object, []]));
  const data = section(linked, DATA).at;
  const runs = segments(linked);
  for (const { place, symbol } of notes(linked, "reloc.DATA")) {
    const run = runs.findLast(({ at }) => at <= data + place);
    const address = data + place - run.at + run.address;
    for (const object of objects) if (object.from <= address && address < object.to) leadsTo.get(object).push(all[symbol]);
  }
  // Code may count from a place outside an object to one inside it.
  const isOutside = ({ symbol, added }) => added < 0 || added >= all[symbol].to - all[symbol].from;
  const used = new Set(notes(linked, "reloc.CODE").filter(isOutside).map(({ symbol }) => all[symbol]));
  const numbers = [...named].sort((one, other) => one - other);
  for (const object of objects) {
    if (numbers.some((number) => object.from <= number && number < object.to)) used.add(object);
  }
  // A set's new members are visited too.
  for (const object of used) for (const other of leadsTo.get(object) ?? []) used.add(other);
  return objects.filter((object) => ![...used].some(({ from, to }) => from < object.to && object.from < to));
}
