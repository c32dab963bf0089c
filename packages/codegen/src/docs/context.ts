import type { OpenApiDocument } from "../document/openapi.ts";
import type { CredentialFunction } from "../emit/security-module.ts";
import type { OperationModel } from "../model/operation.ts";
import type { MethodModel } from "../model/resources.ts";
import type { TypeNames } from "../model/schema-names.ts";
import type { DocsOptions } from "./settings.ts";

/** The method of an operation, and the resource that has it. */
export interface MethodPlace {
  readonly resource: string;
  readonly method: MethodModel;
}

/** What was generated, as far as the pages tell of it. */
export interface DocsContext {
  readonly document: OpenApiDocument;
  readonly settings: DocsOptions;
  /** Operations by the file name of their module. */
  readonly modules: ReadonlyMap<string, readonly OperationModel[]>;
  readonly names: TypeNames;
  readonly runtime: string;
  /** The address that `createClient` of the package knows, if it has one. */
  readonly baseUrl: string | undefined;
  /** Whether there are blocking twins. */
  readonly hasTwins: boolean;
  readonly credentials: readonly CredentialFunction[];
  /** Methods of resources; none where no resources are wanted. */
  readonly methods: ReadonlyMap<OperationModel, MethodPlace>;
  /** Name of the generated class that has all resources. */
  readonly rootClass: string | undefined;
}
