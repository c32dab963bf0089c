import { generate } from "selfsigned";

export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** An authority of its own. */
export async function createAuthority(name: string): Promise<Identity> {
  return pick(
    await generate([{ name: "commonName", value: name }], {
      keyType: "ec",
      algorithm: "sha256",
      extensions: [
        { name: "basicConstraints", cA: true, critical: true },
        { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
      ],
    }),
  );
}

/** A certificate of an authority, for servers on loopback and for clients. */
export async function issue(ca: Identity, name: string, passphrase?: string): Promise<Identity> {
  return pick(
    await generate([{ name: "commonName", value: name }], {
      keyType: "ec",
      algorithm: "sha256",
      ca,
      ...(passphrase && { passphrase }),
      extensions: [
        { name: "keyUsage", digitalSignature: true },
        { name: "extKeyUsage", serverAuth: true, clientAuth: true },
        {
          name: "subjectAltName",
          altNames: [
            { type: 2, value: "localhost" },
            { type: 7, ip: "127.0.0.1" },
          ],
        },
      ],
    }),
  );
}

function pick({ cert, private: key }: { cert: string; private: string }): Identity {
  return { cert, key };
}
