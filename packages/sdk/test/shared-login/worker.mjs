// One process of several that share a login: calls the API once, and prints the outcome.

import { createClient, isAuthenticationError, listProjects, passwordLogin } from "@keynest/sdk";
import KeyvRedis from "@keyv/redis";
import { Keyv } from "keyv";

const { API_URL, REDIS_URL, PASSWORD } = process.env;
const store = new Keyv({ store: new KeyvRedis(REDIS_URL) });
const auth = passwordLogin({ email: "user@example.com", password: PASSWORD, store });
try {
  const { count } = await listProjects(createClient({ baseUrl: API_URL, auth }));
  console.log(count);
} catch (error) {
  if (!isAuthenticationError(error)) throw error;
  console.log(error.status);
}
await store.disconnect();
