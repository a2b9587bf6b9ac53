import { parse } from "yaml";
import { textOf } from "./checkout.js";

interface Service {
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}

const text = textOf("docker-compose.yml");
const composed = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  configs: { roles: { content: string } };
};
const services = Object.entries(composed.services);
const ours = ["api", "worker", "migrate"];

/** Names of the variables that the configuration reads. */
function knownVariables(): Set<string> {
  const reads = textOf("api/config.ts").matchAll(/\benv(?:\["([A-Z0-9_]+)"\]|, "([A-Z0-9_]+)")/g);
  return new Set([...reads].map(([, indexed, passed]) => indexed ?? passed ?? ""));
}

describe("docker-compose.yml", () => {
  test("has the whole service: API, worker, PostgreSQL, an S3 store and a mail catcher", () => {
    expect(services.map(([name]) => name)).toEqual(
      expect.arrayContaining(["api", "worker", "migrate", "postgres", "s3", "mail"]),
    );
  });

  test.each(services)("%s is pinned to a version", (_, { image }) => {
    expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?$/);
  });

  test("takes only images whose licence was looked at, none of them a copyleft of the network", () => {
    const permissive = ["paraph", "postgres", "versity/versitygw", "axllent/mailpit"];
    const images = services.map(([, { image }]) => image?.split(":")[0]);
    expect(images.filter((image) => !permissive.includes(image ?? ""))).toEqual([]);
  });

  test("opens ports to this machine only; the API's can be opened further", () => {
    const ports = services.flatMap(([name, service]) =>
      (service.ports ?? []).map((port) => [name, port] as const),
    );
    const api = ports.filter(([name]) => name === "api").map(([, port]) => port);
    expect(api).toEqual([
      expect.stringMatching(/^\$\{API_ADDRESS:-127\.0\.0\.1\}:\$\{API_PORT:-3000\}:3000$/),
    ]);
    const others = ports.filter(([name]) => name !== "api").map(([, port]) => port);
    expect(others.filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
  });

  test("starts each service when what it depends on is there, and not only started", () => {
    const conditions = services.flatMap(([, service]) => Object.entries(service.depends_on ?? {}));
    expect(conditions.length).toBeGreaterThan(0);
    for (const [name, { condition }] of conditions) {
      const target = composed.services[name];
      const ends = target?.restart === undefined || target.restart === "no";
      expect([name, condition]).toEqual([name, ends ? "service_completed_successfully" : "service_healthy"]);
      // The API's check is the image's.
      if (!ends && name !== "api") expect(target?.healthcheck?.test).toBeDefined();
    }
    expect(composed.services["api"]?.depends_on).toHaveProperty("migrate");
  });

  test("sets only variables that the configuration reads", () => {
    const known = knownVariables();
    expect(known.size).toBeGreaterThan(10);
    for (const name of ours) {
      const set = Object.keys(composed.services[name]?.environment ?? {});
      expect(set.filter((variable) => !known.has(variable))).toEqual([]);
    }
  });

  test("gives the service no right to change the schema", () => {
    for (const name of ["api", "worker"]) {
      expect(composed.services[name]?.environment).not.toHaveProperty("DATABASE_OWNER_URL");
    }
  });

  test("makes the database's roles with the rights that the service expects", () => {
    const provisioning = textOf("api/database/provision.ts");
    for (const role of ["owner", "app"]) {
      const rights = new RegExp(`ensureRole\\(client, ${role}Role, "([A-Z ]+)"`).exec(provisioning)?.[1];
      expect(rights).toBeDefined();
      expect(composed.configs.roles.content).toContain(
        `CREATE ROLE paraph_${role} ${rights} PASSWORD :'${role}'`,
      );
    }
  });

  test("runs our containers without privileges on a file system that they cannot write", () => {
    for (const name of ours) {
      expect(composed.services[name]).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
    }
  });

  test("holds no secret: each is asked for by name, and .env.example names them all without a value", () => {
    const example = textOf(".env.example");
    const required = new Set([...text.matchAll(/\$\{([A-Z0-9_]+):\?/g)].map(([, name]) => name ?? ""));
    expect(required.size).toBe(5);
    for (const name of required) expect(example).toMatch(new RegExp(`^${name}=$`, "m"));
    const values = services.flatMap(([, { environment }]) => Object.entries(environment ?? {}));
    const secret = values.filter(([name]) => /PASSWORD|SECRET_ACCESS|SECRET_KEY|ACCESS_KEY/.test(name));
    expect(secret.length).toBeGreaterThan(0);
    for (const [, value] of secret) expect(value).toMatch(/^\$\{[A-Z0-9_]+:\?[^}]*\}$/);
  });
});
