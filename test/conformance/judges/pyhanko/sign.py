"""Signs with pyHanko: the foreign signer before or after ours.

Options: out (the signed file), key (PEM), certificates (PEM, the signer's first), field (a new field's name), password
(of an encrypted file).
"""

from lines import serve
from pyhanko.keys import load_certs_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore


def sign(file: str, options: dict[str, str]) -> dict:
    certificate, *chain = load_certs_from_pemder([options["certificates"]])
    store = SimpleCertificateStore()
    store.register_multiple(chain)
    signer = signers.SimpleSigner(
        signing_cert=certificate,
        signing_key=load_private_key_from_pemder(options["key"], passphrase=None),
        cert_registry=store,
    )
    metadata = signers.PdfSignatureMetadata(field_name=options["field"], subfilter=SigSeedSubFilter.PADES)
    with open(file, "rb") as stream, open(options["out"], "wb") as output:
        writer = IncrementalPdfFileWriter(stream, strict=False)
        if writer.prev.encrypted:
            writer.encrypt(options.get("password", "").encode())
        signers.sign_pdf(writer, metadata, signer, output=output)
    return {"signed": options["out"]}


serve(sign)
