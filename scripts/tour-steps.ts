import {
  adminKeyAuth,
  createClient,
  createEnvironment,
  createOrganization,
  createProject,
  createVariable,
  exportEnvironment,
  getHealth,
  getProject,
  importEnvironment,
  isNotFoundError,
  isRateLimitError,
  KeyNest,
  listClients,
  listKeys,
  listProjects,
  listProjectsDetailed,
  loginUser,
  oauth2Auth,
  paginate,
  passwordLogin,
  registerClient,
  registerUser,
  revokeClientKey,
  tokenAuth,
} from "@keynest/sdk";

/** A step of the tour, with the function of the SDK that it calls. */
export interface TourStep {
  readonly title: string;
  readonly operation: string;
  /** Resolves to a short summary of the result, without secrets. Rejects if the result is not as expected. */
  run(): Promise<string>;
}

/** Returns the steps of the tour, for a mock server at `baseUrl`. */
export function tourSteps(baseUrl: string): TourStep[] {
  const password = "correct horse battery staple";
  const anonymous = createClient({ baseUrl });
  const session = { token: "" };
  // Each call asks for the credential, so the client can exist before the login.
  const client = createClient({ baseUrl, auth: tokenAuth(() => session.token) });
  const keyOwner = createClient({ baseUrl, auth: oauth2Auth("an-access-token") });
  const admin = createClient({ baseUrl, auth: adminKeyAuth("an-admin-key") });
  const found = { organization: 0, project: 0, environment: 0 };

  return [
    step("Check the health of the server", "getHealth", async () => {
      const { service, status, version } = await getHealth(anonymous);
      return `${service} ${version} is ${status}`;
    }),
    step("Register a user", "registerUser", async () => {
      const account = { username: "newuser", email: "user@example.com", password, confirm_password: password };
      const { user } = await registerUser(anonymous, { body: { ...account, first_name: "John", last_name: "Doe" } });
      return `${user.username} <${user.email}>`;
    }),
    step("Log in", "loginUser", async () => {
      const { token, user } = await loginUser(anonymous, { body: { email: "user@example.com", password } });
      session.token = token;
      return `${user.full_name}, with a token of ${token.length} characters`;
    }),
    step("Create an organization", "createOrganization", async () => {
      const organization = await createOrganization(client, { body: { name: "New Organization" } });
      found.organization = organization.id;
      return `#${organization.id} ${organization.name}, as ${organization.user_role}`;
    }),
    step("Create a project", "createProject", async () => {
      const project = await createProject(client, { body: { name: "New Project", organization: found.organization } });
      found.project = project.id;
      return `#${project.id} ${project.name}, in ${project.organization_name}`;
    }),
    step("Create an environment", "createEnvironment", async () => {
      const body = { name: "staging", project: found.project, environment_type: "staging" } as const;
      const environment = await createEnvironment(client, { body });
      found.environment = environment.id;
      return `#${environment.id} ${environment.name}, of ${environment.project_name}`;
    }),
    step("Create a variable", "createVariable", async () => {
      const body = { key: "API_KEY", value: "a-secret-value", environment: found.environment };
      const variable = await createVariable(client, { body });
      return `#${variable.id} ${variable.key}, its value hidden`;
    }),
    step("Import a .env file", "importEnvironment", async () => {
      const file = new File(["API_KEY=a-secret-value\nDEBUG=false\n"], ".env");
      const { summary } = await importEnvironment(client, { environment_id: found.environment, body: { file } });
      return `${summary.imported} imported, ${summary.updated} updated, ${summary.failed} failed`;
    }),
    step("Export it again", "exportEnvironment", async () => {
      const text = await exportEnvironment(client, { environment_id: found.environment });
      const keys = Array.from(text.matchAll(/^(\w+)=/gm), ([, key]) => key);
      return `a file with ${keys.join(", ")}`;
    }),
    step("List with a filter", "listProjects", async () => {
      const { count, results } = await listProjects(client, { organization: 1, search: "web" });
      return `${count} found: ${results.map(({ name }) => name).join(", ")}`;
    }),
    step("Iterate over all pages", "paginate", async () => {
      const names: string[] = [];
      for await (const { name } of paginate(listProjects, client)) names.push(name);
      return `${names.length} in all: ${names.join(", ")}`;
    }),
    step("Log in automatically", "passwordLogin", async () => {
      const login = passwordLogin({ email: "user@example.com", password });
      const { count } = await listProjects(createClient({ baseUrl, auth: login }));
      return `${count} found, with a token from an automatic login`;
    }),
    step("Call a method of the class", "KeyNest", async () => {
      const keynest = new KeyNest({ baseUrl, token: session.token });
      const { results } = await keynest.environments.variables(found.environment);
      return `client.environments.variables(${found.environment}): ${results.map(({ key }) => key).join(", ")}`;
    }),
    step("Request a missing project", "getProject", async () => {
      const missing = getProject(client, { id: 404 }, { headers: { prefer: "code=404" } });
      return expectError(missing, isNotFoundError);
    }),
    step("Exceed the rate limit", "listProjects", async () => {
      const refused = listProjects(client, {}, { headers: { prefer: "code=429" } });
      return expectError(refused, isRateLimitError);
    }),
    step("Get an error as a value", "listProjectsDetailed", async () => {
      const result = await listProjectsDetailed(client, {}, { headers: { prefer: "code=401" } });
      if (result.status !== 401) throw new Error(`expected status 401, got ${result.status}`);
      return `ok: ${result.ok}, status: ${result.status}, error: "${result.error.error}"`;
    }),
    step("List API keys", "listKeys", async () => {
      const keys = await listKeys(keyOwner);
      return keys.map(({ name, uuid }) => `${name} (${uuid.slice(0, 8)}…)`).join(", ");
    }),
    step("Register a client", "registerClient", async () => {
      const { client_id, license } = await registerClient(admin, {
        body: { client_id: "testclient", license: "maker" },
      });
      return `${client_id}, license ${license}`;
    }),
    step("List clients", "listClients", async () => {
      const clients = await listClients(admin);
      return clients.map(({ client_id, created_at }) => `${client_id}, since ${created_at}`).join("; ");
    }),
    step("Revoke the client's key", "revokeClientKey", async () => {
      return (await revokeClientKey(admin, { body: { client_id: "testclient" } })).message;
    }),
  ];
}

function step(title: string, operation: string, run: () => Promise<string>): TourStep {
  return { title, operation, run };
}

/** Expects a call to reject with a typed error. Returns its name and message. */
async function expectError<E extends Error>(
  call: Promise<unknown>,
  guard: (error: unknown) => error is E,
): Promise<string> {
  const error = await call.then(
    () => new Error("the call succeeded, but should have failed"),
    (reason: unknown) => reason,
  );
  if (!guard(error)) throw error;
  return `${error.name}: ${error.message}`;
}
