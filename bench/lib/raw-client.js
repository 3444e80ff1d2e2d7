const { connect } = require('node:net');

const END_OF_HEADERS = Buffer.from('\r\n\r\n');

/**
 * One kept connection of HTTP/1.1, one request at a time. It knows just what Node's servers answer (a status line and a
 * Content-Length), which costs the load process little, so that the cores are the server's.
 */
class RawClient {
  constructor(port) {
    this.port = port;
    this.received = [];
    this.waiting = null;
    this.expected = null;
  }

  async open() {
    this.socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    await new Promise((resolve, reject) => this.socket.once('connect', resolve).once('error', reject));
    this.socket.on('data', (data) => this.take(data));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  /** @param headers lines, each with its line end; answers status and body */
  request(method, path, headers, body = '') {
    const length =
      body === '' ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}${length}\r\n${body}`);
    });
  }

  close() {
    this.waiting = null;
    this.socket.destroy();
  }

  take(data) {
    this.received.push(data);
    const all = this.received.length === 1 ? data : Buffer.concat(this.received);
    this.received = [all];
    this.expected ??= lengthOf(all);
    if (this.expected === null || all.length < this.expected.total) return;
    const { status, start } = this.expected;
    const { resolve } = this.waiting;
    this.received = [];
    this.expected = null;
    this.waiting = null;
    resolve({ status, body: all.toString('utf8', start) });
  }

  fail(error) {
    this.waiting?.reject(error);
    this.waiting = null;
  }
}

function lengthOf(received) {
  const end = received.indexOf(END_OF_HEADERS);
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without Content-Length: ${head}`);
  const start = end + END_OF_HEADERS.length;
  return { status: Number(head.slice(9, 12)), start, total: start + Number(length) };
}

module.exports = { RawClient };
