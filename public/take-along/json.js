// JSON: what the dataset says of itself, and the rows as they are.

import { facts } from "./about.js";

export const type = "application/json";

export const begin = (about) => `{"dataset":${JSON.stringify(facts(about))},\n"claims":[`;

export const claim = ({ row }, about, at) => `${at ? "," : ""}\n${JSON.stringify(row)}`;

export const end = () => "\n]}\n";
