import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../../scripts/lib/port.mjs';

export type MailServer = {
  url: string;
  letters: ParsedMail[];
  /** While true, every letter is refused. */
  refuse: boolean;
  close(): Promise<void>;
};

/** A real SMTP server that keeps what it is sent. */
export async function startMailServer(): Promise<MailServer> {
  const port = await freePort();
  const mail: MailServer = { url: `smtp://127.0.0.1:${port}`, letters: [], refuse: false, close };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((letter) => {
        if (mail.refuse) return done(Object.assign(new Error('Mailbox full'), { responseCode: 452 }));
        mail.letters.push(letter);
        return done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return mail;

  function close(): Promise<void> {
    return new Promise((resolve) => server.close(() => resolve()));
  }
}
