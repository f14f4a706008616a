// GeoJSON (RFC 7946): a Feature for each claim and each place with a point that it names; a claim
// that names none is one Feature without geometry, so that none is lost.

import { facts } from "./about.js";

export const type = "application/geo+json";

export const begin = (about) => `{"type":"FeatureCollection","dataset":${JSON.stringify(facts(about))},\n"features":[`;

export function claim({ row }, about, at) {
  const { places, ...rest } = row;
  const points = places.filter(({ latitude, longitude }) => latitude !== undefined && longitude !== undefined);
  const features = (points.length ? points : [undefined]).map((point, nth) => ({
    type: "Feature",
    id: point ? `${row.claim}/${nth + 1}` : row.claim,
    geometry: point ? { type: "Point", coordinates: [point.longitude, point.latitude] } : null,
    // Flat words first: what a map can be coloured and labelled by.
    properties: {
      ...(point && { place: point.id, place_name: point.name, role: point.role, role_name: point.role_name, exactness: point.exactness }),
      parties: [...new Set(row.speakers.map(({ party }) => party.id))].join(" "),
      topic_name: row.topic.name,
      ...rest,
      places,
    },
  }));
  return `${at ? "," : ""}\n${features.map((feature) => JSON.stringify(feature)).join(",\n")}`;
}

export const end = () => "\n]}\n";
