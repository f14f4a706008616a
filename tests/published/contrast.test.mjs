// What can be told from what: every pair of colours that the sheets put together, by WCAG 2.2 (1.4.3 for
// words, 1.4.11 for signs), by day, by night and in print; and the two parties, by whatever colours a
// reader sees and by shape where they see none. Sheets take colours from tokens alone, so their roles are
// told here once: a token without one, or one that a sheet uses in another role, fails.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** QAWLAN_DIST tests another build than the last. */
const DIST = process.env.QAWLAN_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const SHEETS = new URL("../../style/", import.meta.url);
const read = (name) => readFileSync(new URL(name, SHEETS), "utf8").replace(/\/\*[^]*?\*\//g, "");

/** What words and signs stand on. Any of them may come to stand on any of these. */
const SURFACES = ["paper", "sheet", "wash"];
/** The map's, which has signs on it and names, with a shine of the sheet's colour around them. */
const WATER = "water";
const WORDS = ["ink", "ink-second", "ink-third"];
/** Words on a ground of their own: what they are written in, and on what. */
const REVERSED = [["paper", "ink"], ["on-party", "first"], ["on-party", "second"]];
const SIGNS = ["first", "second", "ink", "ink-second", "ink-third", "focus"];
/** What says nothing that words or places beside it don't say: lines between what stands apart without
 *  them or under handles, the edges of boxes whose words are in them, and in a bar of shares the part
 *  that is nobody's. */
const ORNAMENT = ["rule", "rule-strong", "others"];

/** A block's colours: `{ token: "#rrggbb" }`. */
function colours(sheet, head) {
  const block = sheet.slice(sheet.indexOf(head)).match(/\{([^{}]*)\}/)[1];
  const found = [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)];
  const long = (hex) => (hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex);
  return Object.fromEntries(found.map(([, token, hex]) => [token, long(hex)]));
}
const light = colours(read("tokens.css"), ":root {");
const schemes = {
  light,
  dark: { ...light, ...colours(read("tokens.css"), ':root:where([data-theme="dark"])') },
  print: { ...light, ...colours(read("print.css"), ":root") },
};

/** Each declaration that names a colour's token: `{ sheet, selector, property, value, tokens }`. */
const declarations = readdirSync(SHEETS).filter((name) => name.endsWith(".css") && name !== "tokens.css").flatMap((sheet) =>
  [...read(sheet).matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selector, block]) =>
    [...block.matchAll(/([\w-]+)\s*:\s*([^;]+)/g)].flatMap(([, property, value]) => {
      const tokens = [...value.matchAll(/var\(--([\w-]+)/g)].map(([, token]) => token).filter((token) => token in light);
      return tokens.length === 0 ? [] : [{ sheet, selector: selector.trim(), property, value, tokens, block }];
    }),
  ),
);

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
/** As much light as a channel gives (IEC 61966-2-1). */
const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const lightOf = (hex) => channels(hex).map(linear);
const luminance = (hex) => lightOf(hex).reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour of which so much is left over another. */
function mixed(over, under, part) {
  const [a, b] = [over, under].map(channels);
  return `#${a.map((value, at) => Math.round(255 * (part * value + (1 - part) * b[at])).toString(16).padStart(2, "0")).join("")}`;
}

/** The pairs that don't reach a ratio, in words. */
const tooNear = (pairs, least) =>
  Object.entries(schemes).flatMap(([scheme, colour]) =>
    pairs.flatMap(([over, under]) => {
      const ratio = contrast(colour[over], colour[under]);
      return ratio >= least ? [] : [`${scheme}: ${over} on ${under} ${ratio.toFixed(2)}`];
    }),
  );
const each = (all, on) => all.flatMap((over) => on.map((under) => [over, under]));

test("words have a contrast of 4.5 with whatever they stand on", () => {
  assert.deepEqual(tooNear([...each(WORDS, SURFACES), ["ink", WATER], ...REVERSED], 4.5), []);
});

test("signs, and what shows where the focus is, have a contrast of 3 with whatever they stand on", () => {
  assert.deepEqual(tooNear(each(SIGNS, [...SURFACES, WATER]), 3), []);
});

/** Signs that are paler than their colour where others stand out: how much of it is left to them. */
const FADED = { "map.css": ["first", "second", "ink", "ink-third"] };
/** A pale bar behind a mark, whose days stand below it in words. */
const PALE_ORNAMENT = ["losses.css"];

test("signs that are paler where others stand out still have a contrast of 3", () => {
  for (const sheet of readdirSync(SHEETS).filter((name) => name.endsWith(".css") && !PALE_ORNAMENT.includes(name))) {
    for (const [, opacity] of read(sheet).matchAll(/\bopacity:\s*([\d.]+)/g)) {
      const part = Number(opacity);
      // Of what isn't seen at all nothing has to be told.
      if (part === 1 || part === 0) continue;
      assert.ok(sheet in FADED, `${sheet} has something at ${opacity} of its colour`);
      for (const [scheme, colour] of Object.entries(schemes)) {
        const ratios = each(FADED[sheet], ["sheet", WATER]).map(([sign, under]) => {
          return [sign, under, contrast(mixed(colour[sign], colour[under], part), colour[under])];
        });
        assert.deepEqual(ratios.filter(([, , ratio]) => ratio < 3), [], `${scheme}, ${sheet} at ${opacity}`);
      }
    }
  }
});

test("every colour has a role, and no sheet gives it another", () => {
  const known = new Set([...SURFACES, WATER, ...WORDS, ...REVERSED.flat(), ...SIGNS, ...ORNAMENT]);
  for (const [scheme, own] of Object.entries(schemes)) {
    assert.deepEqual(Object.keys(own).filter((token) => !known.has(token)), [], scheme);
  }
  assert.deepEqual(Object.keys(schemes.dark).sort(), Object.keys(light).sort(), "a colour by day has one by night");
  const isReversed = (over, block) => REVERSED.some(([fore, back]) => fore === over && block.includes(`background: var(--${back})`));
  const mayBe = ({ property, block }, token) => {
    if (property === "color") return WORDS.includes(token) || token === "on-party" || isReversed(token, block);
    if (/^background/.test(property)) return [...SURFACES, WATER, ...SIGNS, ...ORNAMENT].includes(token);
    // Edges, fills, strokes, shines, and tokens of a sheet's own.
    return [...SURFACES, ...SIGNS, ...ORNAMENT].includes(token);
  };
  const wrong = declarations.flatMap((it) =>
    it.tokens.filter((token) => !mayBe(it, token)).map((token) => `${it.sheet}: ${it.selector} { ${it.property}: ${token} }`),
  );
  assert.ok(declarations.length > 100);
  assert.deepEqual(wrong, []);
});

test("no sheet has a colour of its own, but what dims the page behind a dialog", () => {
  const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)\(/i;
  const own = readdirSync(SHEETS).filter((name) => !["tokens.css", "print.css"].includes(name)).flatMap((name) =>
    [...read(name).matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selector, block]) =>
      literal.test(block) && !selector.trim().endsWith("::backdrop") ? [`${name}: ${selector.trim()}`] : [],
    ),
  );
  assert.deepEqual(own, []);
});

/** How eyes without one kind of cone see: Machado, Oliveira and Fernandes 2009, severity 1. */
const EYES = {
  "three kinds of cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, value, at) => sum + value * vector[at], 0));
const within = (value) => Math.min(1, Math.max(0, value));

/** A colour as such eyes see it, in CIELAB, where distances are as large as they look. */
function seen(hex, eyes) {
  const xyz = times([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], times(eyes, lightOf(hex)).map(within));
  const [x, y, z] = xyz.map((value, at) => {
    const part = value / [0.9505, 1, 1.089][at];
    return part > 216 / 24389 ? Math.cbrt(part) : (24389 / 27 * part + 16) / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test("the two parties' colours are apart for every kind of colour vision, and neither is the louder", () => {
  for (const [scheme, { first, second, paper }] of Object.entries(schemes)) {
    for (const [eyes, matrix] of Object.entries(EYES)) {
      const [a, b] = [first, second].map((hex) => seen(hex, matrix));
      const apart = Math.hypot(...a.map((value, at) => value - b[at]));
      // Some 2.3 can just be told apart side by side.
      assert.ok(apart > 20, `${scheme}, ${eyes}: ${apart.toFixed(1)}`);
    }
    const loudness = contrast(first, paper) / contrast(second, paper);
    assert.ok(loudness > 0.7 && loudness < 1 / 0.7, `${scheme}: ${loudness.toFixed(2)}`);
  }
});

test("where no colour is seen the two parties are told apart by shape", () => {
  const of = (token) => declarations.filter(({ tokens, sheet }) => tokens.includes(token) && sheet !== "print.css");
  const edges = of("first").filter(({ property }) => property.startsWith("border"));
  assert.ok(edges.length > 2);
  for (const { sheet, selector, value } of edges) {
    const twin = selector.replaceAll("-first", "-second");
    const others = of("second").filter((it) => it.sheet === sheet && it.selector === twin && it.property.startsWith("border"));
    assert.ok(others.some((it) => / double /.test(it.value)) && !/ double /.test(value), `${sheet}: ${selector} is told by its colour alone`);
  }
  const seals = read("seal.css");
  assert.match(seals, /\.seal-first \{\s*border-radius: 50%;/);
  assert.match(seals, /\.seal-second \{\s*border-radius: 3px;/);

  // The bars over a time have one shape: each side has its own half of them, with its seal.
  const html = readFileSync(`${DIST}/en/index.html`, "utf8");
  const drawings = (name) => [...html.matchAll(new RegExp(`<svg[^>]*\\bclass="${name}"[^>]*>.*?</svg>`, "gs"))].join("");
  const shapes = (drawing, name) =>
    [...drawing.matchAll(new RegExp(`<(\\w+)([^>]*\\bclass="${name}[ "][^>]*)>`, "g"))].map(([, element, rest]) =>
      element === "path" ? (/ d="[^"]*a/i.test(rest) ? "circle" : "rect") : element,
    );
  for (const [drawing, kind] of [["marks", "mark"], ["static-map", "static-mark static-mark"]]) {
    const [first, second] = ["first", "second"].map((side) => new Set(shapes(drawings(drawing), `${kind}-${side}`)));
    assert.ok(first.size > 0 && second.size > 0, `the list has no ${kind}`);
    assert.ok([...first].every((shape) => !second.has(shape)), `${kind}: ${[...first]} and ${[...second]}`);
  }
});
