import { BlockList, isIP } from "node:net";

/**
 * Whether a URL is among the exceptions in `NO_PROXY`, separated by commas or spaces: a host, which stands for its
 * subdomains too, with or without a dot or `*.` before it; an address, or a block of them as `10.0.0.0/8`; either with a
 * port; or `*` for all.
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
      return isIP(host) ? host === name || isInBlock(host, name) : host === name || host.endsWith(`.${name}`);
    });
}

function isInBlock(address: string, block: string): boolean {
  const [network = "", prefix] = block.split("/");
  if (!isIP(network) || !prefix) return false;
  try {
    const blocks = new BlockList();
    blocks.addSubnet(network, Number(prefix), family(network));
    return blocks.check(address, family(address));
  } catch {
    return false;
  }
}

function family(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
