// Makes the Postman collection from the OpenAPI file, so that the two cannot drift apart:
//   node collection.mjs OPENAPI.json > COLLECTION.json
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import converter from "openapi-to-postmanv2";

const description = JSON.parse(readFileSync(process.argv[2], "utf8"));

/// Parameters of which one must be given, though each may be absent; OpenAPI has no word for that.
const NEEDED = { getLiquidationPrice: ["leverage"] };

/// Positions seen now, of which a moment of the past may know none.
const WITHOUT_PAST = ["getLiquidationsExact"];

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
collection.variable = [{ key: "baseUrl", value: "http://localhost:8080" }, { key: "bearerToken", value: "" }, { key: "asOf", value: "2026-06-22T07:45:00Z" }];
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
  const plain = item(name, request, script);
  return operation.security ? [plain] : [plain, ...variants(name, request, operation, status, content)];
}

function item(name, request, script) {
  return { name, request, event: [{ listen: "test", script: { type: "text/javascript", exec: script } }] };
}

/// The same question as of a past moment, as a table, and with a mistake in it, where that can be asked.
function variants(name, request, operation, status, content) {
  const known = (operation.parameters ?? []).map((parameter) => parameter.name);
  const items = [];
  if (known.includes("asOf") && !WITHOUT_PAST.includes(operation.operationId)) {
    items.push(item(`${name}, as of a past moment`, asking(request, "asOf", "{{asOf}}"), [
      ...testsOf(status, content),
      ...("application/json" in content
        ? [`pm.test("is not of later", () => pm.expect(Date.parse(pm.response.json().asOf)).to.be.at.most(Date.parse(pm.variables.get("asOf"))));`]
        : []),
    ]));
  }
  if ("text/csv" in content) {
    items.push(item(`${name}, as CSV`, asking(request, "format", "csv"), [
      ...testsOf(status, { "text/csv": {} }),
      `pm.test("has a header row", () => pm.expect(pm.response.text()).to.match(/^[a-z][a-z0-9_]*(,[a-z0-9_]+)*\\r\\n/));`,
    ]));
  }
  items.push(item(`${name}, refused`, asking(request, "nonsense", "1"), [
    `pm.test("answers with 400", () => pm.response.to.have.status(400));`,
    ...tests({ "application/problem+json": {} }),
    `pm.test("names the parameter and what is allowed", () => {`,
    `  pm.expect(pm.response.json().code).to.equal("bad-parameter");`,
    `  pm.expect(pm.response.json().errors).to.deep.include({ parameter: "nonsense", message: "is not a parameter of this endpoint", allowed: ${JSON.stringify(allowed(operation))} });`,
    `});`,
  ]));
  return items;
}

function allowed(operation) {
  return (operation.parameters ?? []).map((parameter) => parameter.name).join(", ") || "none";
}

function asking(request, key, value) {
  const others = request.url.query.filter((parameter) => parameter.key !== key && !parameter.disabled);
  const query = [...others, { key, value }].map(({ key, value }) => ({ key, value }));
  return { ...request, description: undefined, url: { ...request.url, query } };
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
