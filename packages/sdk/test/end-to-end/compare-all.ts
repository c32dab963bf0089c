import {
  type Client,
  getEnvironment,
  getOrganization,
  getProject,
  getVariable,
  listEnvironments,
  listEnvironmentVariables,
  listOrganizationMembers,
  listOrganizations,
  listProjectEnvironments,
  listProjects,
  paginate,
} from "@keynest/sdk";
import { expect } from "vitest";
import type { Environment, Model, Project } from "./model.ts";

/** Reads everything that a user may see, list by list and one by one, and holds it against the model. */
export async function compareAll(client: Client<{ TokenAuth: true }>, user: string, model: Model): Promise<void> {
  const organizations = await all(paginate(listOrganizations, client));
  expect(organizations).toMatchObject(
    model.organizations
      .where(({ members }) => members.has(user))
      .map(([id, { name, members }]) => ({
        id,
        name,
        member_count: members.size,
        project_count: model.projects.where(({ organization }) => organization === id).length,
        user_role: members.get(user),
      })),
  );

  const projects = await all(paginate(listProjects, client));
  expect(projects).toMatchObject(
    visible(user, model, "projects").map(([id, { organization, name, createdBy }]) => ({
      id,
      name,
      organization,
      organization_name: model.organizations.get(organization).name,
      created_by_name: createdBy,
      environment_count: model.environments.where(({ project }) => project === id).length,
    })),
  );

  const environments = await all(paginate(listEnvironments, client));
  expect(environments).toMatchObject(
    visible(user, model, "environments").map(([id, { project, name, createdBy }]) => ({
      id,
      name,
      project,
      project_name: model.projects.get(project).name,
      created_by_name: createdBy,
      variable_count: model.variables.where(({ environment }) => environment === id).length,
    })),
  );

  for (const organization of organizations) {
    const { id } = organization;
    expect(await getOrganization(client, { id })).toEqual(organization);
    const { members, total_count } = await listOrganizationMembers(client, { id });
    expect(total_count).toBe(organization.member_count);
    expect(new Map(members.map(({ username, role }) => [username, role]))).toEqual(model.organizations.get(id).members);
    const filtered = await all(paginate(listProjects, client, { organization: id }));
    expect(filtered).toEqual(projects.filter((project) => project.organization === id));
  }
  for (const project of projects) {
    expect(await getProject(client, { id: project.id })).toEqual(project);
    const own = await all(paginate(listProjectEnvironments, client, { project_id: project.id }));
    expect(own).toEqual(environments.filter((environment) => environment.project === project.id));
  }
  for (const environment of environments) {
    expect(await getEnvironment(client, { id: environment.id })).toEqual(environment);
    const variables = await all(paginate(listEnvironmentVariables, client, { environment_id: environment.id }));
    expect(variables).toMatchObject(
      model.variables
        .where((variable) => variable.environment === environment.id)
        .map(([id, { key, value }]) => ({ id, key, decrypted_value: value, environment_name: environment.name })),
    );
    for (const variable of variables) expect(await getVariable(client, { id: variable.id })).toEqual(variable);
  }
}

/** The objects of a kind that a user may see. */
function visible(user: string, model: Model, kind: "projects"): [number, Project][];
function visible(user: string, model: Model, kind: "environments"): [number, Environment][];
function visible(user: string, model: Model, kind: "projects" | "environments"): [number, object][] {
  return [...model[kind].items].filter(([id]) => model.role(user, kind, id) !== undefined);
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
