import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, watchFile } from 'node:fs';
import https from 'node:https';
import { tlsFiles } from './settings.mjs';

/** How often a renewed certificate is looked for, in milliseconds. */
const LOOK = 60_000;

const contents = ({ cert, key }) => ({ cert: readFileSync(cert), key: readFileSync(key) });

/**
 * What speaks https in front of a server, on connections that it is handed; null where no certificate is set. A
 * certificate that was renewed in place is taken into use while it runs.
 */
export function secureFront(plain) {
  const files = tlsFiles();
  if (!files) return null;
  const front = https.createServer({ ...contents(files), minVersion: 'TLSv1.2' });
  front.on('request', (request, response) => plain.emit('request', request, response));
  for (const file of Object.values(files))
    watchFile(file, { interval: LOOK, persistent: false }, () => renew(front, files));
  return front;
}

/** Certificate and key are two files: between the one and the other they do not fit, and the old ones stay. */
function renew(front, files) {
  try {
    front.setSecureContext(contents(files));
  } catch (error) {
    console.error(`新的证书没有启用:${error.message}`);
  }
}

/** What is wrong with the certificate that is set, in words; null when nothing is. */
export function tlsProblem() {
  const { TLS_CERT, TLS_KEY } = process.env;
  if (!TLS_CERT && !TLS_KEY) return null;
  const files = tlsFiles();
  if (!files) return 'TLS_CERT(证书)和 TLS_KEY(私钥)要一起设置。';
  try {
    const { cert, key } = contents(files);
    const certificate = new X509Certificate(cert);
    if (!certificate.checkPrivateKey(createPrivateKey(key)))
      return '证书和私钥不是一对,请检查 TLS_CERT 和 TLS_KEY。';
    if (new Date(certificate.validTo) < new Date())
      return `证书已于 ${certificate.validTo} 过期,请更换 TLS_CERT。`;
    return null;
  } catch (error) {
    return `证书或私钥不能读取(${error.code ?? error.message})。请检查 TLS_CERT 和 TLS_KEY,应为 PEM 格式的文件。`;
  }
}
