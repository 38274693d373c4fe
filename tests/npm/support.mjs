// What the tests of this folder share.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
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
