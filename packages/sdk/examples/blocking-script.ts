// For configuration files and start-up code that cannot wait: every statement ends before the next one begins.
import { parseEnv } from "node:util";
import { tokenAuth } from "@keynest/sdk";
import { createSyncClient, exportEnvironmentSync } from "@keynest/sdk/sync";

using client = createSyncClient({ auth: tokenAuth(process.env.KEYNEST_TOKEN ?? "") });
const variables = parseEnv(exportEnvironmentSync(client, { environment_id: 1 }));
Object.assign(process.env, variables);
console.log("Loaded", Object.keys(variables).join(", "));
