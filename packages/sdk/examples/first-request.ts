import { createClient, listProjects, tokenAuth } from "@keynest/sdk";

const client = createClient({ auth: tokenAuth(process.env.KEYNEST_TOKEN ?? "") });
const page = await listProjects(client, { search: "web" });
for (const project of page.results) console.log(project.name, project.environment_count);
