import { answers, bodyOf, listOf, ownIds, parameter, silent } from "./operations.js";

const order = { $ref: "#/components/schemas/Order" };

/** What is done with orders. */
export const orderPaths = {
  "/ephemeral/orders": {
    post: {
      operationId: "createEphemeralOrder",
      tags: ["Orders"],
      summary: "Create an order",
      description:
        "An order for one holder, in whose name a certificate will be made for this signature alone. Repeat it safely with an `Idempotency-Key`; an `externalOrderRequestId` that an order has already is refused.",
      requestBody: bodyOf({ $ref: "#/components/schemas/NewOrder" }, "The order."),
      responses: answers("The order.", order),
    },
    get: {
      operationId: "getOrderStatus",
      tags: ["Orders"],
      summary: "Read an order",
      description:
        "Orders that were made with another interface are found as well: by their id here, and by their external id where only one of them has it.",
      parameters: ownIds,
      responses: answers("The order.", order),
    },
    delete: {
      operationId: "deleteOrder",
      tags: ["Orders"],
      summary: "Delete an order",
      description: "It is discarded. Refused once the certificate has been generated.",
      parameters: ownIds,
      responses: silent(204, "Discarded."),
    },
  },
  "/ephemeral/orders/search": {
    get: {
      operationId: "searchOrders",
      tags: ["Orders"],
      summary: "Find orders",
      description: "The newest that all of what is given fits: 100 at most.",
      parameters: [
        parameter("email", "Of the holder."),
        parameter("mobile", "Of the holder; one that is written as at home is a French one."),
        parameter("raProfile", "Code of the application profile."),
      ],
      responses: answers("Orders, the newest first.", listOf("Order")),
    },
  },
};
