// Cuts the base map out of Natural Earth: the land, the borders between states and the coast
// within the box that the records need. Both the map in the browser and the drawing on the
// static pages are made from the one file this writes.
//
// The box is the manifest's `map_box` ([west, south, east, north]); without one it is drawn
// around the places that have a point. Lines are cut at the box and never run along it.
//
//   node tools/base-map.mjs OUT [--records public/data] [--box W,S,E,N]

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { merge, mesh } from "topojson-client";

const WORLD = fileURLToPath(import.meta.resolve("world-atlas/countries-10m.json"));
const SOURCE = "Natural Earth 4.1 (world-atlas 2.0.2)";
const MARGIN_DEGREES = 1;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { records: { type: "string", default: "public/data" }, box: { type: "string" } },
});
const out = positionals[0];
const box = options.box?.split(",").map(Number) ?? boxOf(options.records);
if (!out || box?.length !== 4 || !(box[0] < box[2] && box[1] < box[3])) {
  console.error(
    "base map: no box. Give map_box: [west, south, east, north] in the manifest, or a place with a point.",
  );
  process.exit(1);
}
if (!upToDate()) {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, JSON.stringify(cut(JSON.parse(readFileSync(WORLD, "utf8")), box)));
}

function boxOf(records) {
  const read = (name) => {
    const path = join(records, name);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
  };
  const chosen = read("manifest.json")?.map_box;
  if (chosen) return chosen;
  const points = (read("places.json") ?? []).flatMap(({ point }) => point ?? []);
  if (points.length === 0) return undefined;
  const longitudes = points.map((point) => point.longitude);
  const latitudes = points.map((point) => point.latitude);
  return [
    Math.floor(Math.min(...longitudes) - MARGIN_DEGREES),
    Math.floor(Math.min(...latitudes) - MARGIN_DEGREES),
    Math.ceil(Math.max(...longitudes) + MARGIN_DEGREES),
    Math.ceil(Math.max(...latitudes) + MARGIN_DEGREES),
  ];
}

/** Whether OUT is newer than what it is made from, and of the same box. */
function upToDate() {
  if (!existsSync(out)) return false;
  const made = statSync(out).mtimeMs;
  const newer = [WORLD, fileURLToPath(import.meta.url)].every((path) => statSync(path).mtimeMs < made);
  return newer && String(JSON.parse(readFileSync(out, "utf8")).box) === String(box);
}

function cut(world, box) {
  const countries = world.objects.countries;
  const land = merge(world, countries.geometries).coordinates.flatMap((polygon) => {
    const rings = polygon.map((ring) => tidy(cutRing(ring, box))).filter((ring) => ring.length >= 4);
    return rings.length > 0 ? [rings] : [];
  });
  return {
    source: SOURCE,
    box,
    land,
    borders: cutLines(mesh(world, countries, (one, other) => one !== other), box),
    coast: cutLines(mesh(world, countries, (one, other) => one === other), box),
  };
}

/** The part of a closed ring inside the box (Sutherland and Hodgman). Holes outlive their ring
 *  only where both reach into the box, since an outer ring surrounds its holes. */
function cutRing(ring, [west, south, east, north]) {
  const at = (axis, value) => (a, b) => {
    const share = (value - a[axis]) / (b[axis] - a[axis]);
    return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  };
  const sides = [
    [(point) => point[0] >= west, at(0, west)],
    [(point) => point[0] <= east, at(0, east)],
    [(point) => point[1] >= south, at(1, south)],
    [(point) => point[1] <= north, at(1, north)],
  ];
  const open = sides.reduce((points, [inside, meet]) => {
    const kept = [];
    points.forEach((point, index) => {
      const before = points.at(index - 1);
      if (inside(point) !== inside(before)) kept.push(meet(before, point));
      if (inside(point)) kept.push(point);
    });
    return kept;
  }, ring.slice(0, -1));
  return open.length > 0 ? [...open, open[0]] : open;
}

function cutLines(lines, box) {
  return lines.coordinates.flatMap((line) => cutLine(line, box)).map(tidy).filter((line) => line.length >= 2);
}

/** The pieces of a line inside the box (Liang and Barsky, segment by segment). */
function cutLine(line, [west, south, east, north]) {
  const pieces = [];
  let piece = [];
  for (let index = 1; index < line.length; index += 1) {
    const [ax, ay] = line[index - 1];
    const [dx, dy] = [line[index][0] - ax, line[index][1] - ay];
    let [enter, leave] = [0, 1];
    for (const [step, room] of [[-dx, ax - west], [dx, east - ax], [-dy, ay - south], [dy, north - ay]]) {
      if (step === 0) {
        if (room < 0) leave = -1;
      } else if (step < 0) enter = Math.max(enter, room / step);
      else leave = Math.min(leave, room / step);
    }
    if (enter > leave) continue;
    if (enter > 0 || piece.length === 0) {
      if (piece.length > 0) pieces.push(piece);
      piece = [[ax + enter * dx, ay + enter * dy]];
    }
    piece.push([ax + leave * dx, ay + leave * dy]);
    if (leave < 1) {
      pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** Three decimals (a hundred metres), without the points that then coincide. */
function tidy(points) {
  return points
    .map((point) => point.map((degrees) => Math.round(degrees * 1000) / 1000))
    .filter((point, index, all) => index === 0 || point[0] !== all[index - 1][0] || point[1] !== all[index - 1][1]);
}
