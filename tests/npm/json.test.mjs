// What the commands print as JSON is JSON for a reader that knows nothing of inforce.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inforce} from './support.mjs';

for (const words of [['on', '2025-07-20'], ['events'], ['next', '--from', '2025-09-01'], ['check', 'rules']]) {
  test(`inforce ${words.join(' ')} --json`, () => {
    const run = inforce([...words, '--json']);
    assert.equal(run.status, 0, run.stderr);
    assert.equal(typeof JSON.parse(run.stdout), 'object');
    assert.ok(run.stdout.endsWith('}\n'));
  });
}
