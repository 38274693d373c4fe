"use strict";
// Asks the page about a day. Every answer is looked up in the intervals that the page was made with: days are numbers
// into one sorted list of ISO dates, and nothing computes with the clock of the reader.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const place = document.getElementById("ask");
  const most = 400;
  const [ID, TITLE, JURISDICTION, AUTHORITY, FORCE, INTERVALS, HISTORY, INDEX] = [0, 1, 2, 3, 4, 5, 6, 7];
  data.rows.forEach((row, index) => { row[INDEX] = String(index); });
  // An interval that begins or ends within a day has three more: its ends in words, and which of its days are in part.
  const [FROM, THROUGH, STATE, EVIDENCE, BY, ATTRIBUTES, FROM_TEXT, THROUGH_TEXT, PARTS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const first = data.days[data.from];
  const last = data.days[data.through];
  const filters = [
    ["jurisdiction", "Jurisdiction", (row) => [row[JURISDICTION]]],
    ["authority", "Authority", (row) => [row[AUTHORITY]]],
    ["force", "Force", (row) => [row[FORCE]]],
    ["evidence", "Evidence", (row) => row[INTERVALS].map((interval) => interval[EVIDENCE])],
  ];

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function labelled(words, control) {
    return make("label", {}, make("span", {}, words), control);
  }

  const word = (number) => data.words[number];
  const count = (number, noun) => number + " " + noun + (number === 1 ? "" : "s");
  const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && first <= text && text <= last;

  // The intervals of a measure that hold on a day, both ends of each included, as known on another day or now.
  function intervalsOf(row, known) {
    if (known === "") return row[INTERVALS];
    let found = [];
    for (const [day, intervals] of row[HISTORY]) if (data.days[day] <= known) found = intervals;
    return found;
  }

  function holding(row, day, known) {
    return intervalsOf(row, known).filter((interval) => {
      const begun = interval[FROM] === -1 || data.days[interval[FROM]] <= day;
      return begun && (interval[THROUGH] === -1 || day <= data.days[interval[THROUGH]]);
    });
  }

  function fromText(interval) {
    if (interval.length > FROM_TEXT) return word(interval[FROM_TEXT]);
    return interval[FROM] === -1 ? "always" : data.days[interval[FROM]];
  }

  function throughText(interval) {
    if (interval.length > THROUGH_TEXT) return word(interval[THROUGH_TEXT]);
    return interval[THROUGH] === -1 ? "no end known" : data.days[interval[THROUGH]];
  }

  function stateText(interval, day) {
    const parts = interval.length > PARTS ? interval[PARTS] : 0;
    const begins = (parts & 1) !== 0 && data.days[interval[FROM]] === day;
    const ends = (parts & 2) !== 0 && data.days[interval[THROUGH]] === day;
    const more = word(interval[ATTRIBUTES]);
    return word(interval[STATE]) + (begins || ends ? ", for a part of the day" : "") + (more === "" ? "" : " (" + more + ")");
  }

  const inputs = {};

  function dayInput(name) {
    inputs[name] = make("input", { type: "date", min: first, max: last, id: "ask-" + name });
    return inputs[name];
  }

  function choice(name, words, of) {
    const values = new Set(data.rows.flatMap(of).map(word).filter((value) => value !== ""));
    if (values.size < 2) return [];
    const options = [...values].sort().map((value) => make("option", { value }, value));
    inputs[name] = make("select", { id: "ask-" + name }, make("option", { value: "" }, "all"), ...options);
    return [labelled(words, inputs[name])];
  }

  const knownWords = make("output", { for: "ask-known" });

  function slider() {
    if (data.known.length < 2) return [];
    inputs.known = make("input", { type: "range", id: "ask-known", min: 0, max: data.known.length, step: 1, value: data.known.length });
    const label = labelled("As known ", inputs.known);
    label.firstChild.append(knownWords);
    label.className = "known";
    return [label];
  }

  // The day of knowledge that is chosen; empty: all that is recorded.
  function knownDay() {
    const at = inputs.known ? Number(inputs.known.value) : data.known.length;
    return at < data.known.length ? data.days[data.known[at]] : "";
  }

  const back = make("button", { type: "button" }, "Previous change");
  const onward = make("button", { type: "button" }, "Next change");
  const answer = make("div", { class: "answer", role: "status" });
  const filtered = make("p", { class: "cut", role: "status" });

  function build() {
    const form = make("form", {},
      make("div", { class: "controls" }, labelled("Day", dayInput("on")),
        make("div", { class: "pair" }, back, onward), labelled("Compare with", dayInput("vs"))),
      make("div", { class: "controls" },
        ...filters.flatMap(([name, words, of]) => choice(name, words, of)), ...slider()));
    place.append(make("h2", { id: "ask-title" }, "What applied on a day"), form, answer);
    const heading = document.getElementById("measures");
    if (heading) heading.after(filtered);
    const contents = document.querySelector(".contents ul");
    contents.prepend(make("li", {}, make("a", { href: "#ask" }, "Ask about a day")));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", show);
    back.addEventListener("click", () => go(-1));
    onward.addEventListener("click", () => go(1));
    window.addEventListener("hashchange", () => { if (readFragment()) show(null); });
    inputs.on.value = data.on === undefined ? first : data.days[data.on];
    readFragment();
    place.hidden = false;
    show(null);
  }

  const changeDays = data.changes.map((number) => data.days[number]);

  function neighbour(direction) {
    const day = inputs.on.value;
    return direction < 0 ? changeDays.filter((other) => other < day).pop() : changeDays.find((other) => other > day);
  }

  function go(direction) {
    const day = neighbour(direction);
    if (day === undefined) return;
    inputs.on.value = day;
    show();
  }

  function passes(row) {
    return filters.every(([name, , of]) =>
      !inputs[name] || inputs[name].value === "" || of(row).some((number) => word(number) === inputs[name].value));
  }

  function statesOf(row, day, known) {
    const states = holding(row, day, known).map((interval) => stateText(interval, day));
    return states.length === 0 ? "not in force" : states.join("; ");
  }

  function table(caption, columns, rows) {
    const head = make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, column)));
    const body = rows.slice(0, most).map(([name, ...cells]) =>
      make("tr", {}, make("th", { scope: "row", class: "name" }, name[TITLE] + " ", make("code", {}, name[ID])),
        ...cells.map((cell, at) => make("td", {
          "data-label": columns[at + 1], ...(/^\d{4}-\d{2}-\d{2}$/.test(cell) ? { class: "day" } : {}),
        }, cell))));
    const parts = [make("div", { class: "wide", role: "group", tabindex: 0, "aria-label": caption },
      make("table", { class: "found" }, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...body)))];
    if (rows.length > most) parts.push(make("p", { class: "cut" }, count(rows.length - most, "more row") + " not shown."));
    return parts;
  }

  function verdictOn(day) {
    const run = data.verdicts.find(([from, through]) => data.days[from] <= day && day <= data.days[through]);
    return run === undefined ? [] : [make("p", { class: "said" }, "On " + day + " the verdict is " + word(run[2]) + ".")];
  }

  function onDay(rows, day, known) {
    const found = [];
    for (const row of rows) {
      for (const interval of holding(row, day, known)) {
        found.push([row, stateText(interval, day), fromText(interval), throughText(interval), word(interval[BY]),
          word(interval[EVIDENCE])]);
      }
    }
    const holds = new Set(found.map(([row]) => row)).size;
    const said = make("p", {}, "On " + day + (known === "" ? "" : ", as known on " + known) + ", of " +
      count(rows.length, "measure") + ": " + holds + " in force, in grace, suspended or released, certainly or possibly.");
    if (found.length === 0) return [said];
    return [said, ...table("Measures on " + day, ["Measure", "State", "From", "Through", "By", "Evidence"], found)];
  }

  function compared(rows, day, other, known) {
    const differ = rows.map((row) => [row, statesOf(row, day, known), statesOf(row, other, known)])
      .filter(([, one, two]) => one !== two);
    const said = make("p", {}, count(differ.length, "measure") + " of " + rows.length + " differ between " + day +
      " and " + other + ".");
    if (differ.length === 0) return [said];
    return [said, ...table("What differs between " + day + " and " + other, ["Measure", day, other], differ)];
  }

  function filterTables(rows) {
    const shown = new Set(rows.map((row) => row[INDEX]));
    const all = rows.length === data.rows.length;
    for (const line of document.querySelectorAll("tr[data-row]")) line.hidden = !all && !shown.has(line.dataset.row);
    filtered.textContent = all ? "" : "Filtered: " + rows.length + " of " + count(data.rows.length, "measure") + " shown.";
  }

  let filterBefore = "";
  let refused = "";  // Why the page cannot open with what a link asks for.

  // `event` is null where the page opens: the address then stays as it is.
  function show(event) {
    const day = inputs.on.value;
    const known = knownDay();
    knownWords.textContent = known === "" ? "from all that is recorded" : "on " + known;
    if (inputs.known) inputs.known.setAttribute("aria-valuetext", knownWords.textContent);
    back.disabled = neighbour(-1) === undefined;
    onward.disabled = neighbour(1) === undefined;
    const rows = data.rows.filter(passes);
    const filter = filters.map(([name]) => (inputs[name] ? inputs[name].value : "")).join("\n");
    if (filter !== filterBefore && (event !== null || filter.trim() !== "")) filterTables(rows);
    filterBefore = filter;
    if (refused !== "" && event === null) {
      answer.replaceChildren(make("p", {}, refused));
      return;
    }
    if (!isDay(day)) {
      answer.replaceChildren(make("p", {}, "Pick a day from " + first + " through " + last + "."));
      return;
    }
    const parts = known === "" ? verdictOn(day) : [];
    if (known !== "" && data.verdicts.length > 0) {
      parts.push(make("p", {}, "The verdict as it was known then is not part of this page: inforce on " + day + " --known " + known + " gives it."));
    }
    parts.push(...onDay(rows, day, known));
    if (isDay(inputs.vs.value)) parts.push(...compared(rows, day, inputs.vs.value, known));
    parts.push(make("p", {}, make("a", { href: "#" + fragment() }, "Link to this answer")));
    answer.replaceChildren(...parts);
    if (event !== null) keepFragment();
  }

  function fragment() {
    const parts = new URLSearchParams();
    for (const [name, input] of Object.entries(inputs)) {
      const value = name === "known" ? knownDay() : input.value;
      if (value !== "") parts.set(name, value);
    }
    return parts.toString();
  }

  function keepFragment() {
    try {
      history.replaceState(null, "", "#" + fragment());
    } catch (error) {
      // A page without an address of its own keeps none.
    }
  }

  // Whether the fragment is a link to an answer; else it names a place on the page.
  function readFragment() {
    const text = location.hash.slice(1);
    if (!text.includes("=")) return false;
    const parts = new URLSearchParams(text);
    refused = parts.has("known") && !inputs.known ? "This page does not tell what was known when." : "";
    for (const [name, input] of Object.entries(inputs)) {
      const value = parts.get(name) || "";
      if (name === "known" && value !== "") {
        // What was known on a day is what was learnt last, on it or before.
        const at = data.known.filter((number) => data.days[number] <= value).length - 1;
        if (at < 0) refused = "This page does not tell what was known on " + value + ": nothing of it was.";
        input.value = Math.max(at, 0);
      } else if (name === "known") {
        input.value = data.known.length;
      } else if (name === "on" && value !== "" && !isDay(value)) {
        refused = "The link asks about " + value + "; this page tells of " + first + " through " + last + ".";
      } else if (name !== "on" || value !== "") {
        input.value = value;
      }
    }
    return true;
  }

  build();
})();
