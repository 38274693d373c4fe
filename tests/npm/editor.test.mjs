// The schema in an editor: the language server for YAML, as editors start it, over whole files and broken ones.
import assert from 'node:assert/strict';
import {cpSync, mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {start_server} from './language_client.mjs';
import {files_below, fresh_folder, packages, top} from './support.mjs';

const address = path => pathToFileURL(join(top, path)).href;
const schema = address('rules/inforce.schema.json');
const program = join(packages, 'node_modules/yaml-language-server/bin/yaml-language-server');

function start(schemas) {
  const yaml = {validate: true, hover: true, completion: true, schemaStore: {enable: false}, schemas};
  return start_server([process.execPath, program, '--stdio'], {root: address(''), settings: {yaml, http: {}, editor: {}}});
}

let server;
before(async () => { server = await start({[schema]: ['*.yaml']}); });
after(() => server.stop());

let drafts = 0;
/// Opens a text as a new rule file: [address, what is said of it, each as `line: message`].
async function open(text) {
  const uri = address(`rules/draft-${++drafts}.yaml`);
  const found = await server.open(uri, text);
  return [uri, found.map(one => `${one.range.start.line + 1}: ${one.message}`)];
}

test('nothing is said of the rules and the timelines', async () => {
  for (const path of [...files_below('rules', '.yaml'), ...files_below('timelines', '.yaml')]) {
    const found = await server.open(address(path), readFileSync(join(top, path), 'utf8'));
    assert.deepEqual(found.map(one => `${one.range.start.line + 1}: ${one.message}`), [], path);
  }
});

const event = `inforce: 1
events:
  - id: a
    title: A
    date: 2025-04-09
    sources: [a]
    effects:
      - impose: some-licence
`;

const broken = [
  ['date: 2025-04-09', 'dates: 2025-04-09', ['5: Property dates is not allowed.', '3: Missing property "date".']],
  ['sources: [a]', 'sources: a', ['6: Incorrect type. Expected "array".']],
  ['title: A', 'title: {a: b}', ['4: Incorrect type. Expected "string".']],
  ['- impose: some-licence', '- policy: strict', ['8: Missing property "impose".']],
  ['some-licence\n', 'some-licence\n        lift: other\n',
    ['9: Property lift is not allowed.', '8: Property impose is not allowed.']],
  ['title: A', 'title: A\n    evidence: oficial', ['5: Value must be "official" | "reported" | "proposed".']],
];
for (const [from, to, wanted] of broken) {
  test(`said of ${to.trim().replaceAll(/\s+/g, ' ')}`, async () => {
    const [, found] = await open(event.replace(from, to));
    assert.deepEqual(found, wanted);
  });
}

test('codes that YAML reads as numbers are no fault', async () => {
  const facts = '{eccn: 3E991, a: 3E001, b: NO, c: 010121, d: 1e5, e: [5E002, ON]}';
  const [, found] = await open(
      `inforce: 1\nitems:\n  3E991: {eccn: 3E991}\n  NO: {title: 1e5}\ntests:\n` +
      `  - {name: A, on: 2025, with: ${facts}, expect: {verdict: clear}}\n`);
  assert.deepEqual(found, []);
});

test('keys are completed with what they mean, verbs only where there is none yet', async () => {
  const labels = async (text, line, character) => {
    const [uri] = await open(text);
    return (await server.request('textDocument/completion', uri, line, character)).items;
  };
  const of_event = await labels('inforce: 1\nevents:\n  - ', 2, 4);
  const known = of_event.find(item => item.label === 'known');
  assert.match(known.documentation, /^From when it could be known/);
  assert.match(known.insertText, /^known: /);
  const of_effect = (await labels(event + '        ', 8, 8)).map(item => item.label);
  for (const key of ['through', 'before', 'compliance']) assert.ok(of_effect.includes(key), key);
  const words = await labels(event.replace('title: A', 'evidence: '), 3, 14);
  assert.deepEqual(words.map(item => item.label).sort(), ['official', 'proposed', 'reported']);
});

test('hover tells what a key means, and where more is said', async () => {
  const [uri] = await open(event);
  const hover = await server.request('textDocument/hover', uri, 4, 5);
  assert.match(hover.contents.value, /When it happened\.\n\nrules\/README\.md\\?#keys-of-an-event/);
});

test('the line at the head of a file leads to the schema', async (context) => {
  const folder = fresh_folder(context);
  mkdirSync(join(folder, 'us'));
  cpSync(join(top, 'rules/inforce.schema.json'), join(folder, 'inforce.schema.json'));
  const alone = await start({});
  try {
    const uri = pathToFileURL(join(folder, 'us', 'a.yaml')).href;
    const found = await alone.open(uri, '# yaml-language-server: $schema=../inforce.schema.json\ninforce: 1\nevent: []\n');
    assert.deepEqual(found.map(one => one.message), ['Property event is not allowed.']);
  } finally {
    await alone.stop();
  }
});
