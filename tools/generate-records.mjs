// Writes a folder of N events that never happened, to see how the site bears a large dataset:
// `node tools/generate-records.mjs 10000 FOLDER [--seed 1]`. The same N and seed give the same
// files, and `qawlan check` has nothing to say of them. North and South draw from the same words
// and the same chances.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FIRST_DAY = Date.UTC(2031, 0, 1);
const DAYS = 3 * 365;
const PUBLISHED = "2034-06-01";
const CHANGED = "2034-06-15";
const EVENTS_AN_EPISODE = 50;
const MAP_BOX = [10, 30, 22, 40];

/** A text in both languages. */
const t = (en, ar) => ({ ar, en });
/** Joins texts and plain words into one text. */
const join2 = (...parts) =>
  Object.fromEntries(["ar", "en"].map((lang) => [lang, parts.map((part) => part[lang] ?? part).join("")]));

const SIDES = ["north", "south"];
const other = (side) => SIDES[1 - SIDES.indexOf(side)];
const NAMES = {
  north: t("North", "الشمال"),
  south: t("South", "الجنوب"),
  east: t("East", "الشرق"),
  west: t("West", "الغرب"),
};

const KINDS = [
  ["shelling", t("Shelling", "قصف")],
  ["fighting", t("Fighting", "قتال")],
  ["raid", t("Raid", "غارة")],
  ["drone", t("Drone strike", "ضربة بمسيّرة")],
  ["ambush", t("Ambush", "كمين")],
  ["movement", t("Troop movement", "تحرك قوات")],
  ["explosion", t("Explosion", "انفجار")],
  ["crossing", t("Crossing", "عبور")],
];
const HOURS = [
  [5, t(" at dawn", " فجرًا")],
  [9, t(" in the morning", " صباحًا")],
  [13, t(" at noon", " ظهرًا")],
  [17, t(" in the afternoon", " عصرًا")],
  [22, t(" by night", " ليلًا")],
];
const TARGETS = [
  t("the bridge", "الجسر"), t("the depot", "المستودع"), t("the crossroads", "مفترق الطرق"),
  t("the power station", "محطة الكهرباء"), t("the school", "المدرسة"), t("the market", "السوق"),
  t("the reservoir", "خزان الماء"), t("the quarry", "المحجر"), t("the railway", "السكة الحديدية"),
  t("the checkpoint", "نقطة التفتيش"), t("the orchard", "البستان"), t("the hospital", "المستشفى"),
  t("the tunnel", "النفق"), t("the lookout", "نقطة المراقبة"), t("the granary", "مخزن الحبوب"),
  t("the ferry", "العبّارة"), t("the pass", "الممر"), t("the barracks", "الثكنة"),
  t("the convoy", "القافلة"), t("the radio mast", "برج الإذاعة"), t("the dam", "السد"),
  t("the cemetery", "المقبرة"), t("the airfield", "المطار"), t("the mill", "الطاحون"),
];
const GROUNDS = [
  t("Town", "بلدة"), t("Village", "قرية"), t("Valley", "وادي"), t("Hill", "تل"), t("Ridge", "حافة"),
  t("Lake", "بحيرة"), t("Field", "حقل"), t("Gate", "بوابة"), t("Spring", "عين"), t("Ford", "مخاضة"),
  t("Castle", "قلعة"), t("Wood", "غابة"), t("Shore", "شاطئ"), t("Rock", "صخرة"), t("Meadow", "مرج"),
  t("Well", "بئر"), t("Island", "جزيرة"), t("Cave", "مغارة"), t("Garden", "حديقة"), t("Tower", "برج"),
];
const TREES = [
  t("Oak", "البلوط"), t("Pine", "الصنوبر"), t("Cedar", "الأرز"), t("Olive", "الزيتون"), t("Walnut", "الجوز"),
  t("Almond", "اللوز"), t("Willow", "الصفصاف"), t("Poplar", "الحور"), t("Fig", "التين"), t("Palm", "النخيل"),
  t("Pomegranate", "الرمان"), t("Mulberry", "التوت"), t("Juniper", "العرعر"), t("Cherry", "الكرز"),
  t("Quince", "السفرجل"), t("Laurel", "الغار"), t("Hazel", "البندق"), t("Cypress", "السرو"),
  t("Plum", "البرقوق"), t("Apricot", "المشمش"), t("Chestnut", "الكستناء"), t("Vine", "الكرمة"),
  t("Reed", "القصب"), t("Thorn", "الشوك"), t("Linden", "الزيزفون"),
];
const WEAPONS = [
  t("artillery", "المدفعية"), t("drones", "المسيّرات"), t("mortars", "الهاون"), t("rockets", "الصواريخ"),
  t("rifles", "البنادق"), t("tanks", "الدبابات"),
];
const SEASONS = [t("Winter", "شتاء"), t("Spring", "ربيع"), t("Summer", "صيف"), t("Autumn", "خريف")];
const MEASURES = [["killed", t("killed", "قتلى")], ["wounded", t("wounded", "جرحى")]];
const QUALIFIERS = ["as-stated", "at-least", "about", "more-than", "so-far"];
const LINES = ["دوّى القصف طوال الليل", "لم نبدأ نحن", "الوضع تحت السيطرة", "ما زالت المعارك مستمرة"];

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function chances(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const day = (number) => new Date(FIRST_DAY + number * 86_400_000).toISOString().slice(0, 10);
const clock = (hour, minute) => `T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
const clamp = (low, number, high) => Math.max(low, Math.min(high, Math.round(number)));

/** Everything the records are drawn from. */
class Draw {
  constructor(events, seed) {
    this.events = events;
    this.next = chances(seed);
    this.places = this.drawPlaces(clamp(25, events / 20, GROUNDS.length * TREES.length));
    this.sources = this.drawSources(clamp(40, events / 10, 2000));
  }

  whole(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  one(list) {
    return list[this.whole(0, list.length - 1)];
  }

  is(chance) {
    return this.next() < chance;
  }

  drawPlaces(many) {
    const [west, south, east, north] = MAP_BOX;
    const within = (low, high) => Number((low + 0.2 + this.next() * (high - low - 0.4)).toFixed(3));
    return Array.from({ length: many }, (_, at) => {
      const ground = GROUNDS[at % GROUNDS.length];
      const tree = TREES[(at + Math.floor(at / GROUNDS.length)) % TREES.length];
      const isDistrict = at % 8 === 0;
      const place = {
        id: `${tree.en}-${ground.en}`.toLowerCase(),
        name: { ar: `${ground.ar} ${tree.ar}`, en: `${tree.en} ${ground.en}` },
        kind: isDistrict ? "district" : "town",
        point: { latitude: within(south, north), longitude: within(west, east) },
        precision: isDistrict ? "district" : "town",
      };
      if (!isDistrict) place.within = this.idOfPlace(at - (at % 8));
      if (this.is(0.5)) {
        place.names = SIDES.map((usage) => ({ usage, language: "ar", text: `${tree.ar} ${NAMES[usage].ar}` }));
      }
      if (this.is(0.3)) place.as_reported = [tree.ar];
      return place;
    });
  }

  idOfPlace(at) {
    const tree = TREES[(at + Math.floor(at / GROUNDS.length)) % TREES.length];
    return `${tree.en}-${GROUNDS[at % GROUNDS.length].en}`.toLowerCase();
  }

  /** Reports by date, the last one after everything that is said. */
  drawSources(many) {
    return Array.from({ length: many }, (_, at) => {
      const headline = `${this.one(KINDS)[1].ar} عند ${this.one(TARGETS).ar}`;
      return {
        id: `report-${at + 1}`,
        outlet: this.one(["daily", "evening", "radio", "unnamed", "wire"]),
        with_agencies: this.is(0.3),
        published: day(Math.ceil(((at + 1) / many) * DAYS) + 12),
        published_basis: "stated",
        headline: { language: "ar", text: headline },
        ...(this.is(0.5) ? { address: `https://example.org/${at + 1}` } : {}),
        paragraphs: 12,
      };
    });
  }

  /** The first report of that day or a later one, and with some luck one after it. */
  sourcesFrom(date) {
    const first = this.sources.findIndex(({ published }) => published >= date);
    return this.sources.slice(first, first + (this.is(0.2) ? 2 : 1)).map(({ id }) => id);
  }
}

function manifest() {
  return {
    id: "generated",
    title: t("Generated", "مولَّد"),
    subtitle: t("What North and South never said", "ما لم يقله الشمال ولا الجنوب"),
    pair: SIDES,
    order_reason: t("Alphabetical order in English", "الترتيب الأبجدي بالإنجليزية"),
    languages: [
      { code: "ar", name: "العربية", direction: "rtl" },
      { code: "en", name: "English", direction: "ltr" },
    ].map((language) => ({
      ...language,
      translation: false,
      checked: false,
      made_by: t("Made by a program", "صنعه برنامج"),
    })),
    default_language: "ar",
    publisher: t("The Qawlan project", "مشروع قولان"),
    corrections: "https://example.org/corrections",
    time_zone: { name: t("Local time", "التوقيت المحلي"), utc_offset_minutes: 180 },
    corpus: t("Reports that were never written", "تقارير لم تُكتب قط"),
    map_box: MAP_BOX,
    licence: "CC BY 4.0",
    updated: CHANGED,
  };
}

const parties = () => [
  { id: "north", name: NAMES.north, seal: t("NO", "شم"), kind: "state" },
  { id: "south", name: NAMES.south, seal: t("SO", "جن"), kind: "state" },
  { id: "east", name: NAMES.east, kind: "state" },
  { id: "west", name: NAMES.west, kind: "mediator" },
];

const OFFICES = [
  ["defence", t("Ministry of defence of ", "وزارة دفاع ")],
  ["foreign", t("Ministry of foreign affairs of ", "وزارة خارجية ")],
  ["premier", t("Prime minister of ", "رئيس وزراء ")],
];
const speakers = () =>
  Object.keys(NAMES).flatMap((party) => [
    { id: party, party },
    ...OFFICES.map(([id, office]) => ({ id: `${party}-${id}`, party, office: join2(office, NAMES[party]) })),
  ]);

const outlets = () => [
  { id: "daily", name: t("The Daily", "اليومية"), named: true, kind: "newspaper" },
  { id: "evening", name: t("The Evening", "المساء"), named: true, kind: "newspaper" },
  { id: "radio", name: t("The Radio", "الإذاعة"), named: true, kind: "broadcaster" },
  { id: "wire", name: t("The Wire", "البرقية"), named: true, kind: "agency" },
  { id: "unnamed", name: t("Outlet not named", "منبر لم يُسمَّ"), named: false, kind: "unknown" },
];

/** A statement to which claims are added, and which then cites reports of its own day. */
class Statement {
  constructor(draw, { voice, about, number, days, word }) {
    this.draw = draw;
    this.about = about;
    const date = day(days);
    const isDated = typeof voice === "string" && draw.is(0.7);
    this.sources = draw.sourcesFrom(date);
    const moment = `${date}${clock(draw.whole(6, 23), draw.whole(0, 59))}`;
    this.record = {
      id: `${date}-${Array.isArray(voice) ? "joint" : (voice ?? "outlet")}-${word}-${number}`,
      ...(voice === undefined ? { outlet_speaks: this.sources[0] } : { speakers: [voice].flat() }),
      said: isDated
        ? { earliest: moment, latest: moment, precision: "minute", basis: "stated" }
        : { precision: "unknown", basis: "report-date" },
      claims: [],
      published: PUBLISHED,
      changes: [],
    };
    if (typeof voice === "string" && draw.is(0.3)) this.record.agency = "wire";
  }

  /** Adds a claim and returns its id. */
  claim(word, topic, summary, more = {}) {
    const { draw } = this;
    const id = `${this.record.id}.${word}`;
    const [first, ...rest] = this.sources;
    const paragraph = () => ({ in: "paragraph", paragraph: draw.whole(1, 12) });
    this.record.claims.push({
      id,
      about: this.about,
      topic,
      position: "asserts",
      content: "carried",
      summary,
      ...(draw.is(0.15) && more.content === undefined ? { quotations: [{ language: "ar", text: draw.one(LINES) }] } : {}),
      appearances: [{ source: first, ...paragraph() }, ...rest.map((source) => ({ source, ...paragraph() }))],
      ...more,
    });
    return id;
  }

  /** Adds a claim on how many of a party's people were hurt. */
  losses(word, whose, people, least, more = {}) {
    const { draw } = this;
    const [measure, name] = draw.one(MEASURES);
    const amount = least + draw.whole(0, 6);
    const topic = people === "civilian" ? "civilians" : "losses";
    const summary = join2(NAMES[whose], t(`: ${amount} `, `: ${amount} `), name);
    const isNotGiven = draw.is(0.05);
    const isRange = !isNotGiven && draw.is(0.08);
    const figure = {
      measure,
      amount: isNotGiven ? "not-given" : isRange ? [amount, amount + 3] : amount,
      qualifier: isNotGiven ? "not-given" : isRange ? "between" : draw.one(QUALIFIERS),
      people,
      whose: [whose],
      whose_basis: "stated",
    };
    return this.claim(word, topic, summary, { position: "announces", figures: [figure], ...more });
  }
}

/** One event with what was said of it. */
function drawEvent(draw, number, episode) {
  const days = Math.floor((number / draw.events) * DAYS);
  const [kind, kindName] = draw.one(KINDS);
  const [hour, hourName] = draw.one(HOURS);
  const target = draw.one(TARGETS);
  // A few places see most of it, as in any conflict.
  const place = draw.places[Math.floor(draw.next() ** 2 * draw.places.length)];
  const placeNear = draw.one(draw.places);
  const at = t(" at ", " عند ");
  const id = `${day(days)}-${kind}-${place.id}-${number}`;
  const facts = { draw, number, days, hour, target, place, placeNear, about: { event: id }, states: [] };
  const statements = saidOf(facts);
  const event = {
    id,
    ...(episode ? { episode } : {}),
    title: join2(kindName, at, target, t(" of ", " في "), place.name, hourName),
    summary: join2(kindName, at, target, t(" near ", " قرب "), placeNear.name, hourName),
    kind,
    when: { from: `${day(days)}${draw.is(0.6) ? clock(hour, draw.whole(0, 59)) : ""}`, precision: "day" },
    places: [...new Set([place.id, placeNear.id])],
    ...(facts.states.length > 0 ? { states: facts.states } : {}),
    published: PUBLISHED,
    changes: draw.is(0.04)
      ? [{ date: CHANGED, what: t("The time was corrected", "صُحِّح الوقت"), why: t("It was misread", "قُرئ خطأً") }]
      : [],
  };
  if (event.when.from.includes("T")) event.when.precision = "minute";
  return { event, statements };
}

/** Two to six statements on an event. */
function saidOf(facts) {
  const { draw, number, days, about } = facts;
  const begin = (voice, later, word) => new Statement(draw, { voice, about, number, days: days + later, word });
  const speaking = draw.is(0.85) ? SIDES : [draw.one(SIDES)];
  const sides = speaking.map((side) => ({ side, statement: begin(`${side}-defence`, draw.whole(0, 2), "account") }));
  const words = topicsOf(draw);
  const ids = {};
  for (const { side, statement } of sides) ids[side] = accountOf(facts, side, statement, words);
  if (sides.length === 2 && words.weapons) recordState(facts, "weapons");
  const statements = sides.map(({ statement }) => statement);
  if (sides.length === 2 && words.ceasefire) {
    const by = draw.one(SIDES);
    const held = begin(`${other(by)}-foreign`, 3, "truce");
    const claim = held.claim("truce", "ceasefire", t("The truce held until then", "صمدت الهدنة حتى ذلك الحين"));
    const denial = begin(`${by}-foreign`, 4, "denial");
    denial.claim("truce", "ceasefire", t("There was no truce to break", "لم تكن هناك هدنة لتُخرق"), { position: "denies", denies: claim });
    statements.push(held, denial);
  } else if (draw.is(0.3)) {
    const { side } = draw.one(sides);
    const later = begin(`${side}-premier`, draw.whole(4, 6), "later");
    later.losses("dead", side, "military", 8);
    statements.push(later);
  }
  if (draw.is(0.2) || statements.length < 2) statements.push(thirdPartyOn(facts, begin, ids));
  if (draw.is(0.1)) {
    const joint = begin(SIDES, 5, "talks");
    joint.claim("talks", "mediation", t("Both sides said that talks were held", "قال الطرفان إن محادثات جرت"), { as_summarised: true });
    statements.push(joint);
  }
  if (draw.is(0.12)) {
    const outlet = begin(undefined, 2, "own");
    outlet.claim("before", "background", join2(facts.place.name, t(" had seen fighting before", " شهدت قتالًا من قبل")));
    statements.push(outlet);
  }
  return statements.map(({ record }) => record);
}

/** On which topics the pair speaks of an event. */
function topicsOf(draw) {
  const chance = { where: 0.5, when: 0.4, weapons: 0.3, losses: 0.7, civilians: 0.25, territory: 0.1, damage: 0.15, ceasefire: 0.15 };
  return Object.fromEntries(Object.entries(chance).map(([topic, of]) => [topic, draw.is(of)]));
}

/** One side's account. Returns the id of its claim on who attacked. */
function accountOf({ draw, days, hour, target, place, placeNear }, side, statement, words) {
  const against = other(side);
  const who = statement.claim("who", "who-attacked", join2(NAMES[against], t(" attacked ", " هاجم "), target), { position: "blames", against });
  if (words.where) {
    const hit = draw.one([place, place, placeNear]);
    statement.claim("where", "where", join2(hit.name, t(" was hit", " أُصيبت")), { places: [{ place: hit.id, role: "hit" }] });
  }
  if (words.when) {
    const began = `${day(days)}${clock(hour, draw.whole(0, 3) * 15)}`;
    statement.claim("when", "when", t(`It began at ${began.slice(11)}`, `بدأ في ${began.slice(11)}`), {
      time: { from: began, precision: "minute" },
    });
  }
  if (words.weapons) statement.claim("weapons", "weapons", join2(t("It was done with ", "استُخدمت "), draw.one(WEAPONS)));
  if (words.losses) accountOfLosses(draw, side, statement);
  if (words.civilians && draw.is(0.8)) statement.losses("civilians", draw.one(SIDES), "civilian", 1);
  else if (words.civilians) {
    const silence = t("The statement doesn't say", "لا يقول البيان");
    statement.claim("civilians", "civilians", silence, { content: draw.one(["not-said", "not-carried"]) });
  }
  if (words.territory) thing(draw, statement, "territory", "area-km2", t("square kilometres were lost", "كيلومترات مربعة فُقدت"));
  if (words.damage) thing(draw, statement, "damage", "houses", t("houses were damaged", "بيوت تضررت"));
  return who;
}

function accountOfLosses(draw, side, statement) {
  statement.losses("dead", side, "military", 2);
  statement.losses("their-dead", other(side), "military", 4);
  if (!draw.is(0.06)) return;
  const [source] = statement.sources;
  statement.losses("caption", side, "military", 3, { appearances: [{ source, in: "caption" }] });
}

function thing(draw, statement, topic, measure, words) {
  const amount = draw.whole(1, 30);
  const figures = [{ measure, amount, qualifier: draw.one(QUALIFIERS), people: "none" }];
  statement.claim(topic, topic, join2(t(`${amount} `, `${amount} `), words), { figures });
}

/** Where words meet words an editor has judged. */
function recordState({ draw, states }, topic) {
  const state = draw.one(["contradict", "agree", "not-comparable", "differ"]);
  states.push({ topic, state, reason: t("Each names its weapons", "يسمي كل طرف ما استُخدم من سلاح") });
}

function thirdPartyOn({ draw }, begin, ids) {
  const party = draw.one(["east", "west"]);
  const statement = begin(`${party}-foreign`, draw.whole(2, 6), "view");
  const accused = draw.one(SIDES.filter((side) => ids[side] !== undefined));
  if (draw.is(0.15)) {
    const words = t("It did not happen in that way", "لم يحدث ذلك على هذا النحو");
    statement.claim("who", "who-attacked", words, { position: "denies", denies: ids[accused] });
  } else {
    statement.claim("call", "mediation", join2(NAMES[party], t(" offered to mediate", " عرض الوساطة")), { position: "offers" });
  }
  return statement;
}

/** The episode of each run of events, with what each side said of it as a whole. */
function drawEpisode(draw, number, first, last) {
  const [from, to] = [day(first), day(last)];
  const season = SEASONS[Math.floor((Number(from.slice(5, 7)) % 12) / 3)];
  const place = draw.one(draw.places);
  const id = `${from.slice(0, 4)}-${place.id}-${number}`;
  const title = join2(season, t(` ${from.slice(0, 4)}: `, ` ${from.slice(0, 4)}: `), place.name);
  const summary = join2(t("A run of clashes around ", "سلسلة من الاشتباكات حول "), place.name);
  const episode = { id, title, summary, from, to, published: PUBLISHED, changes: [] };
  const statements = SIDES.map((side) => {
    const total = new Statement(draw, { voice: `${side}-premier`, about: { episode: id }, number, days: last + 3, word: "total" });
    total.losses("dead", side, "military", 40);
    total.losses("their-dead", other(side), "military", 60);
    return total.record;
  });
  return { episode, statements };
}

/** What was said of no single event. */
function drawGeneral(draw) {
  return [undefined, ...SIDES.map((side) => `${side}-premier`)].map((voice, number) => {
    const general = new Statement(draw, { voice, about: "none", number, days: 30, word: "general" });
    general.claim("old", "background", t("The quarrel is older than anyone's memory", "الخلاف أقدم من أي ذاكرة"));
    return general.record;
  });
}

/** Writes the folder. Returns how many of each kind of record it holds. */
export function generateRecords({ events, folder, seed = 1 }) {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder}: holds something already; name an empty or a new folder`);
  for (const part of ["", "events", "statements"]) mkdirSync(join(folder, part), { recursive: true });
  const put = (file, record) => writeFileSync(join(folder, file), `${JSON.stringify(record, null, 1)}\n`);
  const draw = new Draw(events, seed);
  const counts = { events, episodes: 0, statements: 0, claims: 0, places: draw.places.length, sources: draw.sources.length };
  const putStatements = (statements) => {
    for (const statement of statements) {
      put(`statements/${statement.id}.json`, statement);
      counts.statements += 1;
      counts.claims += statement.claims.length;
    }
  };
  const dayOf = (number) => Math.floor((number / events) * DAYS);
  const episodes = [];
  for (let number = 0; number < events; number += 1) {
    if (number % EVENTS_AN_EPISODE === 0) {
      const last = Math.min(number + EVENTS_AN_EPISODE, events) - 1;
      const { episode, statements } = drawEpisode(draw, episodes.length, dayOf(number), dayOf(last));
      episodes.push(episode);
      putStatements(statements);
    }
    const { event, statements } = drawEvent(draw, number, draw.is(0.95) ? episodes.at(-1).id : undefined);
    put(`events/${event.id}.json`, event);
    putStatements(statements);
  }
  putStatements(drawGeneral(draw));
  counts.episodes = episodes.length;
  const topics = new URL("../tests/fixtures/north-south/topics.json", import.meta.url);
  put("manifest.json", manifest());
  put("parties.json", parties());
  put("speakers.json", speakers());
  put("outlets.json", outlets());
  put("sources.json", draw.sources);
  put("topics.json", JSON.parse(readFileSync(topics, "utf8")));
  put("kinds.json", KINDS.map(([id, name]) => ({ id, name })));
  put("places.json", draw.places);
  put("episodes.json", episodes);
  return counts;
}

function main([events, folder, ...options]) {
  const seed = options[0] === "--seed" ? Number(options[1]) : options.length === 0 ? 1 : NaN;
  if (!(Number.isInteger(Number(events)) && Number(events) > 0 && folder && Number.isInteger(seed))) {
    console.error("usage: node tools/generate-records.mjs EVENTS FOLDER [--seed NUMBER]");
    process.exitCode = 2;
    return;
  }
  try {
    const counts = generateRecords({ events: Number(events), folder, seed });
    console.log(Object.entries(counts).map(([kind, count]) => `${count} ${kind}`).join(", "));
  } catch (error) {
    console.error(`generate-records: ${error.message}`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
