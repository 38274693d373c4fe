// What the tests of this folder share.
import {deepEqual} from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/// The folder of the repository, with a slash at its end.
export const top = fileURLToPath(new URL('../../', import.meta.url));

/// Where tools/dev/npm-tests installs the packages.
export const packages = join(top, 'build', 'npm');

/// The module of an installed package: need('ajv').
export const need = createRequire(join(packages, 'package.json'));

export const program = process.env.INFORCE_PROGRAM ?? join(top, 'build', 'release', 'bin', 'inforce');

/// Runs the program in the repository's folder, or in `options.cwd`: {status, stdout, stderr}.
export function inforce(words, options = {}) {
  if (!existsSync(program)) throw new Error(`${program} is not built`);
  const run = spawnSync(program, words, {cwd: top, encoding: 'utf8', maxBuffer: 1 << 28, ...options});
  if (run.error) throw run.error;
  return {status: run.status, stdout: run.stdout, stderr: run.stderr};
}

/// All files below a folder of the repository whose names end so, sorted, as paths from its top.
export function files_below(folder, ending) {
  const found = [];
  for (const entry of readdirSync(join(top, folder), {withFileTypes: true})) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...files_below(path, ending));
    else if (entry.name.endsWith(ending)) found.push(path);
  }
  return found.sort();
}

/// A folder of its own for one test, which goes with it.
export function fresh_folder(test) {
  const folder = mkdtempSync(join(tmpdir(), 'inforce-'));
  test.after(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

export const browser_path = process.env.INFORCE_CHROMIUM ?? '/usr/bin/chromium';

/// Why a test that needs these packages, and the browser where `with_browser`, cannot run here; false where it can.
export function missing(names, with_browser = false) {
  if (with_browser && !existsSync(browser_path)) return `no ${browser_path} (set INFORCE_CHROMIUM)`;
  try {
    for (const name of with_browser ? ['playwright-core', ...names] : names) need.resolve(name);
  } catch (error) {
    return error.message.split('\n')[0];
  }
  return false;
}

/// A browser that reaches for nothing by itself; close it.
export function launch_browser() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'];
  return need('playwright-core').chromium.launch({executablePath: browser_path, args});
}

/// The day that many days later.
export function later(day, days) {
  return new Date(Date.parse(day) + days * 86400000).toISOString().slice(0, 10);
}

/// Rules with one measure that is handed over from state to state on whole days, and one whose days begin and end
/// within: at 23:30 in New York it is the next day already by the clock of the data.
const four_days_rules = `inforce: 1
defaults: {jurisdiction: US, time_zone: America/New_York, regime: four}
sources:
  notice: {title: A notice, publisher: A gazette, kind: gazette, cite: Notice 1, date: 2025-01-02}
restrictions:
  whole: {title: Begins and ends with days, kind: licence-requirement}
  late: {title: Begins and ends late in the evening, kind: prohibition}
events:
  - {id: begin, title: It begins, date: 2025-02-03, sources: [notice], effects: [{impose: whole, through: 2025-05-31}]}
  - {id: stay, title: It is stayed, date: 2025-04-15, sources: [notice], effects: [{suspend: whole, through: 2025-04-30}]}
  - id: evening
    title: In the evening
    date: "2025-03-10T23:30[America/New_York]"
    sources: [notice]
    effects: [{impose: late}]
  - id: last-evening
    title: In the last evening
    date: "2025-06-20T23:30[America/New_York]"
    sources: [notice]
    effects: [{lift: late}]
`;

/// For each measure the day before an interval in force, its first day, its last and the day after.
export const four_days = [
  ['whole', ['2025-02-02', '2025-02-03', '2025-04-14', '2025-04-15']],
  ['late', ['2025-03-09', '2025-03-10', '2025-06-20', '2025-06-21']],
];

/// A folder with these rules, in which `report(format, words)` makes their report and gives its path.
export function four_days_folder(test) {
  const folder = fresh_folder(test);
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules', 'four.yaml'), four_days_rules);
  const report = (format, words = []) => {
    const file = join(folder, `report.${format}`);
    const run = inforce(['timeline', 'four', '--from', '2025-01-01', '--through', '2025-07-31', ...words, '--format', format, '-o', file],
      {cwd: folder});
    if (run.status !== 0) throw new Error(run.stderr);
    return file;
  };
  return {folder, report};
}

/// What `inforce on` says of the measure on the day: `in-force` (for all of the day or a part of it), `suspended` or
/// `none`.
export function state_on(folder, measure, day) {
  const run = inforce(['on', day, '--all', '--json'], {cwd: folder});
  if (run.status !== 0) throw new Error(run.stderr);
  const found = JSON.parse(run.stdout).restrictions.find((one) => one.id === measure);
  if (!found) return 'none';
  return {applies: 'in-force', 'may-apply': 'in-force', suspended: 'suspended'}[found.status] ?? 'none';
}

/// Demands that a reader of a report, `read(measure, day)`, says the same as `inforce on` on all of the four days.
export async function same_on_four_days(folder, read) {
  for (const [measure, days] of four_days) {
    const expected = days.map((day) => state_on(folder, measure, day));
    if (!expected.includes('none') || !expected.includes('in-force')) throw new Error(`${measure}: ${expected}`);
    const said = [];
    for (const day of days) said.push(await read(measure, day));
    deepEqual(said, expected, `${measure} on ${days.join(', ')}`);
  }
}
