import { Refused } from '../text/refusal.ts';

// What to do about a site that may be another.
const UNPROVEN = ': do not rely on what it shows, and save it from a browser if you must';

// What the network, TLS and the HTTP parser say, by the beginning of its code, and what to tell a person.
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^(ENOTFOUND|ENODATA|EAI_)/, 'has no address on the network: check its spelling and the connection'],
  [/^ECONNREFUSED/, 'takes no connection: check the address, or try again later'],
  [/^(ENETUNREACH|EHOSTUNREACH|ENETDOWN)/, 'cannot be reached from here: check the connection'],
  [/^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|^ETIMEDOUT/, 'does not answer in time: try again later'],
  [
    /^UND_ERR_HEADERS_OVERFLOW|^HPE_HEADER_OVERFLOW/,
    'sends more headers than any page has: save the page from a browser',
  ],
  [/^HPE_|^HTTPParserError/, 'does not answer as a web server does: check the address'],
  [/^CERT_HAS_EXPIRED/, `shows a certificate whose time is over${UNPROVEN}`],
  [
    /^CERT_NOT_YET_VALID/,
    `shows a certificate whose time has not come: check this computer's clock, or try again later`,
  ],
  [/^(ERR_TLS_CERT_ALTNAME|HOSTNAME_MISMATCH)/, `shows the certificate of another site${UNPROVEN}`],
  [
    /^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|CERT_UNTRUSTED|CERT_REJECTED|CERT_CHAIN)/,
    `shows a certificate that nobody known vouches for${UNPROVEN}`,
  ],
  [
    /^ERR_SSL_(UNSUPPORTED_PROTOCOL|TLSV1_ALERT_PROTOCOL_VERSION|VERSION_TOO_LOW)/,
    `speaks only an old TLS, which others can read${UNPROVEN}`,
  ],
  [/^(ERR_TLS|ERR_SSL|CERT_|CRL_|ERROR_IN_C|EPROTO)/, `cannot prove that it is the site it says${UNPROVEN}`],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR)/, 'broke off before the page was whole: try again later'],
];

const ANSWERS: Readonly<Record<number, string>> = {
  401: 'wants a login: save the page from a browser that has one',
  402: 'wants to be paid: save the page from a browser that may read it',
  403: 'does not let this program read it: save the page from a browser',
  404: 'is not there: check the address, or look for the page in a web archive',
  410: 'was taken away by its site: look for the page in a web archive',
  429: 'asks for fewer requests: try again in some hours',
  451: 'is withheld for legal reasons: save the page from a browser elsewhere',
};

/** The sentence for a connection that failed. What is no fault of the network is thrown as it came. */
export function refusalOf(error: unknown, address: string): Refused {
  if (error instanceof Refused) return error;
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const found = FAULTS.find(([pattern]) => pattern.test(code));
  if (!found) throw error;
  return new Refused(`${address} ${found[1]} (${code}).`);
}

/** The sentence for an answer that brings no page. */
export function refusalOfStatus(status: number, address: string): Refused {
  const other =
    status >= 500 ? 'is out of order at its site: try again later' : 'brings no page: save it from a browser';
  return new Refused(`${address} ${ANSWERS[status] ?? other} (${status}).`);
}
