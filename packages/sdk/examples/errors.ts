import {
  createClient,
  getProject,
  getProjectDetailed,
  isApiError,
  isConnectionError,
  isNotFoundError,
  tokenAuth,
} from "@keynest/sdk";

const client = createClient({ auth: tokenAuth(process.env.KEYNEST_TOKEN ?? "") });

// The plain form throws a class for each kind of failure.
try {
  const project = await getProject(client, { id: 404 });
  console.log(project.name);
} catch (error) {
  if (isNotFoundError(error)) console.log("There is no such project.");
  else if (isApiError(error)) console.log(error.status, error.message, error.requestId);
  else if (isConnectionError(error)) console.log("The server cannot be reached:", error.cause);
  else throw error;
}

// The detailed form resolves to a result, whatever the status is.
const result = await getProjectDetailed(client, { id: 404 });
if (result.ok) console.log(result.data.name);
else console.log(result.status, result.error);
