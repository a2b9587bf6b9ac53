"""pyHanko's validator: integrity, trust, and what was changed after each signature (its difference analysis).

Options, each a list of files with ';' between: trust (certificates, PEM or DER), crl and ocsp (DER). Also time
(validate at this time, ISO 8601), revocation (soft-fail, hard-fail or require), password (of an encrypted file).
"""

import asyncio
import logging
from datetime import datetime

from asn1crypto import crl, ocsp
from lines import paths, serve
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import SuspiciousModification
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.ades import (
    ades_basic_validation,
    ades_lta_validation,
    ades_with_time_validation,
)
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.policy_decl import (
    CertificateFetchingRule,
    LocalKnowledge,
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer, OCSPContainer

logging.disable(logging.CRITICAL)


class Settings:
    def __init__(self, options: dict[str, str]):
        self.anchors = list(load_certs_from_pemder(paths(options, "trust")))
        self.crls = [crl.CertificateList.load(read(path)) for path in paths(options, "crl")]
        self.ocsps = [ocsp.OCSPResponse.load(read(path)) for path in paths(options, "ocsp")]
        self.revocation = options.get("revocation", "soft-fail")
        self.moment = datetime.fromisoformat(options["time"]) if "time" in options else None

    def timing(self) -> ValidationTimingInfo | None:
        if self.moment is None:
            return None
        return ValidationTimingInfo(self.moment, self.moment, point_in_time_validation=False)


class Knowledge:
    """What is known of certificates and their revocation: the caller's, and the document's documentSecurityStore."""

    def __init__(self, reader: PdfFileReader, settings: Settings):
        self.settings = settings
        self.certificates, self.crls, self.ocsps = [], list(settings.crls), list(settings.ocsps)
        try:
            store = DocumentSecurityStore.read_dss(reader)
        except NoDSSFoundError:
            return
        self.certificates += store.load_certs()
        self.crls += [crl.CertificateList.load(ref.get_object().data) for ref in store.crls]
        self.ocsps += [ocsp.OCSPResponse.load(ref.get_object().data) for ref in store.ocsps]

    def context(self) -> ValidationContext:
        return ValidationContext(
            trust_roots=self.settings.anchors,
            other_certs=self.certificates,
            crls=self.crls,
            ocsps=self.ocsps,
            moment=self.settings.moment,
            revocation_mode=self.settings.revocation,
            allow_fetching=False,
            retroactive_revinfo=True,
        )

    def specification(self) -> SignatureValidationSpec:
        """The same for validation by the steps of ETSI EN 319 102-1."""
        checking = RevocationCheckingPolicy.from_legacy(self.settings.revocation)
        containers = [container for response in self.ocsps for container in OCSPContainer.load_multi(response)]
        return SignatureValidationSpec(
            cert_validation_policy=CertValidationPolicySpec(
                trust_manager=SimpleTrustManager.build(trust_roots=self.settings.anchors),
                revinfo_policy=CertRevTrustPolicy(checking, retroactive_revinfo=True),
            ),
            revinfo_gathering_policy=RevocationInfoGatheringSpec(
                online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY,
                certificate_fetching_rule=CertificateFetchingRule.NEVER_FETCH,
            ),
            local_knowledge=LocalKnowledge(
                known_certs=self.certificates,
                known_crls=[CRLContainer(data) for data in self.crls],
                known_ocsps=containers,
            ),
        )


def read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def changes(status) -> dict:
    """What happened to the document after a signature, and whether that was allowed."""
    result = status.diff_result
    return {
        "coverage": status.coverage.name if status.coverage else None,
        "modification": status.modification_level.name if status.modification_level else None,
        "suspicious": str(result) if isinstance(result, SuspiciousModification) else None,
    }


async def walk(embedded: EmbeddedPdfSignature, timestamped: bool, archived: bool, knowledge: Knowledge):
    """The validation process of EN 319 102-1 for what a signature carries: 5.3 basic, 5.5 with time, 5.6 long-term.

    The last one is for signatures that do not pass any more as of now: pyHanko fails in it with all others.
    """
    specification, timing = knowledge.specification(), knowledge.settings.timing()
    process = ades_with_time_validation if timestamped else ades_basic_validation
    result = await process(embedded.signed_data, specification, timing, raw_digest=embedded.compute_digest())
    if result.ades_subindic.status.name == "PASSED" or not archived:
        return result
    return await ades_lta_validation(embedded, PdfSignatureValidationSpec(specification), timing)


async def signature(embedded: EmbeddedPdfSignature, archived: bool, knowledge: Knowledge) -> dict:
    status = await async_validate_pdf_signature(embedded, knowledge.context())
    stamp = status.timestamp_validity
    said = {
        "field": embedded.field_name,
        "signer": status.signing_cert.subject.native.get("common_name"),
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "problem": status.trust_problem_indic.name if status.trust_problem_indic else None,
        "docmdp_ok": status.docmdp_ok,
        "bottom_line": status.bottom_line,
        **changes(status),
        "timestamp": None
        if stamp is None
        else {"valid": stamp.valid and stamp.intact, "trusted": stamp.trusted, "time": stamp.timestamp.isoformat()},
    }
    try:
        result = await walk(embedded, stamp is not None, archived, knowledge)
        said["indication"] = result.ades_subindic.status.name
        said["subIndication"] = result.ades_subindic.standard_name
        said["reason"] = result.failure_msg
    except Exception as failure:  # what its walk stumbles over must not hide the verdict before
        said["indication"], said["subIndication"] = "INDETERMINATE", None
        said["reason"] = f"{type(failure).__name__}: {failure}"
    return said


async def timestamp(embedded: EmbeddedPdfSignature, knowledge: Knowledge) -> dict:
    status = await async_validate_pdf_timestamp(embedded, knowledge.context())
    return {
        "field": embedded.field_name,
        "valid": status.valid and status.intact,
        "trusted": status.trusted,
        "problem": status.trust_problem_indic.name if status.trust_problem_indic else None,
        "time": status.timestamp.isoformat(),
        **changes(status),
    }


async def validate(file: str, settings: Settings, password: str | None) -> dict:
    with open(file, "rb") as stream:
        reader = PdfFileReader(stream, strict=False)
        if reader.encrypted:
            reader.decrypt((password or "").encode())
        knowledge = Knowledge(reader, settings)
        stamps = reader.embedded_timestamp_signatures
        last = max((stamp.signed_revision for stamp in stamps), default=-1)
        return {
            "signatures": [
                await signature(each, last > each.signed_revision, knowledge)
                for each in reader.embedded_regular_signatures
            ],
            "timestamps": [await timestamp(each, knowledge) for each in stamps],
        }


serve(lambda file, options: asyncio.run(validate(file, Settings(options), options.get("password"))))
