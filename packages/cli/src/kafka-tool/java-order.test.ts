// The orders are those that Kafka's tools printed these names in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { scalaOrder, stringKeyOrder } from "./java-order.ts";

test("topics stand in the order of Java's HashMap, which grows", () => {
  assert.deepEqual(stringKeyOrder(["orders", "payments", "alpha"]), [
    "payments",
    "alpha",
    "orders",
  ]);
  const topics = "kjs-eos a alpha b beta.x c d e f g h i invoices j k l m n orders payments";
  const order = stringKeyOrder([...topics.split(" "), "shipments", "vc-group-c"]);
  assert.deepEqual(
    order.join(" "),
    "a b c d e f g payments h i j k l m shipments n invoices vc-group-c kjs-eos alpha beta.x orders",
  );
});

test("sets of up to four names keep their order, larger ones have Scala's", () => {
  assert.deepEqual(scalaOrder(["d", "c", "b", "c", "a"]), ["d", "c", "b", "a"]);
  assert.equal(scalaOrder(["a", "b", "c", "d", "e", "f"]).join(""), "efabcd");
  const groups =
    "classic-empty classic-live kcat-group kjs-eos new-live nocommit-classic nocommit-consumer vc-group vc-group-c";
  assert.equal(
    scalaOrder(groups.split(" ")).join(" "),
    "kjs-eos vc-group-c kcat-group vc-group nocommit-classic classic-live classic-empty new-live nocommit-consumer",
  );
});
