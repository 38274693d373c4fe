// Each format of a report, read back by a reader of its own on the day before an interval, its first day, its last and the
// day after: it says what `inforce on` says.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import {four_days_folder, launch_browser, missing, need, same_on_four_days} from './support.mjs';

const without_browser = missing([], true);
let browser;

before(async () => {
  if (!without_browser) browser = await launch_browser();
});

after(async () => browser?.close());

// The days of a reader's clock: west and east of both the rules and UTC.
const zones = ['Pacific/Honolulu', 'Asia/Shanghai'];

async function opened(t, address, options = {}) {
  const context = await browser.newContext(options);
  t.after(() => context.close());
  const page = await context.newPage();
  if (address) await page.goto(address);
  return page;
}

/// The day of a cell for people: a day, or a moment with its day in brackets; undefined where it is open.
function day_in(text) {
  return /\((\d{4}-\d{2}-\d{2}) there\)/.exec(text)?.[1] ?? /^\d{4}-\d{2}-\d{2}$/.exec(text.trim())?.[0];
}

/// The state of the first row that holds on the day; rows are {first, last, state}, days or undefined.
function state_in(rows, day) {
  const found = rows.find(({first, last}) => (!first || first <= day) && (!last || day <= last));
  return found ? found.state.replace(/^in force.*/, 'in-force') : 'none';
}

test('json, by JSON.parse', async (t) => {
  const {folder, report} = four_days_folder(t);
  const {measures} = JSON.parse(readFileSync(report('json'), 'utf8'));
  const rows = (id) => measures.find((one) => one.id === id).intervals
    .map(({first, through, state}) => ({first, last: through, state}));
  await same_on_four_days(folder, (measure, day) => state_in(rows(measure), day));
});

test('md, by markdown-it', {skip: missing(['markdown-it'])}, async (t) => {
  const {folder, report} = four_days_folder(t);
  const tokens = need('markdown-it')({html: true}).parse(readFileSync(report('md'), 'utf8'), {});
  const rows = {};
  let cells = [];
  let measure;
  for (const token of tokens) {
    if (token.type === 'tr_open') cells = [];
    if (token.type === 'inline') cells.push(token.content);
    if (token.type !== 'tr_close' || cells.length !== 7 || cells[0] === 'Measure') continue;
    measure = /`([^`]+)`/.exec(cells[0])?.[1] ?? measure;
    (rows[measure] ??= []).push({first: day_in(cells[2]), last: day_in(cells[3]), state: cells[4]});
  }
  await same_on_four_days(folder, (id, day) => state_in(rows[id], day));
});

test('csv, by DuckDB', {skip: missing(['@duckdb/node-api'])}, async (t) => {
  const {folder, report} = four_days_folder(t);
  const instance = await need('@duckdb/node-api').DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('CREATE TABLE runs AS SELECT * REPLACE (first::DATE AS first, through::DATE AS through) ' +
    `FROM read_csv('${report('csv')}', all_varchar = true)`);
  const read = async (measure, day) => {
    const found = await connection.runAndReadAll('SELECT state FROM runs WHERE measure = ' +
      `'${measure}' AND coalesce(first <= DATE '${day}', true) AND coalesce(DATE '${day}' <= through, true) ORDER BY first`);
    return found.getRowsJson()[0]?.[0] ?? 'none';
  };
  await same_on_four_days(folder, read);
  connection.closeSync();
});

for (const timezoneId of zones) {
  test(`html, by its date picker, in ${timezoneId}`, {skip: without_browser}, async (t) => {
    const {folder, report} = four_days_folder(t);
    const page = await opened(t, pathToFileURL(report('html')).href, {timezoneId});
    await same_on_four_days(folder, async (measure, day) => {
      await page.fill('#ask-on', day);
      const row = page.locator('#ask .answer tbody tr', {has: page.locator('code', {hasText: new RegExp(`^${measure}$`)})});
      if (await row.count() === 0) return 'none';
      const state = await row.first().locator('td').first().innerText();
      assert.equal(state.includes('part of the day'), measure === 'late' && ['2025-03-10', '2025-06-20'].includes(day));
      return state.replace(/^in force.*/, 'in-force');
    });
  });

  test(`mermaid, by mermaid, in ${timezoneId}`, {skip: without_browser || missing(['mermaid'])}, async (t) => {
    const {folder, report} = four_days_folder(t);
    const page = await opened(t, undefined, {timezoneId, viewport: {width: 1600, height: 900}});
    await page.setContent('<!doctype html><div id="place" style="width: 1500px"></div>');
    await page.addScriptTag({path: need.resolve('mermaid/dist/mermaid.min.js')});
    const bars = await page.evaluate(drawn_by_mermaid, readFileSync(report('mermaid'), 'utf8'));
    await same_on_four_days(folder, (measure, day) => {
      const x = bars.first_x + (Date.parse(day) - Date.parse(bars.first_day)) / 86400000 * bars.day_width + bars.day_width / 2;
      const bar = bars.tasks.find(({words, left, right}) => words.startsWith(`${measure}, `) && left <= x && x <= right);
      return bar ? bar.words.slice(measure.length + 2).replace('in force', 'in-force') : 'none';
    });
  });
}

/// Runs in the browser: the bars that Mermaid draws, and its scale by two ticks of its axis.
async function drawn_by_mermaid(text) {
  globalThis.mermaid.initialize({startOnLoad: false, gantt: {useWidth: 1500}});
  const {svg} = await globalThis.mermaid.render('chart', text);
  document.getElementById('place').innerHTML = svg;
  const ticks = [...document.querySelectorAll('#chart .tick')].map((tick) => ({
    day: tick.textContent.trim(),
    x: Number(/translate\(([-\d.]+)/.exec(tick.getAttribute('transform'))[1]),
  }));
  const grid = /translate\(([-\d.]+)/.exec(document.querySelector('#chart .grid').getAttribute('transform'));
  const [one, two] = [ticks[0], ticks[ticks.length - 1]];
  const day_width = (two.x - one.x) / ((Date.parse(two.day) - Date.parse(one.day)) / 86400000);
  const words = new Map([...document.querySelectorAll('#chart text')].map((label) => [label.id, label.textContent]));
  const tasks = [...document.querySelectorAll('#chart rect.task')].map((rect) => ({
    words: (words.get(`${rect.id}-text`) ?? '').trim(),
    left: rect.x.baseVal.value,
    right: rect.x.baseVal.value + rect.width.baseVal.value,
  }));
  return {first_x: one.x + Number(grid[1]), first_day: one.day, day_width, tasks};
}

test('html, by its tables, without its script', {skip: without_browser}, async (t) => {
  const {folder, report} = four_days_folder(t);
  const page = await opened(t, pathToFileURL(report('html')).href, {javaScriptEnabled: false});
  const rows = {};
  for (const body of await page.locator('table.runs tbody').all()) {
    const id = await body.locator('th code').innerText();
    rows[id] = [];
    for (const row of await body.locator('tr').all()) {
      const cells = await row.locator('td').allInnerTexts();
      if (cells.length === 4) rows[id].push({first: day_in(cells[0]), last: day_in(cells[1]), state: cells[2]});
    }
  }
  await same_on_four_days(folder, (measure, day) => state_in(rows[measure], day));
});

/// Runs in the browser: the bars of each measure, by the titles that a reader is shown, and the ticks of the axis.
function drawn_in_picture() {
  const bars = {};
  let measure;
  for (const group of document.querySelectorAll('g')) {
    const title = [...group.children].find((child) => child.tagName === 'title')?.textContent ?? '';
    measure = /\(([a-z0-9-]+)\)$/.exec(title)?.[1] ?? measure;
    const state = /^(in force|suspended) from /.exec(title)?.[1];
    if (!state) continue;
    const {left, right} = group.querySelector('rect').getBoundingClientRect();
    (bars[measure] ??= []).push({state, left, right});
  }
  const ticks = {};
  for (const label of document.querySelectorAll('text.tl-tick')) ticks[label.textContent] = label.getBoundingClientRect().left;
  const lines = [...document.querySelectorAll('#tl-grid line')].map((line) => line.getBoundingClientRect().left);
  return {bars, ticks, lines};
}

test('svg, by the places of its bars on its axis', {skip: without_browser}, async (t) => {
  const {folder, report} = four_days_folder(t);
  const page = await opened(t, pathToFileURL(report('svg')).href);
  const {bars, ticks, lines} = await page.evaluate(drawn_in_picture);
  // Labels such as `6 Jan` stand at the lines of their days.
  const labels = Object.keys(ticks).filter((label) => /^\d+ \w+$/.test(label));
  const place_of = (label) => ({day: Date.parse(`${label} 2025 UTC`), x: ticks[label]});
  const [one, two] = [place_of(labels[0]), place_of(labels[labels.length - 1])];
  for (const label of labels) assert.ok(lines.some((x) => Math.abs(x - ticks[label]) < 0.1), label);
  const width = (two.x - one.x) / (two.day - one.day) * 86400000;
  await same_on_four_days(folder, (measure, day) => {
    const x = one.x + ((Date.parse(day) - one.day) / 86400000 + 0.5) * width;
    const bar = bars[measure].find(({left, right}) => left < x && x < right);
    return bar ? bar.state.replace('in force', 'in-force') : 'none';
  });
});
