import { createClient, listOrganizations, paginate, tokenAuth } from "@keynest/sdk";

const client = createClient({ auth: tokenAuth(process.env.KEYNEST_TOKEN ?? "") });

// The next page is requested while the items of this one are used.
for await (const organization of paginate(listOrganizations, client, {}, { prefetch: true })) {
  console.log(organization.name);
}
