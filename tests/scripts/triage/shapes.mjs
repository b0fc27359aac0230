// Every shape in which programs print the same faxes: its name, and what prints a list of faxes.
import compiled from "./shapes/compiled.mjs";
import data from "./shapes/data.mjs";
import logs from "./shapes/logs.mjs";
import scripting from "./shapes/scripting.mjs";
import tables from "./shapes/tables.mjs";

export const shapes = Object.entries({ ...tables, ...data, ...logs, ...scripting, ...compiled });
