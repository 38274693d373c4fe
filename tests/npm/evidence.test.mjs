// Evidence packs as those have them who were handed one: sums by sha256sum, the same bytes from anywhere, and nothing
// half written where a disk is full.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {files_below, fresh_folder, inforce, program, top} from './support.mjs';

const story = 'timelines/nvidia-h20/timeline.yaml';
const env = {...process.env};
for (const name of ['SOURCE_DATE_EPOCH', 'INFORCE_RULES', 'GITHUB_STEP_SUMMARY']) delete env[name];

function made(words, options = {}) {
  const run = inforce(words, {env, ...options});
  assert.equal(run.status, 0, run.stderr);
  return run;
}

/// All files of a folder, by path.
function contents(folder, below = '') {
  const found = {};
  for (const entry of readdirSync(join(folder, below), {withFileTypes: true})) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) Object.assign(found, contents(folder, path));
    else found[path] = readFileSync(join(folder, path));
  }
  return found;
}

test('sha256sum finds every file as it was written, and no other', (t) => {
  const folder = fresh_folder(t);
  const run = made(['report', story, '--evidence', join(folder, 'pack')]);
  const pack = join(folder, 'pack');
  const check = spawnSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], {cwd: pack, encoding: 'utf8'});
  assert.equal(check.status, 0, check.stdout + check.stderr);
  const files = Object.keys(contents(pack)).filter((path) => path !== 'SHA256SUMS');
  assert.equal(check.stdout.trim().split('\n').length, files.length);
  const sums = spawnSync('sha256sum', ['SHA256SUMS'], {cwd: pack, encoding: 'utf8'});
  assert.equal(run.stdout, `sha256:${sums.stdout.slice(0, 64)}\n`);
});

test('a pack holds the rules byte for byte, and says what was asked', (t) => {
  const folder = fresh_folder(t);
  made(['report', story, '--on', 'today', '--evidence', join(folder, 'pack')]);
  for (const path of files_below('rules', '.yaml')) {
    assert.ok(readFileSync(join(folder, 'pack', path)).equals(readFileSync(join(top, path))), path);
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'pack', 'MANIFEST.json'), 'utf8'));
  assert.match(manifest.question.on, /^\d{4}-\d\d-\d\d$/);
  assert.equal(manifest.question.definition, 'timeline/timeline.yaml');
  assert.equal(manifest.created, undefined);
  assert.deepEqual(manifest.files.map((file) => file.path).sort(),
    Object.keys(contents(join(folder, 'pack'))).filter((path) => !/^(MANIFEST|SHA256)/.test(path)).sort());
});

test('the same bytes from another folder, under other names and another locale', (t) => {
  const folder = fresh_folder(t);
  mkdirSync(join(folder, 'elsewhere'));
  cpSync(join(top, 'rules'), join(folder, 'elsewhere', 'law'), {recursive: true});
  cpSync(join(top, story), join(folder, 'elsewhere', 'timeline.yaml'));
  const epoch = {...env, SOURCE_DATE_EPOCH: '1735689600'};
  made(['report', story, '--evidence', join(folder, 'one')], {env: epoch});
  made(['report', 'timeline.yaml', '--rules', './law/', '--evidence', '../two'], {
    cwd: join(folder, 'elsewhere'),
    env: {...epoch, LC_ALL: 'tr_TR.UTF-8', LANG: 'de_DE.UTF-8', TZ: 'Asia/Kathmandu', COLUMNS: '60'},
  });
  const [one, two] = [contents(join(folder, 'one')), contents(join(folder, 'two'))];
  assert.deepEqual(Object.keys(one), Object.keys(two));
  for (const path of Object.keys(one)) {
    assert.ok(one[path].equals(two[path]), path);
    assert.equal(one[path].indexOf(folder), -1, `${path} names a place of this machine`);
    assert.equal(one[path].indexOf(top), -1, `${path} names a place of this machine`);
  }
  assert.equal(JSON.parse(one['MANIFEST.json']).created, '2025-01-01T00:00:00Z');
  assert.equal(made(['verify', join(folder, 'two')]).stdout, 'same\n');
});

test('a pack stands by itself, wherever it is moved to', (t) => {
  const folder = fresh_folder(t);
  made(['report', 'us-h20-licence', '--known', '2025-04-20', '--evidence', join(folder, 'pack')]);
  cpSync(join(folder, 'pack'), join(folder, 'a copy'), {recursive: true});
  assert.equal(made(['verify', 'a copy'], {cwd: folder}).stdout, 'same\n');
  assert.equal(made(['verify', '.'], {cwd: join(folder, 'a copy')}).stdout, 'same\n');
});

/// A folder with room for 32 KiB; where that cannot be mounted, one in which no file may be larger than 8 KiB.
function small_disk(t) {
  const folder = mkdtempSync(join(tmpdir(), 'inforce-'));
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', folder]);
  t.after(() => {
    if (mount.status === 0) spawnSync('umount', [folder]);
    rmSync(folder, {recursive: true, force: true});
  });
  if (mount.status === 0) {
    return {folder, run: (words) => inforce(words, {env}), why: 'no space is left'};
  }
  const run = (words) => spawnSync('bash', ['-c', 'ulimit -f 8; exec "$0" "$@"', program, ...words],
    {cwd: top, encoding: 'utf8', env});
  return {folder, run, why: 'it would be larger than a file may be'};
}

test('on a full disk the old file stays, nothing is left behind, and it is said why', (t) => {
  const {folder, run, why} = small_disk(t);
  const old = join(folder, 'old.html');
  writeFileSync(old, 'the old one\n');
  const commands = [
    ['timeline', story, '--format', 'html', '-o', old],
    ['timeline', story, '--format', 'json', '-o', join(folder, 'new.json')],
    ['report', story, '--evidence', join(folder, 'pack')],
  ];
  for (const words of commands) {
    const ended = run(words);
    assert.equal(ended.status, 2, `${words[0]}: ${ended.stdout}${ended.stderr}`);
    assert.match(ended.stderr, new RegExp(`^error\\[IF006\\]: cannot write \`${folder}/[^\`]*\`: ${why}\n`));
    assert.deepEqual(readdirSync(folder), ['old.html']);
    assert.equal(readFileSync(old, 'utf8'), 'the old one\n');
  }
});
