import type {
  BodyPair,
  BranchPair,
  ContentPair,
  OperationPair,
  ParameterPair,
  ParametersPair,
  ResponsePair,
  ResponsesPair,
  SchemaPair,
  SchemePair,
  TypesPair,
  WebhookPair,
  WebhookParametersPair,
  WebhooksPair,
} from "../match/pairs.ts";
import type { Sides } from "../match/sides.ts";
import { bodyAdded } from "./body/body-added.ts";
import { bodyRemoved } from "./body/body-removed.ts";
import { bodyRequired } from "./body/body-required.ts";
import { bodyTextChanged } from "./body/body-text-changed.ts";
import { defaultMediaTypeChanged } from "./body/default-media-type-changed.ts";
import { encodingChanged } from "./body/encoding-changed.ts";
import { mediaExampleChanged } from "./body/media-example-changed.ts";
import { mediaTypeAdded } from "./body/media-type-added.ts";
import { mediaTypeRemoved } from "./body/media-type-removed.ts";
import { generalTextChanged } from "./description/general-text-changed.ts";
import { serverChanged } from "./description/server-changed.ts";
import { argumentsChanged } from "./operation/arguments-changed.ts";
import { methodRenamed } from "./operation/method-renamed.ts";
import { moduleChanged } from "./operation/module-changed.ts";
import { operationAdded } from "./operation/operation-added.ts";
import { operationDeprecated } from "./operation/operation-deprecated.ts";
import { operationMoved } from "./operation/operation-moved.ts";
import { operationRemoved } from "./operation/operation-removed.ts";
import { operationRenamed } from "./operation/operation-renamed.ts";
import { operationTextChanged } from "./operation/operation-text-changed.ts";
import { pagesChanged } from "./operation/pages-changed.ts";
import { securityChanged } from "./operation/security-changed.ts";
import { parameterAdded } from "./parameter/parameter-added.ts";
import { parameterMoved } from "./parameter/parameter-moved.ts";
import { parameterRemoved } from "./parameter/parameter-removed.ts";
import { parameterRenamed } from "./parameter/parameter-renamed.ts";
import { parameterRequired } from "./parameter/parameter-required.ts";
import { parameterStyleChanged } from "./parameter/parameter-style-changed.ts";
import { parameterTextChanged } from "./parameter/parameter-text-changed.ts";
import { headerAdded } from "./response/header-added.ts";
import { headerRemoved } from "./response/header-removed.ts";
import { headerRequired } from "./response/header-required.ts";
import { headerTextChanged } from "./response/header-text-changed.ts";
import { responseBodyChanged } from "./response/response-body-changed.ts";
import { responseTextChanged } from "./response/response-text-changed.ts";
import { statusAdded } from "./response/status-added.ts";
import { statusRemoved } from "./response/status-removed.ts";
import type { Rule } from "./rule.ts";
import { additionalPropertiesChanged } from "./schema/additional-properties-changed.ts";
import { conditionChanged } from "./schema/condition-changed.ts";
import { defaultChanged } from "./schema/default-changed.ts";
import { deprecationChanged } from "./schema/deprecation-changed.ts";
import { discriminatorChanged } from "./schema/discriminator-changed.ts";
import { enumChanged } from "./schema/enum-changed.ts";
import { exampleChanged } from "./schema/example-changed.ts";
import { formatChanged } from "./schema/format-changed.ts";
import { limitChanged } from "./schema/limit-changed.ts";
import { nullChanged } from "./schema/null-changed.ts";
import { propertyAdded } from "./schema/property-added.ts";
import { propertyRemoved } from "./schema/property-removed.ts";
import { propertyRequired } from "./schema/property-required.ts";
import { sensitiveChanged } from "./schema/sensitive-changed.ts";
import { textChanged } from "./schema/text-changed.ts";
import { tupleChanged } from "./schema/tuple-changed.ts";
import { typeChanged } from "./schema/type-changed.ts";
import { variantAdded } from "./schema/variant-added.ts";
import { variantRemoved } from "./schema/variant-removed.ts";
import { credentialRenamed } from "./security/credential-renamed.ts";
import { schemeAdded } from "./security/scheme-added.ts";
import { schemeChanged } from "./security/scheme-changed.ts";
import { schemeRemoved } from "./security/scheme-removed.ts";
import { schemeTextChanged } from "./security/scheme-text-changed.ts";
import { tagAdded } from "./tag/tag-added.ts";
import { tagRemoved } from "./tag/tag-removed.ts";
import { tagRenamed } from "./tag/tag-renamed.ts";
import { resourceTypeRenamed } from "./type/resource-type-renamed.ts";
import { typeAdded } from "./type/type-added.ts";
import { typeRemoved } from "./type/type-removed.ts";
import { typeRenamed } from "./type/type-renamed.ts";
import { webhookAdded } from "./webhook/webhook-added.ts";
import { webhookParameterAdded } from "./webhook/webhook-parameter-added.ts";
import { webhookParameterRemoved } from "./webhook/webhook-parameter-removed.ts";
import { webhookParameterRequired } from "./webhook/webhook-parameter-required.ts";
import { webhookRemoved } from "./webhook/webhook-removed.ts";
import { webhookResponseAdded } from "./webhook/webhook-response-added.ts";
import { webhookResponseRemoved } from "./webhook/webhook-response-removed.ts";
import { webhookTextChanged } from "./webhook/webhook-text-changed.ts";

/** Rules for two schemas as a whole. */
export const schemaRules: readonly Rule<SchemaPair>[] = [
  typeChanged,
  nullChanged,
  variantAdded,
  variantRemoved,
  defaultChanged,
  deprecationChanged,
  discriminatorChanged,
  sensitiveChanged,
  textChanged,
  exampleChanged,
];

/** Rules for two branches of schemas, which are of one type. */
export const branchRules: readonly Rule<BranchPair>[] = [
  enumChanged,
  limitChanged,
  formatChanged,
  propertyAdded,
  propertyRemoved,
  propertyRequired,
  additionalPropertiesChanged,
  tupleChanged,
  conditionChanged,
];

/** Rules for the descriptions as a whole. */
export const descriptionRules: readonly Rule<Sides>[] = [
  generalTextChanged,
  operationAdded,
  operationRemoved,
  serverChanged,
  tagAdded,
  tagRemoved,
  tagRenamed,
  schemeAdded,
  schemeRemoved,
];

/** Rules for two security schemes. */
export const schemeRules: readonly Rule<SchemePair>[] = [credentialRenamed, schemeChanged, schemeTextChanged];

/** Rules for two operations as a whole. */
export const operationRules: readonly Rule<OperationPair>[] = [
  argumentsChanged,
  methodRenamed,
  moduleChanged,
  operationDeprecated,
  operationMoved,
  operationRenamed,
  operationTextChanged,
  pagesChanged,
  securityChanged,
];

/** Rules for all parameters of an operation. */
export const parametersRules: readonly Rule<ParametersPair>[] = [parameterAdded, parameterRemoved];

/** Rules for two parameters. */
export const parameterRules: readonly Rule<ParameterPair>[] = [
  parameterMoved,
  parameterRenamed,
  parameterRequired,
  parameterStyleChanged,
  parameterTextChanged,
];

/** Rules for two request bodies. */
export const bodyRules: readonly Rule<BodyPair>[] = [bodyAdded, bodyRemoved, bodyRequired, bodyTextChanged];

/** Rules for the media types of two bodies. */
export const contentRules: readonly Rule<ContentPair>[] = [
  defaultMediaTypeChanged,
  encodingChanged,
  mediaExampleChanged,
  mediaTypeAdded,
  mediaTypeRemoved,
];

/** Rules for all responses of an operation. */
export const responsesRules: readonly Rule<ResponsesPair>[] = [statusAdded, statusRemoved];

/** Rules for two responses. */
export const responseRules: readonly Rule<ResponsePair>[] = [
  headerAdded,
  headerRemoved,
  headerRequired,
  headerTextChanged,
  responseBodyChanged,
  responseTextChanged,
];

/** Rules for the exported types of component schemas. */
export const typeRules: readonly Rule<TypesPair>[] = [resourceTypeRenamed, typeAdded, typeRemoved, typeRenamed];

/** Rules for all webhooks. */
export const webhooksRules: readonly Rule<WebhooksPair>[] = [webhookAdded, webhookRemoved];

/** Rules for two webhooks. */
export const webhookRules: readonly Rule<WebhookPair>[] = [
  webhookResponseAdded,
  webhookResponseRemoved,
  webhookTextChanged,
];

/** Rules for the parameters of webhooks, such as headers. */
export const webhookParametersRules: readonly Rule<WebhookParametersPair>[] = [
  webhookParameterAdded,
  webhookParameterRemoved,
  webhookParameterRequired,
];
