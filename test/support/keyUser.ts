import { loadSecret } from "../../api/adapters/keyStore/secret.js";
import { softwareKeyStore } from "../../api/adapters/keyStore/software.js";

/** Prints the public half of a key of the installation in a directory, making secret and key when they are missing. */
const directory = process.argv[2]!;
const secret = await loadSecret(`${directory}/secret`);
const keys = softwareKeyStore({ directory: `${directory}/keys`, secret });
const publicKey = await keys.publicKey(process.argv[3]!);
process.stdout.write(publicKey.export({ format: "pem", type: "spki" }));
