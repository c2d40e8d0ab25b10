import { createServer } from 'node:net';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { StorageUnavailable } from './object-store';
import { objectStoreContract } from './object-store.contract';
import { openObjectStore } from './open-object-store';
import { parseStorageUrl, S3Store } from './s3-store';

const liveServer = process.env.S3_TEST_URL;
const describeLive = liveServer ? describe : describe.skip;

describeLive('objects on the S3 server of S3_TEST_URL', () => objectStoreContract(async () => new S3Store(liveServer ?? '')));

describe('the storage address', () => {
  it('is read whole', () => {
    expect(parseStorageUrl('s3://prong%3Asai:se%2Fcr%40et@127.0.0.1:9000/prongsai?tls=0')).toEqual({
      accessKey: 'prong:sai', secretKey: 'se/cr@et', host: '127.0.0.1', port: 9000, tls: false, bucket: 'prongsai', region: 'us-east-1',
    });
    expect(parseStorageUrl('s3://key:secret@s3.example.go.th/files?region=ap-southeast-7')).toMatchObject({
      host: 's3.example.go.th', port: 443, tls: true, region: 'ap-southeast-7',
    });
  });

  it.each(['', 'http://key:topsecret@host/bucket', 's3://host/bucket', 's3://key:topsecret@host', 's3://key:topsecret@host/a/b', 's3://key@host/bucket'])(
    '%j is refused without repeating the secret',
    (url) => {
      expect(() => parseStorageUrl(url)).toThrow(/^STORAGE_URL: /);
      expect(() => parseStorageUrl(url)).not.toThrow(/topsecret/);
    },
  );
});

describe('a server that does not answer', () => {
  it('is told as unavailable, and opening does not wait for it', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    closed.close();
    await once(closed, 'close');
    const store = await openObjectStore({ storageUrl: `s3://key:secret@127.0.0.1:${port}/bucket?tls=0`, dataDir: '' });
    await expect(store.stat('a/b')).rejects.toThrow(StorageUnavailable);
    await expect(store.put('a/b', Readable.from([Buffer.from('x')]))).rejects.toThrow(StorageUnavailable);
  });
});
