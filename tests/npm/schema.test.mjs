// rules/inforce.schema.json: a strict validator takes it, all that inforce takes passes it, what is broken does not.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {files_below, inforce, need, top} from './support.mjs';

const Ajv = need('ajv');
const yaml = need('yaml');
const read = path => readFileSync(join(top, path), 'utf8');
const text = read('rules/inforce.schema.json');
const schema = JSON.parse(text);
const fits = new Ajv({strict: true, allErrors: true}).compile(schema);

/// What is wrong with a document, each as `place: message`; nothing where it passes.
function faults(document) {
  if (fits(yaml.parse(document, {version: '1.2'}))) return [];
  return fits.errors.map(error => `${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
}

/// The fenced blocks of YAML in a page.
const blocks = page => [...page.matchAll(/```yaml[^\n]*\n([\s\S]*?)```/g)].map(match => match[1]);

test('it is what the program prints', () => {
  assert.equal(inforce(['schema']).stdout, text, 'stale: run tools/dev/reference');
  assert.ok(text.split('\n').length < 2000);
});

test('draft-07 without unions at the root; every property is described and leads to the reference', () => {
  assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
  assert.equal(schema.oneOf, undefined);
  assert.equal(schema.anyOf, undefined);
  const reference = read('rules/README.md').split('\n').filter(line => line.startsWith('#'))
      .map(line => line.replace(/^#+ /, '').toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-'));
  let count = 0;
  const visit = record => {
    for (const [name, property] of Object.entries(record.properties)) {
      const [, anchor] = /\S\n\nrules\/README\.md#(\S+)$/.exec(property.description) ?? [];
      assert.ok(reference.includes(anchor), `${name}: ${property.description}`);
      ++count;
    }
  };
  visit(schema);
  for (const definition of Object.values(schema.definitions)) if (definition.properties) visit(definition);
  assert.ok(count > 150, `${count} properties`);
});

for (const path of [...files_below('rules', '.yaml'), ...files_below('timelines', '.yaml')]) {
  test(`${path} passes`, () => assert.deepEqual(faults(read(path)), []));
}

test('what is right on the pages of diagnostics passes', () => {
  let count = 0;
  for (const path of files_below('engine/diagnostics/codes', '.md')) {
    const [right] = blocks(read(path).split('\n## Right')[1] ?? '');
    if (right === undefined || !/^inforce: 1$/m.test(right)) continue;
    assert.deepEqual(faults(right), [], path);
    ++count;
  }
  assert.ok(count > 60, `${count} pages`);
});

test('the whole files in the guide pass', () => {
  const files = blocks(read('rules/README.md')).filter(block => /^inforce: 1$/m.test(block));
  assert.ok(files.length > 0);
  for (const file of files) assert.deepEqual(faults(file), []);
});

test('the rule set of the interface passes', (context) => {
  const path = join(process.env.INFORCE_DESIGN ?? join(top, '../shared/design'), 'interface.md');
  if (!existsSync(path)) return context.skip('not at hand (set INFORCE_DESIGN)');
  assert.deepEqual(faults(blocks(readFileSync(path, 'utf8'))[0]), []);
});

test('codes that YAML reads as numbers or as true or false pass as text', () => {
  const facts = '{eccn: 3E991, a: 3E001, b: NO, c: 010121, d: 1e5, e: 8542.30, f: true, g: [5E002, ON, 0x1F]}';
  const example = `{name: 2025, on: 2025, with: ${facts}, expect: {verdict: clear, missing: [3E991]}}`;
  assert.deepEqual(faults(`inforce: 1\nitems: {3E991: {eccn: 3E991}, NO: {title: 1e5}}\ntests: [${example}]`), []);
});

test('dates of every form pass', () => {
  const dates = ['2025-04-09', '2025-04', '2025', '2025-XX', '"[2025-07-14..2025-07-16]"', '"[..2025-07-15]~"', 'unknown',
    '2025-04?', '"2019-05-16T16:15[America/New_York]"', '2019-05-16T16:15Z', 'published + 60 days',
    'fr-84.effective + 1 year - 1 day', '2fa.published', '"published + 30 days, next business day"'];
  for (const date of dates) {
    const event = `{id: a, title: A, sources: [b], date: ${date}}`;
    assert.deepEqual(faults(`inforce: 1\nevents: [${event}]`), [], date);
  }
});

test('required keys may come from defaults', () => {
  const file = 'inforce: 1\ndefaults: {sources: [a], kind: press}\nevents: [{id: a, title: A, date: 2025}]\n' +
      'sources: {a: {title: A, publisher: B}}';
  assert.deepEqual(faults(file), []);
});

const event = `inforce: 1
sources: {a: {title: A, publisher: B, kind: gazette}}
events:
  - id: a
    title: A
    date: 2025-04-09
    sources: [a]
    effects:
      - impose: some-licence
        policy: case-by-case
        x-mine: {anything: [at, all]}
`;

test('a small file passes', () => assert.deepEqual(faults(event), []));

const broken = [
  ['unknown key', 'date: 2025-04-09', 'date: 2025-04-09\n    untill: 2026', /events\/0: .*additional.*"untill"/],
  ['unknown key on top', 'sources: {', 'sauces: {}\nsources: {', /^: .*additional.*"sauces"/],
  ['a map in place of a list', 'sources: [a]', 'sources: {a: b}', /sources: must be array/],
  ['a list in place of text', 'title: A\n', 'title: [A]\n', /title: must be string/],
  ['no value', 'title: A\n', 'title:\n', /title: must be string/],
  ['no text', 'title: A\n', 'title: ""\n', /title: must NOT have fewer than 1/],
  ['a missing key', '    date: 2025-04-09\n', '', /events\/0: must have required property 'date'/],
  ['a missing id', 'id: a\n    title', 'title', /events\/0: must have required property 'id'/],
  ['no version', 'inforce: 1\n', '', /^: must have required property 'inforce'/],
  ['another version', 'inforce: 1\n', 'inforce: 2\n', /inforce: must be equal to constant/],
  ['an id in capitals', 'id: a', 'id: A_B', /id: must match pattern/],
  ['a key that is no id', '{a: {title', '{A_B: {title', /property name must be valid.*"A_B"/],
  ['a word that is none', 'kind: gazette', 'kind: gazete', /kind: must be equal to constant.*"gazette"/],
  ['a date in words', '2025-04-09', 'April 9, 2025', /date: must match pattern/],
  ['a date by day and month', '2025-04-09', '09/04/2025', /date: must match pattern/],
  ['two verbs', 'policy:', 'lift: some-licence\n        policy:', /effects\/0\/lift: boolean schema is false/],
  ['no verb', 'impose: some-licence\n        ', '', /effects\/0: must have required property 'impose'/],
  ['an attribute in capitals', 'policy:', 'Policy:', /property name must be valid.*"Policy"/],
  ['an attribute with a list', 'policy: case-by-case', 'policy: [a]', /policy: must be string/],
];
for (const [name, from, to, wanted] of broken) {
  test(`refused: ${name}`, () => {
    assert.ok(event.includes(from));
    const found = faults(event.replace(from, to));
    assert.ok(found.some(fault => wanted.test(fault)), found.join('\n') || 'nothing was found');
  });
}
