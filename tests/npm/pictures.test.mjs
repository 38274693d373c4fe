// The pictures of README.md are what the program makes now, and small.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {launch_browser, missing, program, top} from './support.mjs';

const skip = missing([], true);
const picture = join(top, 'timelines/nvidia-h20/timeline.svg');
let browser;

before(async () => {
  if (!skip) browser = await launch_browser();
});

after(async () => browser?.close());

test('tools/dev/pictures --check', () => {
  const run = spawnSync(join(top, 'tools/dev/pictures'), ['--check'],
    {cwd: top, encoding: 'utf8', env: {...process.env, INFORCE_PROGRAM: program}});
  assert.equal(run.status, 0, run.stderr);
  assert.ok(statSync(join(top, 'timelines/us-advanced-computing/page.png')).size < 300000);
});

/// Runs in the browser: the colour in the middle of what an <img> shows, and its size.
async function shown(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return {width: canvas.width, corner: [...context.getImageData(2, 2, 1, 1).data]};
}

test('the picture stands alone in an <img>, on light and on dark', {skip}, async () => {
  const address = `data:image/svg+xml;base64,${readFileSync(picture).toString('base64')}`;
  for (const [colorScheme, bright] of [['light', true], ['dark', false]]) {
    const context = await browser.newContext({colorScheme});
    const page = await context.newPage();
    const {width, corner} = await page.evaluate(shown, address);
    assert.ok(width >= 1000);
    assert.equal(corner[3], 255, 'it has paper of its own');
    assert.equal(corner[0] > 128, bright, `${colorScheme}: ${corner}`);
    await context.close();
  }
});
