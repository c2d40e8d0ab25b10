import net, { type AddressInfo, type Socket } from 'node:net';

/** A line between a program and its server that can be cut and mended. */
export interface TcpProxy {
  port: number;
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>;
  /** Listens again, on the same port. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a line on loopback to `target`. */
export async function openTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = net.createServer((incoming) => {
    const outgoing = net.connect(target.port, target.host);
    keep(incoming);
    keep(outgoing);
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on('close', () => outgoing.destroy());
    outgoing.on('close', () => incoming.destroy());
  });
  const listen = (port: number) => new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = () => new Promise<void>((done) => {
    if (!server.listening) return done();
    server.close(() => done());
    for (const socket of sockets) socket.destroy();
  });
  return { port, cut, mend: () => listen(port), close: cut };
}
