import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { OfficeEnv, OfficeParts } from './parts.ts';

/** What pages of the office may load and do: their own scripts and styles from files, nothing inline, nothing from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What each answer has unless its area says otherwise. */
const USUAL = { 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store' };

export const strictHeaders = ({ address }: OfficeParts): MiddlewareHandler<OfficeEnv>[] => [
  secureHeaders({
    strictTransportSecurity: address?.protocol === 'https:' ? 'max-age=31536000' : false,
    // With less, browsers would not say which page of ours a form comes from.
    referrerPolicy: 'same-origin',
    xFrameOptions: 'SAMEORIGIN',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  }),
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(USUAL)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  },
];
