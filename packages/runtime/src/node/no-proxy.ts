import { BlockList, isIP } from "node:net";

/**
 * Whether `NO_PROXY` excludes a URL. Its entries are separated by commas or spaces. An entry is a host, which includes its
 * subdomains, with or without a leading dot or `*.`; an IP address, or a block such as `10.0.0.0/8`; either with a port;
 * or `*` for all. IPv4-mapped IPv6 addresses count as IPv4 addresses.
 */
export function isExcluded({ hostname, port, protocol }: URL, exceptions: string): boolean {
  const host = hostname.replace(/^\[|\]$|\.$/g, "");
  const used = port || (protocol === "https:" ? "443" : "80");
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === "*") return true;
      const [, bracketed, plain, onPort] =
        /^(?:\[(.*)\]|(.*?))(?::(\d+))?$/.exec(isIP(entry) ? `[${entry}]` : entry) ?? [];
      if (onPort && onPort !== used) return false;
      const name = (bracketed ?? plain ?? "").replace(/^\*?\./, "").replace(/\.$/, "");
      if (!name) return false;
      return isIP(host)
        ? isSameAddress(host, name) || isInBlock(host, name)
        : host === name || host.endsWith(`.${name}`);
    });
}

function isSameAddress(one: string, other: string): boolean {
  return isIP(other) > 0 && plainAddress(one) === plainAddress(other);
}

function isInBlock(address: string, block: string): boolean {
  const [network = "", prefix] = block.split("/");
  if (!isIP(network) || !prefix) return false;
  try {
    const blocks = new BlockList();
    blocks.addSubnet(network, Number(prefix), family(network));
    // `check` treats an IPv4 address like an IPv4-mapped one, and vice versa.
    return blocks.check(address, family(address));
  } catch {
    return false;
  }
}

/** In the one spelling of URLs; an IPv4-mapped IPv6 address (`::ffff:10.0.0.1`; RFC 4291, section 2.5.5.2) as IPv4. */
function plainAddress(address: string): string {
  const href = `http://[${address}]`;
  if (isIP(address) !== 6 || !URL.canParse(href)) return address;
  const plain = new URL(href).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(plain) ?? [];
  if (high === undefined || low === undefined) return plain;
  const [first, second] = [high, low].map((digits) => Number.parseInt(digits, 16)) as [number, number];
  return [first >> 8, first & 255, second >> 8, second & 255].join(".");
}

function family(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
