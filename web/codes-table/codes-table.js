/* Filter and sort for the table of all codes. The table is complete without it; what is chosen stands in the address. */

const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-");

const setUp = (form) => {
  const table = document.getElementById(form.dataset.toolsFor);
  const body = table.tBodies[0];
  const rows = [...body.rows].map((element, place) => ({
    element,
    place,
    outcome: element.dataset.outcome,
    category: element.dataset.category,
    text: fold(element.textContent),
    /* "other negative" is no number: it sorts by its place among the negative ones. */
    cells: [...element.cells].map((cell) => cell.textContent.trim()),
  }));
  const count = form.querySelector(".tools__count");
  const { text, outcome, category } = form.elements;
  const headers = [...table.tHead.rows[0].cells];
  let sort = { column: -1, down: false };

  const show = () => {
    const words = fold(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits =
        (!outcome.value || row.outcome === outcome.value) &&
        (!category.value || row.category === category.value) &&
        words.every((word) => row.text.includes(word));
      row.element.hidden = !fits;
      if (fits) shown += 1;
    }
    count.textContent = shown === rows.length ? `All ${rows.length} shown` : `${shown} of ${rows.length} shown`;
  };

  const order = () => {
    const { column, down } = sort;
    const numeric = (text) => (/^-?\d+$/.test(text) ? Number(text) : NaN);
    const compare = (one, other) => {
      if (column < 0) return one.place - other.place;
      const [a, b] = [one.cells[column], other.cells[column]];
      const [m, n] = [numeric(a), numeric(b)];
      const by =
        column === 0 && !Number.isNaN(m) && !Number.isNaN(n) ? m - n : column === 0 ? one.place - other.place : a.localeCompare(b, "en");
      return (down ? -by : by) || one.place - other.place;
    };
    body.append(...[...rows].sort(compare).map((row) => row.element));
    headers.forEach((header, index) => {
      if (index === column) header.setAttribute("aria-sort", down ? "descending" : "ascending");
      else header.removeAttribute("aria-sort");
    });
  };

  const keep = () => {
    const address = new URL(location.href);
    const state = {
      text: text.value.trim(),
      outcome: outcome.value,
      category: category.value,
      sort: sort.column < 0 ? "" : headers[sort.column].dataset.key + (sort.down ? "-down" : ""),
    };
    for (const [key, value] of Object.entries(state)) {
      if (value) address.searchParams.set(key, value);
      else address.searchParams.delete(key);
    }
    history.replaceState(history.state, "", address);
  };

  const restore = () => {
    const asked = new URLSearchParams(location.search);
    text.value = asked.get("text") ?? "";
    /* A value that the list does not have leaves nothing chosen: fall back to all. */
    for (const list of [outcome, category]) {
      list.value = asked.get(list.name) ?? "";
      if (list.selectedIndex < 0) list.value = "";
    }
    const [key, down] = (asked.get("sort") ?? "").split(/-(?=down$)/);
    sort = { column: headers.findIndex((header) => header.dataset.key === key), down: down === "down" };
  };

  headers.forEach((header, index) => {
    header.dataset.key = header.textContent.trim().toLowerCase().replace(/\W+/g, "-");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = header.textContent;
    header.replaceChildren(button);
    button.addEventListener("click", () => {
      sort =
        sort.column !== index ? { column: index, down: false } : sort.down ? { column: -1, down: false } : { column: index, down: true };
      order();
      keep();
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    show();
    keep();
  });
  form.addEventListener("reset", () => {
    /* The fields are emptied after this event. */
    setTimeout(() => {
      sort = { column: -1, down: false };
      order();
      show();
      keep();
    });
  });
  addEventListener("popstate", () => {
    restore();
    order();
    show();
  });
  restore();
  order();
  show();
};

document.querySelectorAll("form[data-tools-for]").forEach(setUp);
