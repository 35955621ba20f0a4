package io.liquidationmap.ingestion;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// An answer that a venue gave or its documentation shows, kept outside the project, beside the file named by the
/// environment variable or system property `LIQUIDATIONMAP_VECTORS`. A test that needs one is skipped without it.
public final class RecordedAnswer {

    private static final String FILE = "LIQUIDATIONMAP_VECTORS";

    /// Documentation has comments and trailing commas.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private RecordedAnswer() {}

    /// Reads one.
    ///
    /// @param path below the folder
    public static <T> T read(String path, TypeReference<T> type) throws IOException {
        Path file = Optional.ofNullable(System.getProperty(FILE, System.getenv(FILE)))
                .map(vectors -> Path.of(vectors).resolveSibling(path))
                .filter(Files::isReadable)
                .orElseGet(() -> abort(path + " is not beside what " + FILE + " names"));
        return MAPPER.readValue(Files.readString(file), type);
    }
}
