// A language client over stdio: what an editor says to a language server, and what it hears.
import {spawn} from 'node:child_process';
import {need} from './support.mjs';

const rpc = need('vscode-jsonrpc/node');

/// Starts a server: `words` are its command line. `settings` answers the server's questions for configuration.
export async function start_server(words, {root, settings = {}} = {}) {
  const child = spawn(words[0], words.slice(1), {stdio: ['pipe', 'pipe', 'inherit']});
  const connection = rpc.createMessageConnection(
      new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
  const found = new Map();
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({uri, diagnostics}) => {
    found.set(uri, diagnostics);
    waiting.get(uri)?.(diagnostics);
    waiting.delete(uri);
  });
  const section = name => name.split('.').reduce((value, key) => value?.[key], settings) ?? null;
  connection.onRequest('workspace/configuration', ({items}) => items.map(item => section(item.section ?? '')));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/workspaceFolders', () => []);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification(() => {});
  connection.onRequest((method) => { throw new Error(`the server asks for ${method}`); });
  connection.listen();

  const initialized = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: root ?? null,
    capabilities: {
      workspace: {configuration: true},
      textDocument: {
        completion: {completionItem: {snippetSupport: true, documentationFormat: ['markdown', 'plaintext']}},
        hover: {contentFormat: ['markdown', 'plaintext']},
        publishDiagnostics: {},
      },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', {settings});

  return {
    connection,
    capabilities: initialized.capabilities,

    /// Opens a document and gives the diagnostics that come of it.
    open(uri, text, language = 'yaml') {
      const heard = new Promise(resolve => waiting.set(uri, resolve));
      connection.sendNotification('textDocument/didOpen', {textDocument: {uri, languageId: language, version: 1, text}});
      return heard;
    },

    request(method, uri, line, character, more = {}) {
      return connection.sendRequest(method, {textDocument: {uri}, position: {line, character}, ...more});
    },

    diagnostics: uri => found.get(uri) ?? [],

    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
      child.kill();
    },
  };
}
