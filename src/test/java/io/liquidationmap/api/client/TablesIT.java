package io.liquidationmap.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every table of every answer that has more than one, held against the same answer in JSON.
class TablesIT extends ServiceForClients {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String MARKET = "symbol=/symbol venues=/venues range=/range model=/model as_of=/asOf"
            + " simulated=/simulated current_price_usd=/price";

    /// Lists that the rows of a main table are divided by.
    private static final Set<String> IN_COLUMNS = Set.of("byVenue", "byLeverage");

    private final HttpClient http = HttpClient.newHttpClient();

    static List<Expected> tables() throws Exception {
        try (Stream<String> lines = new ClassPathResource("tables.csv", TablesIT.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Expected(parts[0], parts[1], parts[2], parts[3]))
                    .toList();
        }
    }

    static Set<String> questions() throws Exception {
        return tables().stream().map(Expected::uri).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_saysWhatTheListInJsonSays(Expected expected) throws Exception {
        JsonNode json = JSON.readTree(get(expected.uri).body());
        List<CsvRecord> table = table(get(csv(expected.uri) + "&table=" + expected.table));

        List<Column> columns = expected.columns();
        assertThat(table.getFirst().getFields().subList(0, columns.size()))
                .containsExactlyElementsOf(columns.stream().map(Column::name).toList());
        assertThat(table.getFirst().getFieldCount() > columns.size()).isEqualTo(expected.hasMoreColumns());
        if (expected.row.equals("-")) {
            assertThat(json.at("/" + expected.table).isEmpty()).isTrue();
            assertThat(table).hasSize(1);
            return;
        }
        JsonNode row = json.at(expected.row);
        assertThat(row.isMissingNode()).isFalse();
        assertThat(table.get(1).getFields().subList(0, columns.size()))
                .containsExactlyElementsOf(
                        columns.stream().map(column -> column.value(json, row)).toList());
        JsonNode list = json.at("/" + expected.table);
        if (list.isArray()) {
            assertThat(table).hasSize(1 + list.size());
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void mainTable_isTheOneWithoutAName_andNoOtherHasItsTag(String uri) throws Exception {
        List<String> names = new ArrayList<>(namesAllowed(uri));
        HttpResponse<String> unnamed = get(csv(uri));
        Set<String> tags = new HashSet<>();
        for (String name : names) {
            HttpResponse<String> named = get(csv(uri) + "&table=" + name);
            assertThat(named.statusCode()).as(name).isEqualTo(200);
            tags.add(named.headers().firstValue("ETag").orElseThrow());
            if (name.equals(names.getFirst())) {
                assertThat(named.body()).isEqualTo(unnamed.body());
                assertThat(tags)
                        .containsExactly(unnamed.headers().firstValue("ETag").orElseThrow());
            }
        }

        assertThat(tags).hasSameSizeAs(names);
        assertThat(get(uri).headers().firstValue("ETag").orElseThrow()).isNotIn(tags);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyListOfTheAnswer_isATable(String uri) throws Exception {
        Set<String> lists = new TreeSet<>();
        JSON.readTree(get(uri).body()).properties().stream()
                .filter(field -> field.getValue().isArray())
                .filter(field ->
                        field.getValue().isEmpty() || field.getValue().get(0).isObject())
                .map(Map.Entry::getKey)
                .filter(name -> !(IN_COLUMNS.contains(name) && uri.contains("/at?")))
                .forEach(lists::add);

        assertThat(namesAllowed(uri)).containsAll(lists);
    }

    @Test
    void everyTable_isHeldAgainstJson() throws Exception {
        for (String uri : questions()) {
            List<String> names = namesAllowed(uri);
            assertThat(tables().stream().filter(table -> table.uri.equals(uri)).map(Expected::table))
                    .as(uri)
                    .containsExactlyInAnyOrderElementsOf(names.subList(1, names.size()));
        }
        Set<String> withTables = new TreeSet<>();
        for (JsonNode endpoint : JSON.readTree(get("/api/capabilities").body()).path("endpoints")) {
            if (endpoint.path("parameters").valueStream().anyMatch(TablesIT::choosesATable)) {
                withTables.add(endpoint.path("path").asString());
            }
        }
        assertThat(questions().stream().map(uri -> uri.replaceFirst("[?].*", "")))
                .containsExactlyInAnyOrderElementsOf(withTables);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void tableOfJson_isRefused_andSaysWhatIsAllowed(String uri) throws Exception {
        String name = namesAllowed(uri).getLast();
        JsonNode useless = refusal(uri + (uri.contains("?") ? "&" : "?") + "table=" + name);
        JsonNode unknown = refusal(csv(uri) + "&table=nonsense");

        for (JsonNode error : List.of(useless, unknown)) {
            assertThat(error.path("parameter").asString()).isEqualTo("table");
            assertThat(error.path("allowed").asString()).contains(namesAllowed(uri));
        }
        assertThat(useless.path("allowed").asString()).contains("format=csv");
    }

    private JsonNode refusal(String uri) throws Exception {
        HttpResponse<String> answer = get(uri);
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode errors = JSON.readTree(answer.body()).path("errors");
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    /// The names of the tables, the main one first, as the service lists them.
    private List<String> namesAllowed(String uri) throws Exception {
        String path = uri.replaceFirst("[?].*", "");
        for (JsonNode endpoint : JSON.readTree(get("/api/capabilities").body()).path("endpoints")) {
            if (endpoint.path("path").asString().equals(path)) {
                String allowed = endpoint.path("parameters")
                        .valueStream()
                        .filter(TablesIT::choosesATable)
                        .findFirst()
                        .orElseThrow()
                        .path("allowed")
                        .asString();
                return List.of(allowed.replaceFirst("one of ", "").split(", "));
            }
        }
        throw new AssertionError(path + " is not listed");
    }

    private static boolean choosesATable(JsonNode parameter) {
        return parameter.path("name").asString().equals("table");
    }

    private static String csv(String uri) {
        return uri + (uri.contains("?") ? "&" : "?") + "format=csv";
    }

    private HttpResponse<String> get(String uri) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://" + host() + uri)).build(), BodyHandlers.ofString());
    }

    private static List<CsvRecord> table(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(answer.body())) {
            return csv.stream().toList();
        }
    }

    /// A table as it ought to be.
    ///
    /// @param row where the first one is in the JSON answer; `-` if there is none
    /// @param described its columns, as `tables.csv` writes them
    record Expected(String uri, String table, String row, String described) {

        private static final String MORE = " …";

        boolean hasMoreColumns() {
            return described.endsWith(MORE);
        }

        List<Column> columns() {
            return Arrays.stream(described
                            .replace("@market", MARKET)
                            .replace(MORE, "")
                            .split(" "))
                    .map(column -> column.split("="))
                    .map(parts -> new Column(parts[0], parts[1]))
                    .toList();
        }

        @Override
        public String toString() {
            return uri + " " + table;
        }
    }

    /// A column, and where its value is in JSON.
    record Column(String name, String place) {

        String value(JsonNode answer, JsonNode row) {
            if (place.startsWith("'")) {
                return place.replace("'", "");
            }
            return text(place.startsWith("/") ? answer.at(place) : row.at("/" + place));
        }

        private static String text(JsonNode value) {
            if (value.isNull() || value.isMissingNode()) {
                return "";
            }
            if (value.isArray()) {
                return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
            }
            return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
        }
    }
}
