// Pages of timeline reports in a browser: accessible, silent on the network, and right on the days around a bound.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import {files_below, fresh_folder, inforce, later, launch_browser, missing, need} from './support.mjs';

const skip = missing(['axe-core'], true);
let browser;

before(async () => {
  if (!skip) browser = await launch_browser();
});

after(async () => browser?.close());

/// The report as a page that is open, with all it asked for and all that went wrong in it.
async function opened(t, words, options = {}, fragment = '') {
  const file = join(fresh_folder(t), 'report.html');
  const run = inforce(['timeline', ...words, '--format', 'html', '-o', file]);
  assert.equal(run.status, 0, run.stderr);
  const context = await browser.newContext({bypassCSP: false, ...options});
  t.after(() => context.close());
  const page = await context.newPage();
  page.asked = [];
  page.wrong = [];
  page.on('request', (request) => page.asked.push(request.url()));
  page.on('console', (message) => page.wrong.push(message.text()));
  page.on('pageerror', (error) => page.wrong.push(String(error)));
  await page.goto(pathToFileURL(file).href + fragment);
  return page;
}

const reports = ['timelines/nvidia-h20/timeline.yaml', 'timelines/us-advanced-computing/timeline.yaml'];

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing, ${scheme}`, {skip}, async (t) => {
    const axe = readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');
    for (const report of reports) {
      const page = await opened(t, [report], {colorScheme: scheme, bypassCSP: true});
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run());
      const said = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3).join('\n')}`);
      assert.deepEqual(said, [], report);
    }
  });
}

test('a page asks nothing of the network and breaks no policy of its own', {skip}, async (t) => {
  for (const report of reports) {
    const page = await opened(t, [report]);
    assert.equal(page.asked.length, 1);
    assert.deepEqual(page.wrong, []);
    assert.equal(await page.locator('#ask').isVisible(), true);
  }
});

test('a page is whole without its script', {skip}, async (t) => {
  const page = await opened(t, [reports[0]], {javaScriptEnabled: false});
  assert.equal(await page.locator('#ask').isVisible(), false);
  assert.ok(await page.locator('table').count() >= 4);
  assert.equal(await page.locator('svg[role=img]').count(), 1);
});

/// Whether the measure is in force on the day, by the date picker.
async function in_force(page, id, day) {
  await page.fill('#ask-on', day);
  const rows = page.locator('#ask .answer tbody tr', {has: page.locator('code', {hasText: new RegExp(`^${id}$`)})});
  return (await rows.allInnerTexts()).some((text) => /\bin force\b/.test(text));
}

test('the date picker is right on the day before, the first, the last and the day after', {skip}, async (t) => {
  const row = JSON.parse(inforce(['timeline', 'us-eda-licence-cadence', '--format', 'json']).stdout).measures[0];
  const interval = row.intervals.find((one) => one.state === 'in-force' && one.certainty === 'certain' && one.through);
  const page = await opened(t, [row.id, '--from', '2022-01-01', '--through', '2025-12-31']);
  const asked = [later(interval.from, -1), interval.from, interval.through, later(interval.through, 1)];
  const said = [];
  for (const day of asked) said.push(await in_force(page, row.id, day));
  assert.deepEqual(said, [false, true, true, false], asked.join(', '));
});

test('a link to an answer opens that answer', {skip}, async (t) => {
  const page = await opened(t, [reports[0]], {}, '#on=2025-04-08&vs=2025-04-09');
  const text = await page.locator('#ask .answer').innerText();
  assert.match(text, /On 2025-04-08/);
  assert.match(text, /differ between 2025-04-08 and 2025-04-09/);
  await page.click('text=Next change');
  assert.equal(await page.inputValue('#ask-on'), '2025-04-09');
  assert.match(page.url(), /#on=2025-04-09&vs=2025-04-09$/);
});

test('filters and the state of knowledge change the answer, and tables say that they are filtered', {skip}, async (t) => {
  const page = await opened(t, [reports[0]]);
  assert.equal(await in_force(page, 'cn-h20-purchase-guidance', '2025-09-12'), true);
  await page.locator('#ask-known').fill('0');
  assert.equal(await in_force(page, 'cn-h20-purchase-guidance', '2025-09-12'), false);
  await page.selectOption('#ask-jurisdiction', 'CN');
  assert.ok(await page.locator('text=/^Filtered: /').isVisible());
  assert.equal(await page.locator('#ask .answer code', {hasText: 'us-h20-licence'}).count(), 0);
});

test('on a phone nothing but the picture is wider than the screen', {skip}, async (t) => {
  for (const report of files_below('timelines', 'timeline.yaml')) {
    const page = await opened(t, [report], {viewport: {width: 390, height: 844}});
    const wide = await page.evaluate(() => [...document.querySelectorAll('main *:not(.picture *)')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80)));
    assert.deepEqual(wide, [], report);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  }
});

test('no day in a table is cut at a line\'s end', {skip}, async (t) => {
  for (const width of [390, 800, 1280]) {
    for (const media of ['screen', 'print']) {
      const page = await opened(t, [reports[0]], {viewport: {width, height: 900}});
      await page.emulateMedia({media});
      const [days, cut] = await page.evaluate(() => {
        const cut = [];
        let count = 0;
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (!node.parentElement.closest('.day, .verdicts th, .verdicts td')) continue;
          for (const found of node.data.matchAll(/\d{4}-\d{2}-\d{2}/g)) {
            const range = document.createRange();
            range.setStart(node, found.index);
            range.setEnd(node, found.index + found[0].length);
            const lines = new Set([...range.getClientRects()].map((rect) => rect.top)).size;
            ++count;
            if (lines > 1) cut.push(`${found[0]} in ${node.data}`);
          }
        }
        return [count, cut];
      });
      assert.ok(days > 10);
      assert.deepEqual(cut, [], `${width} px, ${media}`);
    }
  }
});

test('on paper a high picture comes in pieces that a sheet has room for, and what is to be clicked is gone', {skip}, async (t) => {
  // What margins leave of Letter, in pixels of print; A4 is higher.
  const sheet = {width: 703, height: 912};
  const page = await opened(t, [reports[1]], {viewport: sheet});
  await page.emulateMedia({media: 'print'});
  const heights = await page.locator('.pieces > svg').evaluateAll((pieces) => pieces.map((one) => one.getBoundingClientRect().height));
  assert.ok(heights.length > 1);
  assert.ok(heights.every((height) => height > 100 && height <= sheet.height), String(heights));
  assert.equal((await page.locator('.picture > svg').boundingBox()).height, 0);
  assert.equal(await page.locator('#ask').isVisible(), false);
});
