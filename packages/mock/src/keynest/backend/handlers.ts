import { anAdministrator, anOAuth2User, anyone, anyoneLoggingIn, aUser } from "./access.ts";
import { listAuditLogs } from "./audit-logs.ts";
import type { Handler } from "./call.ts";
import { deleteClient, listClients, recreateClientKey, registerClient, revokeClientKey } from "./clients.ts";
import {
  createEnvironment,
  deleteEnvironment,
  getEnvironment,
  listEnvironments,
  listProjectEnvironments,
  updateEnvironment,
} from "./environments.ts";
import { exportEnvironment, importEnvironment } from "./import-export.ts";
import { createKey, deleteKey, getKeyUsage, listKeys } from "./keys.ts";
import {
  inviteOrganizationMember,
  listOrganizationMembers,
  removeOrganizationMember,
  updateOrganizationMemberRole,
} from "./members.ts";
import {
  createOrganization,
  deleteOrganization,
  getOrganization,
  listOrganizations,
  updateOrganization,
} from "./organizations.ts";
import { createProject, deleteProject, getProject, listProjects, updateProject } from "./projects.ts";
import { getApiStatus, getHealth, getVersion } from "./system.ts";
import {
  blacklistJwt,
  createAccessToken,
  createAccessTokenFromKey,
  createJwt,
  loginWithApiKey,
  refreshAccessToken,
  refreshJwt,
} from "./tokens.ts";
import { getProfile, loginUser, logoutUser, registerUser } from "./users.ts";
import { createVariable, deleteVariable, getVariable, listEnvironmentVariables, updateVariable } from "./variables.ts";

/** The handlers of all operations, by `operationId`. */
export const handlers: Readonly<Record<string, Handler>> = {
  registerUser: anyoneLoggingIn(registerUser),
  loginUser: anyoneLoggingIn(loginUser),
  logoutUser: aUser(logoutUser),
  getProfile: aUser(getProfile),

  createJwt: anyone(createJwt),
  refreshJwt: anyone(refreshJwt),
  blacklistJwt: anyone(blacklistJwt),
  loginWithApiKey: anyone(loginWithApiKey),
  createAccessToken: anyone(createAccessToken),
  refreshAccessToken: anyone(refreshAccessToken),
  createAccessTokenFromKey: anyone(createAccessTokenFromKey),

  listOrganizations: aUser(listOrganizations),
  createOrganization: aUser(createOrganization),
  getOrganization: aUser(getOrganization),
  updateOrganization: aUser(updateOrganization),
  deleteOrganization: aUser(deleteOrganization),
  listOrganizationMembers: aUser(listOrganizationMembers),
  inviteOrganizationMember: aUser(inviteOrganizationMember),
  updateOrganizationMemberRole: aUser(updateOrganizationMemberRole),
  removeOrganizationMember: aUser(removeOrganizationMember),

  listProjects: aUser(listProjects),
  createProject: aUser(createProject),
  getProject: aUser(getProject),
  updateProject: aUser(updateProject),
  deleteProject: aUser(deleteProject),

  listEnvironments: aUser(listEnvironments),
  listProjectEnvironments: aUser(listProjectEnvironments),
  createEnvironment: aUser(createEnvironment),
  getEnvironment: aUser(getEnvironment),
  updateEnvironment: aUser(updateEnvironment),
  deleteEnvironment: aUser(deleteEnvironment),
  exportEnvironment: aUser(exportEnvironment),
  importEnvironment: aUser(importEnvironment),

  listEnvironmentVariables: aUser(listEnvironmentVariables),
  createVariable: aUser(createVariable),
  getVariable: aUser(getVariable),
  updateVariable: aUser(updateVariable),
  deleteVariable: aUser(deleteVariable),

  listKeys: anOAuth2User(listKeys),
  createKey: anOAuth2User(createKey),
  deleteKey: anOAuth2User(deleteKey),
  getKeyUsage: anOAuth2User(getKeyUsage),

  registerClient: anAdministrator(registerClient),
  listClients: anAdministrator(listClients),
  revokeClientKey: anAdministrator(revokeClientKey),
  recreateClientKey: anAdministrator(recreateClientKey),
  deleteClient: anAdministrator(deleteClient),

  listAuditLogs: aUser(listAuditLogs),

  getHealth: anyone(getHealth),
  getApiStatus: anyone(getApiStatus),
  getVersion: anyone(getVersion),
};
