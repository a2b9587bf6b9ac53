/* tslint:disable */
/* eslint-disable */
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import type { TsoaRoute } from '@tsoa/runtime';
import {  fetchMiddlewares, ExpressTemplateService } from '@tsoa/runtime';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AccessRefusalsController } from '../access/accessRefusalsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AllowedAddressesController } from '../allowedAddresses/allowedAddressesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ApiKeysController } from '../apiKeys/apiKeysController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AuditController } from '../audit/auditController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AuditTrailController } from '../auditTrail/auditTrailController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AuthenticationsController } from '../authentications/authenticationsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { BulkController } from '../bulk/bulkController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CallbackController } from '../callbacks/callbackController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CheckpointsController } from '../checkpoints/checkpointsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { InclusionController } from '../checkpoints/inclusionController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ClientCertificatesController } from '../clientCertificates/clientCertificatesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DataSubjectsController } from '../dataSubjects/dataSubjectsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DepositsController } from '../deposits/depositsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DocumentsController } from '../documents/documentsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { EvidenceController } from '../evidence/evidenceController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ExportsController } from '../exports/exportsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { MessagesController } from '../messages/messagesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { OrderChangesController } from '../orders/orderChangesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { OrdersController } from '../orders/ordersController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CodesController } from '../otp/codesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AttestationController } from '../papers/attestationController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { FieldsController } from '../placements/fieldsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ProfilesController } from '../profiles/profilesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ProofPathController } from '../proofPath/proofPathController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ProofSessionController } from '../proofPath/proofSessionController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { LegalHoldsController } from '../retention/legalHoldsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PurgesController } from '../retention/purgesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { RetentionController } from '../retention/retentionController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SignerActsController } from '../signers/actsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ApprovalsController } from '../signers/approvalsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SignerChangesController } from '../signers/changes/signerChangesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SignerSessionController } from '../signers/sessionController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SignersController } from '../signers/signersController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { StuckWorkController } from '../stuckWork/stuckWorkController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TemplatesController } from '../templates/templatesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TestClockController } from '../testClock/testClockController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { UsageController } from '../usage/usageController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { VerificationsController } from '../verification/verificationsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CallbackSecretController } from '../webhooks/callbackSecret/callbackSecretController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { EventTypesController } from '../webhooks/catalogue/eventTypesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { EndpointsController } from '../webhooks/endpoints/endpointsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DeliveriesController } from '../webhooks/history/deliveriesController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { NotificationsController } from '../webhooks/history/notificationsController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ReplaysController } from '../webhooks/replays/replaysController.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TestsController } from '../webhooks/testEvents/testsController.js';
import { expressAuthentication } from '../request/authentication.js';
// @ts-ignore - no great way to install types from subpackage
import { iocContainer } from '../http/controllers.js';
import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (req: ExRequest, securityName: string, scopes?: string[], res?: ExResponse) => Promise<any>;


// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

const models: TsoaRoute.Models = {
    "ProblemView": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "status": {"dataType":"double","required":true},
            "detail": {"dataType":"string","required":true},
            "code": {"dataType":"string","required":true},
            "param": {"dataType":"string"},
            "request_id": {"dataType":"string","required":true},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AccessRefusalView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["access_refusal"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "api_key": {"dataType":"string","required":true},
            "client_certificate": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["certificate_unknown"]},{"dataType":"enum","enums":["certificate_expired"]},{"dataType":"enum","enums":["certificate_not_yet_valid"]},{"dataType":"enum","enums":["certificate_revoked"]},{"dataType":"enum","enums":["address_not_allowed"]}],"required":true},
            "refused": {"dataType":"double","required":true},
            "first_at": {"dataType":"string","required":true},
            "last_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_AccessRefusalView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"AccessRefusalView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AllowedAddressesView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["allowed_addresses"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "ranges": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "your_address": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "updated_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AllowedAddressesRequest": {
        "dataType": "refObject",
        "properties": {
            "ranges": {"dataType":"array","array":{"dataType":"string"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":200}}},
            "force": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EuSesAnswers": {
        "dataType": "refObject",
        "properties": {
            "envelope": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NewApiKeyView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["api_key"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "name": {"dataType":"string","required":true},
            "prefix": {"dataType":"string","required":true},
            "scopes": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "eu_ses": {"ref":"EuSesAnswers","required":true},
            "created_at": {"dataType":"string","required":true},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revoked_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "secret": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateApiKeyRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}]},
            "scopes": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":100}}},
            "eu_ses": {"ref":"EuSesAnswers"},
            "expires_at": {"dataType":"datetime"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ApiKeyView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["api_key"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "name": {"dataType":"string","required":true},
            "prefix": {"dataType":"string","required":true},
            "scopes": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "eu_ses": {"ref":"EuSesAnswers","required":true},
            "created_at": {"dataType":"string","required":true},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revoked_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_ApiKeyView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ApiKeyView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Actor": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["api_key"]},{"dataType":"enum","enums":["signer"]},{"dataType":"enum","enums":["system"]}],"required":true},
            "id": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.unknown_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"any"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EventView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["event"],"required":true},
            "seq": {"dataType":"double","required":true},
            "type": {"dataType":"string","required":true},
            "time": {"dataType":"string","required":true},
            "actor": {"ref":"Actor","required":true},
            "signer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "data": {"ref":"Record_string.unknown_","required":true},
            "personal": {"dataType":"union","subSchemas":[{"ref":"Record_string.unknown_"},{"dataType":"enum","enums":[null]}],"required":true},
            "hash": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EventPage": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"EventView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_after": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Json": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":[null]},{"dataType":"boolean"},{"dataType":"double"},{"dataType":"string"},{"dataType":"array","array":{"dataType":"refAlias","ref":"Json"}},{"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"Json"}}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EventBody": {
        "dataType": "refObject",
        "properties": {
            "v": {"dataType":"enum","enums":[1],"required":true},
            "seq": {"dataType":"double","required":true},
            "order": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "time": {"dataType":"string","required":true},
            "actor": {"ref":"Actor","required":true},
            "signer": {"dataType":"string"},
            "data": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"Json"},"required":true},
            "personal": {"dataType":"string"},
            "previous": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PersonalData": {
        "dataType": "refObject",
        "properties": {
            "salt": {"dataType":"string","required":true},
            "data": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"Json"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ExportedEvent": {
        "dataType": "refObject",
        "properties": {
            "body": {"ref":"EventBody","required":true},
            "hash": {"dataType":"string","required":true},
            "personal": {"ref":"PersonalData"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AuditExport": {
        "dataType": "refObject",
        "properties": {
            "format": {"dataType":"enum","enums":["paraph-audit/1"],"required":true},
            "order": {"dataType":"string","required":true},
            "exported_at": {"dataType":"string","required":true},
            "chain": {"dataType":"nestedObjectLiteral","nestedProperties":{"head":{"dataType":"string","required":true},"length":{"dataType":"double","required":true},"canonicalization":{"dataType":"enum","enums":["RFC 8785"],"required":true},"hash":{"dataType":"enum","enums":["SHA-256"],"required":true}},"required":true},
            "events": {"dataType":"array","array":{"dataType":"refObject","ref":"ExportedEvent"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TrailActor": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"string","required":true},
            "id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Disclosure": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["none"]},{"dataType":"enum","enums":["shown"]},{"dataType":"enum","enums":["withheld"]},{"dataType":"enum","enums":["erased"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Detail": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "value": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SpokenStep": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "known": {"dataType":"boolean","required":true},
            "actor": {"ref":"TrailActor","required":true},
            "signer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "personal": {"ref":"Disclosure","required":true},
            "about": {"dataType":"array","array":{"dataType":"refObject","ref":"Detail"},"required":true},
            "further": {"dataType":"array","array":{"dataType":"refObject","ref":"Detail"},"required":true},
            "hash": {"dataType":"string","required":true},
            "sentence": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProcedureState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["draft"]},{"dataType":"enum","enums":["open"]},{"dataType":"enum","enums":["completed"]},{"dataType":"enum","enums":["refused"]},{"dataType":"enum","enums":["cancelled"]},{"dataType":"enum","enums":["expired"]},{"dataType":"enum","enums":["failed"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProcedureChange": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "fields": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "before": {"dataType":"array","array":{"dataType":"refObject","ref":"Detail"},"required":true},
            "after": {"dataType":"array","array":{"dataType":"refObject","ref":"Detail"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Extension": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "from": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "to": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ClockAdvance": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "seconds": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "now": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProcedureEnd": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "signer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "level": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "unsealed": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Procedure": {
        "dataType": "refObject",
        "properties": {
            "order": {"dataType":"string","required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "tenant": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "title": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "language": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "state": {"ref":"ProcedureState","required":true},
            "created_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_by": {"dataType":"union","subSchemas":[{"ref":"TrailActor"},{"dataType":"enum","enums":[null]}],"required":true},
            "sent_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sent_by": {"dataType":"union","subSchemas":[{"ref":"TrailActor"},{"dataType":"enum","enums":[null]}],"required":true},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "profile": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "template": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "notify": {"dataType":"union","subSchemas":[{"dataType":"boolean"},{"dataType":"enum","enums":[null]}],"required":true},
            "must_read": {"dataType":"union","subSchemas":[{"dataType":"boolean"},{"dataType":"enum","enums":[null]}],"required":true},
            "allow_delegation": {"dataType":"union","subSchemas":[{"dataType":"boolean"},{"dataType":"enum","enums":[null]}],"required":true},
            "editable_identity": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "reminder_days": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "reminder_count": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "retain_documents": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "retain_evidence": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "archive": {"dataType":"union","subSchemas":[{"dataType":"boolean"},{"dataType":"enum","enums":[null]}],"required":true},
            "changes": {"dataType":"array","array":{"dataType":"refObject","ref":"ProcedureChange"},"required":true},
            "extensions": {"dataType":"array","array":{"dataType":"refObject","ref":"Extension"},"required":true},
            "clock": {"dataType":"array","array":{"dataType":"refObject","ref":"ClockAdvance"},"required":true},
            "end": {"dataType":"union","subSchemas":[{"ref":"ProcedureEnd"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TrailRevision": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signature"]},{"dataType":"enum","enums":["seal"]}],"required":true},
            "signer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revision": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "level": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "bytes": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "sha256_before": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sha256_after": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TrailDocument": {
        "dataType": "refObject",
        "properties": {
            "document": {"dataType":"string","required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "pages": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "bytes": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "sha256": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "added_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "added_by": {"dataType":"union","subSchemas":[{"ref":"TrailActor"},{"dataType":"enum","enums":[null]}],"required":true},
            "level": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"TrailRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TrailPerson": {
        "dataType": "refObject",
        "properties": {
            "given_name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "surname": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "email": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "phone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "country": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "external_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TrailSignerState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["waiting"]},{"dataType":"enum","enums":["opened"]},{"dataType":"enum","enums":["signing"]},{"dataType":"enum","enums":["signed"]},{"dataType":"enum","enums":["approved"]},{"dataType":"enum","enums":["refused"]},{"dataType":"enum","enums":["removed"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["delegated"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Replacement": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "how": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["delegated"]}],"required":true},
            "by": {"ref":"TrailActor","required":true},
            "signer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Decision": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "what": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signed"]},{"dataType":"enum","enums":["approved"]},{"dataType":"enum","enums":["refused"]}],"required":true},
            "by": {"ref":"TrailActor","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignerChange": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "fields": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "before": {"dataType":"array","array":{"dataType":"refObject","ref":"Detail"},"required":true},
            "after": {"dataType":"array","array":{"dataType":"refObject","ref":"Detail"},"required":true},
            "personal": {"ref":"Disclosure","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Visit": {
        "dataType": "refObject",
        "properties": {
            "by": {"ref":"TrailActor","required":true},
            "ip": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "user_agent": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "session": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "first_at": {"dataType":"string","required":true},
            "last_at": {"dataType":"string","required":true},
            "steps": {"dataType":"array","array":{"dataType":"double"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TrailCodeState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["requested"]},{"dataType":"enum","enums":["sent"]},{"dataType":"enum","enums":["failed"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["locked"]},{"dataType":"enum","enums":["verified"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CodeFailure": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "not_replaced": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Delivery": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "reported_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CodeTry": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "result": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["wrong"]},{"dataType":"enum","enums":["right"]}],"required":true},
            "by": {"ref":"TrailActor","required":true},
            "remaining_attempts": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CodeAuthentication": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "channel": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "state": {"ref":"TrailCodeState","required":true},
            "requested_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "requested_by": {"dataType":"union","subSchemas":[{"ref":"TrailActor"},{"dataType":"enum","enums":[null]}],"required":true},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sent_to": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sent_to_masked": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "personal": {"ref":"Disclosure","required":true},
            "sent_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "provider_message_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "failure": {"dataType":"union","subSchemas":[{"ref":"CodeFailure"},{"dataType":"enum","enums":[null]}],"required":true},
            "replaced_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "deliveries": {"dataType":"array","array":{"dataType":"refObject","ref":"Delivery"},"required":true},
            "tries": {"dataType":"array","array":{"dataType":"refObject","ref":"CodeTry"},"required":true},
            "verified_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "locked_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "next": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "At": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StatedAuthentication": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "method": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "stated_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "reference": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "statement": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "personal": {"ref":"Disclosure","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DocumentHandled": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "direction": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["to_read"]},{"dataType":"enum","enums":["signed"]}],"required":true},
            "document": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sha256": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revision": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PagesShown": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "document": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "pages": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "of": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "stated_by_sender": {"dataType":"boolean","required":true},
            "begun_at": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FieldsFilled": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "values": {"dataType":"array","array":{"dataType":"refObject","ref":"Detail"},"required":true},
            "labels": {"dataType":"array","array":{"dataType":"refObject","ref":"Detail"},"required":true},
            "fields": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "digest": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "personal": {"ref":"Disclosure","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ConsentGiven": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "position": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "text": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sha256": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignatureRequestDocument": {
        "dataType": "refObject",
        "properties": {
            "document": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sha256": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revision": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignatureRequest": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "authentication": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "codes": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "typed_name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "drawing_sha256": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"SignatureRequestDocument"},"required":true},
            "personal": {"ref":"Disclosure","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignerCertificate": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "serial": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sha256": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "not_before": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "not_after": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignatureTimestamp": {
        "dataType": "refObject",
        "properties": {
            "time": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "authority": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "serial": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "policy": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignerSignature": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "document": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revision": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "level": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sha256": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "timestamp": {"dataType":"union","subSchemas":[{"ref":"SignatureTimestamp"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SigningKeyEnd": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "algorithm": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "signatures": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MessageFailure": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TrailMessage": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "channel": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "to": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "personal": {"ref":"Disclosure","required":true},
            "sent_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "provider_message_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "failures": {"dataType":"array","array":{"dataType":"refObject","ref":"MessageFailure"},"required":true},
            "deliveries": {"dataType":"array","array":{"dataType":"refObject","ref":"Delivery"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TrailSigner": {
        "dataType": "refObject",
        "properties": {
            "signer": {"dataType":"string","required":true},
            "role": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "group": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "witness_of": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "language": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "authentication": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "person": {"dataType":"union","subSchemas":[{"ref":"TrailPerson"},{"dataType":"enum","enums":[null]}],"required":true},
            "personal": {"ref":"Disclosure","required":true},
            "state": {"ref":"TrailSignerState","required":true},
            "added_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "added_by": {"dataType":"union","subSchemas":[{"ref":"TrailActor"},{"dataType":"enum","enums":[null]}],"required":true},
            "in_place_of": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "replacement": {"dataType":"union","subSchemas":[{"ref":"Replacement"},{"dataType":"enum","enums":[null]}],"required":true},
            "decision": {"dataType":"union","subSchemas":[{"ref":"Decision"},{"dataType":"enum","enums":[null]}],"required":true},
            "changes": {"dataType":"array","array":{"dataType":"refObject","ref":"SignerChange"},"required":true},
            "visits": {"dataType":"array","array":{"dataType":"refObject","ref":"Visit"},"required":true},
            "codes": {"dataType":"array","array":{"dataType":"refObject","ref":"CodeAuthentication"},"required":true},
            "unlocks": {"dataType":"array","array":{"dataType":"intersection","subSchemas":[{"ref":"At"},{"dataType":"nestedObjectLiteral","nestedProperties":{"by":{"ref":"TrailActor","required":true}}}]},"required":true},
            "statements": {"dataType":"array","array":{"dataType":"refObject","ref":"StatedAuthentication"},"required":true},
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"DocumentHandled"},"required":true},
            "pages": {"dataType":"array","array":{"dataType":"refObject","ref":"PagesShown"},"required":true},
            "fields": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldsFilled"},"required":true},
            "consents": {"dataType":"array","array":{"dataType":"refObject","ref":"ConsentGiven"},"required":true},
            "requests": {"dataType":"array","array":{"dataType":"refObject","ref":"SignatureRequest"},"required":true},
            "certificates": {"dataType":"array","array":{"dataType":"refObject","ref":"SignerCertificate"},"required":true},
            "signatures": {"dataType":"array","array":{"dataType":"refObject","ref":"SignerSignature"},"required":true},
            "keys": {"dataType":"array","array":{"dataType":"refObject","ref":"SigningKeyEnd"},"required":true},
            "messages": {"dataType":"array","array":{"dataType":"refObject","ref":"TrailMessage"},"required":true},
            "reminders": {"dataType":"array","array":{"dataType":"intersection","subSchemas":[{"ref":"At"},{"dataType":"nestedObjectLiteral","nestedProperties":{"automatic":{"dataType":"union","subSchemas":[{"dataType":"boolean"},{"dataType":"enum","enums":[null]}],"required":true},"by":{"ref":"TrailActor","required":true}}}]},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CustodyEntry": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "what": {"dataType":"string","required":true},
            "by": {"ref":"TrailActor","required":true},
            "signer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "details": {"dataType":"array","array":{"dataType":"refObject","ref":"Detail"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChainFacts": {
        "dataType": "refObject",
        "properties": {
            "length": {"dataType":"double","required":true},
            "head": {"dataType":"string","required":true},
            "hash": {"dataType":"enum","enums":["SHA-256"],"required":true},
            "canonicalization": {"dataType":"enum","enums":["RFC 8785"],"required":true},
            "exported_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "unreadable": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Pick_AuditTrail.Exclude_keyofAuditTrail.steps__": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{"format":{"dataType":"enum","enums":["paraph-audit-trail/1"],"required":true},"procedure":{"ref":"Procedure","required":true},"documents":{"dataType":"array","array":{"dataType":"refObject","ref":"TrailDocument"},"required":true},"signers":{"dataType":"array","array":{"dataType":"refObject","ref":"TrailSigner"},"required":true},"messages":{"dataType":"array","array":{"dataType":"refObject","ref":"TrailMessage"},"required":true},"custody":{"dataType":"array","array":{"dataType":"refObject","ref":"CustodyEntry"},"required":true},"chain":{"ref":"ChainFacts","required":true}},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SpokenTrail": {
        "dataType": "refObject",
        "properties": {
            "format": {"dataType":"enum","enums":["paraph-audit-trail/1"],"required":true},
            "procedure": {"ref":"Procedure","required":true},
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"TrailDocument"},"required":true},
            "signers": {"dataType":"array","array":{"dataType":"refObject","ref":"TrailSigner"},"required":true},
            "messages": {"dataType":"array","array":{"dataType":"refObject","ref":"TrailMessage"},"required":true},
            "custody": {"dataType":"array","array":{"dataType":"refObject","ref":"CustodyEntry"},"required":true},
            "chain": {"ref":"ChainFacts","required":true},
            "language": {"dataType":"string","required":true},
            "steps": {"dataType":"array","array":{"dataType":"refObject","ref":"SpokenStep"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AuthenticationView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["authentication"],"required":true},
            "signer": {"dataType":"string","required":true},
            "method": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["login"]},{"dataType":"enum","enums":["card_payment"]},{"dataType":"enum","enums":["identity_document"]},{"dataType":"enum","enums":["video"]},{"dataType":"enum","enums":["other"]}],"required":true},
            "reference": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "at": {"dataType":"string","required":true},
            "statement": {"dataType":"string","required":true},
            "recorded_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StateAuthenticationRequest": {
        "dataType": "refObject",
        "properties": {
            "method": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["login"]},{"dataType":"enum","enums":["card_payment"]},{"dataType":"enum","enums":["identity_document"]},{"dataType":"enum","enums":["video"]},{"dataType":"enum","enums":["other"]}],"required":true},
            "reference": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "at": {"dataType":"datetime"},
            "statement": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":2000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BulkView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["bulk"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "template": {"dataType":"string","required":true},
            "template_version": {"dataType":"double","required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["processing"]},{"dataType":"enum","enums":["completed"]}],"required":true},
            "lines": {"dataType":"double","required":true},
            "created": {"dataType":"double","required":true},
            "failed": {"dataType":"double","required":true},
            "pending": {"dataType":"double","required":true},
            "created_at": {"dataType":"string","required":true},
            "completed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BulkProblemView": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true},
            "detail": {"dataType":"string","required":true},
            "param": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BulkLineView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["bulk_line"],"required":true},
            "line": {"dataType":"double","required":true},
            "external_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["failed"]}],"required":true},
            "order": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "problem": {"dataType":"union","subSchemas":[{"ref":"BulkProblemView"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BulkCheckView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["bulk_check"],"required":true},
            "lines": {"dataType":"double","required":true},
            "valid": {"dataType":"double","required":true},
            "invalid": {"dataType":"double","required":true},
            "problems": {"dataType":"array","array":{"dataType":"refObject","ref":"BulkLineView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.string_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"string"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BulkSignerRequest": {
        "dataType": "refObject",
        "properties": {
            "template_role": {"dataType":"string"},
            "given_name": {"dataType":"string"},
            "surname": {"dataType":"string"},
            "email": {"dataType":"string"},
            "phone": {"dataType":"string"},
            "country": {"dataType":"string"},
            "language": {"dataType":"string"},
            "authentication": {"dataType":"string"},
            "external_id": {"dataType":"string"},
            "code_text": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BulkLineRequest": {
        "dataType": "refObject",
        "properties": {
            "external_id": {"dataType":"string"},
            "title": {"dataType":"string"},
            "message": {"dataType":"string"},
            "labels": {"dataType":"array","array":{"dataType":"string"}},
            "metadata": {"ref":"Record_string.string_"},
            "values": {"ref":"Record_string.string_"},
            "signers": {"dataType":"array","array":{"dataType":"refObject","ref":"BulkSignerRequest"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PageColors": {
        "dataType": "refObject",
        "properties": {
            "sidebar_background": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "sidebar_title": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "sidebar_text": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "footer_background": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "header_background": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "header_title": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "header_subtitle": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "button_text": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "button_text_hover": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "button_background": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "button_background_hover": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "sign_button_text": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "sign_button_text_hover": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "sign_button_background": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "sign_button_background_hover": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "HiddenPart": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["sidebar"]},{"dataType":"enum","enums":["header"]},{"dataType":"enum","enums":["download_source"]},{"dataType":"enum","enums":["download_signed"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PageSettings": {
        "dataType": "refObject",
        "properties": {
            "colors": {"ref":"PageColors"},
            "logo_url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":2000}}},
            "hide": {"dataType":"array","array":{"dataType":"refAlias","ref":"HiddenPart"},"validators":{"maxItems":{"value":4}}},
            "frame_ancestors": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "complete_url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":2000}}},
            "cancel_url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":2000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BasicAuthRequest": {
        "dataType": "refObject",
        "properties": {
            "username": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "password": {"dataType":"string","required":true,"validators":{"maxLength":{"value":500}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CallbackFormName": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["paraph"]},{"dataType":"enum","enums":["eu_ses"]},{"dataType":"enum","enums":["certsign"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CallbackEncoding": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["json"]},{"dataType":"enum","enums":["form"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CallbackRequest": {
        "dataType": "refObject",
        "properties": {
            "url": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":2048}}},
            "events": {"dataType":"array","array":{"dataType":"string"},"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
            "headers": {"ref":"Record_string.string_"},
            "basic_auth": {"ref":"BasicAuthRequest"},
            "form": {"ref":"CallbackFormName"},
            "encoding": {"ref":"CallbackEncoding"},
            "field": {"dataType":"string","validators":{"pattern":{"value":"^[!-~]+$"},"minLength":{"value":1},"maxLength":{"value":64}}},
            "retries": {"dataType":"integer","validators":{"minimum":{"value":0},"maximum":{"value":5}}},
            "custom": {"dataType":"any"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BulkCommonRequest": {
        "dataType": "refObject",
        "properties": {
            "title": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "message": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":2000}}},
            "expires_at": {"dataType":"datetime"},
            "draft": {"dataType":"boolean"},
            "labels": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "metadata": {"ref":"Record_string.string_"},
            "page": {"ref":"PageSettings"},
            "signature_modes": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["typed"]},{"dataType":"enum","enums":["drawn"]}]},"validators":{"minItems":{"value":1},"maxItems":{"value":2}}},
            "time_zone": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "callback": {"dataType":"union","subSchemas":[{"ref":"CallbackRequest"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BulkRequest": {
        "dataType": "refObject",
        "properties": {
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"BulkLineRequest"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":1000}}},
            "common": {"ref":"BulkCommonRequest"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_BulkView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"BulkView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_BulkLineView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"BulkLineView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CallbackView": {
        "dataType": "refObject",
        "properties": {
            "url": {"dataType":"string","required":true},
            "events": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "form": {"ref":"CallbackFormName","required":true},
            "encoding": {"ref":"CallbackEncoding","required":true},
            "field": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "retries": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "header_names": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "basic_auth_user": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "has_custom": {"dataType":"boolean","required":true},
            "object": {"dataType":"enum","enums":["callback"],"required":true},
            "order": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CheckpointView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["checkpoint"],"required":true},
            "log": {"dataType":"string","required":true},
            "size": {"dataType":"double","required":true},
            "root": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "stored_at": {"dataType":"string","required":true},
            "locked_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "note": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_CheckpointView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"CheckpointView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ConsistencyFile": {
        "dataType": "refObject",
        "properties": {
            "format": {"dataType":"enum","enums":["paraph-consistency/1"],"required":true},
            "log": {"dataType":"string","required":true},
            "from": {"dataType":"string","required":true},
            "to": {"dataType":"string","required":true},
            "path": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignedCheckpointView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["checkpoint"],"required":true},
            "log": {"dataType":"string","required":true},
            "size": {"dataType":"double","required":true},
            "root": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "stored_at": {"dataType":"string","required":true},
            "locked_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "note": {"dataType":"string","required":true},
            "signature": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignedNote": {
        "dataType": "refObject",
        "properties": {
            "note": {"dataType":"string","required":true},
            "signature": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InclusionFile": {
        "dataType": "refObject",
        "properties": {
            "format": {"dataType":"enum","enums":["paraph-inclusion/1"],"required":true},
            "log": {"dataType":"string","required":true},
            "order": {"dataType":"string","required":true},
            "leaf": {"dataType":"nestedObjectLiteral","nestedProperties":{"head":{"dataType":"string","required":true},"length":{"dataType":"double","required":true},"index":{"dataType":"double","required":true}},"required":true},
            "tree_size": {"dataType":"double","required":true},
            "path": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "checkpoint": {"ref":"SignedNote","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CertificateState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["expired"]},{"dataType":"enum","enums":["revoked"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NewClientCertificateView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["client_certificate"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "api_key": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "state": {"ref":"CertificateState","required":true},
            "serial_number": {"dataType":"string","required":true},
            "fingerprint": {"dataType":"string","required":true},
            "certificate": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
            "revoked_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "pkcs12": {"dataType":"string","required":true},
            "password": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateClientCertificateRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "api_key": {"dataType":"string","validators":{"maxLength":{"value":64}}},
            "key_type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["ec_p256"]},{"dataType":"enum","enums":["rsa_2048"]}]},
            "password": {"dataType":"string","validators":{"minLength":{"value":12},"maxLength":{"value":128},"pattern":{"value":"^[!-~]+$"}}},
            "expires_at": {"dataType":"datetime"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ClientCertificateView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["client_certificate"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "api_key": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "state": {"ref":"CertificateState","required":true},
            "serial_number": {"dataType":"string","required":true},
            "fingerprint": {"dataType":"string","required":true},
            "certificate": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
            "revoked_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_ClientCertificateView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ClientCertificateView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SubjectSignerView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "role": {"dataType":"string","required":true},
            "given_name": {"dataType":"string","required":true},
            "surname": {"dataType":"string","required":true},
            "country": {"dataType":"string","required":true},
            "email": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "phone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "code_contact": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "language": {"dataType":"string","required":true},
            "external_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "state": {"dataType":"string","required":true},
            "opened_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "signed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "approved_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "refused_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "typed_name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SubjectOrderView": {
        "dataType": "refObject",
        "properties": {
            "order": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "state": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "documents_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "evidence_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "signer": {"ref":"SubjectSignerView","required":true},
            "fields": {"dataType":"array","array":{"dataType":"nestedObjectLiteral","nestedProperties":{"lines":{"dataType":"array","array":{"dataType":"string"},"required":true},"value":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},"document":{"dataType":"string","required":true},"kind":{"dataType":"string","required":true},"label":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},"name":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true}}},"required":true},
            "messages": {"dataType":"array","array":{"dataType":"nestedObjectLiteral","nestedProperties":{"delivery":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},"sent_at":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},"channel":{"dataType":"string","required":true},"kind":{"dataType":"string","required":true}}},"required":true},
            "certificates": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "events": {"dataType":"array","array":{"dataType":"refObject","ref":"EventView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SubjectExportView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["data_subject_export"],"required":true},
            "made_at": {"dataType":"string","required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"SubjectOrderView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SubjectRequest": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","validators":{"minLength":{"value":3},"maxLength":{"value":254}}},
            "phone": {"dataType":"string","validators":{"pattern":{"value":"^\\+[1-9][0-9]{5,14}$"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ErasureView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["erasure"],"required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["done"]}],"required":true},
            "requested_at": {"dataType":"string","required":true},
            "done_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "erased": {"dataType":"double","required":true},
            "kept": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_ErasureView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ErasureView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ErasureResultView": {
        "dataType": "refObject",
        "properties": {
            "order": {"dataType":"string","required":true},
            "signer": {"dataType":"string","required":true},
            "outcome": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["erased"]},{"dataType":"enum","enums":["kept"]}],"required":true},
            "erased": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "kept": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["order_running"]},{"dataType":"enum","enums":["evidence"]},{"dataType":"enum","enums":["legal_hold"]},{"dataType":"enum","enums":[null]}],"required":true},
            "explanation": {"dataType":"string","required":true},
            "kept_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "decided_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_ErasureResultView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ErasureResultView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EvidenceRevisionView": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"double","required":true},
            "bytes": {"dataType":"double","required":true},
            "sha256": {"dataType":"string","required":true},
            "stored_at": {"dataType":"string","required":true},
            "locked_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "lock": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DepositView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["deposit"],"required":true},
            "order": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["in_progress"]},{"dataType":"enum","enums":["archived"]},{"dataType":"enum","enums":["failed"]},{"dataType":"enum","enums":["removed"]}],"required":true},
            "requested_at": {"dataType":"string","required":true},
            "archived_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "until": {"dataType":"string","required":true},
            "renew_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "cause": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"EvidenceRevisionView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_DepositView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"DepositView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EvidenceFileView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["evidence_file"],"required":true},
            "order": {"dataType":"string","required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["running"]},{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["stored"]},{"dataType":"enum","enums":["none"]}],"required":true},
            "archive": {"dataType":"boolean","required":true},
            "stored_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "renew_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "cause": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"EvidenceRevisionView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OrderState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["draft"]},{"dataType":"enum","enums":["ready"]},{"dataType":"enum","enums":["in_progress"]},{"dataType":"enum","enums":["completed"]},{"dataType":"enum","enums":["refused"]},{"dataType":"enum","enums":["cancelled"]},{"dataType":"enum","enums":["expired"]},{"dataType":"enum","enums":["failed"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MessageKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["invitation"]},{"dataType":"enum","enums":["delegated"]},{"dataType":"enum","enums":["reminder"]},{"dataType":"enum","enums":["link_changed"]},{"dataType":"enum","enums":["removed"]},{"dataType":"enum","enums":["completed"]},{"dataType":"enum","enums":["refused"]},{"dataType":"enum","enums":["cancelled"]},{"dataType":"enum","enums":["expired"]},{"dataType":"enum","enums":["failed"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MessageState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["sent"]},{"dataType":"enum","enums":["failed"]},{"dataType":"enum","enums":["dropped"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MessageView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["message"],"required":true},
            "kind": {"ref":"MessageKind","required":true},
            "channel": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]}],"required":true},
            "signer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "state": {"ref":"MessageState","required":true},
            "attempts": {"dataType":"double","required":true},
            "created_at": {"dataType":"string","required":true},
            "sent_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "last_error": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "provider_message_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "delivery": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_MessageView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"MessageView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WaitingForView": {
        "dataType": "refObject",
        "properties": {
            "what": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["documents"]},{"dataType":"enum","enums":["signers"]},{"dataType":"enum","enums":["sealing"]},{"dataType":"enum","enums":["nothing"]}],"required":true},
            "signers": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OtpSettings": {
        "dataType": "refObject",
        "properties": {
            "length": {"dataType":"integer","validators":{"minimum":{"value":4},"maximum":{"value":12}}},
            "alphabet": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["digits"]},{"dataType":"enum","enums":["letters"]},{"dataType":"enum","enums":["uppercase"]},{"dataType":"enum","enums":["mixed"]}]},
            "lifetime_seconds": {"dataType":"integer","validators":{"minimum":{"value":60},"maximum":{"value":3600}}},
            "tries": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":10}}},
            "codes": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":50}}},
            "pause_seconds": {"dataType":"integer","validators":{"minimum":{"value":5},"maximum":{"value":3600}}},
            "reusable": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProofFolderView": {
        "dataType": "refObject",
        "properties": {
            "bytes": {"dataType":"double","required":true},
            "sha256": {"dataType":"string","required":true},
            "entries": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IdentityField": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["given_name"]},{"dataType":"enum","enums":["surname"]},{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["phone"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PageCorrection": {
        "dataType": "refObject",
        "properties": {
            "param": {"dataType":"string","required":true},
            "used": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignatureMode": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["typed"]},{"dataType":"enum","enums":["drawn"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RetentionView": {
        "dataType": "refObject",
        "properties": {
            "documents": {"dataType":"string","required":true},
            "evidence": {"dataType":"string","required":true},
            "archive": {"dataType":"boolean","required":true},
            "documents_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "evidence_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "documents_removed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "evidence_removed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "held": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DocumentKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["sign"]},{"dataType":"enum","enums":["info"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignatureLevel": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["B-B"]},{"dataType":"enum","enums":["B-T"]},{"dataType":"enum","enums":["B-LT"]},{"dataType":"enum","enums":["B-LTA"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DocumentView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["document"],"required":true},
            "name": {"dataType":"string","required":true},
            "kind": {"ref":"DocumentKind","required":true},
            "pages": {"dataType":"double","required":true},
            "bytes": {"dataType":"double","required":true},
            "sha256": {"dataType":"string","required":true},
            "signatures": {"dataType":"double","required":true},
            "digest_algorithm": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["SHA-256"]},{"dataType":"enum","enums":["SHA-512"]}],"required":true},
            "level": {"dataType":"union","subSchemas":[{"ref":"SignatureLevel"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AwaitedDocumentView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["sign"]},{"dataType":"enum","enums":["info"]}],"required":true},
            "host": {"dataType":"string","required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["awaited"]},{"dataType":"enum","enums":["fetched"]},{"dataType":"enum","enums":["failed"]},{"dataType":"enum","enums":["abandoned"]}],"required":true},
            "error": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignerRole": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signer"]},{"dataType":"enum","enums":["approver"]},{"dataType":"enum","enums":["copy"]},{"dataType":"enum","enums":["witness"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Authentication": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":["both"]},{"dataType":"enum","enums":["none"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignerState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["waiting"]},{"dataType":"enum","enums":["opened"]},{"dataType":"enum","enums":["signing"]},{"dataType":"enum","enums":["signed"]},{"dataType":"enum","enums":["approved"]},{"dataType":"enum","enums":["refused"]},{"dataType":"enum","enums":["removed"]},{"dataType":"enum","enums":["delegated"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Turn": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["now"]},{"dataType":"enum","enums":["later"]},{"dataType":"enum","enums":["done"]},{"dataType":"enum","enums":["none"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignerView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["signer"],"required":true},
            "role": {"ref":"SignerRole","required":true},
            "group": {"dataType":"double","required":true},
            "witness_of": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "external_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "given_name": {"dataType":"string","required":true},
            "surname": {"dataType":"string","required":true},
            "country": {"dataType":"string","required":true},
            "email": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "phone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "code_contact": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "language": {"dataType":"string","required":true},
            "authentication": {"ref":"Authentication","required":true},
            "state": {"ref":"SignerState","required":true},
            "turn": {"ref":"Turn","required":true},
            "consent_text": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "invited_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "opened_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "signed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "approved_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "refused_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "removed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "erased_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "replaced_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "delegated_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "signing_url": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OrderView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["order"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "state": {"ref":"OrderState","required":true},
            "waiting_for": {"ref":"WaitingForView","required":true},
            "title": {"dataType":"string","required":true},
            "external_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "consent_text": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "consent_clauses": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "metadata": {"ref":"Record_string.string_","required":true},
            "labels": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "profile": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "otp": {"ref":"OtpSettings","required":true},
            "template": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "message": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "language": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sender": {"dataType":"nestedObjectLiteral","nestedProperties":{"email":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},"name":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true}},"required":true},
            "notify": {"dataType":"boolean","required":true},
            "mail_documents": {"dataType":"boolean","required":true},
            "proof_folder": {"dataType":"union","subSchemas":[{"ref":"ProofFolderView"},{"dataType":"enum","enums":[null]}],"required":true},
            "must_read": {"dataType":"boolean","required":true},
            "allow_delegation": {"dataType":"boolean","required":true},
            "editable_identity": {"dataType":"array","array":{"dataType":"refAlias","ref":"IdentityField"},"required":true},
            "page": {"ref":"PageSettings","required":true},
            "page_corrections": {"dataType":"array","array":{"dataType":"refObject","ref":"PageCorrection"},"required":true},
            "signature_modes": {"dataType":"array","array":{"dataType":"refAlias","ref":"SignatureMode"},"required":true},
            "time_zone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "reminders": {"dataType":"union","subSchemas":[{"dataType":"nestedObjectLiteral","nestedProperties":{"count":{"dataType":"double","required":true},"days":{"dataType":"double","required":true}}},{"dataType":"enum","enums":[null]}],"required":true},
            "retention": {"ref":"RetentionView","required":true},
            "created_at": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
            "callback": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "clock_offset_seconds": {"dataType":"double","required":true},
            "ended_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "end_reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "refused_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"DocumentView"},"required":true},
            "awaited_documents": {"dataType":"array","array":{"dataType":"refObject","ref":"AwaitedDocumentView"},"required":true},
            "signers": {"dataType":"array","array":{"dataType":"refObject","ref":"SignerView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RemindersRequest": {
        "dataType": "refObject",
        "properties": {
            "days": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":90}}},
            "count": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":20}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RetentionRequest": {
        "dataType": "refObject",
        "properties": {
            "documents": {"dataType":"string","validators":{"pattern":{"value":"^P[1-9][0-9]{0,4}[DMY]$"}}},
            "evidence": {"dataType":"string","validators":{"pattern":{"value":"^P[1-9][0-9]{0,4}[DMY]$"}}},
            "archive": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EditOrderRequest": {
        "dataType": "refObject",
        "properties": {
            "title": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "message": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":2000}}},
            "labels": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "metadata": {"ref":"Record_string.string_"},
            "external_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "reminders": {"dataType":"union","subSchemas":[{"ref":"RemindersRequest"},{"dataType":"enum","enums":[null]}]},
            "profile": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "retention": {"ref":"RetentionRequest"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ExtendOrderRequest": {
        "dataType": "refObject",
        "properties": {
            "expires_at": {"dataType":"datetime","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DocumentRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["sign"]},{"dataType":"enum","enums":["info"]}]},
            "digest_algorithm": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["SHA-256"]},{"dataType":"enum","enums":["SHA-512"]}]},
            "content": {"dataType":"string"},
            "url": {"dataType":"string","validators":{"maxLength":{"value":2000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IdentityDocumentRequest": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["identity_card"]},{"dataType":"enum","enums":["passport"]},{"dataType":"enum","enums":["driving_licence"]},{"dataType":"enum","enums":["residence_permit"]}]},
            "number": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MarkerRequest": {
        "dataType": "refObject",
        "properties": {
            "text": {"dataType":"string","required":true,"validators":{"minLength":{"value":2},"maxLength":{"value":200}}},
            "occurrence": {"dataType":"integer","validators":{"minimum":{"value":1}}},
            "dx": {"dataType":"double","validators":{"minimum":{"value":-5000},"maximum":{"value":5000}}},
            "dy": {"dataType":"double","validators":{"minimum":{"value":-5000},"maximum":{"value":5000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AppearanceLineRequest": {
        "dataType": "refObject",
        "properties": {
            "text": {"dataType":"string","required":true,"validators":{"maxLength":{"value":200}}},
            "color": {"dataType":"string","validators":{"pattern":{"value":"^#[0-9A-Fa-f]{6}$"}}},
            "font_size": {"dataType":"double","validators":{"minimum":{"value":1},"maximum":{"value":144}}},
            "font": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["times"]},{"dataType":"enum","enums":["times_bold"]},{"dataType":"enum","enums":["times_italic"]},{"dataType":"enum","enums":["times_bold_italic"]},{"dataType":"enum","enums":["helvetica"]},{"dataType":"enum","enums":["helvetica_bold"]},{"dataType":"enum","enums":["helvetica_oblique"]},{"dataType":"enum","enums":["helvetica_bold_oblique"]},{"dataType":"enum","enums":["courier"]},{"dataType":"enum","enums":["courier_bold"]},{"dataType":"enum","enums":["courier_oblique"]},{"dataType":"enum","enums":["courier_bold_oblique"]},{"dataType":"enum","enums":["handwriting"]},{"dataType":"enum","enums":["calligraphy"]}]},
            "embedded": {"dataType":"boolean"},
            "x": {"dataType":"double","validators":{"minimum":{"value":-5000},"maximum":{"value":5000}}},
            "y": {"dataType":"double","validators":{"minimum":{"value":-5000},"maximum":{"value":5000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AppearanceRequest": {
        "dataType": "refObject",
        "properties": {
            "image": {"dataType":"string","validators":{"maxLength":{"value":2800000}}},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"AppearanceLineRequest"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PlacementRequest": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signature"]},{"dataType":"enum","enums":["initials"]},{"dataType":"enum","enums":["text"]},{"dataType":"enum","enums":["date"]},{"dataType":"enum","enums":["checkbox"]},{"dataType":"enum","enums":["name"]}]},
            "document": {"dataType":"integer","validators":{"minimum":{"value":0}}},
            "page": {"dataType":"integer","validators":{"minimum":{"value":1}}},
            "every_page": {"dataType":"boolean"},
            "invisible": {"dataType":"boolean"},
            "x": {"dataType":"double","validators":{"minimum":{"value":0}}},
            "y": {"dataType":"double","validators":{"minimum":{"value":0}}},
            "width": {"dataType":"double","validators":{"minimum":{"value":4},"maximum":{"value":2000}}},
            "height": {"dataType":"double","validators":{"minimum":{"value":4},"maximum":{"value":2000}}},
            "field": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":500}}},
            "marker": {"ref":"MarkerRequest"},
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "label": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "required": {"dataType":"boolean"},
            "read_only": {"dataType":"boolean"},
            "value": {"dataType":"string","validators":{"maxLength":{"value":4000}}},
            "max_length": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":4000}}},
            "multiline": {"dataType":"boolean"},
            "font_size": {"dataType":"double","validators":{"minimum":{"value":4},"maximum":{"value":72}}},
            "appearance": {"ref":"AppearanceRequest"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignerRequest": {
        "dataType": "refObject",
        "properties": {
            "given_name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "surname": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "email": {"dataType":"string","validators":{"pattern":{"value":"^[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+$"},"maxLength":{"value":254}}},
            "phone": {"dataType":"string","validators":{"pattern":{"value":"^\\+[1-9][0-9]{5,14}$"}}},
            "country": {"dataType":"string","validators":{"pattern":{"value":"^[A-Z]{2}$"}}},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
            "template_role": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signer"]},{"dataType":"enum","enums":["approver"]},{"dataType":"enum","enums":["copy"]},{"dataType":"enum","enums":["witness"]}]},
            "group": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":500}}},
            "witness_of": {"dataType":"integer","validators":{"minimum":{"value":0}}},
            "external_id": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "authentication": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":["both"]},{"dataType":"enum","enums":["none"]}]},
            "code_contact": {"dataType":"string","validators":{"pattern":{"value":"^(\\+[1-9][0-9]{5,14}|[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+)$"},"maxLength":{"value":254}}},
            "identity_document": {"ref":"IdentityDocumentRequest"},
            "code_text": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":1000}}},
            "placements": {"dataType":"array","array":{"dataType":"refObject","ref":"PlacementRequest"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SenderRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "email": {"dataType":"string","validators":{"pattern":{"value":"^[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+$"},"maxLength":{"value":254}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateOrderRequest": {
        "dataType": "refObject",
        "properties": {
            "consent_text": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":5000}}},
            "consent_clauses": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "metadata": {"ref":"Record_string.string_"},
            "labels": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "profile": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "message": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":2000}}},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
            "sender": {"ref":"SenderRequest"},
            "notify": {"dataType":"boolean"},
            "mail_documents": {"dataType":"boolean"},
            "must_read": {"dataType":"boolean"},
            "allow_delegation": {"dataType":"boolean"},
            "editable_identity": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["given_name"]},{"dataType":"enum","enums":["surname"]},{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["phone"]}]}},
            "page": {"ref":"PageSettings"},
            "signature_modes": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["typed"]},{"dataType":"enum","enums":["drawn"]}]},"validators":{"minItems":{"value":1},"maxItems":{"value":2}}},
            "time_zone": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "otp": {"ref":"OtpSettings"},
            "reminders": {"ref":"RemindersRequest"},
            "retention": {"ref":"RetentionRequest"},
            "template": {"dataType":"string","validators":{"minLength":{"value":30},"maxLength":{"value":30}}},
            "values": {"ref":"Record_string.string_"},
            "title": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "external_id": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "draft": {"dataType":"boolean"},
            "fetch_later": {"dataType":"boolean"},
            "callback": {"dataType":"union","subSchemas":[{"ref":"CallbackRequest"},{"dataType":"enum","enums":[null]}]},
            "expires_at": {"dataType":"datetime"},
            "proof_folder": {"dataType":"string"},
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"DocumentRequest"}},
            "signers": {"dataType":"array","array":{"dataType":"refObject","ref":"SignerRequest"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_OrderView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"OrderView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PlacementOfSignerRequest": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signature"]},{"dataType":"enum","enums":["initials"]},{"dataType":"enum","enums":["text"]},{"dataType":"enum","enums":["date"]},{"dataType":"enum","enums":["checkbox"]},{"dataType":"enum","enums":["name"]}]},
            "document": {"dataType":"integer","validators":{"minimum":{"value":0}}},
            "page": {"dataType":"integer","validators":{"minimum":{"value":1}}},
            "every_page": {"dataType":"boolean"},
            "invisible": {"dataType":"boolean"},
            "x": {"dataType":"double","validators":{"minimum":{"value":0}}},
            "y": {"dataType":"double","validators":{"minimum":{"value":0}}},
            "width": {"dataType":"double","validators":{"minimum":{"value":4},"maximum":{"value":2000}}},
            "height": {"dataType":"double","validators":{"minimum":{"value":4},"maximum":{"value":2000}}},
            "field": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":500}}},
            "marker": {"ref":"MarkerRequest"},
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "label": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "required": {"dataType":"boolean"},
            "read_only": {"dataType":"boolean"},
            "value": {"dataType":"string","validators":{"maxLength":{"value":4000}}},
            "max_length": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":4000}}},
            "multiline": {"dataType":"boolean"},
            "font_size": {"dataType":"double","validators":{"minimum":{"value":4},"maximum":{"value":72}}},
            "appearance": {"ref":"AppearanceRequest"},
            "signer": {"dataType":"string","required":true,"validators":{"pattern":{"value":"^sgr_"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AddDocumentsRequest": {
        "dataType": "refObject",
        "properties": {
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"DocumentRequest"}},
            "placements": {"dataType":"array","array":{"dataType":"refObject","ref":"PlacementOfSignerRequest"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CancelOrderRequest": {
        "dataType": "refObject",
        "properties": {
            "reason": {"dataType":"string","validators":{"maxLength":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VerifiedView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["verification"],"required":true},
            "next": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":[null]}],"required":true},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VerifyCodeRequest": {
        "dataType": "refObject",
        "properties": {
            "otp": {"dataType":"string","required":true,"validators":{"maxLength":{"value":40}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Channel": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CodeState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["sending"]},{"dataType":"enum","enums":["sent"]},{"dataType":"enum","enums":["verified"]},{"dataType":"enum","enums":["used"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["locked"]},{"dataType":"enum","enums":["failed"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeliveryState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["accepted"]},{"dataType":"enum","enums":["deferred"]},{"dataType":"enum","enums":["delivered"]},{"dataType":"enum","enums":["undelivered"]},{"dataType":"enum","enums":["bounced"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LastCodeView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "channel": {"ref":"Channel","required":true},
            "state": {"ref":"CodeState","required":true},
            "sent_at": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
            "remaining_attempts": {"dataType":"double","required":true},
            "delivery": {"dataType":"union","subSchemas":[{"ref":"DeliveryState"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CodesView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["codes"],"required":true},
            "next": {"dataType":"union","subSchemas":[{"ref":"Channel"},{"dataType":"enum","enums":[null]}],"required":true},
            "sent_to": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "retry_after": {"dataType":"double","required":true},
            "locked": {"dataType":"boolean","required":true},
            "last": {"dataType":"union","subSchemas":[{"ref":"LastCodeView"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UnlockedView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["unlock"],"required":true},
            "unlocked": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CertificateFacts": {
        "dataType": "refObject",
        "properties": {
            "serial": {"dataType":"string","required":true},
            "subject": {"dataType":"string","required":true},
            "issuer": {"dataType":"string","required":true},
            "sha256": {"dataType":"string","required":true},
            "not_before": {"dataType":"string","required":true},
            "not_after": {"dataType":"string","required":true},
            "policies": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChainStep": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "at": {"dataType":"string","required":true},
            "hash": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttestedCode": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true},
            "channel": {"dataType":"string","required":true},
            "sent_to": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sent_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "verified": {"ref":"ChainStep","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttestedStatement": {
        "dataType": "refObject",
        "properties": {
            "method": {"dataType":"string","required":true},
            "statement": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "stated_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "reference": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "recorded": {"ref":"ChainStep","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttestedAuthentication": {
        "dataType": "refObject",
        "properties": {
            "method": {"dataType":"string","required":true},
            "codes": {"dataType":"array","array":{"dataType":"refObject","ref":"AttestedCode"},"required":true},
            "statements": {"dataType":"array","array":{"dataType":"refObject","ref":"AttestedStatement"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttestedTimestamp": {
        "dataType": "refObject",
        "properties": {
            "time": {"dataType":"string","required":true},
            "authority": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "serial": {"dataType":"string","required":true},
            "policy": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttestedSignature": {
        "dataType": "refObject",
        "properties": {
            "document": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "revision": {"dataType":"double","required":true},
            "sha256_before": {"dataType":"string","required":true},
            "sha256_after": {"dataType":"string","required":true},
            "level": {"dataType":"string","required":true},
            "level_now": {"dataType":"string","required":true},
            "made": {"ref":"ChainStep","required":true},
            "timestamp": {"dataType":"union","subSchemas":[{"ref":"AttestedTimestamp"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttestationView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["attestation"],"required":true},
            "format": {"dataType":"enum","enums":["paraph-attestation/1"],"required":true},
            "made_at": {"dataType":"string","required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "order": {"dataType":"string","required":true},
            "signer": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "certificate": {"dataType":"intersection","subSchemas":[{"ref":"CertificateFacts"},{"dataType":"nestedObjectLiteral","nestedProperties":{"issued":{"ref":"ChainStep","required":true}}}],"required":true},
            "authentication": {"ref":"AttestedAuthentication","required":true},
            "key": {"dataType":"nestedObjectLiteral","nestedProperties":{"destroyed":{"ref":"ChainStep","required":true},"algorithm":{"dataType":"string","required":true}},"required":true},
            "signed": {"ref":"ChainStep","required":true},
            "signatures": {"dataType":"array","array":{"dataType":"refObject","ref":"AttestedSignature"},"required":true},
            "chain": {"dataType":"nestedObjectLiteral","nestedProperties":{"head":{"dataType":"string","required":true},"length":{"dataType":"double","required":true}},"required":true},
            "check_url": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FieldView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["field"],"required":true},
            "document": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signature"]},{"dataType":"enum","enums":["initials"]},{"dataType":"enum","enums":["text"]},{"dataType":"enum","enums":["date"]},{"dataType":"enum","enums":["checkbox"]},{"dataType":"enum","enums":["name"]}],"required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "label": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "field": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "page": {"dataType":"double","required":true},
            "x": {"dataType":"double","required":true},
            "y": {"dataType":"double","required":true},
            "width": {"dataType":"double","required":true},
            "height": {"dataType":"double","required":true},
            "required": {"dataType":"boolean","required":true},
            "read_only": {"dataType":"boolean","required":true},
            "value": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "filled": {"dataType":"boolean","required":true},
            "own_appearance": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FieldsView": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FieldsRequest": {
        "dataType": "refObject",
        "properties": {
            "values": {"ref":"Record_string.string_","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Required_OtpSettings_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{"length":{"dataType":"integer","required":true,"validators":{"minimum":{"value":4},"maximum":{"value":12}}},"alphabet":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["digits"]},{"dataType":"enum","enums":["letters"]},{"dataType":"enum","enums":["uppercase"]},{"dataType":"enum","enums":["mixed"]}],"required":true},"lifetime_seconds":{"dataType":"integer","required":true,"validators":{"minimum":{"value":60},"maximum":{"value":3600}}},"tries":{"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":10}}},"codes":{"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":50}}},"pause_seconds":{"dataType":"integer","required":true,"validators":{"minimum":{"value":5},"maximum":{"value":3600}}},"reusable":{"dataType":"boolean","required":true}},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProfileSender": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "reply_to": {"dataType":"string","validators":{"maxLength":{"value":254}}},
            "notices_to": {"dataType":"string","validators":{"maxLength":{"value":254}}},
            "time_zone": {"dataType":"string","validators":{"maxLength":{"value":64}}},
            "language": {"dataType":"string","validators":{"maxLength":{"value":35}}},
            "attach_documents": {"dataType":"boolean"},
            "sms_sender": {"dataType":"string","validators":{"pattern":{"value":"^[A-Za-z0-9]{1,11}$"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TextSlots": {
        "dataType": "refObject",
        "properties": {
            "subject": {"dataType":"string","validators":{"maxLength":{"value":200}}},
            "heading": {"dataType":"string","validators":{"maxLength":{"value":200}}},
            "lead": {"dataType":"string","validators":{"maxLength":{"value":3000}}},
            "button": {"dataType":"string","validators":{"maxLength":{"value":60}}},
            "closing": {"dataType":"string","validators":{"maxLength":{"value":1000}}},
            "sms": {"dataType":"string","validators":{"maxLength":{"value":300}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.TextSlots_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"TextSlots"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.Record_string.TextSlots__": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"Record_string.TextSlots_"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Logo": {
        "dataType": "refObject",
        "properties": {
            "url": {"dataType":"string","required":true,"validators":{"maxLength":{"value":500}}},
            "dark_url": {"dataType":"string","validators":{"maxLength":{"value":500}}},
            "width": {"dataType":"integer","validators":{"minimum":{"value":16},"maximum":{"value":480}}},
            "alt": {"dataType":"string","validators":{"maxLength":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Colors": {
        "dataType": "refObject",
        "properties": {
            "accent": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "background": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "surface": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
            "text": {"dataType":"string","validators":{"pattern":{"value":"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Branding": {
        "dataType": "refObject",
        "properties": {
            "logo": {"ref":"Logo"},
            "colors": {"ref":"Colors"},
            "dark_colors": {"ref":"Colors"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProfileView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["profile"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "default": {"dataType":"boolean","required":true},
            "otp": {"ref":"OtpSettings","required":true},
            "otp_policy": {"ref":"Required_OtpSettings_","required":true},
            "otp_odds_one_in": {"dataType":"double","required":true},
            "reminders": {"dataType":"union","subSchemas":[{"dataType":"nestedObjectLiteral","nestedProperties":{"count":{"dataType":"double","required":true},"days":{"dataType":"double","required":true}}},{"dataType":"enum","enums":[null]}],"required":true},
            "sender": {"ref":"ProfileSender","required":true},
            "texts": {"ref":"Record_string.Record_string.TextSlots__","required":true},
            "branding": {"ref":"Branding","required":true},
            "page": {"ref":"PageSettings","required":true},
            "page_corrections": {"dataType":"array","array":{"dataType":"refObject","ref":"PageCorrection"},"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "archived_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProfileRemindersRequest": {
        "dataType": "refObject",
        "properties": {
            "days": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":90}}},
            "count": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":20}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateProfileRequest": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true,"validators":{"pattern":{"value":"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"}}},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "default": {"dataType":"boolean"},
            "otp": {"ref":"OtpSettings"},
            "reminders": {"dataType":"union","subSchemas":[{"ref":"ProfileRemindersRequest"},{"dataType":"enum","enums":[null]}]},
            "sender": {"ref":"ProfileSender"},
            "texts": {"ref":"Record_string.Record_string.TextSlots__"},
            "branding": {"ref":"Branding"},
            "page": {"ref":"PageSettings"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_ProfileView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ProfileView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeProfileRequest": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","validators":{"pattern":{"value":"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"}}},
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "default": {"dataType":"boolean"},
            "otp": {"ref":"OtpSettings"},
            "reminders": {"dataType":"union","subSchemas":[{"ref":"ProfileRemindersRequest"},{"dataType":"enum","enums":[null]}]},
            "sender": {"ref":"ProfileSender"},
            "texts": {"ref":"Record_string.Record_string.TextSlots__"},
            "branding": {"ref":"Branding"},
            "page": {"ref":"PageSettings"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProofStepView": {
        "dataType": "refObject",
        "properties": {
            "seq": {"dataType":"double","required":true},
            "type": {"dataType":"string","required":true},
            "time": {"dataType":"string","required":true},
            "actor": {"ref":"Actor","required":true},
            "ip": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "user_agent": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "session": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "data": {"ref":"Record_string.unknown_","required":true},
            "personal": {"dataType":"union","subSchemas":[{"ref":"Record_string.unknown_"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProofPathView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["proof_path"],"required":true},
            "signer": {"dataType":"string","required":true},
            "waiting_for": {"ref":"WaitingForView","required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ProofStepView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_after": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DocumentReading": {
        "dataType": "refObject",
        "properties": {
            "document_id": {"dataType":"string","required":true},
            "pages": {"dataType":"double","required":true},
            "shown": {"dataType":"array","array":{"dataType":"nestedObjectLiteral","nestedProperties":{"last":{"dataType":"double","required":true},"first":{"dataType":"double","required":true}}},"required":true},
            "next": {"dataType":"union","subSchemas":[{"dataType":"nestedObjectLiteral","nestedProperties":{"not_before":{"dataType":"string","required":true},"ticket":{"dataType":"string","required":true},"page":{"dataType":"double","required":true}}},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReadingView": {
        "dataType": "refObject",
        "properties": {
            "must_read": {"dataType":"boolean","required":true},
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"DocumentReading"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ShownPageRequest": {
        "dataType": "refObject",
        "properties": {
            "page": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":100000}}},
            "ticket": {"dataType":"string","validators":{"maxLength":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PagesShownRequest": {
        "dataType": "refObject",
        "properties": {
            "document_id": {"dataType":"string","required":true,"validators":{"maxLength":{"value":40}}},
            "pages": {"dataType":"array","array":{"dataType":"refObject","ref":"ShownPageRequest"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ConsentsView": {
        "dataType": "refObject",
        "properties": {
            "given": {"dataType":"array","array":{"dataType":"double"},"required":true},
            "complete": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ConsentRequest": {
        "dataType": "refObject",
        "properties": {
            "position": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":20}}},
            "text": {"dataType":"string","required":true,"validators":{"maxLength":{"value":5000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ConsentsRequest": {
        "dataType": "refObject",
        "properties": {
            "clauses": {"dataType":"array","array":{"dataType":"refObject","ref":"ConsentRequest"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":21}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IdentityView": {
        "dataType": "refObject",
        "properties": {
            "given_name": {"dataType":"string","required":true},
            "surname": {"dataType":"string","required":true},
            "email": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "phone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IdentityRequest": {
        "dataType": "refObject",
        "properties": {
            "given_name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "surname": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "email": {"dataType":"string","validators":{"pattern":{"value":"^[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+$"},"maxLength":{"value":254}}},
            "phone": {"dataType":"string","validators":{"pattern":{"value":"^\\+[1-9][0-9]{5,14}$"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LegalHoldView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["legal_hold"],"required":true},
            "order": {"dataType":"string","required":true},
            "reason": {"dataType":"string","required":true},
            "placed_at": {"dataType":"string","required":true},
            "placed_by": {"dataType":"string","required":true},
            "released_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "released_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PlaceHoldRequest": {
        "dataType": "refObject",
        "properties": {
            "reason": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LegalHoldList": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"LegalHoldView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PurgeSubject": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["documents"]},{"dataType":"enum","enums":["evidence"]},{"dataType":"enum","enums":["signer"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PurgeReason": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["retention"]},{"dataType":"enum","enums":["request"]},{"dataType":"enum","enums":["erasure"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PurgeView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["purge"],"required":true},
            "order": {"dataType":"string","required":true},
            "signer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "subject": {"ref":"PurgeSubject","required":true},
            "reason": {"ref":"PurgeReason","required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["done"]}],"required":true},
            "requested_at": {"dataType":"string","required":true},
            "done_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "objects_left": {"dataType":"double","required":true},
            "cause": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "receipt": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "signature": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PurgeList": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PurgeView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RetentionSettingsView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["retention"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "documents": {"dataType":"string","required":true},
            "evidence": {"dataType":"string","required":true},
            "archive": {"dataType":"boolean","required":true},
            "updated_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RetentionSettingsRequest": {
        "dataType": "refObject",
        "properties": {
            "documents": {"dataType":"string","required":true,"validators":{"pattern":{"value":"^P[1-9][0-9]{0,4}[DMY]$"}}},
            "evidence": {"dataType":"string","required":true,"validators":{"pattern":{"value":"^P[1-9][0-9]{0,4}[DMY]$"}}},
            "archive": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ApprovalView": {
        "dataType": "refObject",
        "properties": {
            "approved_at": {"dataType":"string","required":true},
            "all_signed": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ApproveRequest": {
        "dataType": "refObject",
        "properties": {
            "consentText": {"dataType":"string","validators":{"maxLength":{"value":5000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DelegationView": {
        "dataType": "refObject",
        "properties": {
            "delegated_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DelegateRequest": {
        "dataType": "refObject",
        "properties": {
            "given_name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "surname": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "email": {"dataType":"string","validators":{"pattern":{"value":"^[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+$"},"maxLength":{"value":254}}},
            "phone": {"dataType":"string","validators":{"pattern":{"value":"^\\+[1-9][0-9]{5,14}$"}}},
            "country": {"dataType":"string","validators":{"pattern":{"value":"^[A-Z]{2}$"}}},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
            "reason": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ApproveForSignerRequest": {
        "dataType": "refObject",
        "properties": {
            "otp": {"dataType":"string","validators":{"maxLength":{"value":40}}},
            "consent_text": {"dataType":"string","required":true,"validators":{"maxLength":{"value":5000}}},
            "consent_clauses": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "pages_read": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AddSignerRequest": {
        "dataType": "refObject",
        "properties": {
            "given_name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "surname": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "email": {"dataType":"string","validators":{"pattern":{"value":"^[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+$"},"maxLength":{"value":254}}},
            "phone": {"dataType":"string","validators":{"pattern":{"value":"^\\+[1-9][0-9]{5,14}$"}}},
            "country": {"dataType":"string","validators":{"pattern":{"value":"^[A-Z]{2}$"}}},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signer"]},{"dataType":"enum","enums":["approver"]},{"dataType":"enum","enums":["copy"]},{"dataType":"enum","enums":["witness"]}]},
            "group": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":500}}},
            "witness_of": {"dataType":"string","validators":{"maxLength":{"value":40}}},
            "external_id": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "authentication": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":["both"]},{"dataType":"enum","enums":["none"]}]},
            "code_text": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":1000}}},
            "placements": {"dataType":"array","array":{"dataType":"refObject","ref":"PlacementRequest"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeSignerRequest": {
        "dataType": "refObject",
        "properties": {
            "given_name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "surname": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "email": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"pattern":{"value":"^[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+$"},"maxLength":{"value":254}}},
            "phone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"pattern":{"value":"^\\+[1-9][0-9]{5,14}$"}}},
            "code_contact": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"pattern":{"value":"^(\\+[1-9][0-9]{5,14}|[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+)$"},"maxLength":{"value":254}}},
            "country": {"dataType":"string","validators":{"pattern":{"value":"^[A-Z]{2}$"}}},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
            "authentication": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":["both"]},{"dataType":"enum","enums":["none"]}]},
            "group": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":500}}},
            "external_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "code_text": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplaceSignerRequest": {
        "dataType": "refObject",
        "properties": {
            "given_name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "surname": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "email": {"dataType":"string","validators":{"pattern":{"value":"^[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+$"},"maxLength":{"value":254}}},
            "phone": {"dataType":"string","validators":{"pattern":{"value":"^\\+[1-9][0-9]{5,14}$"}}},
            "country": {"dataType":"string","validators":{"pattern":{"value":"^[A-Z]{2}$"}}},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
            "external_id": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "authentication": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":["both"]},{"dataType":"enum","enums":["none"]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ClauseView": {
        "dataType": "refObject",
        "properties": {
            "position": {"dataType":"double","required":true},
            "text": {"dataType":"string","required":true},
            "sha256": {"dataType":"string","required":true},
            "given": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StepName": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["open"]},{"dataType":"enum","enums":["documents"]},{"dataType":"enum","enums":["pages"]},{"dataType":"enum","enums":["fields"]},{"dataType":"enum","enums":["consents"]},{"dataType":"enum","enums":["code"]},{"dataType":"enum","enums":["act"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StepView": {
        "dataType": "refObject",
        "properties": {
            "step": {"ref":"StepName","required":true},
            "done": {"dataType":"boolean","required":true},
            "call": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SessionDocumentView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["sign"]},{"dataType":"enum","enums":["info"]}],"required":true},
            "pages": {"dataType":"double","required":true},
            "bytes": {"dataType":"double","required":true},
            "sha256": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PagePalette": {
        "dataType": "refAlias",
        "type": {"ref":"Record_string.string_","validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PageTheme": {
        "dataType": "refObject",
        "properties": {
            "light": {"ref":"PagePalette","required":true},
            "dark": {"ref":"PagePalette","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignerPageView": {
        "dataType": "refObject",
        "properties": {
            "theme": {"dataType":"union","subSchemas":[{"ref":"PageTheme"},{"dataType":"enum","enums":[null]}],"required":true},
            "logo_url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "hide": {"dataType":"array","array":{"dataType":"refAlias","ref":"HiddenPart"},"required":true},
            "frame_ancestors": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "complete_url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "cancel_url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StatusView": {
        "dataType": "refObject",
        "properties": {
            "session": {"dataType":"string","required":true},
            "signer": {"dataType":"nestedObjectLiteral","nestedProperties":{"can_delegate":{"dataType":"boolean","required":true},"turn":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["now"]},{"dataType":"enum","enums":["later"]},{"dataType":"enum","enums":["done"]},{"dataType":"enum","enums":["none"]}],"required":true},"state":{"ref":"SignerState","required":true},"signed_at":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},"has_signed":{"dataType":"boolean","required":true},"email":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},"name":{"dataType":"string","required":true},"role":{"dataType":"string","required":true},"id":{"dataType":"string","required":true}},"required":true},
            "request": {"dataType":"nestedObjectLiteral","nestedProperties":{"progress":{"dataType":"nestedObjectLiteral","nestedProperties":{"percentage":{"dataType":"double","required":true},"signed":{"dataType":"double","required":true},"total":{"dataType":"double","required":true}},"required":true},"message":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},"sender":{"dataType":"string","required":true},"expires_at":{"dataType":"string","required":true},"created_at":{"dataType":"string","required":true},"status":{"dataType":"string","required":true},"title":{"dataType":"string","required":true},"ref":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},"id":{"dataType":"string","required":true}},"required":true},
            "other_signers": {"dataType":"array","array":{"dataType":"nestedObjectLiteral","nestedProperties":{"state":{"ref":"SignerState","required":true},"group":{"dataType":"double","required":true},"has_signed":{"dataType":"boolean","required":true},"name":{"dataType":"string","required":true},"role":{"dataType":"string","required":true}}},"required":true},
            "authentication": {"dataType":"nestedObjectLiteral","nestedProperties":{"code":{"dataType":"union","subSchemas":[{"ref":"LastCodeView"},{"dataType":"enum","enums":[null]}],"required":true},"channels":{"dataType":"array","array":{"dataType":"nestedObjectLiteral","nestedProperties":{"accepted":{"dataType":"boolean","required":true},"masked_to":{"dataType":"string","required":true},"channel":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]}],"required":true}}},"required":true},"masked_to":{"dataType":"string","required":true},"method":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":["both"]},{"dataType":"enum","enums":["none"]}],"required":true}},"required":true},
            "consent": {"dataType":"nestedObjectLiteral","nestedProperties":{"sha256":{"dataType":"string","required":true},"text":{"dataType":"string","required":true}},"required":true},
            "clauses": {"dataType":"array","array":{"dataType":"refObject","ref":"ClauseView"},"required":true},
            "must_read": {"dataType":"boolean","required":true},
            "pages": {"dataType":"nestedObjectLiteral","nestedProperties":{"total":{"dataType":"double","required":true},"shown":{"dataType":"double","required":true}},"required":true},
            "fields": {"dataType":"nestedObjectLiteral","nestedProperties":{"filled":{"dataType":"double","required":true},"required":{"dataType":"double","required":true}},"required":true},
            "identity": {"ref":"IdentityView","required":true},
            "editable_identity": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["given_name"]},{"dataType":"enum","enums":["surname"]},{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["phone"]}]},"required":true},
            "steps": {"dataType":"array","array":{"dataType":"refObject","ref":"StepView"},"required":true},
            "next_step": {"dataType":"union","subSchemas":[{"ref":"StepName"},{"dataType":"enum","enums":[null]}],"required":true},
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"SessionDocumentView"},"required":true},
            "page": {"ref":"SignerPageView","required":true},
            "signature_modes": {"dataType":"array","array":{"dataType":"refAlias","ref":"SignatureMode"},"required":true},
            "time_zone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DocumentLinksView": {
        "dataType": "refObject",
        "properties": {
            "documents": {"dataType":"array","array":{"dataType":"nestedObjectLiteral","nestedProperties":{"expires_at":{"dataType":"string","required":true},"url":{"dataType":"string","required":true},"name":{"dataType":"string","required":true},"id":{"dataType":"string","required":true}}},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignedDocumentsView": {
        "dataType": "refObject",
        "properties": {
            "documents": {"dataType":"array","array":{"dataType":"nestedObjectLiteral","nestedProperties":{"expires_at":{"dataType":"string","required":true},"url":{"dataType":"string","required":true},"name":{"dataType":"string","required":true},"id":{"dataType":"string","required":true}}},"required":true},
            "audit_url": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PositionView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "document_id": {"dataType":"string","required":true},
            "role": {"dataType":"string","required":true},
            "page": {"dataType":"double","required":true},
            "x": {"dataType":"double","required":true},
            "y": {"dataType":"double","required":true},
            "w": {"dataType":"double","required":true},
            "h": {"dataType":"double","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signature"]},{"dataType":"enum","enums":["initials"]},{"dataType":"enum","enums":["text"]},{"dataType":"enum","enums":["date"]},{"dataType":"enum","enums":["checkbox"]},{"dataType":"enum","enums":["name"]}],"required":true},
            "label": {"dataType":"string","required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "required": {"dataType":"boolean","required":true},
            "read_only": {"dataType":"boolean","required":true},
            "value": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "filled": {"dataType":"boolean","required":true},
            "own_appearance": {"dataType":"boolean","required":true},
            "options": {"dataType":"nestedObjectLiteral","nestedProperties":{"multiline":{"dataType":"boolean","required":true},"max_length":{"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true}},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OtpSentView": {
        "dataType": "refObject",
        "properties": {
            "expires_at": {"dataType":"string","required":true},
            "sent_to": {"dataType":"string","required":true},
            "channel": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]}],"required":true},
            "resend_after_seconds": {"dataType":"double","required":true},
            "length": {"dataType":"double","required":true},
            "alphabet": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["digits"]},{"dataType":"enum","enums":["letters"]},{"dataType":"enum","enums":["uppercase"]},{"dataType":"enum","enums":["mixed"]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OtpVerifiedView": {
        "dataType": "refObject",
        "properties": {
            "next": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":[null]}],"required":true},
            "sessionToken": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OtpRequest": {
        "dataType": "refObject",
        "properties": {
            "otp": {"dataType":"string","required":true,"validators":{"maxLength":{"value":40}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SessionView": {
        "dataType": "refObject",
        "properties": {
            "sessionToken": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignView": {
        "dataType": "refObject",
        "properties": {
            "signed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "all_signed": {"dataType":"boolean","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signed"]},{"dataType":"enum","enums":["signing"]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignRequest": {
        "dataType": "refObject",
        "properties": {
            "signatureImageBase64": {"dataType":"string"},
            "typedName": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "consentText": {"dataType":"string","validators":{"maxLength":{"value":5000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefuseView": {
        "dataType": "refObject",
        "properties": {
            "refused_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefuseRequest": {
        "dataType": "refObject",
        "properties": {
            "reason": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CodeSentView": {
        "dataType": "refObject",
        "properties": {
            "channel": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]}],"required":true},
            "sent_to": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
            "resend_after_seconds": {"dataType":"double","required":true},
            "length": {"dataType":"double","required":true},
            "alphabet": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["digits"]},{"dataType":"enum","enums":["letters"]},{"dataType":"enum","enums":["uppercase"]},{"dataType":"enum","enums":["mixed"]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignedView": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signed"]},{"dataType":"enum","enums":["signing"]}],"required":true},
            "signed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "all_signed": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignForSignerRequest": {
        "dataType": "refObject",
        "properties": {
            "otp": {"dataType":"string","validators":{"maxLength":{"value":40}}},
            "consent_text": {"dataType":"string","required":true,"validators":{"maxLength":{"value":5000}}},
            "consent_clauses": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "pages_read": {"dataType":"boolean"},
            "typed_name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "signature_image": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StuckKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signing"]},{"dataType":"enum","enums":["seal"]},{"dataType":"enum","enums":["message"]},{"dataType":"enum","enums":["bulk_line"]},{"dataType":"enum","enums":["evidence"]},{"dataType":"enum","enums":["evidence_renewal"]},{"dataType":"enum","enums":["checkpoint_storage"]},{"dataType":"enum","enums":["purge"]},{"dataType":"enum","enums":["erasure"]},{"dataType":"enum","enums":["object_hold"]},{"dataType":"enum","enums":["replay"]},{"dataType":"enum","enums":["notice"]},{"dataType":"enum","enums":["awaited_documents"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StuckWorkView": {
        "dataType": "refObject",
        "properties": {
            "kind": {"ref":"StuckKind","required":true},
            "subject": {"dataType":"string","required":true},
            "order": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "since": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "attempts": {"dataType":"double","required":true},
            "next_try_at": {"dataType":"string","required":true},
            "cause": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StuckWorkList": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"StuckWorkView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CallbackSettingsView": {
        "dataType": "refObject",
        "properties": {
            "url": {"dataType":"string","required":true},
            "events": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
            "form": {"ref":"CallbackFormName","required":true},
            "encoding": {"ref":"CallbackEncoding","required":true},
            "field": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "retries": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "header_names": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "basic_auth_user": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "has_custom": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TemplateSettingsView": {
        "dataType": "refObject",
        "properties": {
            "consent_text": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":5000}}},
            "consent_clauses": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "metadata": {"ref":"Record_string.string_"},
            "labels": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "profile": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "message": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":2000}}},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
            "sender": {"ref":"SenderRequest"},
            "notify": {"dataType":"boolean"},
            "mail_documents": {"dataType":"boolean"},
            "must_read": {"dataType":"boolean"},
            "allow_delegation": {"dataType":"boolean"},
            "editable_identity": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["given_name"]},{"dataType":"enum","enums":["surname"]},{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["phone"]}]}},
            "page": {"ref":"PageSettings"},
            "signature_modes": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["typed"]},{"dataType":"enum","enums":["drawn"]}]},"validators":{"minItems":{"value":1},"maxItems":{"value":2}}},
            "time_zone": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "otp": {"ref":"OtpSettings"},
            "reminders": {"ref":"RemindersRequest"},
            "retention": {"ref":"RetentionRequest"},
            "callback": {"ref":"CallbackSettingsView"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TemplateDocumentView": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["sign"]},{"dataType":"enum","enums":["info"]}],"required":true},
            "pages": {"dataType":"double","required":true},
            "bytes": {"dataType":"double","required":true},
            "sha256": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TemplatePlacementView": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signature"]},{"dataType":"enum","enums":["initials"]},{"dataType":"enum","enums":["text"]},{"dataType":"enum","enums":["date"]},{"dataType":"enum","enums":["checkbox"]},{"dataType":"enum","enums":["name"]}],"required":true},
            "document": {"dataType":"double","required":true},
            "page": {"dataType":"double","required":true},
            "x": {"dataType":"double","required":true},
            "y": {"dataType":"double","required":true},
            "width": {"dataType":"double","required":true},
            "height": {"dataType":"double","required":true},
            "field": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "label": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "required": {"dataType":"boolean","required":true},
            "read_only": {"dataType":"boolean","required":true},
            "value": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TemplateRoleView": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signer"]},{"dataType":"enum","enums":["approver"]},{"dataType":"enum","enums":["copy"]},{"dataType":"enum","enums":["witness"]}],"required":true},
            "group": {"dataType":"double","required":true},
            "witness_of": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "authentication": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":["both"]},{"dataType":"enum","enums":["none"]}],"required":true},
            "language": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "placements": {"dataType":"array","array":{"dataType":"refObject","ref":"TemplatePlacementView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TemplateValueView": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["initials"]},{"dataType":"enum","enums":["text"]},{"dataType":"enum","enums":["date"]},{"dataType":"enum","enums":["checkbox"]},{"dataType":"enum","enums":["name"]}],"required":true},
            "role": {"dataType":"string","required":true},
            "label": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "required": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TemplateView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["template"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "name": {"dataType":"string","required":true},
            "version": {"dataType":"double","required":true},
            "title": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "expires_in_days": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "settings": {"ref":"TemplateSettingsView","required":true},
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"TemplateDocumentView"},"required":true},
            "roles": {"dataType":"array","array":{"dataType":"refObject","ref":"TemplateRoleView"},"required":true},
            "values": {"dataType":"array","array":{"dataType":"refObject","ref":"TemplateValueView"},"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "archived_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TemplateRoleRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["signer"]},{"dataType":"enum","enums":["approver"]},{"dataType":"enum","enums":["copy"]},{"dataType":"enum","enums":["witness"]}]},
            "group": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":500}}},
            "witness_of": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "authentication": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["sms"]},{"dataType":"enum","enums":["both"]},{"dataType":"enum","enums":["none"]}]},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
            "placements": {"dataType":"array","array":{"dataType":"refObject","ref":"PlacementRequest"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OrderSettingsRequest": {
        "dataType": "refObject",
        "properties": {
            "consent_text": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":5000}}},
            "consent_clauses": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "metadata": {"ref":"Record_string.string_"},
            "labels": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":20}}},
            "profile": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "message": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":2000}}},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
            "sender": {"ref":"SenderRequest"},
            "notify": {"dataType":"boolean"},
            "mail_documents": {"dataType":"boolean"},
            "must_read": {"dataType":"boolean"},
            "allow_delegation": {"dataType":"boolean"},
            "editable_identity": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["given_name"]},{"dataType":"enum","enums":["surname"]},{"dataType":"enum","enums":["email"]},{"dataType":"enum","enums":["phone"]}]}},
            "page": {"ref":"PageSettings"},
            "signature_modes": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["typed"]},{"dataType":"enum","enums":["drawn"]}]},"validators":{"minItems":{"value":1},"maxItems":{"value":2}}},
            "time_zone": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "otp": {"ref":"OtpSettings"},
            "reminders": {"ref":"RemindersRequest"},
            "retention": {"ref":"RetentionRequest"},
            "callback": {"ref":"CallbackRequest"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateTemplateRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "documents": {"dataType":"array","array":{"dataType":"refObject","ref":"DocumentRequest"}},
            "roles": {"dataType":"array","array":{"dataType":"refObject","ref":"TemplateRoleRequest"},"required":true,"validators":{"minItems":{"value":1}}},
            "title": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "expires_in_days": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":365}}},
            "settings": {"ref":"OrderSettingsRequest"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_TemplateView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"TemplateView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeTemplateRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "roles": {"dataType":"array","array":{"dataType":"refObject","ref":"TemplateRoleRequest"},"validators":{"minItems":{"value":1}}},
            "title": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "expires_in_days": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":365}}},
            "settings": {"ref":"OrderSettingsRequest"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AdvanceRequest": {
        "dataType": "refObject",
        "properties": {
            "seconds": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":345600000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UsageEventView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["usage_event"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "order": {"dataType":"string","required":true},
            "signer": {"dataType":"string","required":true},
            "profile": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "labels": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "occurred_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_UsageEventView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"UsageEventView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Indication": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["TOTAL_PASSED"]},{"dataType":"enum","enums":["INDETERMINATE"]},{"dataType":"enum","enums":["TOTAL_FAILED"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SubIndication": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["FORMAT_FAILURE"]},{"dataType":"enum","enums":["HASH_FAILURE"]},{"dataType":"enum","enums":["SIG_CRYPTO_FAILURE"]},{"dataType":"enum","enums":["NO_SIGNING_CERTIFICATE_FOUND"]},{"dataType":"enum","enums":["NO_CERTIFICATE_CHAIN_FOUND"]},{"dataType":"enum","enums":["CHAIN_CONSTRAINTS_FAILURE"]},{"dataType":"enum","enums":["CERTIFICATE_CHAIN_GENERAL_FAILURE"]},{"dataType":"enum","enums":["CRYPTO_CONSTRAINTS_FAILURE"]},{"dataType":"enum","enums":["NOT_YET_VALID"]},{"dataType":"enum","enums":["OUT_OF_BOUNDS_NO_POE"]},{"dataType":"enum","enums":["OUT_OF_BOUNDS_NOT_REVOKED"]},{"dataType":"enum","enums":["REVOKED_NO_POE"]},{"dataType":"enum","enums":["REVOKED_CA_NO_POE"]},{"dataType":"enum","enums":["TIMESTAMP_ORDER_FAILURE"]},{"dataType":"enum","enums":["SIG_CONSTRAINTS_FAILURE"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PadesLevel": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["B-B"]},{"dataType":"enum","enums":["B-T"]},{"dataType":"enum","enums":["B-LT"]},{"dataType":"enum","enums":["B-LTA"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignatureFindingCode": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["document_damaged"]},{"dataType":"enum","enums":["range_wrong"]},{"dataType":"enum","enums":["entry_repeated"]},{"dataType":"enum","enums":["revision_unreadable"]},{"dataType":"enum","enums":["dictionary_replaced"]},{"dataType":"enum","enums":["signature_malformed"]},{"dataType":"enum","enums":["document_changed"]},{"dataType":"enum","enums":["certificate_missing"]},{"dataType":"enum","enums":["certificate_mismatch"]},{"dataType":"enum","enums":["digest_mismatch"]},{"dataType":"enum","enums":["value_wrong"]},{"dataType":"enum","enums":["algorithm_unknown"]},{"dataType":"enum","enums":["path_incomplete"]},{"dataType":"enum","enums":["root_untrusted"]},{"dataType":"enum","enums":["root_of_test"]},{"dataType":"enum","enums":["certificate_unfit"]},{"dataType":"enum","enums":["key_weak"]},{"dataType":"enum","enums":["certificate_expired"]},{"dataType":"enum","enums":["certificate_not_yet_valid"]},{"dataType":"enum","enums":["signed_before_certificate"]},{"dataType":"enum","enums":["certificate_revoked"]},{"dataType":"enum","enums":["authority_revoked"]},{"dataType":"enum","enums":["revocation_unknown"]},{"dataType":"enum","enums":["algorithm_weak"]},{"dataType":"enum","enums":["certificate_not_named"]},{"dataType":"enum","enums":["attributes_missing"]},{"dataType":"enum","enums":["format_unsupported"]},{"dataType":"enum","enums":["change_unexplained"]},{"dataType":"enum","enums":["timestamp_order"]},{"dataType":"enum","enums":["timestamp_malformed"]},{"dataType":"enum","enums":["timestamp_mismatch"]},{"dataType":"enum","enums":["timestamp_wrong"]},{"dataType":"enum","enums":["timestamp_unproven"]},{"dataType":"enum","enums":["certificate_unnamed"]},{"dataType":"enum","enums":["time_unproven"]},{"dataType":"enum","enums":["field_shared"]},{"dataType":"enum","enums":["document_extended"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FindingView": {
        "dataType": "refObject",
        "properties": {
            "code": {"ref":"SignatureFindingCode","required":true},
            "sub_indication": {"dataType":"union","subSchemas":[{"ref":"SubIndication"},{"dataType":"enum","enums":[null]}],"required":true},
            "message": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Modification": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["unchanged"]},{"dataType":"enum","enums":["extended"]},{"dataType":"enum","enums":["changed"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["validation_data"]},{"dataType":"enum","enums":["timestamp"]},{"dataType":"enum","enums":["metadata"]},{"dataType":"enum","enums":["signature"]},{"dataType":"enum","enums":["form_filled"]},{"dataType":"enum","enums":["annotation"]},{"dataType":"enum","enums":["structure"]},{"dataType":"enum","enums":["pages"]},{"dataType":"enum","enums":["page_content"]},{"dataType":"enum","enums":["catalog"]},{"dataType":"enum","enums":["form"]},{"dataType":"enum","enums":["signature_changed"]},{"dataType":"enum","enums":["permissions"]},{"dataType":"enum","enums":["encryption"]},{"dataType":"enum","enums":["object"]},{"dataType":"enum","enums":["unreadable"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeView": {
        "dataType": "refObject",
        "properties": {
            "kind": {"ref":"ChangeKind","required":true},
            "message": {"dataType":"string","required":true},
            "field": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "page": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AnchorKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["live"]},{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["configured"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TrustAnchorView": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"ref":"AnchorKind"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"string","required":true},
            "sha256": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CertificateStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["VALID"]},{"dataType":"enum","enums":["EXPIRED"]},{"dataType":"enum","enums":["REVOKED"]},{"dataType":"enum","enums":["UNKNOWN"]},{"dataType":"enum","enums":["NOT_YET_VALID"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VerifiedCertificateView": {
        "dataType": "refObject",
        "properties": {
            "subject": {"dataType":"string","required":true},
            "issuer": {"dataType":"string","required":true},
            "common_name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "serial_number": {"dataType":"string","required":true},
            "not_before": {"dataType":"string","required":true},
            "not_after": {"dataType":"string","required":true},
            "status": {"ref":"CertificateStatus","required":true},
            "revoked_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "key_size": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "qualified": {"dataType":"boolean","required":true},
            "qualified_device": {"dataType":"boolean","required":true},
            "qualified_for": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["esign"]},{"dataType":"enum","enums":["eseal"]},{"dataType":"enum","enums":["web"]}]},"required":true},
            "sha256": {"dataType":"string","required":true},
            "der": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VerifiedTimestampView": {
        "dataType": "refObject",
        "properties": {
            "indication": {"ref":"Indication","required":true},
            "sub_indication": {"dataType":"union","subSchemas":[{"ref":"SubIndication"},{"dataType":"enum","enums":[null]}],"required":true},
            "time": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "findings": {"dataType":"array","array":{"dataType":"refObject","ref":"FindingView"},"required":true},
            "trust_anchor": {"dataType":"union","subSchemas":[{"ref":"TrustAnchorView"},{"dataType":"enum","enums":[null]}],"required":true},
            "certificates": {"dataType":"array","array":{"dataType":"refObject","ref":"VerifiedCertificateView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VerifiedSignatureView": {
        "dataType": "refObject",
        "properties": {
            "field": {"dataType":"string","required":true},
            "indication": {"ref":"Indication","required":true},
            "sub_indication": {"dataType":"union","subSchemas":[{"ref":"SubIndication"},{"dataType":"enum","enums":[null]}],"required":true},
            "intact": {"dataType":"boolean","required":true},
            "level": {"dataType":"union","subSchemas":[{"ref":"PadesLevel"},{"dataType":"enum","enums":[null]}],"required":true},
            "sub_filter": {"dataType":"string","required":true},
            "algorithm": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "claimed_time": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "proven_time": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "findings": {"dataType":"array","array":{"dataType":"refObject","ref":"FindingView"},"required":true},
            "covers_whole_document": {"dataType":"boolean","required":true},
            "modification": {"dataType":"union","subSchemas":[{"ref":"Modification"},{"dataType":"enum","enums":[null]}],"required":true},
            "changes": {"dataType":"array","array":{"dataType":"refObject","ref":"ChangeView"},"required":true},
            "permits": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":[1]},{"dataType":"enum","enums":[2]},{"dataType":"enum","enums":[3]},{"dataType":"enum","enums":[null]}],"required":true},
            "trust_anchor": {"dataType":"union","subSchemas":[{"ref":"TrustAnchorView"},{"dataType":"enum","enums":[null]}],"required":true},
            "certificates": {"dataType":"array","array":{"dataType":"refObject","ref":"VerifiedCertificateView"},"required":true},
            "timestamps": {"dataType":"array","array":{"dataType":"refObject","ref":"VerifiedTimestampView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VerifiedDocumentTimestampView": {
        "dataType": "refObject",
        "properties": {
            "indication": {"ref":"Indication","required":true},
            "sub_indication": {"dataType":"union","subSchemas":[{"ref":"SubIndication"},{"dataType":"enum","enums":[null]}],"required":true},
            "time": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "findings": {"dataType":"array","array":{"dataType":"refObject","ref":"FindingView"},"required":true},
            "trust_anchor": {"dataType":"union","subSchemas":[{"ref":"TrustAnchorView"},{"dataType":"enum","enums":[null]}],"required":true},
            "certificates": {"dataType":"array","array":{"dataType":"refObject","ref":"VerifiedCertificateView"},"required":true},
            "field": {"dataType":"string","required":true},
            "intact": {"dataType":"boolean","required":true},
            "covers_whole_document": {"dataType":"boolean","required":true},
            "modification": {"dataType":"union","subSchemas":[{"ref":"Modification"},{"dataType":"enum","enums":[null]}],"required":true},
            "changes": {"dataType":"array","array":{"dataType":"refObject","ref":"ChangeView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VerifiedAttachmentView": {
        "dataType": "refObject",
        "properties": {
            "path": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "indication": {"ref":"Indication","required":true},
            "sub_indication": {"dataType":"union","subSchemas":[{"ref":"SubIndication"},{"dataType":"enum","enums":[null]}],"required":true},
            "signatures": {"dataType":"array","array":{"dataType":"refObject","ref":"VerifiedSignatureView"},"required":true},
            "timestamps": {"dataType":"array","array":{"dataType":"refObject","ref":"VerifiedDocumentTimestampView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VerificationView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["verification"],"required":true},
            "format": {"dataType":"enum","enums":["PAdES"],"required":true},
            "indication": {"ref":"Indication","required":true},
            "sub_indication": {"dataType":"union","subSchemas":[{"ref":"SubIndication"},{"dataType":"enum","enums":[null]}],"required":true},
            "at": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "signatures": {"dataType":"array","array":{"dataType":"refObject","ref":"VerifiedSignatureView"},"required":true},
            "timestamps": {"dataType":"array","array":{"dataType":"refObject","ref":"VerifiedDocumentTimestampView"},"required":true},
            "attachments": {"dataType":"array","array":{"dataType":"refObject","ref":"VerifiedAttachmentView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VerificationRequest": {
        "dataType": "refObject",
        "properties": {
            "document": {"dataType":"string","required":true},
            "password": {"dataType":"string","validators":{"maxLength":{"value":1000}}},
            "at": {"dataType":"datetime","validators":{"isDateTime":{"errorMsg":"at must be a time in ISO 8601, as in 2026-01-31T12:00:00Z"}}},
            "recursive": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OlderSecretView": {
        "dataType": "refObject",
        "properties": {
            "public_key": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "signs_until": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WebhookSecretView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["webhook_secret"],"required":true},
            "secret": {"dataType":"string","required":true},
            "public_key": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "older": {"dataType":"array","array":{"dataType":"refObject","ref":"OlderSecretView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RotateSecretRequest": {
        "dataType": "refObject",
        "properties": {
            "overlap_seconds": {"dataType":"integer","validators":{"minimum":{"value":0},"maximum":{"value":604800}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EventGroup": {
        "dataType": "refAlias",
        "type": {"dataType":"enum","enums":["signer","evidence","retention","code","message","test","order","document","consent","billing","key","access","endpoint"],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EventTypeView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["event_type"],"required":true},
            "type": {"dataType":"string","required":true},
            "group": {"ref":"EventGroup","required":true},
            "description": {"dataType":"string","required":true},
            "schema": {"ref":"Record_string.unknown_","required":true},
            "example": {"ref":"Record_string.unknown_","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EventTypesView": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"EventTypeView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EndpointContactView": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true},
            "language": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EndpointHealthView": {
        "dataType": "refObject",
        "properties": {
            "failing_since": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "circuit": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["closed"]},{"dataType":"enum","enums":["open"]}],"required":true},
            "next_try": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NewEndpointView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["webhook_endpoint"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "url": {"dataType":"string","required":true},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "events": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["enabled"]},{"dataType":"enum","enums":["paused"]},{"dataType":"enum","enums":["disabled"]}],"required":true},
            "disabled_reason": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["gone"]},{"dataType":"enum","enums":["failing"]},{"dataType":"enum","enums":[null]}],"required":true},
            "disabled_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "header_names": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "basic_auth_user": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "contact": {"dataType":"union","subSchemas":[{"ref":"EndpointContactView"},{"dataType":"enum","enums":[null]}],"required":true},
            "health": {"ref":"EndpointHealthView","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "secret": {"dataType":"string","required":true},
            "public_key": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EndpointContactRequest": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true,"validators":{"pattern":{"value":"^[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+$"},"maxLength":{"value":254}}},
            "language": {"dataType":"string","validators":{"minLength":{"value":2},"maxLength":{"value":35}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateEndpointRequest": {
        "dataType": "refObject",
        "properties": {
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":500}}},
            "events": {"dataType":"array","array":{"dataType":"string"},"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
            "headers": {"dataType":"union","subSchemas":[{"ref":"Record_string.string_"},{"dataType":"enum","enums":[null]}]},
            "basic_auth": {"dataType":"union","subSchemas":[{"ref":"BasicAuthRequest"},{"dataType":"enum","enums":[null]}]},
            "contact": {"dataType":"union","subSchemas":[{"ref":"EndpointContactRequest"},{"dataType":"enum","enums":[null]}]},
            "url": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":2048}}},
            "paused": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EndpointView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["webhook_endpoint"],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["test"]},{"dataType":"enum","enums":["live"]}],"required":true},
            "url": {"dataType":"string","required":true},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "events": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["enabled"]},{"dataType":"enum","enums":["paused"]},{"dataType":"enum","enums":["disabled"]}],"required":true},
            "disabled_reason": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["gone"]},{"dataType":"enum","enums":["failing"]},{"dataType":"enum","enums":[null]}],"required":true},
            "disabled_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "header_names": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "basic_auth_user": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "contact": {"dataType":"union","subSchemas":[{"ref":"EndpointContactView"},{"dataType":"enum","enums":[null]}],"required":true},
            "health": {"ref":"EndpointHealthView","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_EndpointView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"EndpointView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeEndpointRequest": {
        "dataType": "refObject",
        "properties": {
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":500}}},
            "events": {"dataType":"array","array":{"dataType":"string"},"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
            "headers": {"dataType":"union","subSchemas":[{"ref":"Record_string.string_"},{"dataType":"enum","enums":[null]}]},
            "basic_auth": {"dataType":"union","subSchemas":[{"ref":"BasicAuthRequest"},{"dataType":"enum","enums":[null]}]},
            "contact": {"dataType":"union","subSchemas":[{"ref":"EndpointContactRequest"},{"dataType":"enum","enums":[null]}]},
            "url": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":2048}}},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["enabled"]},{"dataType":"enum","enums":["paused"]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WebhookDeliveryState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["delivered"]},{"dataType":"enum","enums":["failed"]},{"dataType":"enum","enums":["cancelled"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeliveryView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["delivery"],"required":true},
            "notification": {"dataType":"string","required":true},
            "endpoint": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "type": {"dataType":"string","required":true},
            "order": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "occurred_at": {"dataType":"string","required":true},
            "example": {"dataType":"boolean","required":true},
            "state": {"ref":"WebhookDeliveryState","required":true},
            "attempt_count": {"dataType":"double","required":true},
            "next_try_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "last_status": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "last_error": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "concluded_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_DeliveryView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"DeliveryView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OutboundTiming": {
        "dataType": "refObject",
        "properties": {
            "dns": {"dataType":"double"},
            "connect": {"dataType":"double"},
            "tls": {"dataType":"double"},
            "first_byte": {"dataType":"double"},
            "total": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Readonly_Record_string.string__": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"string"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttemptRequest": {
        "dataType": "refObject",
        "properties": {
            "method": {"dataType":"string","required":true},
            "url": {"dataType":"string","required":true},
            "headers": {"ref":"Readonly_Record_string.string__","required":true},
            "body": {"dataType":"enum","enums":["rendered"]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AnswerBodyView": {
        "dataType": "refObject",
        "properties": {
            "encoding": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["utf-8"]},{"dataType":"enum","enums":["base64"]}],"required":true},
            "content": {"dataType":"string","required":true},
            "truncated": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AnswerView": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"double","required":true},
            "headers": {"dataType":"union","subSchemas":[{"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
            "body": {"dataType":"union","subSchemas":[{"ref":"AnswerBodyView"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttemptErrorView": {
        "dataType": "refObject",
        "properties": {
            "class": {"dataType":"string","required":true},
            "detail": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttemptView": {
        "dataType": "refObject",
        "properties": {
            "number": {"dataType":"double","required":true},
            "started_at": {"dataType":"string","required":true},
            "timing": {"ref":"OutboundTiming","required":true},
            "request": {"ref":"AttemptRequest","required":true},
            "response": {"dataType":"union","subSchemas":[{"ref":"AnswerView"},{"dataType":"enum","enums":[null]}],"required":true},
            "error": {"dataType":"union","subSchemas":[{"ref":"AttemptErrorView"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeliveryWithAttemptsView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["delivery"],"required":true},
            "notification": {"dataType":"string","required":true},
            "endpoint": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "type": {"dataType":"string","required":true},
            "order": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "occurred_at": {"dataType":"string","required":true},
            "example": {"dataType":"boolean","required":true},
            "state": {"ref":"WebhookDeliveryState","required":true},
            "attempt_count": {"dataType":"double","required":true},
            "next_try_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "last_status": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "last_error": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "concluded_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "attempts": {"dataType":"array","array":{"dataType":"refObject","ref":"AttemptView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NotificationView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["notification"],"required":true},
            "type": {"dataType":"string","required":true},
            "order": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sequence": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "occurred_at": {"dataType":"string","required":true},
            "example": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_NotificationView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"NotificationView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NotificationWithDeliveriesView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["notification"],"required":true},
            "type": {"dataType":"string","required":true},
            "order": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sequence": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "occurred_at": {"dataType":"string","required":true},
            "example": {"dataType":"boolean","required":true},
            "payload": {"dataType":"string","required":true},
            "deliveries": {"dataType":"array","array":{"dataType":"refObject","ref":"DeliveryView"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplaySelection": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["failed"]},{"dataType":"enum","enums":["missed"]},{"dataType":"enum","enums":["all"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplayView": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "object": {"dataType":"enum","enums":["webhook_replay"],"required":true},
            "endpoint": {"dataType":"string","required":true},
            "from": {"dataType":"string","required":true},
            "to": {"dataType":"string","required":true},
            "only": {"ref":"ReplaySelection","required":true},
            "events": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["done"]},{"dataType":"enum","enums":["cancelled"]}],"required":true},
            "replayed": {"dataType":"double","required":true},
            "reached_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "done_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplayRequest": {
        "dataType": "refObject",
        "properties": {
            "from": {"dataType":"datetime","required":true},
            "to": {"dataType":"datetime"},
            "only": {"ref":"ReplaySelection","required":true},
            "events": {"dataType":"array","array":{"dataType":"string"},"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_ReplayView_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ReplayView"},"required":true},
            "has_more": {"dataType":"boolean","required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TestView": {
        "dataType": "refObject",
        "properties": {
            "object": {"dataType":"enum","enums":["webhook_test"],"required":true},
            "notification": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "delivered": {"dataType":"boolean","required":true},
            "duration_ms": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "attempt": {"dataType":"union","subSchemas":[{"ref":"AttemptView"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TestRequest": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","validators":{"maxLength":{"value":60}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
};
const templateService = new ExpressTemplateService(models, {"noImplicitAdditionalProperties":"throw-on-extras","bodyCoercion":false});

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa




export function RegisterRoutes(app: Router) {

    // ###########################################################################################################
    //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
    //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa
    // ###########################################################################################################


    
        const argsAccessRefusalsController_listAccessRefusals: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/access-refusals',
            authenticateMiddleware([{"api_key":["keys:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AccessRefusalsController)),
            ...(fetchMiddlewares<RequestHandler>(AccessRefusalsController.prototype.listAccessRefusals)),

            async function AccessRefusalsController_listAccessRefusals(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAccessRefusalsController_listAccessRefusals, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AccessRefusalsController>(AccessRefusalsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listAccessRefusals',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAllowedAddressesController_readAllowedAddresses: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/allowed-addresses',
            authenticateMiddleware([{"api_key":["keys:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AllowedAddressesController)),
            ...(fetchMiddlewares<RequestHandler>(AllowedAddressesController.prototype.readAllowedAddresses)),

            async function AllowedAddressesController_readAllowedAddresses(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAllowedAddressesController_readAllowedAddresses, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AllowedAddressesController>(AllowedAddressesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readAllowedAddresses',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAllowedAddressesController_replaceAllowedAddresses: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"AllowedAddressesRequest"},
        };
        app.put('/v1/allowed-addresses',
            authenticateMiddleware([{"api_key":["keys:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(AllowedAddressesController)),
            ...(fetchMiddlewares<RequestHandler>(AllowedAddressesController.prototype.replaceAllowedAddresses)),

            async function AllowedAddressesController_replaceAllowedAddresses(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAllowedAddressesController_replaceAllowedAddresses, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AllowedAddressesController>(AllowedAddressesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceAllowedAddresses',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAllowedAddressesController_deleteAllowedAddresses: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/allowed-addresses',
            authenticateMiddleware([{"api_key":["keys:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(AllowedAddressesController)),
            ...(fetchMiddlewares<RequestHandler>(AllowedAddressesController.prototype.deleteAllowedAddresses)),

            async function AllowedAddressesController_deleteAllowedAddresses(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAllowedAddressesController_deleteAllowedAddresses, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AllowedAddressesController>(AllowedAddressesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteAllowedAddresses',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsApiKeysController_createApiKey: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateApiKeyRequest"},
        };
        app.post('/v1/api-keys',
            authenticateMiddleware([{"api_key":["keys:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController.prototype.createApiKey)),

            async function ApiKeysController_createApiKey(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsApiKeysController_createApiKey, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ApiKeysController>(ApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createApiKey',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsApiKeysController_listApiKeys: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/api-keys',
            authenticateMiddleware([{"api_key":["keys:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController.prototype.listApiKeys)),

            async function ApiKeysController_listApiKeys(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsApiKeysController_listApiKeys, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ApiKeysController>(ApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listApiKeys',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsApiKeysController_revokeApiKey: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                key: {"in":"path","name":"key","required":true,"dataType":"string"},
        };
        app.delete('/v1/api-keys/:key',
            authenticateMiddleware([{"api_key":["keys:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController.prototype.revokeApiKey)),

            async function ApiKeysController_revokeApiKey(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsApiKeysController_revokeApiKey, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ApiKeysController>(ApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'revokeApiKey',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuditController_listEvents: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                after: {"default":0,"in":"query","name":"after","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":0},"maximum":{"value":2147483647}}},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
        };
        app.get('/v1/orders/:order/events',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuditController)),
            ...(fetchMiddlewares<RequestHandler>(AuditController.prototype.listEvents)),

            async function AuditController_listEvents(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuditController_listEvents, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuditController>(AuditController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listEvents',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuditController_getAudit: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/audit',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuditController)),
            ...(fetchMiddlewares<RequestHandler>(AuditController.prototype.getAudit)),

            async function AuditController_getAudit(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuditController_getAudit, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuditController>(AuditController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getAudit',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuditTrailController_getAuditTrail: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                format: {"in":"query","name":"format","dataType":"union","subSchemas":[{"dataType":"enum","enums":["json"]},{"dataType":"enum","enums":["text"]},{"dataType":"enum","enums":["html"]},{"dataType":"enum","enums":["xml"]},{"dataType":"enum","enums":["pdf"]}]},
                language: {"in":"query","name":"language","dataType":"union","subSchemas":[{"dataType":"enum","enums":["en"]},{"dataType":"enum","enums":["fr"]},{"dataType":"enum","enums":["de"]},{"dataType":"enum","enums":["es"]},{"dataType":"enum","enums":["it"]},{"dataType":"enum","enums":["nl"]},{"dataType":"enum","enums":["pt"]},{"dataType":"enum","enums":["pl"]},{"dataType":"enum","enums":["sv"]},{"dataType":"enum","enums":["da"]},{"dataType":"enum","enums":["cs"]},{"dataType":"enum","enums":["ro"]},{"dataType":"enum","enums":["ar"]}]},
        };
        app.get('/v1/orders/:order/audit-trail',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuditTrailController)),
            ...(fetchMiddlewares<RequestHandler>(AuditTrailController.prototype.getAuditTrail)),

            async function AuditTrailController_getAuditTrail(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuditTrailController_getAuditTrail, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuditTrailController>(AuditTrailController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getAuditTrail',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthenticationsController_stateAuthentication: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"StateAuthenticationRequest"},
        };
        app.post('/v1/orders/:order/signers/:signer/authentications',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthenticationsController)),
            ...(fetchMiddlewares<RequestHandler>(AuthenticationsController.prototype.stateAuthentication)),

            async function AuthenticationsController_stateAuthentication(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthenticationsController_stateAuthentication, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthenticationsController>(AuthenticationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'stateAuthentication',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBulkController_createBulk: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                template: {"in":"path","name":"template","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"BulkRequest"},
                dry_run: {"in":"query","name":"dry_run","dataType":"boolean"},
        };
        app.post('/v1/templates/:template/bulk',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(BulkController)),
            ...(fetchMiddlewares<RequestHandler>(BulkController.prototype.createBulk)),

            async function BulkController_createBulk(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBulkController_createBulk, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<BulkController>(BulkController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createBulk',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBulkController_listBulks: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/bulk',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(BulkController)),
            ...(fetchMiddlewares<RequestHandler>(BulkController.prototype.listBulks)),

            async function BulkController_listBulks(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBulkController_listBulks, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<BulkController>(BulkController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listBulks',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBulkController_getBulk: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                bulk: {"in":"path","name":"bulk","required":true,"dataType":"string"},
        };
        app.get('/v1/bulk/:bulk',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(BulkController)),
            ...(fetchMiddlewares<RequestHandler>(BulkController.prototype.getBulk)),

            async function BulkController_getBulk(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBulkController_getBulk, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<BulkController>(BulkController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getBulk',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBulkController_listLines: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                bulk: {"in":"path","name":"bulk","required":true,"dataType":"string"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":1000}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                state: {"in":"query","name":"state","dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["failed"]}]},
        };
        app.get('/v1/bulk/:bulk/lines',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(BulkController)),
            ...(fetchMiddlewares<RequestHandler>(BulkController.prototype.listLines)),

            async function BulkController_listLines(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBulkController_listLines, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<BulkController>(BulkController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listLines',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCallbackController_getCallback: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/callback',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CallbackController)),
            ...(fetchMiddlewares<RequestHandler>(CallbackController.prototype.getCallback)),

            async function CallbackController_getCallback(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCallbackController_getCallback, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CallbackController>(CallbackController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getCallback',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCallbackController_putCallback: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"CallbackRequest"},
        };
        app.put('/v1/orders/:order/callback',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(CallbackController)),
            ...(fetchMiddlewares<RequestHandler>(CallbackController.prototype.putCallback)),

            async function CallbackController_putCallback(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCallbackController_putCallback, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CallbackController>(CallbackController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'putCallback',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCallbackController_deleteCallback: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.delete('/v1/orders/:order/callback',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(CallbackController)),
            ...(fetchMiddlewares<RequestHandler>(CallbackController.prototype.deleteCallback)),

            async function CallbackController_deleteCallback(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCallbackController_deleteCallback, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CallbackController>(CallbackController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteCallback',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCheckpointsController_listCheckpoints: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/checkpoints',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CheckpointsController)),
            ...(fetchMiddlewares<RequestHandler>(CheckpointsController.prototype.listCheckpoints)),

            async function CheckpointsController_listCheckpoints(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCheckpointsController_listCheckpoints, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CheckpointsController>(CheckpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listCheckpoints',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCheckpointsController_getConsistencyProof: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                from: {"in":"query","name":"from","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":9007199254740991}}},
                to: {"in":"query","name":"to","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":9007199254740991}}},
        };
        app.get('/v1/checkpoints/consistency-proof',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CheckpointsController)),
            ...(fetchMiddlewares<RequestHandler>(CheckpointsController.prototype.getConsistencyProof)),

            async function CheckpointsController_getConsistencyProof(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCheckpointsController_getConsistencyProof, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CheckpointsController>(CheckpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getConsistencyProof',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCheckpointsController_getCheckpoint: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                size: {"in":"path","name":"size","required":true,"dataType":"string"},
        };
        app.get('/v1/checkpoints/:size',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CheckpointsController)),
            ...(fetchMiddlewares<RequestHandler>(CheckpointsController.prototype.getCheckpoint)),

            async function CheckpointsController_getCheckpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCheckpointsController_getCheckpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CheckpointsController>(CheckpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getCheckpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInclusionController_getInclusionProof: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/inclusion-proof',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(InclusionController)),
            ...(fetchMiddlewares<RequestHandler>(InclusionController.prototype.getInclusionProof)),

            async function InclusionController_getInclusionProof(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInclusionController_getInclusionProof, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InclusionController>(InclusionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getInclusionProof',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsClientCertificatesController_issueClientCertificate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateClientCertificateRequest"},
        };
        app.post('/v1/client-certificates',
            authenticateMiddleware([{"api_key":["keys:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ClientCertificatesController)),
            ...(fetchMiddlewares<RequestHandler>(ClientCertificatesController.prototype.issueClientCertificate)),

            async function ClientCertificatesController_issueClientCertificate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsClientCertificatesController_issueClientCertificate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ClientCertificatesController>(ClientCertificatesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'issueClientCertificate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsClientCertificatesController_listClientCertificates: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                api_key: {"in":"query","name":"api_key","dataType":"string"},
        };
        app.get('/v1/client-certificates',
            authenticateMiddleware([{"api_key":["keys:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ClientCertificatesController)),
            ...(fetchMiddlewares<RequestHandler>(ClientCertificatesController.prototype.listClientCertificates)),

            async function ClientCertificatesController_listClientCertificates(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsClientCertificatesController_listClientCertificates, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ClientCertificatesController>(ClientCertificatesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listClientCertificates',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsClientCertificatesController_readClientCertificate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                certificate: {"in":"path","name":"certificate","required":true,"dataType":"string"},
        };
        app.get('/v1/client-certificates/:certificate',
            authenticateMiddleware([{"api_key":["keys:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ClientCertificatesController)),
            ...(fetchMiddlewares<RequestHandler>(ClientCertificatesController.prototype.readClientCertificate)),

            async function ClientCertificatesController_readClientCertificate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsClientCertificatesController_readClientCertificate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ClientCertificatesController>(ClientCertificatesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readClientCertificate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsClientCertificatesController_revokeClientCertificate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                certificate: {"in":"path","name":"certificate","required":true,"dataType":"string"},
        };
        app.delete('/v1/client-certificates/:certificate',
            authenticateMiddleware([{"api_key":["keys:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ClientCertificatesController)),
            ...(fetchMiddlewares<RequestHandler>(ClientCertificatesController.prototype.revokeClientCertificate)),

            async function ClientCertificatesController_revokeClientCertificate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsClientCertificatesController_revokeClientCertificate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ClientCertificatesController>(ClientCertificatesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'revokeClientCertificate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDataSubjectsController_exportDataSubject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"SubjectRequest"},
                limit: {"default":10,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":20}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.post('/v1/data-subjects/export',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController.prototype.exportDataSubject)),

            async function DataSubjectsController_exportDataSubject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDataSubjectsController_exportDataSubject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DataSubjectsController>(DataSubjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'exportDataSubject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDataSubjectsController_eraseDataSubject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"SubjectRequest"},
        };
        app.post('/v1/data-subjects/erasures',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController.prototype.eraseDataSubject)),

            async function DataSubjectsController_eraseDataSubject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDataSubjectsController_eraseDataSubject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DataSubjectsController>(DataSubjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'eraseDataSubject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDataSubjectsController_listErasures: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/data-subjects/erasures',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController.prototype.listErasures)),

            async function DataSubjectsController_listErasures(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDataSubjectsController_listErasures, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DataSubjectsController>(DataSubjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listErasures',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDataSubjectsController_getErasure: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                erasure: {"in":"path","name":"erasure","required":true,"dataType":"string"},
        };
        app.get('/v1/data-subjects/erasures/:erasure',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController.prototype.getErasure)),

            async function DataSubjectsController_getErasure(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDataSubjectsController_getErasure, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DataSubjectsController>(DataSubjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getErasure',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDataSubjectsController_listErasureResults: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                erasure: {"in":"path","name":"erasure","required":true,"dataType":"string"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/data-subjects/erasures/:erasure/results',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DataSubjectsController.prototype.listErasureResults)),

            async function DataSubjectsController_listErasureResults(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDataSubjectsController_listErasureResults, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DataSubjectsController>(DataSubjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listErasureResults',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepositsController_createDeposit: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.post('/v1/orders/:order/deposit',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(DepositsController)),
            ...(fetchMiddlewares<RequestHandler>(DepositsController.prototype.createDeposit)),

            async function DepositsController_createDeposit(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepositsController_createDeposit, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepositsController>(DepositsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createDeposit',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepositsController_listDeposits: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/deposits',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DepositsController)),
            ...(fetchMiddlewares<RequestHandler>(DepositsController.prototype.listDeposits)),

            async function DepositsController_listDeposits(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepositsController_listDeposits, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepositsController>(DepositsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listDeposits',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepositsController_getDeposit: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                deposit: {"in":"path","name":"deposit","required":true,"dataType":"string"},
        };
        app.get('/v1/deposits/:deposit',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DepositsController)),
            ...(fetchMiddlewares<RequestHandler>(DepositsController.prototype.getDeposit)),

            async function DepositsController_getDeposit(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepositsController_getDeposit, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepositsController>(DepositsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getDeposit',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepositsController_getDepositContent: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                deposit: {"in":"path","name":"deposit","required":true,"dataType":"string"},
        };
        app.get('/v1/deposits/:deposit/content',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DepositsController)),
            ...(fetchMiddlewares<RequestHandler>(DepositsController.prototype.getDepositContent)),

            async function DepositsController_getDepositContent(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepositsController_getDepositContent, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepositsController>(DepositsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getDepositContent',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDocumentsController_getSource: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                document: {"in":"path","name":"document","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/documents/:document/source',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DocumentsController)),
            ...(fetchMiddlewares<RequestHandler>(DocumentsController.prototype.getSource)),

            async function DocumentsController_getSource(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDocumentsController_getSource, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DocumentsController>(DocumentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getSource',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDocumentsController_getSigned: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                document: {"in":"path","name":"document","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/documents/:document/signed',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DocumentsController)),
            ...(fetchMiddlewares<RequestHandler>(DocumentsController.prototype.getSigned)),

            async function DocumentsController_getSigned(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDocumentsController_getSigned, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DocumentsController>(DocumentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getSigned',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEvidenceController_getEvidence: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/evidence',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(EvidenceController)),
            ...(fetchMiddlewares<RequestHandler>(EvidenceController.prototype.getEvidence)),

            async function EvidenceController_getEvidence(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEvidenceController_getEvidence, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EvidenceController>(EvidenceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getEvidence',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEvidenceController_getEvidenceStatus: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/evidence/status',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(EvidenceController)),
            ...(fetchMiddlewares<RequestHandler>(EvidenceController.prototype.getEvidenceStatus)),

            async function EvidenceController_getEvidenceStatus(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEvidenceController_getEvidenceStatus, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EvidenceController>(EvidenceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getEvidenceStatus',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsExportsController_exportOrders: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                format: {"default":"csv","in":"query","name":"format","dataType":"union","subSchemas":[{"dataType":"enum","enums":["csv"]},{"dataType":"enum","enums":["jsonl"]}]},
                state: {"in":"query","name":"state","ref":"OrderState"},
                external_id: {"in":"query","name":"external_id","dataType":"string","validators":{"maxLength":{"value":200}}},
                text: {"in":"query","name":"text","dataType":"string","validators":{"maxLength":{"value":200}}},
                signer: {"in":"query","name":"signer","dataType":"string","validators":{"maxLength":{"value":254}}},
                label: {"in":"query","name":"label","dataType":"string","validators":{"maxLength":{"value":60}}},
                created_from: {"in":"query","name":"created_from","dataType":"datetime"},
                created_to: {"in":"query","name":"created_to","dataType":"datetime"},
        };
        app.get('/v1/exports/orders',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ExportsController)),
            ...(fetchMiddlewares<RequestHandler>(ExportsController.prototype.exportOrders)),

            async function ExportsController_exportOrders(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsExportsController_exportOrders, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ExportsController>(ExportsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'exportOrders',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMessagesController_listMessages: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/orders/:order/messages',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(MessagesController)),
            ...(fetchMiddlewares<RequestHandler>(MessagesController.prototype.listMessages)),

            async function MessagesController_listMessages(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMessagesController_listMessages, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MessagesController>(MessagesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listMessages',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMessagesController_remind: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.post('/v1/orders/:order/signers/:signer/remind',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(MessagesController)),
            ...(fetchMiddlewares<RequestHandler>(MessagesController.prototype.remind)),

            async function MessagesController_remind(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMessagesController_remind, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MessagesController>(MessagesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'remind',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderChangesController_editOrder: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"EditOrderRequest"},
        };
        app.patch('/v1/orders/:order',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderChangesController)),
            ...(fetchMiddlewares<RequestHandler>(OrderChangesController.prototype.editOrder)),

            async function OrderChangesController_editOrder(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderChangesController_editOrder, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderChangesController>(OrderChangesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'editOrder',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderChangesController_extendOrder: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ExtendOrderRequest"},
        };
        app.post('/v1/orders/:order/extend',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderChangesController)),
            ...(fetchMiddlewares<RequestHandler>(OrderChangesController.prototype.extendOrder)),

            async function OrderChangesController_extendOrder(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderChangesController_extendOrder, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderChangesController>(OrderChangesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'extendOrder',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_createOrder: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateOrderRequest"},
        };
        app.post('/v1/orders',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.createOrder)),

            async function OrdersController_createOrder(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_createOrder, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createOrder',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_listOrders: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                state: {"in":"query","name":"state","ref":"OrderState"},
                external_id: {"in":"query","name":"external_id","dataType":"string","validators":{"maxLength":{"value":200}}},
                text: {"in":"query","name":"text","dataType":"string","validators":{"maxLength":{"value":200}}},
                signer: {"in":"query","name":"signer","dataType":"string","validators":{"maxLength":{"value":254}}},
                label: {"in":"query","name":"label","dataType":"string","validators":{"maxLength":{"value":60}}},
                profile: {"in":"query","name":"profile","dataType":"string","validators":{"maxLength":{"value":40}}},
                created_from: {"in":"query","name":"created_from","dataType":"datetime"},
                created_to: {"in":"query","name":"created_to","dataType":"datetime"},
        };
        app.get('/v1/orders',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.listOrders)),

            async function OrdersController_listOrders(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_listOrders, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listOrders',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_getOrder: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.getOrder)),

            async function OrdersController_getOrder(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_getOrder, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getOrder',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_addDocuments: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"AddDocumentsRequest"},
        };
        app.post('/v1/orders/:order/documents',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.addDocuments)),

            async function OrdersController_addDocuments(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_addDocuments, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'addDocuments',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_sendOrder: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.post('/v1/orders/:order/send',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.sendOrder)),

            async function OrdersController_sendOrder(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_sendOrder, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'sendOrder',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_cancelOrder: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","ref":"CancelOrderRequest"},
        };
        app.post('/v1/orders/:order/cancel',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.cancelOrder)),

            async function OrdersController_cancelOrder(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_cancelOrder, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'cancelOrder',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCodesController_verifyOtp: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"VerifyCodeRequest"},
        };
        app.post('/v1/orders/:order/signers/:signer/otp/verify',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(CodesController)),
            ...(fetchMiddlewares<RequestHandler>(CodesController.prototype.verifyOtp)),

            async function CodesController_verifyOtp(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCodesController_verifyOtp, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CodesController>(CodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'verifyOtp',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCodesController_getCodes: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/signers/:signer/otp',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CodesController)),
            ...(fetchMiddlewares<RequestHandler>(CodesController.prototype.getCodes)),

            async function CodesController_getCodes(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCodesController_getCodes, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CodesController>(CodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getCodes',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCodesController_unlock: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.post('/v1/orders/:order/signers/:signer/unlock',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(CodesController)),
            ...(fetchMiddlewares<RequestHandler>(CodesController.prototype.unlock)),

            async function CodesController_unlock(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCodesController_unlock, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CodesController>(CodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'unlock',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAttestationController_getAttestation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                format: {"in":"query","name":"format","dataType":"union","subSchemas":[{"dataType":"enum","enums":["pdf"]},{"dataType":"enum","enums":["json"]}]},
                language: {"in":"query","name":"language","dataType":"string","validators":{"maxLength":{"value":35},"pattern":{"errorMsg":"language must be a BCP 47 tag, such as \"en\" or \"pt-BR\"","value":"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}}},
        };
        app.get('/v1/orders/:order/signers/:signer/attestation',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AttestationController)),
            ...(fetchMiddlewares<RequestHandler>(AttestationController.prototype.getAttestation)),

            async function AttestationController_getAttestation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAttestationController_getAttestation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AttestationController>(AttestationController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getAttestation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsFieldsController_listFields: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/signers/:signer/fields',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(FieldsController)),
            ...(fetchMiddlewares<RequestHandler>(FieldsController.prototype.listFields)),

            async function FieldsController_listFields(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsFieldsController_listFields, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<FieldsController>(FieldsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listFields',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsFieldsController_fillFields: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"FieldsRequest"},
        };
        app.put('/v1/orders/:order/signers/:signer/fields',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(FieldsController)),
            ...(fetchMiddlewares<RequestHandler>(FieldsController.prototype.fillFields)),

            async function FieldsController_fillFields(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsFieldsController_fillFields, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<FieldsController>(FieldsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'fillFields',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProfilesController_createProfile: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateProfileRequest"},
        };
        app.post('/v1/profiles',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController)),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController.prototype.createProfile)),

            async function ProfilesController_createProfile(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProfilesController_createProfile, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProfilesController>(ProfilesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createProfile',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProfilesController_listProfiles: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/profiles',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController)),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController.prototype.listProfiles)),

            async function ProfilesController_listProfiles(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProfilesController_listProfiles, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProfilesController>(ProfilesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listProfiles',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProfilesController_getProfile: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                profile: {"in":"path","name":"profile","required":true,"dataType":"string"},
        };
        app.get('/v1/profiles/:profile',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController)),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController.prototype.getProfile)),

            async function ProfilesController_getProfile(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProfilesController_getProfile, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProfilesController>(ProfilesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getProfile',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProfilesController_changeProfile: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                profile: {"in":"path","name":"profile","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeProfileRequest"},
        };
        app.patch('/v1/profiles/:profile',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController)),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController.prototype.changeProfile)),

            async function ProfilesController_changeProfile(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProfilesController_changeProfile, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProfilesController>(ProfilesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changeProfile',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProfilesController_archiveProfile: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                profile: {"in":"path","name":"profile","required":true,"dataType":"string"},
        };
        app.delete('/v1/profiles/:profile',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController)),
            ...(fetchMiddlewares<RequestHandler>(ProfilesController.prototype.archiveProfile)),

            async function ProfilesController_archiveProfile(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProfilesController_archiveProfile, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProfilesController>(ProfilesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'archiveProfile',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProofPathController_getProofPath: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                after: {"default":0,"in":"query","name":"after","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":0},"maximum":{"value":2147483647}}},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
        };
        app.get('/v1/orders/:order/signers/:signer/proof-path',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProofPathController)),
            ...(fetchMiddlewares<RequestHandler>(ProofPathController.prototype.getProofPath)),

            async function ProofPathController_getProofPath(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProofPathController_getProofPath, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProofPathController>(ProofPathController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getProofPath',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProofSessionController_getReading: Record<string, TsoaRoute.ParameterSchema> = {
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.get('/s/:link/signers/:signer/reading',
            ...(fetchMiddlewares<RequestHandler>(ProofSessionController)),
            ...(fetchMiddlewares<RequestHandler>(ProofSessionController.prototype.getReading)),

            async function ProofSessionController_getReading(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProofSessionController_getReading, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProofSessionController>(ProofSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getReading',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProofSessionController_showPages: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PagesShownRequest"},
        };
        app.post('/s/:link/signers/:signer/pages-shown',
            ...(fetchMiddlewares<RequestHandler>(ProofSessionController)),
            ...(fetchMiddlewares<RequestHandler>(ProofSessionController.prototype.showPages)),

            async function ProofSessionController_showPages(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProofSessionController_showPages, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProofSessionController>(ProofSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showPages',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProofSessionController_giveConsents: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ConsentsRequest"},
        };
        app.post('/s/:link/signers/:signer/consents',
            ...(fetchMiddlewares<RequestHandler>(ProofSessionController)),
            ...(fetchMiddlewares<RequestHandler>(ProofSessionController.prototype.giveConsents)),

            async function ProofSessionController_giveConsents(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProofSessionController_giveConsents, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProofSessionController>(ProofSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'giveConsents',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProofSessionController_editIdentity: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"IdentityRequest"},
        };
        app.patch('/s/:link/signers/:signer/identity',
            ...(fetchMiddlewares<RequestHandler>(ProofSessionController)),
            ...(fetchMiddlewares<RequestHandler>(ProofSessionController.prototype.editIdentity)),

            async function ProofSessionController_editIdentity(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProofSessionController_editIdentity, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProofSessionController>(ProofSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'editIdentity',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLegalHoldsController_placeHold: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PlaceHoldRequest"},
        };
        app.post('/v1/orders/:order/legal-holds',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(LegalHoldsController)),
            ...(fetchMiddlewares<RequestHandler>(LegalHoldsController.prototype.placeHold)),

            async function LegalHoldsController_placeHold(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLegalHoldsController_placeHold, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LegalHoldsController>(LegalHoldsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'placeHold',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLegalHoldsController_listHolds: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/legal-holds',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LegalHoldsController)),
            ...(fetchMiddlewares<RequestHandler>(LegalHoldsController.prototype.listHolds)),

            async function LegalHoldsController_listHolds(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLegalHoldsController_listHolds, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LegalHoldsController>(LegalHoldsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listHolds',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLegalHoldsController_releaseHold: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                hold: {"in":"path","name":"hold","required":true,"dataType":"string"},
        };
        app.delete('/v1/orders/:order/legal-holds/:hold',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(LegalHoldsController)),
            ...(fetchMiddlewares<RequestHandler>(LegalHoldsController.prototype.releaseHold)),

            async function LegalHoldsController_releaseHold(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLegalHoldsController_releaseHold, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LegalHoldsController>(LegalHoldsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'releaseHold',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPurgesController_removeDocuments: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.delete('/v1/orders/:order/documents',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PurgesController)),
            ...(fetchMiddlewares<RequestHandler>(PurgesController.prototype.removeDocuments)),

            async function PurgesController_removeDocuments(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPurgesController_removeDocuments, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PurgesController>(PurgesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'removeDocuments',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPurgesController_listPurges: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/purges',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PurgesController)),
            ...(fetchMiddlewares<RequestHandler>(PurgesController.prototype.listPurges)),

            async function PurgesController_listPurges(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPurgesController_listPurges, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PurgesController>(PurgesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPurges',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPurgesController_getPurge: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                purge: {"in":"path","name":"purge","required":true,"dataType":"string"},
        };
        app.get('/v1/purges/:purge',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PurgesController)),
            ...(fetchMiddlewares<RequestHandler>(PurgesController.prototype.getPurge)),

            async function PurgesController_getPurge(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPurgesController_getPurge, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PurgesController>(PurgesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getPurge',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRetentionController_getRetention: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/retention',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(RetentionController)),
            ...(fetchMiddlewares<RequestHandler>(RetentionController.prototype.getRetention)),

            async function RetentionController_getRetention(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRetentionController_getRetention, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RetentionController>(RetentionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getRetention',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRetentionController_putRetention: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"RetentionSettingsRequest"},
        };
        app.put('/v1/retention',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(RetentionController)),
            ...(fetchMiddlewares<RequestHandler>(RetentionController.prototype.putRetention)),

            async function RetentionController_putRetention(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRetentionController_putRetention, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RetentionController>(RetentionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'putRetention',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerActsController_approve: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ApproveRequest"},
        };
        app.post('/s/:link/signers/:signer/approve',
            ...(fetchMiddlewares<RequestHandler>(SignerActsController)),
            ...(fetchMiddlewares<RequestHandler>(SignerActsController.prototype.approve)),

            async function SignerActsController_approve(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerActsController_approve, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerActsController>(SignerActsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'approve',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerActsController_delegate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DelegateRequest"},
        };
        app.post('/s/:link/signers/:signer/delegate',
            ...(fetchMiddlewares<RequestHandler>(SignerActsController)),
            ...(fetchMiddlewares<RequestHandler>(SignerActsController.prototype.delegate)),

            async function SignerActsController_delegate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerActsController_delegate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerActsController>(SignerActsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'delegate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsApprovalsController_approve: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ApproveForSignerRequest"},
        };
        app.post('/v1/orders/:order/signers/:signer/approve',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ApprovalsController)),
            ...(fetchMiddlewares<RequestHandler>(ApprovalsController.prototype.approve)),

            async function ApprovalsController_approve(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsApprovalsController_approve, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ApprovalsController>(ApprovalsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'approve',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerChangesController_addSigner: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"AddSignerRequest"},
        };
        app.post('/v1/orders/:order/signers',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SignerChangesController)),
            ...(fetchMiddlewares<RequestHandler>(SignerChangesController.prototype.addSigner)),

            async function SignerChangesController_addSigner(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerChangesController_addSigner, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerChangesController>(SignerChangesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'addSigner',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerChangesController_changeSigner: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeSignerRequest"},
        };
        app.patch('/v1/orders/:order/signers/:signer',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SignerChangesController)),
            ...(fetchMiddlewares<RequestHandler>(SignerChangesController.prototype.changeSigner)),

            async function SignerChangesController_changeSigner(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerChangesController_changeSigner, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerChangesController>(SignerChangesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changeSigner',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerChangesController_replaceSigner: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ReplaceSignerRequest"},
        };
        app.post('/v1/orders/:order/signers/:signer/replace',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SignerChangesController)),
            ...(fetchMiddlewares<RequestHandler>(SignerChangesController.prototype.replaceSigner)),

            async function SignerChangesController_replaceSigner(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerChangesController_replaceSigner, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerChangesController>(SignerChangesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceSigner',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerChangesController_removeSigner: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.delete('/v1/orders/:order/signers/:signer',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SignerChangesController)),
            ...(fetchMiddlewares<RequestHandler>(SignerChangesController.prototype.removeSigner)),

            async function SignerChangesController_removeSigner(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerChangesController_removeSigner, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerChangesController>(SignerChangesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'removeSigner',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_showStatus: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.get('/s/:link/signers/:signer/status',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.showStatus)),

            async function SignerSessionController_showStatus(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_showStatus, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showStatus',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_getPdfUrls: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.get('/s/:link/signers/:signer/pdf-url',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.getPdfUrls)),

            async function SignerSessionController_getPdfUrls(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_getPdfUrls, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getPdfUrls',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_getSignedDocuments: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.get('/s/:link/signers/:signer/signed-documents',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.getSignedDocuments)),

            async function SignerSessionController_getSignedDocuments(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_getSignedDocuments, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getSignedDocuments',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_getPositions: Record<string, TsoaRoute.ParameterSchema> = {
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.get('/s/:link/signers/:signer/positions',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.getPositions)),

            async function SignerSessionController_getPositions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_getPositions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getPositions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_fillFields: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"FieldsRequest"},
        };
        app.put('/s/:link/signers/:signer/fields',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.fillFields)),

            async function SignerSessionController_fillFields(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_fillFields, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'fillFields',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_sendOtp: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.post('/s/:link/signers/:signer/send-otp',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.sendOtp)),

            async function SignerSessionController_sendOtp(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_sendOtp, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'sendOtp',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_verifyOtp: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"OtpRequest"},
        };
        app.post('/s/:link/signers/:signer/verify-otp',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.verifyOtp)),

            async function SignerSessionController_verifyOtp(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_verifyOtp, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'verifyOtp',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_openSession: Record<string, TsoaRoute.ParameterSchema> = {
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.post('/s/:link/signers/:signer/session',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.openSession)),

            async function SignerSessionController_openSession(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_openSession, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'openSession',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_sign: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"SignRequest"},
        };
        app.post('/s/:link/signers/:signer/sign',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.sign)),

            async function SignerSessionController_sign(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_sign, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'sign',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignerSessionController_refuse: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                link: {"in":"path","name":"link","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"RefuseRequest"},
        };
        app.post('/s/:link/signers/:signer/refuse',
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController)),
            ...(fetchMiddlewares<RequestHandler>(SignerSessionController.prototype.refuse)),

            async function SignerSessionController_refuse(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignerSessionController_refuse, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignerSessionController>(SignerSessionController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'refuse',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignersController_sendOtp: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
        };
        app.post('/v1/orders/:order/signers/:signer/otp',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SignersController)),
            ...(fetchMiddlewares<RequestHandler>(SignersController.prototype.sendOtp)),

            async function SignersController_sendOtp(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignersController_sendOtp, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignersController>(SignersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'sendOtp',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSignersController_sign: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                signer: {"in":"path","name":"signer","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"SignForSignerRequest"},
        };
        app.post('/v1/orders/:order/signers/:signer/sign',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SignersController)),
            ...(fetchMiddlewares<RequestHandler>(SignersController.prototype.sign)),

            async function SignersController_sign(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSignersController_sign, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SignersController>(SignersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'sign',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStuckWorkController_listStuckWork: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/stuck-work',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(StuckWorkController)),
            ...(fetchMiddlewares<RequestHandler>(StuckWorkController.prototype.listStuckWork)),

            async function StuckWorkController_listStuckWork(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStuckWorkController_listStuckWork, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StuckWorkController>(StuckWorkController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listStuckWork',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStuckWorkController_retryStuckWork: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                kind: {"in":"path","name":"kind","required":true,"ref":"StuckKind"},
                subject: {"in":"path","name":"subject","required":true,"dataType":"string"},
        };
        app.post('/v1/stuck-work/:kind/:subject/retry',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(StuckWorkController)),
            ...(fetchMiddlewares<RequestHandler>(StuckWorkController.prototype.retryStuckWork)),

            async function StuckWorkController_retryStuckWork(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStuckWorkController_retryStuckWork, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StuckWorkController>(StuckWorkController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'retryStuckWork',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTemplatesController_createTemplate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateTemplateRequest"},
        };
        app.post('/v1/templates',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController)),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController.prototype.createTemplate)),

            async function TemplatesController_createTemplate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTemplatesController_createTemplate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TemplatesController>(TemplatesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createTemplate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTemplatesController_listTemplates: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/templates',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController)),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController.prototype.listTemplates)),

            async function TemplatesController_listTemplates(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTemplatesController_listTemplates, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TemplatesController>(TemplatesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listTemplates',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTemplatesController_getTemplate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                template: {"in":"path","name":"template","required":true,"dataType":"string"},
        };
        app.get('/v1/templates/:template',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController)),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController.prototype.getTemplate)),

            async function TemplatesController_getTemplate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTemplatesController_getTemplate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TemplatesController>(TemplatesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getTemplate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTemplatesController_changeTemplate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                template: {"in":"path","name":"template","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeTemplateRequest"},
        };
        app.patch('/v1/templates/:template',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController)),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController.prototype.changeTemplate)),

            async function TemplatesController_changeTemplate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTemplatesController_changeTemplate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TemplatesController>(TemplatesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changeTemplate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTemplatesController_archiveTemplate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                template: {"in":"path","name":"template","required":true,"dataType":"string"},
        };
        app.delete('/v1/templates/:template',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController)),
            ...(fetchMiddlewares<RequestHandler>(TemplatesController.prototype.archiveTemplate)),

            async function TemplatesController_archiveTemplate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTemplatesController_archiveTemplate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TemplatesController>(TemplatesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'archiveTemplate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTestClockController_advance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"AdvanceRequest"},
        };
        app.post('/v1/orders/:order/test-clock',
            authenticateMiddleware([{"api_key":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(TestClockController)),
            ...(fetchMiddlewares<RequestHandler>(TestClockController.prototype.advance)),

            async function TestClockController_advance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTestClockController_advance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TestClockController>(TestClockController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'advance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsUsageController_listUsage: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                occurred_from: {"in":"query","name":"occurred_from","dataType":"datetime"},
                occurred_to: {"in":"query","name":"occurred_to","dataType":"datetime"},
        };
        app.get('/v1/usage',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(UsageController)),
            ...(fetchMiddlewares<RequestHandler>(UsageController.prototype.listUsage)),

            async function UsageController_listUsage(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUsageController_listUsage, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UsageController>(UsageController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listUsage',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsVerificationsController_createVerification: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"VerificationRequest"},
        };
        app.post('/v1/verifications',
            authenticateMiddleware([{"api_key":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(VerificationsController)),
            ...(fetchMiddlewares<RequestHandler>(VerificationsController.prototype.createVerification)),

            async function VerificationsController_createVerification(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsVerificationsController_createVerification, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<VerificationsController>(VerificationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createVerification',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCallbackSecretController_readCallbackSecret: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/callback-secret',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(CallbackSecretController)),
            ...(fetchMiddlewares<RequestHandler>(CallbackSecretController.prototype.readCallbackSecret)),

            async function CallbackSecretController_readCallbackSecret(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCallbackSecretController_readCallbackSecret, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CallbackSecretController>(CallbackSecretController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readCallbackSecret',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCallbackSecretController_rotateCallbackSecret: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","ref":"RotateSecretRequest"},
        };
        app.post('/v1/callback-secret/rotate',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(CallbackSecretController)),
            ...(fetchMiddlewares<RequestHandler>(CallbackSecretController.prototype.rotateCallbackSecret)),

            async function CallbackSecretController_rotateCallbackSecret(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCallbackSecretController_rotateCallbackSecret, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CallbackSecretController>(CallbackSecretController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'rotateCallbackSecret',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEventTypesController_listEventTypes: Record<string, TsoaRoute.ParameterSchema> = {
                group: {"in":"query","name":"group","ref":"EventGroup"},
        };
        app.get('/v1/event-types',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(EventTypesController)),
            ...(fetchMiddlewares<RequestHandler>(EventTypesController.prototype.listEventTypes)),

            async function EventTypesController_listEventTypes(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEventTypesController_listEventTypes, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EventTypesController>(EventTypesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listEventTypes',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEndpointsController_createEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateEndpointRequest"},
        };
        app.post('/v1/webhook-endpoints',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController.prototype.createEndpoint)),

            async function EndpointsController_createEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEndpointsController_createEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EndpointsController>(EndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEndpointsController_listEndpoints: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/webhook-endpoints',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController.prototype.listEndpoints)),

            async function EndpointsController_listEndpoints(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEndpointsController_listEndpoints, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EndpointsController>(EndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listEndpoints',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEndpointsController_getEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
        };
        app.get('/v1/webhook-endpoints/:endpoint',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController.prototype.getEndpoint)),

            async function EndpointsController_getEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEndpointsController_getEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EndpointsController>(EndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEndpointsController_changeEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeEndpointRequest"},
        };
        app.patch('/v1/webhook-endpoints/:endpoint',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController.prototype.changeEndpoint)),

            async function EndpointsController_changeEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEndpointsController_changeEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EndpointsController>(EndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changeEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEndpointsController_deleteEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
        };
        app.delete('/v1/webhook-endpoints/:endpoint',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController.prototype.deleteEndpoint)),

            async function EndpointsController_deleteEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEndpointsController_deleteEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EndpointsController>(EndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEndpointsController_readEndpointSecret: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
        };
        app.get('/v1/webhook-endpoints/:endpoint/secret',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController.prototype.readEndpointSecret)),

            async function EndpointsController_readEndpointSecret(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEndpointsController_readEndpointSecret, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EndpointsController>(EndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readEndpointSecret',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEndpointsController_rotateEndpointSecret: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","ref":"RotateSecretRequest"},
        };
        app.post('/v1/webhook-endpoints/:endpoint/rotate-secret',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(EndpointsController.prototype.rotateEndpointSecret)),

            async function EndpointsController_rotateEndpointSecret(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEndpointsController_rotateEndpointSecret, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EndpointsController>(EndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'rotateEndpointSecret',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDeliveriesController_listDeliveries: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
                state: {"in":"query","name":"state","ref":"WebhookDeliveryState"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                order: {"in":"query","name":"order","dataType":"string","validators":{"maxLength":{"value":40}}},
                type: {"in":"query","name":"type","dataType":"string","validators":{"maxLength":{"value":60}}},
        };
        app.get('/v1/webhook-endpoints/:endpoint/deliveries',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DeliveriesController)),
            ...(fetchMiddlewares<RequestHandler>(DeliveriesController.prototype.listDeliveries)),

            async function DeliveriesController_listDeliveries(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDeliveriesController_listDeliveries, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DeliveriesController>(DeliveriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listDeliveries',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDeliveriesController_getDelivery: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
                notification: {"in":"path","name":"notification","required":true,"dataType":"string"},
        };
        app.get('/v1/webhook-endpoints/:endpoint/deliveries/:notification',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DeliveriesController)),
            ...(fetchMiddlewares<RequestHandler>(DeliveriesController.prototype.getDelivery)),

            async function DeliveriesController_getDelivery(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDeliveriesController_getDelivery, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DeliveriesController>(DeliveriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getDelivery',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDeliveriesController_listCallbackDeliveries: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                state: {"in":"query","name":"state","ref":"WebhookDeliveryState"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                type: {"in":"query","name":"type","dataType":"string","validators":{"maxLength":{"value":60}}},
        };
        app.get('/v1/orders/:order/callback/deliveries',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DeliveriesController)),
            ...(fetchMiddlewares<RequestHandler>(DeliveriesController.prototype.listCallbackDeliveries)),

            async function DeliveriesController_listCallbackDeliveries(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDeliveriesController_listCallbackDeliveries, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DeliveriesController>(DeliveriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listCallbackDeliveries',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDeliveriesController_getCallbackDelivery: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                notification: {"in":"path","name":"notification","required":true,"dataType":"string"},
        };
        app.get('/v1/orders/:order/callback/deliveries/:notification',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DeliveriesController)),
            ...(fetchMiddlewares<RequestHandler>(DeliveriesController.prototype.getCallbackDelivery)),

            async function DeliveriesController_getCallbackDelivery(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDeliveriesController_getCallbackDelivery, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DeliveriesController>(DeliveriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getCallbackDelivery',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotificationsController_listNotifications: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                type: {"in":"query","name":"type","dataType":"string","validators":{"maxLength":{"value":60}}},
                order: {"in":"query","name":"order","dataType":"string","validators":{"maxLength":{"value":40}}},
                occurred_from: {"in":"query","name":"occurred_from","dataType":"datetime"},
                occurred_to: {"in":"query","name":"occurred_to","dataType":"datetime"},
        };
        app.get('/v1/notifications',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotificationsController)),
            ...(fetchMiddlewares<RequestHandler>(NotificationsController.prototype.listNotifications)),

            async function NotificationsController_listNotifications(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotificationsController_listNotifications, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotificationsController>(NotificationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listNotifications',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotificationsController_getNotification: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                notification: {"in":"path","name":"notification","required":true,"dataType":"string"},
        };
        app.get('/v1/notifications/:notification',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotificationsController)),
            ...(fetchMiddlewares<RequestHandler>(NotificationsController.prototype.getNotification)),

            async function NotificationsController_getNotification(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotificationsController_getNotification, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotificationsController>(NotificationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getNotification',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsReplaysController_replayDelivery: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
                notification: {"in":"path","name":"notification","required":true,"dataType":"string"},
        };
        app.post('/v1/webhook-endpoints/:endpoint/deliveries/:notification/replay',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController)),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController.prototype.replayDelivery)),

            async function ReplaysController_replayDelivery(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsReplaysController_replayDelivery, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ReplaysController>(ReplaysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replayDelivery',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsReplaysController_replayCallbackDelivery: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                order: {"in":"path","name":"order","required":true,"dataType":"string"},
                notification: {"in":"path","name":"notification","required":true,"dataType":"string"},
        };
        app.post('/v1/orders/:order/callback/deliveries/:notification/replay',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController)),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController.prototype.replayCallbackDelivery)),

            async function ReplaysController_replayCallbackDelivery(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsReplaysController_replayCallbackDelivery, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ReplaysController>(ReplaysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replayCallbackDelivery',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsReplaysController_createReplay: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ReplayRequest"},
        };
        app.post('/v1/webhook-endpoints/:endpoint/replays',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController)),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController.prototype.createReplay)),

            async function ReplaysController_createReplay(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsReplaysController_createReplay, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ReplaysController>(ReplaysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createReplay',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsReplaysController_listReplays: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":100}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/webhook-endpoints/:endpoint/replays',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController)),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController.prototype.listReplays)),

            async function ReplaysController_listReplays(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsReplaysController_listReplays, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ReplaysController>(ReplaysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listReplays',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsReplaysController_getReplay: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
                replay: {"in":"path","name":"replay","required":true,"dataType":"string"},
        };
        app.get('/v1/webhook-endpoints/:endpoint/replays/:replay',
            authenticateMiddleware([{"api_key":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController)),
            ...(fetchMiddlewares<RequestHandler>(ReplaysController.prototype.getReplay)),

            async function ReplaysController_getReplay(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsReplaysController_getReplay, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ReplaysController>(ReplaysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'getReplay',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTestsController_testEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpoint: {"in":"path","name":"endpoint","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","ref":"TestRequest"},
        };
        app.post('/v1/webhook-endpoints/:endpoint/test',
            authenticateMiddleware([{"api_key":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(TestsController)),
            ...(fetchMiddlewares<RequestHandler>(TestsController.prototype.testEndpoint)),

            async function TestsController_testEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTestsController_testEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TestsController>(TestsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'testEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa


    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    function authenticateMiddleware(security: TsoaRoute.Security[] = []) {
        return async function runAuthenticationMiddleware(request: any, response: any, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            // keep track of failed auth attempts so we can hand back the most
            // recent one.  This behavior was previously existing so preserving it
            // here
            const failedAttempts: any[] = [];
            const pushAndRethrow = (error: any) => {
                failedAttempts.push(error);
                throw error;
            };

            const secMethodOrPromises: Promise<any>[] = [];
            for (const secMethod of security) {
                if (Object.keys(secMethod).length > 1) {
                    const secMethodAndPromises: Promise<any>[] = [];

                    for (const name in secMethod) {
                        secMethodAndPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }

                    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

                    secMethodOrPromises.push(Promise.all(secMethodAndPromises)
                        .then(users => { return users[0]; }));
                } else {
                    for (const name in secMethod) {
                        secMethodOrPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }
                }
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            try {
                request['user'] = await Promise.any(secMethodOrPromises);

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }

                next();
            }
            catch(err) {
                // Show most recent error as response
                const error = failedAttempts.pop();
                error.status = error.status || 401;

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }
                next(error);
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        }
    }

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
}

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
