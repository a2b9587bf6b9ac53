/** A parameter of a query. */
interface Parameter {
  readonly name: string;
  readonly in: "query";
  readonly required: boolean;
  readonly description: string;
  readonly schema: object;
}

export function parameter(name: string, description: string, schema: object = { type: "string" }): Parameter {
  return { name, in: "query", required: false, description, schema };
}

export const orderIds = [
  parameter("orderRequestId", "Id of the order. One of both is needed; both must agree."),
  parameter("externalOrderRequestId", "Your own id of the order."),
];

export const ownIds = [
  parameter("id", "Its id. One of both is needed; both must agree."),
  parameter("externalId", "Your own id of it."),
];

const refused = {
  default: {
    description: "What is wrong.",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
  },
};

/** The answers of a call that answers with JSON. */
export function answers(description: string, schema: object): object {
  return { 200: { description, content: { "application/json": { schema } } }, ...refused };
}

/** The answers of a call that has nothing to say. */
export function silent(status: 200 | 204, description: string): object {
  return { [status]: { description }, ...refused };
}

export function listOf(name: string): object {
  return { type: "array", items: { $ref: `#/components/schemas/${name}` } };
}

export function bodyOf(schema: object, description: string): object {
  return { required: true, description, content: { "application/json": { schema } } };
}
