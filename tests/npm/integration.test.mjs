// The steps of action.yml as GitHub runs them, and the hooks as pre-commit runs them, in a repository of their own.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fresh_folder, need, program, top} from './support.mjs';

const yaml = need('yaml');

const rules = `inforce: 1
defaults: {jurisdiction: US, time_zone: UTC}
sources: {note: {title: A note, publisher: The gazette, kind: gazette}}
vocabulary: {item: {type: code}}
restrictions:
  us-chips: {title: Chips need a licence, kind: licence-requirement, scope: item = chip}
events:
  - {id: rule, title: A rule, date: 2025-04-09, sources: [note], effects: [{impose: us-chips}]}
tests:
  - {name: the first day, on: 2025-04-09, with: {item: chip}, expect: {applies: [us-chips]}}
`;

function run(command, words, options) {
  const ended = spawnSync(command, words, {encoding: 'utf8', ...options});
  if (ended.error) throw ended.error;
  return {status: ended.status, said: ended.stdout + ended.stderr};
}

function git(folder, ...words) {
  const told = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false'];
  const ended = run('git', [...told, ...words], {cwd: folder, env: {...process.env, GIT_CONFIG_GLOBAL: '/dev/null'}});
  assert.equal(ended.status, 0, ended.said);
  return ended.said.trim();
}

function commit(folder, text) {
  mkdirSync(join(folder, 'rules'), {recursive: true});
  writeFileSync(join(folder, 'rules', 'a.yaml'), text);
  if (!existsSync(join(folder, '.git'))) git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'A change');
}

/// `${{ inputs.NAME }}` in a text, filled in.
const filled = (text, inputs) => String(text).replace(/\$\{\{\s*inputs\.([a-z-]+)\s*\}\}/g, (_, name) => inputs[name]);

/// Whether the condition of a step holds; of the forms `inputs.NAME == 'x'` and `inputs.NAME != 'x'`.
function holds(condition, inputs) {
  if (condition === undefined) return true;
  const parts = /^inputs\.([a-z-]+) (==|!=) '(.*)'$/.exec(condition);
  assert.ok(parts, `a condition that this test can read: ${condition}`);
  return (inputs[parts[1]] === parts[3]) === (parts[2] === '==');
}

/// Runs the composite action in a folder: the steps that ran, until one failed.
function act(folder, given = {}) {
  const action = yaml.parse(readFileSync(join(top, 'action.yml'), 'utf8'));
  const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, String(input.default)]));
  for (const name of Object.keys(given)) assert.ok(name in inputs, name);
  Object.assign(inputs, given);
  const files = {GITHUB_OUTPUT: join(folder, '.output'), GITHUB_STEP_SUMMARY: join(folder, '.summary')};
  for (const file of Object.values(files)) writeFileSync(file, '');
  const env = {...process.env, ...files, GITHUB_ACTION_PATH: top.replace(/\/$/, ''), GITHUB_WORKSPACE: folder, INFORCE: program};
  const steps = {};
  for (const step of action.runs.steps) {
    if (!holds(step.if, inputs)) continue;
    assert.equal(step.shell, 'bash');
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text, inputs)]));
    assert.doesNotMatch(step.run, /\$\{\{/, 'what a workflow says is never part of a command');
    steps[step.id] = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {cwd: folder, env: {...env, ...own}});
    if (steps[step.id].status !== 0) break;
  }
  return {steps, output: readFileSync(files.GITHUB_OUTPUT, 'utf8'), summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')};
}

test('action.yml: rules that are right pass, and the SARIF is where the output says', (context) => {
  const folder = fresh_folder(context);
  commit(folder, rules);
  const {steps, output, summary} = act(folder);
  assert.deepEqual(Object.keys(steps), ['build', 'check', 'test']);
  for (const [name, step] of Object.entries(steps)) assert.equal(step.status, 0, `${name}: ${step.said}`);
  assert.equal(output, 'sarif=inforce.sarif\n');
  assert.equal(JSON.parse(readFileSync(join(folder, 'inforce.sarif'), 'utf8')).version, '2.1.0');
  assert.match(summary, /0 errors/);
});

test('action.yml: an error is annotated in its file and line, and fails the run; so does an example', (context) => {
  const folder = fresh_folder(context);
  commit(folder, rules.replace('impose: us-chips', 'impose: us-chip'));
  const broken = act(folder);
  assert.deepEqual(Object.keys(broken.steps), ['build', 'check']);
  assert.equal(broken.steps.check.status, 1);
  assert.match(broken.steps.check.said, /^::error file=rules\/a\.yaml,line=8,/m);
  assert.equal(broken.output, 'sarif=inforce.sarif\n');
  commit(folder, rules.replace('applies: [us-chips]', 'not_yet: [us-chips]'));
  const failing = act(folder);
  assert.deepEqual(Object.keys(failing.steps), ['build', 'check', 'test']);
  assert.equal(failing.steps.test.status, 1);
});

test('action.yml: what a change does to the answers is in the summary', (context) => {
  const folder = fresh_folder(context);
  commit(folder, rules);
  commit(folder, rules.replace('date: 2025-04-09', 'date: 2025-04-10').replace('on: 2025-04-09', 'on: 2025-04-10'));
  const {steps, summary} = act(folder, {'impact-from': 'HEAD~1', test: 'false', sarif: ''});
  assert.deepEqual(Object.keys(steps), ['build', 'check', 'impact']);
  assert.equal(steps.impact.status, 0, steps.impact.said);
  assert.match(summary, /us-chips/);
  assert.match(summary, /2025-04-09/);
  assert.ok(!existsSync(join(folder, 'inforce.sarif')));
});

test('action.yml: inputs are words, never commands', (context) => {
  const folder = fresh_folder(context);
  commit(folder, rules);
  const hostile = '$(touch taken) `touch taken` "; touch taken; "';
  for (const name of ['rules', 'fail-on', 'sarif', 'impact-from']) act(folder, {[name]: hostile});
  assert.ok(!existsSync(join(folder, 'taken')));
});

/// A repository with the hooks of .pre-commit-hooks.yaml as a project uses them: what `pre-commit run` says of one.
function hooked(context) {
  const [hooks, folder] = [fresh_folder(context), fresh_folder(context)];
  copyFileSync(join(top, '.pre-commit-hooks.yaml'), join(hooks, '.pre-commit-hooks.yaml'));
  git(hooks, 'init', '-q');
  git(hooks, 'add', '-A');
  git(hooks, 'commit', '-qm', 'Hooks');
  const names = yaml.parse(readFileSync(join(top, '.pre-commit-hooks.yaml'), 'utf8')).map((hook) => hook.id);
  const config = {repos: [{repo: hooks, rev: git(hooks, 'rev-parse', 'HEAD'), hooks: names.map((id) => ({id}))}]};
  writeFileSync(join(folder, '.pre-commit-config.yaml'), yaml.stringify(config));
  commit(folder, rules);
  const env = {...process.env, PATH: `${dirname(program)}:${process.env.PATH}`, PRE_COMMIT_HOME: join(hooks, 'home'), GIT_CONFIG_GLOBAL: '/dev/null'};
  return {folder, names, hook: (id) => run('pre-commit', ['run', id, '--all-files', '--color', 'never'], {cwd: folder, env})};
}

const there = spawnSync('pre-commit', ['--version']).status === 0;

test('.pre-commit-hooks.yaml: rules that are right pass', {skip: !there && 'pre-commit is not installed'}, (context) => {
  const {hook, names} = hooked(context);
  assert.deepEqual(names, ['inforce-check', 'inforce-test', 'inforce-fmt']);
  for (const id of names) {
    const ended = hook(id);
    assert.equal(ended.status, 0, ended.said);
    assert.match(ended.said, /Passed/);
  }
});

test('.pre-commit-hooks.yaml: each hook stops what is wrong', {skip: !there && 'pre-commit is not installed'}, (context) => {
  const {folder, hook} = hooked(context);
  commit(folder, rules.replace('impose: us-chips', 'impose: us-chip'));
  assert.match(hook('inforce-check').said, /Failed[\s\S]*IF301/);
  commit(folder, rules.replace('applies: [us-chips]', 'not_yet: [us-chips]'));
  assert.match(hook('inforce-test').said, /Failed[\s\S]*the first day/);
  commit(folder, rules.replace('sources: {note', 'sources:   {note'));
  assert.match(hook('inforce-fmt').said, /Failed[\s\S]*files were modified by this hook/);
  assert.equal(readFileSync(join(folder, 'rules', 'a.yaml'), 'utf8'), rules);
});
