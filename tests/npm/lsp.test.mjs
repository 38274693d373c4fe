// `inforce lsp` over stdio, spoken with by the client library of editors.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import Module from 'node:module';
import {cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test as node_test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {files_below, fresh_folder, inforce, need, program, top} from './support.mjs';

const {createMessageConnection, ErrorCodes, CancellationTokenSource} = need('vscode-jsonrpc/node');
const protocol = need('vscode-languageserver-protocol/node');
const {StreamMessageReader, StreamMessageWriter} = need('vscode-jsonrpc/node');

// What is never published would be waited for for ever.
const test = (name, run) => node_test(name, {timeout: 600_000}, run);
const uri_of = (path) => pathToFileURL(path).href;

/// A client in a workspace folder, initialized. `findings` has what was published last, by URI.
async function started(test, folder, options = {}) {
  const server = spawn(program, ['lsp', '--stdio'], {cwd: folder, stdio: ['pipe', 'pipe', 'pipe']});
  const exit = new Promise((resolve) => server.on('exit', (code, signal) => resolve(code ?? signal)));
  let errors = '';
  server.stderr.on('data', (data) => (errors += data));
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const client = {connection, findings: new Map(), exit, waiting: [], errors: () => errors};
  connection.onNotification(protocol.PublishDiagnosticsNotification.type, (params) => {
    client.findings.set(params.uri, params);
    client.waiting = client.waiting.filter((check) => !check());
  });
  connection.onRequest(protocol.RegistrationRequest.type, () => null);
  connection.listen();
  test.after(() => { connection.dispose(); server.kill(); });
  /// Waits until what was published of a file is as wanted.
  client.published = (uri, wanted) => new Promise((resolve) => {
    const check = () => {
      const params = client.findings.get(uri);
      if (!params || !wanted(params)) return false;
      resolve(params.diagnostics);
      return true;
    };
    if (!check()) client.waiting.push(check);
  });
  client.open = (path, text, version = 1) =>
    connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
      textDocument: {uri: uri_of(path), languageId: 'yaml', version, text}});
  client.change = (path, contentChanges, version) =>
    connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
      textDocument: {uri: uri_of(path), version}, contentChanges});
  client.leave = async () => {
    await connection.sendRequest(protocol.ShutdownRequest.type);
    connection.sendNotification(protocol.ExitNotification.type);
    return exit;
  };
  client.capabilities = (await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid, rootUri: uri_of(folder), workspaceFolders: [{uri: uri_of(folder), name: 'w'}],
    capabilities: {workspace: {didChangeWatchedFiles: {dynamicRegistration: true}},
                   general: {positionEncodings: ['utf-16']}}, ...options})).capabilities;
  connection.sendNotification(protocol.InitializedNotification.type, {});
  return client;
}

/// The corpus in a folder of its own.
function corpus(test) {
  const folder = fresh_folder(test);
  cpSync(join(top, 'rules'), join(folder, 'rules'), {recursive: true});
  return folder;
}

const first_rules = (folder) => {
  const path = files_below('rules', '.yaml').find((each) => readFileSync(join(top, each), 'utf8').includes('\nevents:'));
  return join(folder, path);
};

test('a session over the corpus: opened, broken, mended, left', async (t) => {
  const folder = corpus(t);
  const client = await started(t, folder);
  assert.equal(client.capabilities.positionEncoding, 'utf-16');
  const path = first_rules(folder);
  const text = readFileSync(path, 'utf8');
  client.open(path, text);
  assert.deepEqual(await client.published(uri_of(path), (p) => p.version === 1), []);

  const broken = text.replace('\nevents:\n', '\nevent:\n');
  client.change(path, [{text: broken}], 2);
  const found = await client.published(uri_of(path), (p) => p.version === 2);
  writeFileSync(path, broken);
  const checked = JSON.parse(inforce(['check', '--json'], {cwd: folder}).stdout).diagnostics
    .filter((each) => join(folder, each.file) === path);
  assert.deepEqual(
    found.map((each) => [each.code, each.range.start.line + 1, each.message.split('\n')[0]]),
    checked.map((each) => [each.code, each.line, each.message]));
  assert.ok(found.some((each) => each.code === 'IF103'));

  client.change(path, [{text}], 3);
  assert.deepEqual(await client.published(uri_of(path), (p) => p.version === 3), []);
  for (const [uri, params] of client.findings) assert.deepEqual(params.diagnostics, [], uri);
  assert.equal(await client.leave(), 0);
  assert.equal(client.errors(), '');
});

test('hover, completion, definition, rename, hints and links of a real file', async (t) => {
  const folder = corpus(t);
  const client = await started(t, folder);
  const path = first_rules(folder);
  const text = readFileSync(path, 'utf8');
  client.open(path, text);
  const lines = text.split('\n');
  const textDocument = {uri: uri_of(path)};
  const line = lines.findIndex((each) => /- impose: /.test(each));
  const position = {line, character: lines[line].indexOf('impose: ') + 9};
  const ask = (type, params) => client.connection.sendRequest(type.type, {textDocument, ...params});

  const hover = await ask(protocol.HoverRequest, {position});
  assert.match(hover.contents.value, /in-force from \d{4}-\d{2}-\d{2}/);
  const [definition] = await ask(protocol.DefinitionRequest, {position});
  const id = lines[line].split('impose: ')[1].trim();
  const defined = readFileSync(new URL(definition.uri), 'utf8').split('\n')[definition.range.start.line];
  assert.ok(defined.includes(`${id}:`), defined);
  const references = await ask(protocol.ReferencesRequest, {position, context: {includeDeclaration: true}});
  assert.ok(references.length >= 2);
  const edit = await ask(protocol.RenameRequest, {position, newName: 'renamed-for-a-test'});
  assert.equal(Object.values(edit.changes).flat().length, references.length);
  const whole = {start: {line: 0, character: 0}, end: {line: lines.length, character: 0}};
  const hints = await ask(protocol.InlayHintRequest, {range: whole});
  assert.ok(hints.some((each) => /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/.test(each.label)));
  const links = await ask(protocol.DocumentLinkRequest, {});
  assert.equal(links.length, lines.filter((each) => /^\s+url: http/.test(each)).length);
  const symbols = await ask(protocol.DocumentSymbolRequest, {});
  assert.ok(symbols.some((each) => each.name === 'events' && each.children.length > 0));
  const completion = await ask(protocol.CompletionRequest, {position: {line, character: position.character - 1}});
  assert.ok(completion.items.some((each) => each.label === id));
  assert.equal(await client.leave(), 0);
});

test('half-typed: any beginning of a file gives findings and completions', async (t) => {
  const folder = corpus(t);
  const client = await started(t, folder);
  const path = first_rules(folder);
  const text = readFileSync(path, 'utf8');
  client.open(path, '');
  let version = 1;
  for (let end = 0; end < text.length; end += Math.ceil(text.length / 40)) {
    client.change(path, [{text: text.slice(0, end)}], ++version);
    const typed = text.slice(0, end).split('\n');
    await client.connection.sendRequest(protocol.CompletionRequest.type, {
      textDocument: {uri: uri_of(path)}, position: {line: typed.length - 1, character: typed.at(-1).length}});
  }
  client.change(path, [{text}], ++version);
  assert.deepEqual(await client.published(uri_of(path), (p) => p.version === version), []);
  assert.equal(await client.leave(), 0);
});

test('a file of 10 MB, edited in its midst', async (t) => {
  const folder = fresh_folder(t);
  mkdirSync(join(folder, 'rules'));
  const client = await started(t, folder);
  const path = join(folder, 'rules', 'huge.yaml');
  const record = (i) => `  s-${i}: {title: "Notice \u{1F4DC} number ${i} of very many", publisher: The gazette, kind: gazette}\n`;
  let text = 'inforce: 1\nsources:\n';
  for (let i = 0; text.length < 10_000_000; ++i) text += record(i);
  client.open(path, text);
  assert.deepEqual(await client.published(uri_of(path), (p) => p.version === 1), []);
  const at = {line: 50_000, character: 0};
  client.change(path, [{range: {start: at, end: at}, text: '  S 1: {}\n'}], 2);
  const found = await client.published(uri_of(path), (p) => p.version === 2);
  assert.ok(found.length > 0 && found.every((each) => each.range.start.line === 50_000), JSON.stringify(found));
  assert.equal(await client.leave(), 0);
});

test('conflict marks, binary and empty files', async (t) => {
  const folder = fresh_folder(t);
  mkdirSync(join(folder, 'rules'));
  const client = await started(t, folder);
  const path = join(folder, 'rules', 'a.yaml');
  client.open(path, 'inforce: 1\n<<<<<<< HEAD\nevents: []\n=======\nevents: [{}]\n>>>>>>> other\n');
  assert.equal((await client.published(uri_of(path), (p) => p.version === 1))[0].code, 'IF005');
  client.change(path, [{text: '\u0000\u0001\uFFFD'.repeat(1000)}], 2);
  assert.equal((await client.published(uri_of(path), (p) => p.version === 2))[0].code, 'IF004');
  client.change(path, [{text: ''}], 3);
  assert.equal((await client.published(uri_of(path), (p) => p.version === 3))[0].code, 'IF101');
  assert.equal(await client.leave(), 0);
});

test('what it cannot do is refused, and what is cancelled is not done', async (t) => {
  const folder = corpus(t);
  const client = await started(t, folder);
  await assert.rejects(client.connection.sendRequest('textDocument/noSuchThing', {}),
                       (error) => error.code === ErrorCodes.MethodNotFound);
  const path = first_rules(folder);
  client.open(path, readFileSync(path, 'utf8'));
  const cancelled = [];
  for (let i = 0; i < 20; ++i) {
    const source = new CancellationTokenSource();
    cancelled.push(client.connection.sendRequest('workspace/symbol', {query: ''}, source.token));
    source.cancel();
  }
  const outcomes = await Promise.allSettled(cancelled);
  for (const each of outcomes) {
    if (each.status === 'rejected') assert.equal(each.reason.code, protocol.LSPErrorCodes.RequestCancelled);
  }
  assert.equal(await client.leave(), 0);
});

test('without shutdown the exit status is 1, and so it is when the client goes', async (t) => {
  const folder = fresh_folder(t);
  const client = await started(t, folder);
  client.connection.sendNotification(protocol.ExitNotification.type);
  assert.equal(await client.exit, 1);
  const gone = spawn(program, ['lsp'], {cwd: folder, stdio: ['pipe', 'ignore', 'ignore']});
  const exit = new Promise((resolve) => gone.on('exit', resolve));
  gone.stdin.end();
  assert.equal(await exit, 1);
});

test('bytes that are no messages end it, without a crash', async (t) => {
  const folder = fresh_folder(t);
  let seed = 11;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 30; ++round) {
    const server = spawn(program, ['lsp'], {cwd: folder, stdio: ['pipe', 'ignore', 'pipe']});
    server.stdin.on('error', () => {});
    const exit = new Promise((resolve) => server.on('exit', (code, signal) => resolve(code ?? signal)));
    const bytes = Buffer.alloc(1 + random(4000));
    for (let i = 0; i < bytes.length; ++i) bytes[i] = random(4) === 0 ? random(256) : 'Content-Length: 9\r\n\r\n{}[]"'.charCodeAt(random(26));
    server.stdin.end(bytes);
    assert.equal(await exit, 1);
  }
});

test('the extension of the editor speaks of files and settings that there are', () => {
  const folder = join(top, 'tools/editors/vscode');
  const extension = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder);
  assert.ok(files.includes(extension.main.replace('./', '')));
  const code = readFileSync(join(folder, extension.main), 'utf8');
  const settings = Object.keys(extension.contributes.configuration.properties);
  for (const name of settings) assert.ok(code.includes(`'${name.replace('inforce.', '')}'`), name);
  for (const each of extension.contributes.commands) assert.ok(code.includes(`'${each.command}'`), each.command);
  assert.ok(extension.activationEvents.length > 0);
  assert.match(extension.engines.vscode, /^\^\d+\.\d+\.\d+$/);
});

/// The extension with stand-ins for the editor and the client library; `started` has the clients that it started.
function with_stand_ins(documents, settings) {
  const started = [];
  const listeners = [];
  const sent = [];
  const vscode = {
    workspace: {
      textDocuments: documents,
      workspaceFolders: [{uri: {fsPath: '/w'}}],
      getConfiguration: () => ({get: (name) => settings[name]}),
      findFiles: async () => [],
      fs: {},
      onDidOpenTextDocument: (listener) => listeners.push(listener),
      onDidSaveTextDocument: () => {},
      onDidChangeConfiguration: (listener) => (vscode.configure = listener),
    },
    commands: {registerCommand: (name, run) => (vscode[name] = run)},
  };
  class LanguageClient {
    constructor(id, name, server, options) { Object.assign(this, {server, options}); }
    async start() { started.push(this); }
    async stop() { this.stopped = true; }
    async sendNotification(method, params) { sent.push([method, params]); }
  }
  const load = Module._load;
  Module._load = (name, ...rest) => name === 'vscode' ? vscode
    : name === 'vscode-languageclient/node' ? {LanguageClient, TransportKind: {stdio: 0}} : load(name, ...rest);
  try {
    const path = join(top, 'tools/editors/vscode/extension.js');
    const require = Module.createRequire(path);
    delete require.cache[path];
    return {extension: require(path), vscode, started, sent, open: (document) => listeners[0](document)};
  } finally {
    Module._load = load;
  }
}

const document = (text, languageId = 'yaml') => ({languageId, uri: {scheme: 'file'}, getText: () => text});

test('the extension starts the program where there are rules, once, with the settings', async () => {
  const settings = {path: '${workspaceFolder}/bin/inforce', rules: [], pages: '', inlayHints: true};
  const editor = with_stand_ins([document('services: {}\n'), document('inforce: 1', 'markdown')], settings);
  await editor.extension.activate({subscriptions: []});
  assert.equal(editor.started.length, 0);
  await editor.open(document('# Rules\ninforce: 1\n'));
  await editor.open(document('inforce: 1\n'));
  assert.equal(editor.started.length, 1);
  assert.equal(editor.started[0].server.run.command, '/w/bin/inforce');
  assert.deepEqual(editor.started[0].server.run.args, ['lsp']);
  assert.deepEqual(editor.started[0].options.initializationOptions, {rules: [], pages: '', inlayHints: true});
  settings.inlayHints = false;
  await editor.vscode.configure({affectsConfiguration: (name) => name === 'inforce'});
  assert.deepEqual(editor.sent, [['workspace/didChangeConfiguration',
    {settings: {inforce: {rules: [], pages: '', inlayHints: false}}}]]);
  await editor.vscode['inforce.restart']();
  assert.equal(editor.started.length, 2);
  assert.equal(editor.started[0].stopped, true);
  await editor.extension.deactivate();
  assert.equal(editor.started[1].stopped, true);
});
