// Workbooks of timeline reports, read back by exceljs: dates are dates, codes are text, nothing is a formula, and the
// days around a bound are right.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fresh_folder, inforce, need} from './support.mjs';

const rules = `inforce: 1
defaults: {jurisdiction: US, time_zone: America/New_York, regime: r}
authorities: {'007': {name: Seven, jurisdiction: US}}
sources:
  web: {title: =HYPERLINK("http://evil.example"), publisher: '@SUM(A1)', kind: gazette, cite: 5E002, date: 2025-01-02,
        url: 'https://example.org/a b?x=1&y="2"#Item'}
  lame: {title: +1+1, publisher: -1, kind: press, cite: '007', url: 'javascript:alert(1)'}
  long: {title: Long, publisher: P, kind: press, url: 'https://example.org/${'x'.repeat(2100)}'}
coverage:
  r: {title: Regime, from: 2025-01-01, reviewed: 2025-12-31}
vocabulary:
  item: {type: code, title: Item}
  eccn: {type: code, title: Class}
restrictions:
  5e002: {title: '=1+1', kind: licence-requirement, authority: '007'}
  3a090.a: {title: "bell \\a, escape _x0041_, last \\uFFFE", kind: licence-requirement}
  '007': {title: ${'"' + 'y'.repeat(40000) + '"'}, kind: prohibition}
events:
  - {id: a, title: '-2+3', date: 2025-03-03, sources: [web], effects: [{impose: 5e002, through: 2025-05-12, eccn: 5E002}]}
  - {id: b, title: '@a', date: '2025-03-30T22:30[America/New_York]', sources: [web, lame, long],
     effects: [{impose: 3a090.a, before: '2025-04-30T21:00[America/New_York]'}]}
  - {id: c, title: Inexact, date: '[2025-06-10..2025-06-20]', sources: [lame], effects: [{impose: '007'}]}
`;

/// The workbook of all measures of `rules`, as exceljs reads it, and the folder of the files.
async function read_back(t) {
  const folder = fresh_folder(t);
  const file = join(folder, 'r.yaml');
  const workbook = join(folder, 'report.xlsx');
  writeFileSync(file, rules);
  const run = inforce(['timeline', '5e002', '3a090.a', '007', '--rules', file, '--format', 'xlsx', '-o', workbook]);
  assert.equal(run.status, 0, run.stderr);
  assert.equal(run.stderr, '');
  const Excel = need('exceljs');
  const book = new Excel.Workbook();
  await book.xlsx.readFile(workbook);
  return {book, file, workbook, folder};
}

const text_of = (cell) => (cell.value === null ? '' : typeof cell.value === 'object' && cell.value.text !== undefined ? cell.value.text : cell.value);

/// The rows of a sheet below its header, each an object of cells by the names of the columns.
function rows_of(book, name) {
  const sheet = book.getWorksheet(name);
  const heads = sheet.getRow(1).values.slice(1);
  const rows = [];
  for (let at = 2; at <= sheet.rowCount; ++at) {
    rows.push(Object.fromEntries(heads.map((head, i) => [head, sheet.getRow(at).getCell(i + 1)])));
  }
  return rows;
}

/// The day of a date cell, which has to be one of the day alone; an empty text where the cell is empty.
function day_of(cell) {
  if (cell.value === null) return '';
  assert.ok(cell.value instanceof Date, `${cell.address} is no date`);
  assert.equal(cell.numFmt, 'yyyy-mm-dd');
  assert.equal(cell.value.getTime() % 86400000, 0);
  return cell.value.toISOString().slice(0, 10);
}

const from = 'from (first day)';
const through = 'through (last day)';

test('sheets have a header that stays, filters, and pages that print', async (t) => {
  const {book} = await read_back(t);
  assert.deepEqual(book.worksheets.map((sheet) => sheet.name), ['Measures', 'Events', 'Changes', 'Sources', 'About']);
  for (const sheet of book.worksheets) {
    assert.equal(sheet.views[0].state, 'frozen', sheet.name);
    assert.equal(sheet.views[0].ySplit, 1);
    const last = sheet.getColumn(sheet.columnCount).letter;
    assert.equal(sheet.autoFilter, `A1:${last}${sheet.rowCount}`);
    assert.ok(sheet.getRow(1).getCell(1).font.bold);
    assert.ok(sheet.columns.every((column) => column.width >= 9 && column.width <= 120));
    assert.equal(sheet.pageSetup.orientation, 'landscape');
    assert.equal(sheet.pageSetup.fitToPage, true);
    assert.equal(sheet.pageSetup.fitToHeight, 0);
    assert.equal(sheet.pageSetup.printTitlesRow, '1:1');
    assert.match(sheet.headerFooter.oddFooter, /sha256:[0-9a-f]{64}.*Page &P of &N/);
  }
  assert.equal(book.title, 'Timeline of 5e002, 3a090.a, 007');
  assert.equal(book.created.toISOString(), '1980-01-01T00:00:00.000Z');
});

test('the days around a bound are those that `on` answers', async (t) => {
  const {book, file} = await read_back(t);
  const rows = rows_of(book, 'Measures').filter((row) => text_of(row.measure) === '5e002');
  assert.equal(rows.length, 1);
  assert.equal(day_of(rows[0][from]), '2025-03-03');
  assert.equal(day_of(rows[0][through]), '2025-05-12');
  const said = [];
  const answered = [];
  for (const day of ['2025-03-02', '2025-03-03', '2025-05-12', '2025-05-13']) {
    said.push(rows.some((row) => day_of(row[from]) <= day && day <= day_of(row[through])));
    const answer = JSON.parse(inforce(['on', day, '--rules', file, '--json']).stdout);
    answered.push(answer.restrictions.some((one) => one.id === '5e002' && one.status === 'applies'));
  }
  assert.deepEqual(said, [false, true, true, false]);
  assert.deepEqual(answered, said);
});

test('a moment is a day in the zone of the measure, and beside it the moment; both bounds of a date are kept', async (t) => {
  const {book} = await read_back(t);
  const measures = rows_of(book, 'Measures');
  const [within] = measures.filter((row) => text_of(row.measure) === '3a090.a');
  assert.equal(day_of(within[from]), '2025-03-30');
  assert.equal(text_of(within['from, exactly']), '2025-03-31T02:30:00Z');
  assert.equal(day_of(within[through]), '2025-04-30');
  assert.equal(text_of(within['through, exactly']), 'before 2025-05-01T01:00:00Z');
  const inexact = measures.filter((row) => text_of(row.measure) === '007');
  const told = inexact.map((row) => [row.certainty, row.state, row['through, exactly']].map(text_of).concat(day_of(row[from]), day_of(row[through])));
  assert.deepEqual(told, [['possible', 'possibly in force', 'no end known', '2025-06-10', ''],
    ['certain', 'in force', 'no end known', '2025-06-20', '']]);
  const event = rows_of(book, 'Events').find((row) => text_of(row.event) === 'c');
  assert.deepEqual([day_of(event['date, earliest']), day_of(event['date, latest']), text_of(event['date, as written'])],
    ['2025-06-10', '2025-06-20', '[2025-06-10..2025-06-20]']);
  const changes = rows_of(book, 'Changes').filter((row) => text_of(row.measure) === '5e002');
  assert.deepEqual(changes.map((row) => [day_of(row['date (first day of the new state)']), text_of(row.what)]),
    [['2025-03-03', 'comes into force'], ['2025-05-13', 'ends']]);
});

test('codes and text that looks like a formula are text', async (t) => {
  const {book} = await read_back(t);
  const {ValueType} = need('exceljs');
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => {
      assert.ok([ValueType.String, ValueType.Hyperlink, ValueType.Date].includes(cell.type), `${sheet.name} ${cell.address}`);
    }));
  }
  const measures = rows_of(book, 'Measures');
  assert.deepEqual([...new Set(measures.map((row) => text_of(row.measure)))].sort(), ['007', '3a090.a', '5e002']);
  assert.equal(measures.find((row) => text_of(row.measure) === '5e002').measure.numFmt, '@');
  assert.equal(text_of(measures.find((row) => text_of(row.measure) === '5e002').title), '=1+1');
  assert.equal(measures.find((row) => text_of(row.measure) === '5e002').title.numFmt, '@');
  assert.equal(text_of(measures.find((row) => text_of(row.measure) === '5e002').attributes), 'eccn: 5E002');
  assert.deepEqual(rows_of(book, 'Events').map((row) => text_of(row.title)), ['-2+3', '@a', 'Inexact']);
  const sources = rows_of(book, 'Sources').map((row) => ['title', 'publisher', 'cite'].map((name) => text_of(row[name])));
  assert.deepEqual(sources, [['+1+1', '-1', '007'], ['Long', 'P', ''],
    ['=HYPERLINK("http://evil.example")', '@SUM(A1)', '5E002']]);
});

test('what a workbook cannot hold is replaced or cut, and that is said', async (t) => {
  const {book} = await read_back(t);
  const measures = rows_of(book, 'Measures');
  const odd = measures.find((row) => text_of(row.measure) === '3a090.a');
  assert.equal(text_of(odd.title), 'bell \uFFFD, escape _x0041_, last \uFFFD');
  const cut = text_of(measures.find((row) => text_of(row.measure) === '007').title);
  assert.ok(cut.length <= 32767 && cut.length > 32600);
  const [, missing] = cut.match(/^y+… \[not shown here: (\d+) more characters; the format json has all\]$/);
  assert.equal(cut.indexOf('…') + Number(missing), 40000);
  const about = rows_of(book, 'About').filter((row) => text_of(row.about) === 'not in this workbook').map((row) => text_of(row.text));
  assert.deepEqual(about, ['Sheet Measures: 2 cells are cut, since a cell holds no more characters.',
    'Sheet Changes: 2 cells are cut, since a cell holds no more characters.',
    'Sheet Sources: 1 link is not made, since no link holds an address of so many characters.']);
});

test('web addresses are links, and cells lead to the rows that they name', async (t) => {
  const {book, workbook} = await read_back(t);
  const sources = rows_of(book, 'Sources');
  assert.deepEqual(sources.map((row) => row.url.hyperlink), [undefined, undefined, 'https://example.org/a%20b?x=1&y=%222%22']);
  assert.equal(text_of(sources[2].url), 'https://example.org/a b?x=1&y="2"#Item');
  assert.equal(text_of(sources[0].url), 'javascript:alert(1)');

  // exceljs passes over links within the workbook, so they are read from the part of the sheet.
  const zip = await need('jszip').loadAsync(readFileSync(workbook));
  const part = await zip.file('xl/worksheets/sheet1.xml').async('string');
  const places = [...part.matchAll(/<hyperlink ref="([A-Z]+\d+)" location="'(\w+)'!A(\d+)"/g)];
  const measures = rows_of(book, 'Measures');
  assert.equal(places.length, 2 * measures.length);
  for (const [, cell, sheet, row] of places) {
    const named = text_of(book.getWorksheet('Measures').getCell(cell)).split(' ');
    assert.ok(named.includes(text_of(book.getWorksheet(sheet).getRow(Number(row)).getCell(1))), cell);
  }
});

test('About says what is asked, what it rests on and how to check it', async (t) => {
  const {book, file} = await read_back(t);
  const about = rows_of(book, 'About');
  const of = (label) => about.find((row) => text_of(row.about) === label).text;
  const {rules: {digest}} = JSON.parse(inforce(['on', '2025-04-01', '--rules', file, '--json']).stdout);
  assert.equal(text_of(of('rules')), digest);
  assert.match(text_of(of('engine')), /^inforce \d+\.\d+\.\d+$/);
  assert.match(text_of(of('time-zone data')), /^tzdata /);
  assert.equal(day_of(of('coverage: from')), '2025-01-01');
  assert.equal(day_of(of('coverage: reviewed through')), '2025-12-31');
  assert.equal(text_of(of('known by the end of')), 'all that is recorded');
  assert.ok(about.some((row) => /no official text/.test(text_of(row.text))));
  assert.match(text_of(of('how to check this')), /byte for byte/);
});

test('two runs give the same bytes, whatever the time zone, and leave nothing behind', async (t) => {
  const {file, workbook, folder} = await read_back(t);
  const words = ['timeline', '5e002', '3a090.a', '007', '--rules', file, '--format', 'xlsx'];
  const env = {...process.env, TZ: 'Asia/Tokyo', SOURCE_DATE_EPOCH: '1', TMPDIR: folder};
  const run = inforce(words, {env, encoding: 'buffer'});
  assert.equal(run.status, 0, String(run.stderr));
  assert.ok(run.stdout.equals(readFileSync(workbook)));
  assert.deepEqual(readdirSync(folder).sort(), ['r.yaml', 'report.xlsx']);
});

test('without room for its temporary files no workbook is written, and that is said', async (t) => {
  const folder = fresh_folder(t);
  const file = join(folder, 'r.yaml');
  writeFileSync(file, rules);
  const env = {...process.env, TMPDIR: join(folder, 'nowhere')};
  const run = inforce(['timeline', '5e002', '--rules', file, '--format', 'xlsx', '-o', join(folder, 'x.xlsx')], {env});
  assert.equal(run.status, 2);
  assert.match(run.stderr, /temporary files cannot be written/);
  assert.deepEqual(readdirSync(folder), ['r.yaml']);
});
