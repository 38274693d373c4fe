// Calendars of timeline reports as a library of calendar programs reads them: days that are not off by one, and entries
// that keep their identity.
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fresh_folder, inforce, need} from './support.mjs';

function missing() {
  try {
    need('ical.js');
  } catch {
    return 'ical.js is not installed';
  }
  return false;
}

const skip = missing();

const head = `inforce: 1
defaults: {jurisdiction: US, time_zone: America/New_York, regime: us-chips}
`;

const records = `sources:
  notice: {title: "A notice; with, signs \\\\ and 禁𝒳é in it", publisher: The gazette, kind: gazette, cite: 90 FR 1, date: 2025-03-01, url: "https://example.org/notice"}
  paper: {title: A newspaper, publisher: The paper, kind: press, date: 2025-03-01}
restrictions:
  chips: {title: "Chips, tools; and \\\\ more: ${'禁止𝒳é'.repeat(20)}", kind: licence-requirement}
  later: {title: Later that day, kind: prohibition}
  doubt: {title: In doubt, kind: prohibition}
  gone: {title: Never came, kind: prohibition}
  told: {title: Told by the press, kind: guidance}
authorizations:
  general: {title: A general licence, releases: [chips]}
`;

const events = [
  '{id: rule, title: Chips come under control, date: 2025-03-01, sources: [notice], effects: [{impose: chips, effective: 2025-04-09, through: 2025-06-30, compliance: 2025-04-20}]}',
  '{id: stay, title: The rule is stayed, date: 2025-05-01, sources: [notice], effects: [{suspend: chips, through: 2025-05-10}]}',
  '{id: filing, title: Filed in the afternoon, date: "2025-05-16T16:15[America/New_York]", sources: [notice], effects: [{impose: later}]}',
  '{id: letter, title: A letter, date: "[2025-07-10..2025-07-12]", known: 2025-07-20, sources: [notice], effects: [{impose: doubt}]}',
  '{id: plan, title: A rule for next year, date: 2025-03-01, sources: [notice], effects: [{impose: gone, effective: 2026-01-01}]}',
  '{id: retreat, title: The plan is withdrawn, date: 2025-08-01, retracts: [plan], reason: withdrawn, sources: [notice]}',
  '{id: story, title: A report, date: 2025-03-01, evidence: reported, sources: [paper], effects: [{impose: told}]}',
  '{id: grant, title: A general licence, date: 2025-03-01, sources: [notice], effects: [{impose: general, through: 2025-05-01}]}',
  '{id: longer, title: It is extended, date: 2025-04-15, sources: [notice], effects: [{extend: general, through: 2025-09-01}]}',
];

const one_file = {'rules/chips.yaml': `${head}${records}events:\n${events.map((one) => `  - ${one}\n`).join('')}`};

function with_files(t, files) {
  const folder = fresh_folder(t);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function feed(folder, words = []) {
  const run = inforce(['timeline', 'us-chips', '--format', 'ics', ...words], {cwd: folder});
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

/// The entries of a feed by the part of their UID before the `@`.
function entries_of(text) {
  const ICAL = need('ical.js');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const list = calendar.getAllSubcomponents('vevent');
  const entries = new Map(list.map((one) => [one.getFirstPropertyValue('uid').replace(/@inforce$/, ''), one]));
  assert.equal(entries.size, list.length, 'UIDs are unique');
  return entries;
}

const value = (entry, name) => entry.getFirstPropertyValue(name);
const day = (entry, name) => value(entry, name).toString();
const neighbour = (text, by) => new Date(Date.parse(text) + by * 86400000).toISOString().slice(0, 10);

test('every line is short, whole and ends as it must', {skip}, (t) => {
  const run = inforce(['timeline', 'us-chips', '--format', 'ics'], {cwd: with_files(t, one_file), encoding: 'buffer'});
  const text = run.stdout.toString('latin1');
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  assert.ok(!/[^\r]\n|\r[^\n]/.test(text));
  for (const line of text.split('\r\n')) {
    assert.ok(line.length <= 75, line);
    new TextDecoder('utf-8', {fatal: true}).decode(Buffer.from(line, 'latin1'));
  }
});

test('the calendar says what it is, and is to be read again each day', {skip}, (t) => {
  const ICAL = need('ical.js');
  const calendar = new ICAL.Component(ICAL.parse(feed(with_files(t, one_file))));
  assert.equal(value(calendar, 'version'), '2.0');
  assert.equal(value(calendar, 'method'), 'PUBLISH');
  assert.match(value(calendar, 'prodid'), /inforce/);
  assert.equal(value(calendar, 'name'), 'Timeline of us-chips');
  assert.equal(value(calendar, 'x-wr-calname').toString(), 'Timeline of us-chips');
  assert.equal(value(calendar, 'refresh-interval').toString(), 'P1D');
});

test('text comes back as it was written', {skip}, (t) => {
  const entry = entries_of(feed(with_files(t, one_file))).get('chips_effective_rule');
  assert.equal(value(entry, 'summary'), `Comes into force: Chips, tools; and \\ more: ${'禁止𝒳é'.repeat(20)}`);
  assert.match(value(entry, 'description'), /\nSource: A notice; with, signs \\ and 禁𝒳é in it, 90 FR 1/);
  assert.deepEqual(entry.getFirstProperty('categories').getValues(), ['US', 'licence-requirement']);
  assert.equal(value(entry, 'url'), 'https://example.org/notice');
});

test('entries agree with the answers on the day before, the first, the last and the day after', {skip}, (t) => {
  const folder = with_files(t, one_file);
  const entries = entries_of(feed(folder));
  const holds = (id, on) => {
    const {restrictions, authorizations} = JSON.parse(inforce(['on', on, '--json'], {cwd: folder}).stdout);
    return [...restrictions, ...authorizations].some((row) => row.id === id && ['applies', 'grace'].includes(row.status));
  };
  for (const [measure, cause, ending] of [['chips', 'rule', 'rule'], ['general', 'grant', 'grant']]) {
    const first = day(entries.get(`${measure}_effective_${cause}`), 'dtstart');
    const last = day(entries.get(`${measure}_end_${ending}`), 'dtstart');
    const asked = [neighbour(first, -1), first, last, neighbour(last, 1)];
    assert.deepEqual(asked.map((on) => holds(measure, on)), [false, true, true, false], asked.join(', '));
  }
  const stay = [day(entries.get('chips_suspension_stay'), 'dtstart'), day(entries.get('chips_resumption_stay'), 'dtstart')];
  const around = [neighbour(stay[0], -1), stay[0], neighbour(stay[1], -1), stay[1]];
  assert.deepEqual(around.map((on) => holds('chips', on)), [true, false, false, true], around.join(', '));
});

test('all entries last whole days, and their end is the day after the last', {skip}, (t) => {
  const entries = entries_of(feed(with_files(t, one_file)));
  for (const entry of entries.values()) {
    for (const name of ['dtstart', 'dtend']) assert.equal(value(entry, name).isDate, true);
    assert.equal(value(entry, 'transp'), 'TRANSPARENT');
  }
  const days = (uid) => [day(entries.get(uid), 'dtstart'), day(entries.get(uid), 'dtend')];
  assert.deepEqual(days('chips_effective_rule'), ['2025-04-09', '2025-04-10']);
  assert.deepEqual(days('chips_compliance_rule'), ['2025-04-20', '2025-04-21']);
  assert.deepEqual(days('chips_end_rule'), ['2025-06-30', '2025-07-01']);
  assert.deepEqual(days('doubt_effective_letter'), ['2025-07-10', '2025-07-13']);
  assert.deepEqual(days('later_effective_filing'), ['2025-05-16', '2025-05-17']);
  assert.match(value(entries.get('later_effective_filing'), 'description'), /2025-05-16T20:15:00Z \(16:15 in America\/New_York\)/);
  assert.match(value(entries.get('doubt_effective_letter'), 'summary'), /between 2025-07-10 and 2025-07-12/);
  assert.match(value(entries.get('chips_end_rule'), 'description'), /last day 2025-06-30, that day included/);
});

test('what is sure is confirmed, the rest is tentative, and the withdrawn is cancelled', {skip}, (t) => {
  const entries = entries_of(feed(with_files(t, one_file)));
  const status = (uid) => value(entries.get(uid), 'status');
  assert.equal(status('chips_effective_rule'), 'CONFIRMED');
  assert.equal(status('doubt_effective_letter'), 'TENTATIVE');
  assert.equal(status('told_effective_story'), 'TENTATIVE');
  assert.equal(status('gone_effective_plan'), 'CANCELLED');
  const gone = entries.get('gone_effective_plan');
  assert.equal(day(gone, 'dtstart'), '2026-01-01');
  assert.equal(value(gone, 'sequence'), 1);
  assert.match(value(gone, 'summary'), /^Withdrawn/);
  assert.match(value(gone, 'description'), /Withdrawn by retreat: The plan is withdrawn/);
});

test('a date that moves keeps its UID and raises its sequence, as it was known', {skip}, (t) => {
  const folder = with_files(t, one_file);
  const told = ['2025-03-01', '2025-04-14', '2025-04-15', '2025-12-31'].map((known) => {
    const entry = entries_of(feed(folder, ['--known', known])).get('general_end_grant');
    return [day(entry, 'dtstart'), value(entry, 'sequence'), day(entry, 'dtstamp')];
  });
  const before = ['2025-05-01', 0, '2025-03-01T00:00:00Z'];
  const after = ['2025-09-01', 1, '2025-04-15T00:00:00Z'];
  assert.deepEqual(told, [before, before, after, after]);
});

test('neither the period, the files nor their order change an entry', {skip}, (t) => {
  const folder = with_files(t, one_file);
  const whole = feed(folder);
  assert.equal(feed(folder, ['--from', '2030-01-01', '--through', '2030-12-31']), whole);
  const files = Object.fromEntries(events.map((one, i) => [`rules/z/${9 - i}.yaml`, `${head}events:\n  - ${one}\n`]));
  assert.equal(feed(with_files(t, {...files, 'rules/a.yaml': head + records})), whole);
});

test('alarms come as asked for, and none for what is withdrawn', {skip}, (t) => {
  const folder = with_files(t, one_file);
  const triggers = (words, uid) => entries_of(feed(folder, words)).get(uid).getAllSubcomponents('valarm').map((alarm) => {
    assert.equal(value(alarm, 'action'), 'DISPLAY');
    assert.match(value(alarm, 'description'), /./);
    return value(alarm, 'trigger').toString();
  });
  assert.deepEqual(triggers([], 'chips_effective_rule'), ['-P7D', '-P1D']);
  assert.deepEqual(triggers(['--alarm', '0,30'], 'chips_effective_rule'), ['-P30D', 'PT0S']);
  assert.deepEqual(triggers(['--alarm', 'none'], 'chips_effective_rule'), []);
  assert.deepEqual(triggers([], 'gone_effective_plan'), []);
});

/// Whether an entry that stands has the change among its days; of an end these are last days, `date` is the day after.
function has_change(entries, {date, id, what}) {
  const on = what === 'end' && date.length === 10 ? neighbour(date, -1) : date.slice(0, 10);
  return [...entries].some(([uid, entry]) => uid.startsWith(`${id}_${what}_`) && value(entry, 'status') !== 'CANCELLED' &&
    day(entry, 'dtstart') <= on && on < day(entry, 'dtend'));
}

test('the calendars of the shipped reports have the days of their changes, and no others', {skip}, () => {
  const always = ['--from', '1990-01-01', '--through', '2099-12-31'];
  for (const report of ['timelines/nvidia-h20/timeline.yaml', 'timelines/us-advanced-computing/timeline.yaml']) {
    const run = inforce(['timeline', report, '--format', 'ics', ...always]);
    assert.equal(run.status, 0, run.stderr);
    const entries = entries_of(run.stdout);
    const {changes} = JSON.parse(inforce(['timeline', report, '--json', ...always]).stdout);
    const certain = changes.filter((one) => one.certainty === 'certain' && one.what !== 'change');
    assert.ok(certain.length > 0, report);
    for (const one of certain) assert.ok(has_change(entries, one), `${report}: ${JSON.stringify(one)}`);
    for (const [uid, entry] of entries) {
      if (value(entry, 'status') !== 'CONFIRMED') continue;
      const told = changes.some((one) => has_change(new Map([[uid, entry]]), one));
      assert.ok(told, `${report}: ${uid}`);
    }
  }
});
