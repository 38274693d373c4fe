// Reports of `inforce check` as those read them who will: schema validators, and the demands of code scanning, code
// quality and review tools, written out by hand where no validator tells them.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fresh_folder, inforce, need, top} from './support.mjs';

const schemas = join(process.env.INFORCE_EXAMPLES ?? join(top, '..', 'shared', 'examples'), 'output');
const no_schemas = existsSync(schemas) ? false : `no schemas in ${schemas} (set INFORCE_EXAMPLES)`;

/// Nothing of the server that runs these tests.
const env = {...process.env};
for (const name of ['GITHUB_STEP_SUMMARY', 'GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'INFORCE_RULES']) delete env[name];

const head = 'inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC}\n';
const note = 'sources:\n  note: {title: A note, publisher: BIS, kind: gazette}\n';

/// Files that are wrong or doubtful in many ways, with paths that need care.
const broken = {
  'rules/a b/ünïcode 50%.yaml': `${head}vocabulary:
  end_use: {type: code, values: [civilian, military]}
restrictions:
  ban: {title: "禁𝒳 | <b> & \`x\`", kind: prohibition, scope: end_use = militry}
`,
  'rules/dates.yaml': `${head}${note}events:
  - {id: f, title: "𝒳二", date: 2025-02-30, sources: [note]}
  - {id: g, title: "𝒳二", date: 2025-02-30, sources: [note]}
  - {id: h, title: Early, date: 1850-01-01, sources: [note]}
`,
  'rules/[x], y;z=#?&+.yaml': 'inforce: 1\ntitel: x\ntitel: x\n',
  'rules/empty.yaml': '',
  'rules/latin1.yaml': Buffer.from('inforce: 1\n# caf\xe9\n', 'latin1'),
  'rules/control.yaml': 'inforce: 1\n# \x07 <&"\'>]]>\n',
  'rules/half.yaml': 'inforce: 1\nevents:\n  - {id: x, title: "half',
  'rules/conflict.yaml': 'inforce: 1\n<<<<<<< ours\n=======\n>>>>>>> theirs\n',
  'rules/crlf.yaml': '\uFEFFinforce: 1\r\ntitel: x\r\n',
  'rules/fine.yaml': head,
};

function write_files(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
}

/// What is checked: broken files, files that only give warnings, no file at all, paths outside, and the corpus.
function subjects(t) {
  const folder = fresh_folder(t);
  write_files(folder, broken);
  mkdirSync(join(folder, 'below'));
  write_files(folder, {'doubt/a.yaml': `${head}${note}restrictions:\n  rule: {title: A rule, kind: prohibition}\n`});
  return [
    {name: 'broken files', cwd: folder, words: ['rules'], status: 1},
    {name: 'doubtful files', cwd: folder, words: ['doubt'], status: 0},
    {name: 'no such folder', cwd: folder, words: ['nowhere'], status: 2},
    {name: 'a folder above', cwd: join(folder, 'below'), words: ['../rules'], status: 1},
    {name: 'an absolute path', cwd: folder, words: [join(folder, 'rules')], status: 1},
    {name: 'the corpus', cwd: top, words: ['rules'], status: 0},
  ];
}

function report(subject, format) {
  const run = inforce(['check', ...subject.words, '--format', format, '--quiet'], {cwd: subject.cwd, env});
  assert.equal(run.status, subject.status, `${subject.name}: ${run.stderr}`);
  return run.stdout;
}

const findings = (subject) => JSON.parse(report(subject, 'json')).diagnostics;

test('the files tell of many codes', (t) => {
  const codes = new Set(findings(subjects(t)[0]).map((one) => one.code));
  for (const code of ['IF003', 'IF004', 'IF005', 'IF012', 'IF017', 'IF202', 'IF315']) assert.ok(codes.has(code), code);
});

test('SARIF is valid by its schema', {skip: no_schemas}, (t) => {
  const Ajv = need('ajv-draft-04');
  const ajv = new Ajv({strict: false, allErrors: true, validateFormats: false});
  const valid = ajv.compile(JSON.parse(readFileSync(join(schemas, 'sarif-schema-2.1.0.json'), 'utf8')));
  for (const subject of subjects(t)) {
    assert.ok(valid(JSON.parse(report(subject, 'sarif'))), `${subject.name}: ${ajv.errorsText(valid.errors)}`);
  }
});

function whole(region) {
  for (const key of ['startLine', 'startColumn', 'endLine', 'endColumn']) {
    assert.ok(Number.isInteger(region[key]) && region[key] >= 1, key);
  }
  assert.ok(region.endLine > region.startLine || region.endColumn >= region.startColumn);
}

/// The demands of code scanning on a rule.
function check_rule(rule) {
  assert.match(rule.id, /^IF\d{3}$/);
  assert.match(rule.name, /^[a-z0-9_]+$/);
  for (const text of [rule.shortDescription.text, rule.fullDescription.text]) {
    assert.ok(text.length > 0 && text.length <= 1024);
  }
  assert.ok(rule.help.text.length > 0 && rule.help.markdown.includes('## Why'));
  assert.ok(['error', 'warning', 'note'].includes(rule.defaultConfiguration.level));
  assert.ok(rule.properties.tags.length > 0 && rule.properties.tags.length <= 20);
  assert.ok(['very-high', 'high', 'medium', 'low'].includes(rule.properties.precision));
  assert.ok(['error', 'warning', 'recommendation'].includes(rule.properties['problem.severity']));
}

/// The demands of code scanning on a result, and what its place must lead to.
function check_result(result, rules, subject) {
  assert.equal(rules[result.ruleIndex].id, result.ruleId);
  assert.match(result.message.text, /^(`|[A-Z]).*?[.?!]( |$)/s);
  assert.equal(result.locations.length, 1);
  assert.match(result.partialFingerprints.primaryLocationLineHash, /^[0-9a-f]{64}$/);
  for (const location of [...result.locations, ...(result.relatedLocations ?? [])]) {
    const {artifactLocation, region} = location.physicalLocation;
    whole(region);
    assert.match(artifactLocation.uri, /^(file:\/\/\/)?[A-Za-z0-9\-._~/%]+$/);
    assert.ok(!artifactLocation.uri.startsWith('/') && !artifactLocation.uri.split('/').includes('..'));
    if (subject.name === 'no such folder') continue;
    const path = decodeURIComponent(artifactLocation.uri.replace(/^file:\/\//, ''));
    const text = readFileSync(path.startsWith('/') ? path : join(subject.cwd, path), 'utf8');
    assert.ok(text.split('\n').length >= region.endLine, path);
  }
}

test('SARIF is what code scanning takes', (t) => {
  for (const subject of subjects(t)) {
    const text = report(subject, 'sarif');
    assert.ok(text.length < 10_000_000);
    const log = JSON.parse(text);
    assert.equal(log.runs.length, 1);
    const [run] = log.runs;
    assert.equal(run.tool.driver.name, 'inforce');
    assert.match(run.tool.driver.semanticVersion, /^\d+\.\d+\.\d+/);
    assert.match(run.automationDetails.id, /^inforce\/check\/(.*[^/]\/)?$/);
    assert.equal(run.columnKind, 'unicodeCodePoints');
    run.tool.driver.rules.forEach(check_rule);
    assert.equal(run.results.length, findings(subject).length);
    for (const result of run.results) check_result(result, run.tool.driver.rules, subject);
    const prints = run.results.map((result) => result.partialFingerprints.primaryLocationLineHash);
    assert.equal(new Set(prints).size, prints.length, 'fingerprints are unique');
  }
});

test('places in SARIF are those of the words, in code points', (t) => {
  const [subject] = subjects(t);
  const {results} = JSON.parse(report(subject, 'sarif')).runs[0];
  const dates = results.filter((result) => result.ruleId === 'IF202');
  assert.equal(dates.length, 2);
  for (const {locations: [{physicalLocation: {artifactLocation, region}}]} of dates) {
    const lines = readFileSync(join(subject.cwd, decodeURIComponent(artifactLocation.uri)), 'utf8').split('\n');
    const letters = [...lines[region.startLine - 1]];
    assert.equal(letters.slice(region.startColumn - 1, region.endColumn - 1).join(''), '2025-02-30');
  }
});

test('fingerprints stay where lines are inserted above, in SARIF and in code quality', (t) => {
  const folder = fresh_folder(t);
  const subject = {name: 'moved', cwd: folder, words: ['rules'], status: 1};
  const prints = () => [
    JSON.parse(report(subject, 'sarif')).runs[0].results.map((one) => one.partialFingerprints.primaryLocationLineHash),
    JSON.parse(report(subject, 'gitlab')).map((one) => one.fingerprint),
  ];
  write_files(folder, {'rules/dates.yaml': broken['rules/dates.yaml']});
  const before = prints();
  assert.ok(before[0].length >= 2);
  write_files(folder, {'rules/dates.yaml': `# one\n\n# two\n${broken['rules/dates.yaml']}`});
  assert.deepEqual(prints(), before);
});

test('JUnit passes the schema of build servers', {skip: no_schemas}, (t) => {
  const found = spawnSync('xmllint', ['--version']);
  if (found.error) return t.skip('xmllint is not installed');
  const schema = join(schemas, 'junit-10.xsd');
  for (const subject of subjects(t)) {
    const run = spawnSync('xmllint', ['--noout', '--schema', schema, '-'],
                          {input: report(subject, 'junit'), encoding: 'utf8'});
    assert.equal(run.status, 0, `${subject.name}: ${run.stderr}`);
  }
  const examples = inforce(['test', 'rules', '--format', 'junit'], {env});
  const run = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], {input: examples.stdout, encoding: 'utf8'});
  assert.equal(run.status, 0, run.stderr);
});

test('JUnit has a suite for each file and fails where there are errors', (t) => {
  const [subject] = subjects(t);
  const xml = report(subject, 'junit');
  for (const path of Object.keys(broken)) {
    const name = path.replace(/&/g, '&amp;');
    assert.ok(xml.includes(`<testsuite name="${name}"`), name);
  }
  const files = new Set(findings(subject).filter((one) => one.severity === 'error').map((one) => one.file));
  for (const suite of xml.split('<testsuite ').slice(1)) {
    const name = /^name="([^"]*)"/.exec(suite)[1].replace(/&amp;/g, '&');
    assert.equal(/ failures="0"/.test(suite.split('>')[0]), !files.has(name), name);
  }
});

test('code quality reports have all that is asked of them', (t) => {
  for (const subject of subjects(t)) {
    const list = JSON.parse(report(subject, 'gitlab'));
    const found = findings(subject);
    assert.equal(list.length, found.length);
    list.forEach((one, i) => {
      assert.ok(one.description.startsWith(`${found[i].code}: `));
      assert.equal(one.check_name, found[i].code);
      assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(one.severity));
      assert.ok(one.location.path.length > 0 && !one.location.path.startsWith('./'));
      assert.equal(one.location.lines.begin, found[i].line ?? 1);
    });
    assert.equal(new Set(list.map((one) => one.fingerprint)).size, list.length, 'fingerprints are unique');
  }
});

test('rdjson names ranges in bytes that hold the words', (t) => {
  for (const subject of subjects(t)) {
    const log = JSON.parse(report(subject, 'rdjson'));
    assert.equal(log.source.name, 'inforce');
    assert.equal(log.diagnostics.length, findings(subject).length);
    for (const one of log.diagnostics) {
      assert.ok(one.message.length > 0 && one.location.path.length > 0);
      assert.ok(['ERROR', 'WARNING', 'INFO'].includes(one.severity));
      assert.match(one.code.value, /^IF\d{3}$/);
      if (one.code.value !== 'IF202') continue;
      const {start, end} = one.location.range;
      const path = one.location.path;
      const bytes = readFileSync(path.startsWith('/') ? path : join(subject.cwd, path));
      const line = Buffer.from(bytes.toString('latin1').split('\n')[start.line - 1], 'latin1');
      assert.equal(line.subarray(start.column - 1, end.column - 1).toString(), '2025-02-30');
    }
  }
});

/// A command as the runner reads it: properties by `,`, each by `=`, then escapes undone.
function command_of(line) {
  const [, kind, properties, message] = /^::(error|warning|notice) (.*?)::(.*)$/.exec(line);
  const undone = (text) => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',')
      .replace(/%25/g, '%');
  const pairs = properties.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), undone(pair.slice(pair.indexOf('=') + 1))]);
  return {kind, ...Object.fromEntries(pairs), message: undone(message)};
}

test('annotations lead to the files, worst first', (t) => {
  for (const subject of subjects(t)) {
    const commands = report(subject, 'github').split('\n').filter(Boolean).map(command_of);
    const kinds = commands.map((one) => ['error', 'warning', 'notice'].indexOf(one.kind));
    assert.deepEqual(kinds, [...kinds].sort());
    const shown = commands.filter((one) => one.title !== 'inforce check');
    const found = findings(subject);
    assert.equal(shown.length, found.length);
    for (const one of shown) {
      assert.match(one.title, /^IF\d{3} /);
      if (one.file === undefined) continue;
      assert.ok(existsSync(one.file.startsWith('/') ? one.file : join(subject.cwd, one.file)), one.file);
      assert.ok(Number(one.line) >= 1 && Number(one.endLine) >= Number(one.line));
      assert.equal(one.col !== undefined, one.line === one.endLine);
    }
  }
});

test('the table is added to the summary of the job, and read as a table', (t) => {
  const [subject] = subjects(t);
  const path = join(subject.cwd, 'summary.md');
  writeFileSync(path, 'before\n\n');
  const run = inforce(['check', 'rules', '--format', 'github'], {cwd: subject.cwd, env: {...env, GITHUB_STEP_SUMMARY: path}});
  assert.equal(run.status, 1);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.startsWith('before\n\n### inforce check: '));
  const html = need('markdown-it')({html: true}).render(text);
  assert.equal(html.split('<tr>').length - 2, findings(subject).length);
  for (const row of html.split('<tr>').slice(1)) assert.equal(row.split(/<t[dh]>/).length - 1, 4, row);
});

test('several reports of one run are the reports of several runs', (t) => {
  const [subject] = subjects(t);
  const formats = ['text', 'concise', 'json', 'sarif', 'junit', 'github', 'gitlab', 'rdjson'];
  const words = formats.flatMap((format) => ['--output', `${format}=${format}.out`]);
  const run = inforce(['check', 'rules', '--quiet', ...words], {cwd: subject.cwd, env});
  assert.equal(run.status, 1, run.stderr);
  assert.equal(run.stdout, '');
  for (const format of formats.slice(1)) {
    assert.equal(readFileSync(join(subject.cwd, `${format}.out`), 'utf8'), report(subject, format), format);
  }
  const failed = inforce(['check', 'rules', '--output', 'sarif=no/such/folder'], {cwd: subject.cwd, env});
  assert.equal(failed.status, 2);
  assert.match(failed.stderr, /IF006/);
});

