package io.liquidationmap.accuracy.report;

import io.liquidationmap.accuracy.Scoreboard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// A scoreboard as JSON, which reads back as the same scoreboard. One line per score, so that it shows which scores a
/// change of the model has changed.
final class ScoreboardFile {

    /// How deep a method lies, counting objects and lists from the outermost in.
    private static final int METHOD = 5;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .defaultPrettyPrinter(printer())
            .build();

    private ScoreboardFile() {}

    /// Reads a scoreboard; the stream is left open.
    static Scoreboard read(InputStream json) {
        return MAPPER.readValue(json, Scoreboard.class);
    }

    /// Writes a scoreboard, over what the file may hold.
    static void write(Scoreboard scoreboard, Path file) {
        String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(scoreboard);
        try {
            Files.writeString(file, json + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DefaultPrettyPrinter printer() {
        return new DefaultPrettyPrinter(Separators.createDefaultInstance())
                .withObjectIndenter(new LinesDownTo(METHOD))
                .withArrayIndenter(new LinesDownTo(METHOD + 1));
    }

    /// Indents so deep and no deeper: a score stays on one line.
    private record LinesDownTo(int deepest) implements DefaultPrettyPrinter.Indenter {

        private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

        @Override
        public void writeIndentation(JsonGenerator json, int level) {
            if (level <= deepest) {
                LINES.writeIndentation(json, level);
            } else {
                json.writeRaw(' ');
            }
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}
