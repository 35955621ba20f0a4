package io.liquidationmap.accuracy.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of a document that is computed: between two comments that no reader sees. What is around them is written by
/// hand and stays.
final class MarkedSection {

    static final String BEGIN = "<!-- scoreboard: begin, computed -->\n";
    static final String END = "<!-- scoreboard: end -->\n";

    /// The lines a document must have.
    static final String MARKS = "'" + BEGIN.strip() + "' and below it '" + END.strip() + "'";

    private MarkedSection() {}

    /// Whether a file has the section.
    static boolean isIn(Path file) {
        return hasMarks(read(file));
    }

    /// Replaces the section in a file.
    ///
    /// @throws IllegalArgumentException if the file has no such section
    static void replace(Path file, String content) {
        try {
            Files.writeString(file, replaced(read(file), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The document with another section.
    ///
    /// @throws IllegalArgumentException if it has no such section
    static String replaced(String document, String content) {
        if (!hasMarks(document)) {
            throw new IllegalArgumentException("the document needs the lines " + MARKS);
        }
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        return document.substring(0, begin) + "\n" + content.strip() + "\n\n"
                + document.substring(document.indexOf(END));
    }

    private static boolean hasMarks(String document) {
        int begin = document.indexOf(BEGIN);
        return begin >= 0 && document.indexOf(END) > begin;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
