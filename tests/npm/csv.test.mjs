// Codes of a report as CSV stay text in DuckDB, where it is told that they are: the way that the documents give.
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fresh_folder, inforce, missing, need} from './support.mjs';

const skip = missing(['@duckdb/node-api']);

/// What a spreadsheet or a database likes to take for a number, and a comma, a quote and a line break.
const codes = ['3A090', '5E002', '007', '1E5', '010121', 'NO', '2025-04', '1,5', '"quoted"', 'two\nlines'];

/// The report of one measure a code, whose title it is, and an attribute.
function report_of(t, titles, words = []) {
  const folder = fresh_folder(t);
  mkdirSync(join(folder, 'rules'));
  const text = (code) => JSON.stringify(code);
  writeFileSync(join(folder, 'rules', 'codes.yaml'), `inforce: 1
defaults: {jurisdiction: US, time_zone: America/New_York, regime: codes}
sources:
  notice: {title: A notice, publisher: A gazette, kind: gazette, cite: Notice 1, date: 2025-01-02}
vocabulary:
  eccn: {type: code, title: Export control class}
restrictions:
${titles.map((code, at) => `  m${at}: {title: ${text(code)}, kind: licence-requirement}`).join('\n')}
events:
${titles.map((code, at) => `  - {id: e${at}, title: It begins, date: 2025-01-02, sources: [notice], effects: [{impose: m${at}, eccn: ${text(code)}}]}`).join('\n')}
`);
  const file = join(folder, 'codes.csv');
  const run = inforce(['timeline', 'codes', '--format', 'csv', ...words, '-o', file], {cwd: folder});
  assert.equal(run.status, 0, run.stderr);
  return file;
}

async function asked(t, sql) {
  const connection = await (await need('@duckdb/node-api').DuckDBInstance.create(':memory:')).connect();
  t.after(() => connection.closeSync());
  return (await connection.runAndReadAll(sql)).getRowsJson();
}

test('with all_varchar every code comes back as it is', {skip}, async (t) => {
  const file = report_of(t, codes);
  const rows = await asked(t, `SELECT title FROM read_csv('${file}', all_varchar = true) ORDER BY len(measure), measure`);
  assert.deepEqual(rows.map(([title]) => title), codes);
});

test('with the types of the days given, codes stay text and days are dates', {skip}, async (t) => {
  const file = report_of(t, codes);
  const rows = await asked(t, 'SELECT title, attributes, typeof(first), typeof(through), first FROM ' +
    `read_csv('${file}', auto_type_candidates = ['VARCHAR'], types = {'first': 'DATE', 'through': 'DATE'}) ` +
    'ORDER BY len(measure), measure');
  const plain = codes.filter((code) => /^\w+$/.test(code));
  assert.deepEqual(rows.map(([title]) => title), codes);
  assert.deepEqual(rows.slice(0, plain.length).map(([, attributes]) => attributes), plain.map((code) => `eccn: ${code}`));
  assert.deepEqual(rows[0].slice(2), ['DATE', 'DATE', '2025-01-02']);
});

test('left to guess, DuckDB takes a column of nothing but 5E002 for numbers: hence the documents', {skip}, async (t) => {
  const file = report_of(t, ['5E002', '1E5']);
  const rows = await asked(t, `SELECT typeof(title), title::VARCHAR FROM read_csv('${file}') ORDER BY measure`);
  assert.deepEqual(rows, [['DOUBLE', '500.0'], ['DOUBLE', '100000.0']]);
});
