// What a pin does by itself: what a frame does, but for starting the app, and it asks whether the
// record has changed since.

import "./frame.js";
import { tellNews } from "./frame/news.js";

tellNews();
