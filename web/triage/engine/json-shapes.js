/* Values that stand apart from their names in JSON: lists of names and values, types around values, columns beside rows. All
   are turned into objects with a field for each name. */

import * as Fields from "./fields.js";

/** @typedef {Record<string, unknown>} Fieldset */

const NAME_KEYS = ["key", "name", "field", "Key", "Name", "Field", "k", "n", "url"];
const VALUE_KEY = /^(?:[Vv]alue(?:[A-Z]\w*)?|val|v|values)$/;
// DynamoDB writes {"N": "3931"}, MongoDB {"$numberInt": "3931"}, OpenTelemetry {"intValue": "3931"}, converters of XML {"#text": "3931"}.
const TYPE =
  /^(?:N|S|BOOL|NULL|M|L|\$(?:numberInt|numberLong|numberDouble|numberDecimal|oid|date|t|value)|#text|_text|_|(?:VarChar|int|integer|string|double|bool|boolean|long|number|array|map|kvlist|timestamp|null)Value|value|Value|v)$/;
const COLUMN_KEYS = ["columns", "fields", "headers", "header", "columnNames", "cols", "names", "Columns"];
const ROW_KEYS = ["rows", "data", "values", "records", "datarows", "results", "Rows"];
const MAX_PAIRS = 500;

/** @param {unknown} value @returns {value is Fieldset} */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** @param {unknown} value */
const isScalar = (value) => value === null || typeof value !== "object";

/** @param {unknown} value @returns {value is unknown[][]} */
const areRows = (value) => Array.isArray(value) && value.length > 0 && value.every(Array.isArray);

/**
 * The name and the value in an object that is nothing but these, or null.
 * @param {unknown} value
 * @returns {[name: string, value: unknown] | null}
 */
function pairOf(value) {
  if (!isObject(value)) return null;
  const keys = Object.keys(value);
  if (keys.length < 2 || keys.length > 3) return null;
  const name = NAME_KEYS.find((key) => typeof value[key] === "string");
  const held = keys.find((key) => VALUE_KEY.test(key));
  const others = keys.filter((key) => key !== name && key !== held);
  return name && held && others.every((key) => isScalar(value[key]))
    ? [String(value[name]).replace(/^https?:.*\//, ""), value[held]]
    : null;
}

/**
 * [{"key": "status", "value": 3931}, …]
 * @param {unknown[]} list
 */
function fromPairs(list) {
  if (!list.length || list.length > MAX_PAIRS || !pairOf(list[0])) return null;
  const pairs = list.map(pairOf);
  return pairs.every((pair) => pair !== null) ? Object.fromEntries(pairs) : null;
}

/**
 * @param {unknown} names
 * @param {unknown[][]} rows
 */
function fromRows(names, rows) {
  if (!Array.isArray(names) || names.length < 2) return null;
  const columns = names.map((name) => (isObject(name) ? NAME_KEYS.map((key) => name[key]).find((held) => typeof held === "string") : name));
  if (!columns.every((name) => typeof name === "string") || !columns.some((name) => Fields.classify(name).rank > 0)) return null;
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
}

/**
 * {"status": [3931, 0], "id": [7, 8]}, and {"status": {"0": 3931, "1": 0}, …} as pandas writes it.
 * @param {Fieldset} value
 */
function fromColumns(value) {
  const names = Object.keys(value);
  if (names.length < 2 || !names.some((name) => [1, 2].includes(Fields.classify(name).rank))) return null;
  const columns = names.map((name) => (isObject(value[name]) || Array.isArray(value[name]) ? Object.entries(value[name]) : []));
  const { length } = columns[0];
  const isTable = columns.every(
    (column) => column.length === length && column.every(([at, held], i) => at === columns[0][i][0] && isScalar(held)),
  );
  if (!isTable || !length) return null;
  return columns[0].map((_, row) => Object.fromEntries(names.map((name, at) => [name, columns[at][row][1]])));
}

/**
 * Rows of cells, also where each is an object around its cells, as BigQuery and Athena write them: {"f": [{"v": 3931}]}
 * @param {unknown} list
 * @returns {unknown[][] | null}
 */
function rowsIn(list) {
  if (areRows(list)) return list.map((row) => row.map(reshaped));
  if (!Array.isArray(list) || !list.length) return null;
  const rows = list.map((row) => (isObject(row) && Object.keys(row).length === 1 ? Object.values(row)[0] : null));
  return areRows(rows) ? rows.map((row) => row.map(reshaped)) : null;
}

/**
 * The names of the columns that stand beside rows: {"columns": […]}, {"schema": {"fields": […]}}
 * @param {Fieldset} value
 */
function namesIn(value) {
  const inSchema = isObject(value.schema) ? value.schema : {};
  return COLUMN_KEYS.map((key) => value[key] ?? inSchema[key]).find(Array.isArray);
}

/** The status that a label of a chart is: "3931", "Busy (3931)". @param {unknown} label */
const codeIn = (label) => /^(-?\d{1,7})$/.exec(String(label))?.[1] ?? /\((-?\d{1,7})\)$/.exec(String(label))?.[1];

/**
 * The bars of a chart, whose labels are statuses, or those of its series: {"labels": ["3931", "0"], "datasets": [{"data": [6, 790]}]}
 * @param {Fieldset} value
 */
function fromChart(value) {
  if (!value.labels && !value.xAxis) return null;
  const axis = isObject(value.xAxis) ? value.xAxis : {};
  const labels = [value.labels, axis.data, axis.categories].find(Array.isArray);
  const series = [value.datasets, value.series].find(Array.isArray);
  if (!labels?.length || !series?.length) return null;
  const all = series.every(isScalar) ? [{ data: series }] : series;
  const bars = all.flatMap((one) =>
    (isObject(one) && Array.isArray(one.data) ? one.data : [null]).map((count, at) => ({
      key: codeIn(labels[at]) ?? codeIn(one.label ?? one.name),
      count,
    })),
  );
  return bars.every(({ key, count }) => key !== undefined && typeof count === "number") ? bars : null;
}

/** @param {Fieldset} value */
function ofObject(value) {
  const chart = fromChart(value);
  if (chart) return chart;
  const keys = Object.keys(value);
  if (keys.length === 1) return TYPE.test(keys[0]) ? value[keys[0]] : null;
  const names = namesIn(value);
  if (!names) return isScalar(value[keys[0]]) ? null : fromColumns(value);
  const rows = ROW_KEYS.map((key) => rowsIn(value[key])).find(Boolean);
  if (rows) return fromRows(names, rows);
  // Grafana writes the values of each column together.
  const columns = isObject(value.data) && areRows(value.data.values) ? value.data.values : null;
  return columns?.length === names.length
    ? fromRows(
        names,
        columns[0].map((_, row) => columns.map((column) => column[row])),
      )
    : null;
}

/** @param {unknown[]} list */
function ofList(list) {
  const rows = rowsIn(list);
  if (!rows) return fromPairs(list);
  const [first] = rows;
  if (rows.length < 2 || !first.every((name) => typeof name === "string")) return null;
  const isPair = first.length === 2 && !Fields.classify(String(first[1])).rank;
  if (!isPair) return fromRows(first, rows.slice(1));
  // [["status", "3931"], …]
  return rows.every((row) => row.length === 2 && typeof row[0] === "string") ? Object.fromEntries(rows) : null;
}

/**
 * The same in objects whose keys are the names, or the value itself.
 * @param {unknown} value
 * @returns {unknown}
 */
export function reshaped(value) {
  if (Array.isArray(value)) return ofList(value) ?? value;
  return isObject(value) ? (ofObject(value) ?? value) : value;
}
