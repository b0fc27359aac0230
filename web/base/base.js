/* What every page has: the colour control, the menu, the search, the buttons that copy, what marks mean. Runs at the end of the body. */

import { colours } from "./colours.js";
import { copying } from "./copy.js";
import { meanings } from "./meanings.js";
import { menu } from "./menu.js";
import { scrolling } from "./scrolling.js";
import { search } from "./search.js";

colours();
menu();
search();
scrolling();
copying();
meanings();
