// Starts mocks with an Object.prototype that has a value for every option, and prints how they behave. Not for `status` and
// `code`: by the one Node.js loses the status of its responses, by the other Ajv its keywords.
import { startMock } from "../../src/index.ts";

const values = {
  ...{ host: "256.256.256.256", port: -1, description: "/none", dynamic: true, seed: "polluted", stateful: true },
  ...{ onRequest: () => process.exit(3), data: "/none/none", start: "polluted", adminKey: "polluted", pageSize: 1 },
  ...{ rateLimits: { requestsPerHour: 0 }, requestsPerHour: 0, loginsPerMinute: 0, accessTokenLifetimeMs: -1 },
  ...{ example: "polluted", delayMs: 999_999, fault: "reset", times: 9, unchecked: true },
  ...{ name: "polluted", description_of: "polluted", username: "polluted", page: "7", search: "polluted" },
};
if (process.argv[2] === "polluted") {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      // For the package alone: Node.js reads its own objects.
      get: () => (/[\\/]packages[\\/]mock[\\/]src[\\/]/.test(new Error().stack.split("\n")[2]) ? value : undefined),
      set(own) {
        Object.defineProperty(this, name, { value: own, configurable: true, enumerable: true, writable: true });
      },
    });
  }
}

const seen = [];
async function ask(url, { method = "GET", token, body } = {}) {
  const headers = {
    ...(token && { authorization: `Token ${token}` }),
    ...(body && { "content-type": "application/json" }),
  };
  const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const answer = await response.json();
  const said = response.ok ? Object.keys(answer) : JSON.stringify(answer);
  seen.push(`${method} ${new URL(url).pathname} ${response.status} ${said}`);
  return answer;
}

const mock = await startMock();
mock.next("listProjects", { body: { count: 0, next: null, previous: null, results: [] } });
for (let times = 0; times < 2; times++) await ask(`${mock.url}/api/projects/`, { token: "0123" });
await ask(`${mock.url}/api/projects/?__proto__=a&__proto__=b`, { token: "0123" });
await mock.close();

const keynest = await startMock({ stateful: { start: "empty" } });
const user = { email: "a@example.com", password: "a-Pass-phrase-of-7", first_name: "A", last_name: "B" };
const { token } = await ask(`${keynest.url}/api/auth/register/`, {
  method: "POST",
  body: { ...user, username: "a_user", confirm_password: user.password },
});
await ask(`${keynest.url}/api/projects/`, { token });
await ask(`${keynest.url}/api/organizations/`, { token, method: "POST", body: { name: "An organization" } });
await ask(`${keynest.url}/api/organizations/`, { token, method: "POST", body: { description: "without a name" } });
await keynest.close();

console.log(JSON.stringify(seen));
