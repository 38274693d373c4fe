// A page of very many measures and events stays within its budget, says what it leaves out, and can still be asked.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import {fresh_folder, inforce, launch_browser, missing, top} from './support.mjs';

const skip = missing([], true);
let browser;

before(async () => {
  if (!skip) browser = await launch_browser();
});

after(async () => browser?.close());

// The budget of `PageLimits`, at a tenth of the largest set measured: a page grows with what it can search alone.
const most_bytes = 4_000_000;
const most_elements = 60_000;

test('1,000 measures and 10,000 events', {skip}, async (t) => {
  const folder = fresh_folder(t);
  const rules = join(folder, 'rules');
  assert.equal(spawnSync(join(top, 'tools/bench/make-rules'), [rules, '1000', '10000']).status, 0);
  const file = join(folder, 'made.html');
  const run = inforce(['timeline', 'made', '--rules', rules, '--format', 'html', '-o', file]);
  assert.equal(run.status, 0, run.stderr);
  assert.ok(statSync(file).size < most_bytes, `${statSync(file).size} bytes`);

  const page = await (await browser.newContext()).newPage();
  await page.goto(pathToFileURL(file).href);
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  assert.ok(elements < most_elements, `${elements} elements`);
  const caption = await page.locator('figcaption').innerText();
  assert.match(caption, /The picture leaves out 880 measures; the formats csv and json have them all\./);
  assert.match(caption, /Left out for its size: what was known when\. The option --known makes this page as of a day/);
  const main = await page.locator('main').textContent();
  assert.match(main, /Not listed here: 800 more measures; the formats csv and json have them all\./);
  assert.match(main, /Not listed here: 9000 more events/);
  assert.equal(await page.locator('#ask-known').count(), 0);

  await page.fill('#ask-on', '2006-02-15');
  const answer = await page.locator('#ask .answer').innerText();
  assert.match(answer, /On 2006-02-15, of 1000 measures: 1000 in force/);
  assert.match(answer, /600 more rows not shown\./);
});
