// What a stranger with nothing but the OpenAPI file can build: reads the market, prints what a dashboard would show
// and ends with an error where an answer is not what its type says.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./openapi.d.ts";

type Bucket = components["schemas"]["BucketEntry"];

const api = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.argv[2] ?? "http://localhost:8080" });

const { data: map, response } = await api.GET("/api/liquidations", {
  params: { query: { symbol: "BTC", range: "30d", groupBy: "leverage,venue", buckets: 50 } },
});
assert(map, `the map could not be read: ${response.status}`);
assert.equal(map.symbol, "BTC");
assert.equal(Date.parse(map.asOf), map.asOfMs);
const heaviest = map.buckets.reduce((a: Bucket, b: Bucket) => (b.usd > a.usd ? b : a));
const byLeverage = (heaviest.byLeverage ?? []).reduce((sum, part) => sum + part.usd, 0);
assert(Math.abs(byLeverage - heaviest.usd) <= 1e-6 * heaviest.usd, "a bucket is the sum of its leverages");
console.log(`${map.symbol} at ${map.price}, heaviest level ${heaviest.price}: ${heaviest.usd.toFixed(0)} USD`);

const reached = map.cumulative.up.at(-1);
assert(reached, "the curve upwards has points");
const { data: at } = await api.GET("/api/liquidations/at", { params: { query: { price: reached.price } } });
assert(at);
console.log(`going ${at.direction} to ${reached.price} liquidates ${at.triggeredUsd.toFixed(0)} USD`);

const { data: imbalance } = await api.GET("/api/imbalance");
assert(imbalance);
for (const entry of imbalance.imbalance) {
  console.log(`±${entry.distancePct ?? "all"} %: ${entry.ratio ?? "unknown"}`);
}

// Errors have a type too.
const { error } = await api.GET("/api/liquidations", { params: { query: { buckets: 1 } } });
assert(error, "one bucket is refused");
assert.equal(error.errors[0]?.parameter, "buckets");
console.log(`refused: ${error.errors[0]?.parameter} ${error.errors[0]?.message}; ${error.errors[0]?.allowed}`);
