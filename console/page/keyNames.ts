import type { ApiClient } from "../http/client.js";
import type { ApiKey, Page } from "../http/views.js";

/** API keys of a mode, of which the newest hundred are known by name. */
export class KeyNames {
  private constructor(
    /** Newest first, those that are revoked or over left out. */
    readonly usable: readonly ApiKey[],
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  static async load(client: ApiClient): Promise<KeyNames> {
    const { data } = await client.call<Page<ApiKey>>("GET", "/v1/api-keys?limit=100");
    const usable = data.filter(
      ({ revoked_at, expires_at }) =>
        revoked_at === null && (expires_at === null || Date.parse(expires_at) > Date.now()),
    );
    return new KeyNames(usable, new Map(data.map(({ id, name }) => [id, name])));
  }

  /** What a key is called; its id where that is not known. */
  nameOf(id: string): string {
    return this.names.get(id) ?? id;
  }
}
