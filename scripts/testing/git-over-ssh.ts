import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const SSHD = '/usr/sbin/sshd';
/** Without it there is nothing to serve with. */
export const hasSshd = existsSync(SSHD);

/** Serves the machine's repositories over SSH on loopback, for one key. @returns beginning of an address, and the command for Git */
export async function serveSsh(folder: string): Promise<{ address: string; command: string; close(): void }> {
  for (const name of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const port = await freePort();
  const settings = {
    Port: port,
    ListenAddress: '127.0.0.1',
    HostKey: join(folder, 'host'),
    AuthorizedKeysFile: join(folder, 'user.pub'),
    StrictModes: 'no',
    PermitRootLogin: 'yes',
    PasswordAuthentication: 'no',
    PidFile: 'none',
  };
  writeFileSync(
    join(folder, 'sshd'),
    Object.entries(settings)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(''),
  );
  const server = spawn(SSHD, ['-D', '-e', '-f', join(folder, 'sshd')], { stdio: 'ignore' });
  const command = `ssh -i ${join(folder, 'user')} -o IdentitiesOnly=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR`;
  const address = `ssh://${userInfo().username}@127.0.0.1:${port}`;
  for (let tries = 0; tries < 100 && !answers(command, address); tries++) await setTimeout(100);
  return { address, command, close: () => server.kill() };
}

function answers(command: string, address: string): boolean {
  const { hostname, port, username } = new URL(address);
  try {
    execFileSync('sh', ['-c', `${command} -p ${port} ${username}@${hostname} true`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
