import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Certificate = {
  cert: string;
  key: string;
  /** By which a browser may be told to trust it. */
  print: string;
};

/** An authority of one's own and a certificate for a name, as docs/手机访问.md describes it. */
export function makeCertificate(folder: string, name: string): Certificate {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...fresh,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '3650',
    '-subj',
    '/CN=Test CA',
  );
  openssl('req', ...fresh, '-keyout', 'server.key', '-out', 'server.csr', '-subj', `/CN=${name}`);
  writeFileSync(path.join(folder, 'server.ext'), `subjectAltName=DNS:${name}\nextendedKeyUsage=serverAuth\n`);
  const by = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'server.ext'];
  openssl('x509', '-req', '-in', 'server.csr', ...by, '-out', 'server.crt', '-days', '825');
  const cert = path.join(folder, 'server.crt');
  const { publicKey } = new X509Certificate(readFileSync(cert));
  const print = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  return { cert, key: path.join(folder, 'server.key'), print };
}
