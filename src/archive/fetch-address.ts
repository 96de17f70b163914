import ipaddr from 'ipaddr.js';
import { Refused } from '../text/refusal.ts';

// Where web pages are served. A fetcher that speaks to any port can be made to speak to a mail server or a database.
const PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443']);

// Names that never lead to the public web: RFC 6761, RFC 6762, RFC 7686, RFC 9476, and what routers and clouds use.
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|example|invalid|alt|arpa)$/;
const LONGEST_ADDRESS = 2000;

/**
 * What may be fetched although it is no public address, as `ip:port`. Nothing, but in a test that brings its own server.
 *
 * @example
 * const allowed: Allowed = new Set(['127.0.0.1:40123']);
 */
export type Allowed = ReadonlySet<string>;

/** True for a word that is meant as a web address and not as the name of a file. */
export function isWebAddress(word: string): boolean {
  return /^(?:https?|ftps?|wss?|gopher|data|javascript|blob|view-source):/i.test(word);
}

/**
 * The address to fetch, as the URL standard reads it: numbers written in decimal, octal or hex become the address that
 * they are, letters of other scripts become Punycode, the fragment is left out.
 *
 * @param base what a redirect is relative to; null for what a person wrote.
 * @throws Refused, one sentence each, for what is no web address, another scheme, a name and password, another port than
 * 80, 443, 8080 and 8443, a number that is no public address, and a name that never leads to the public web.
 */
export function addressToFetch(written: string, base: URL | null, allowed: Allowed): URL {
  const shown = written.length > 200 ? `${written.slice(0, 200)}…` : written;
  if (written.length > LONGEST_ADDRESS) {
    throw new Refused(`${shown} is longer than ${LONGEST_ADDRESS} characters: give the short address of the page.`);
  }
  const url = URL.parse(written, base?.href);
  if (!url) throw new Refused(`${shown} is no web address: write it as the browser shows it, with https:// before it.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Refused(`${shown} is not fetched, only http and https are: save the page and name the file.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new Refused(`${hidden(url)} carries a name or password: give the address without what stands before the @.`);
  }
  if (!PORTS.has(url.port) && ![...allowed].some((one) => one.endsWith(`:${url.port}`))) {
    throw new Refused(`${shown} is not fetched from port ${url.port}: pages are read from 80, 443, 8080 and 8443.`);
  }
  refuseHost(url, shown, allowed);
  url.hash = '';
  return url;
}

/**
 * True for an address of the public network that belongs to one host: what `ipaddr.js` calls unicast, and of IPv6 only
 * what is allotted to the public (2000::/3). Everything that stands for an IPv4 address (mapped, 6to4, NAT64, Teredo) is
 * refused with the private, loopback, link-local, shared, multicast and reserved ones.
 */
export function isPublicIp(ip: string): boolean {
  if (!ipaddr.isValid(ip) || ip.includes('%')) return false;
  const parsed = ipaddr.parse(ip);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}

/** The IP address that the host of a URL is, without brackets, or null where it is a name. */
export function ipOfHost(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(host) ? host : null;
}

/** True where a connection may be made: to a public address, or to one that is allowed by name. */
export function mayConnect(ip: string, url: URL, allowed: Allowed): boolean {
  return isPublicIp(ip) || allowed.has(`${ip}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`);
}

function refuseHost(url: URL, shown: string, allowed: Allowed): void {
  const ip = ipOfHost(url);
  if (ip !== null) {
    if (mayConnect(ip, url, allowed)) return;
    throw new Refused(`${shown} leads to ${ip}, which is no public address: save the page and name the file.`);
  }
  const name = url.hostname.replace(/\.$/, '');
  if (name.endsWith('.onion')) {
    throw new Refused(`${shown} is an onion address, which only Tor reaches: save the page in Tor Browser.`);
  }
  if (!name.includes('.') || PRIVATE_NAMES.test(name)) {
    throw new Refused(`${shown} is no name of the public web: save the page and name the file.`);
  }
}

// A password must not come back in an error that somebody copies into a chat.
function hidden(url: URL): string {
  const copy = new URL(url);
  copy.username = '';
  copy.password = '';
  return copy.href;
}
