// Makes the Postman collection from the OpenAPI file, so that the two cannot drift apart:
//   node collection.mjs OPENAPI.json > COLLECTION.json
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import converter from "openapi-to-postmanv2";

const description = JSON.parse(readFileSync(process.argv[2], "utf8"));

/// Parameters of which one must be given, though each may be absent; OpenAPI has no word for that.
const NEEDED = { getLiquidationPrice: ["leverage"] };

const options = {
  folderStrategy: "Tags",
  requestNameSource: "Fallback",
  parametersResolution: "Example",
  enableOptionalParameters: false,
  optimizeConversion: false,
};
const { result, reason, output } = await promisify(converter.convertV2.bind(converter))(
  { type: "json", data: description },
  options,
);
if (!result) {
  throw new Error(reason);
}
const collection = output[0].data;
collection.variable = [{ key: "baseUrl", value: "http://localhost:8080" }, { key: "bearerToken", value: "" }];
collection.item = collection.item.flatMap(folderOrRequest);
process.stdout.write(JSON.stringify(withoutIds(collection), null, 2) + "\n");

function folderOrRequest(item) {
  return item.item ? [{ ...item, item: item.item.flatMap(folderOrRequest) }] : request(item);
}

/// A request without its sample answers, which a running service gives better, and with tests; none for a stream, which
/// would never be done.
function request({ name, request }) {
  const path = "/" + request.url.path.join("/");
  const operation = description.paths[path.replace(/:(\w+)/g, "{$1}")][request.method.toLowerCase()];
  const needed = NEEDED[operation.operationId] ?? [];
  request.url.query.filter(({ key }) => needed.includes(key)).forEach((parameter) => delete parameter.disabled);
  const [status] = Object.keys(operation.responses).filter((code) => code.startsWith("2"));
  const content = operation.responses[status].content ?? {};
  if ("text/event-stream" in content) {
    return [];
  }
  const script = operation.security ? testsWithKey(status, path, content) : testsOf(status, content);
  return [{ name, request, event: [{ listen: "test", script: { type: "text/javascript", exec: script } }] }];
}

function testsOf(status, content) {
  return [
    `pm.test("answers with ${status}", () => pm.response.to.have.status(${status}));`,
    ...tests(content),
  ];
}

/// What belongs to a key is refused where there are none, and the example of an identity is nobody's.
function testsWithKey(status, path, content) {
  const others = path.includes("/:") ? [403, 404] : [403];
  return [
    `pm.test("answers with ${[status, ...others].join(" or ")}", () => pm.expect(pm.response.code).to.be.oneOf(${JSON.stringify([Number(status), ...others])}));`,
    `if (pm.response.code === ${status}) {`,
    ...tests(content).map((line) => "  " + line),
    `}`,
  ];
}

function tests(content) {
  const [type] = Object.keys(content);
  if (!type) {
    return [];
  }
  const format = `pm.test("is ${type}", () => pm.expect(pm.response.headers.get("Content-Type")).to.include("${type}"));`;
  const required = type === "application/json" ? (resolved(content[type].schema).required ?? []) : [];
  return required.length === 0
    ? [format]
    : [
        format,
        `pm.test("has every field it must have", () => pm.expect(pm.response.json()).to.include.all.keys(${JSON.stringify(required)}));`,
        ...(required.includes("asOf")
          ? [`pm.test("says the same instant twice", () => pm.expect(Date.parse(pm.response.json().asOf)).to.equal(pm.response.json().asOfMs));`]
          : []),
      ];
}

function resolved(schema) {
  return schema.$ref ? description.components.schemas[schema.$ref.split("/").at(-1)] : schema;
}

/// The converter draws new identifiers at random each time.
function withoutIds(value) {
  if (Array.isArray(value)) {
    return value.map(withoutIds);
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !["id", "_postman_id"].includes(key) || typeof inner !== "string")
      .map(([key, inner]) => [key, withoutIds(inner)]),
  );
}
