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

    private MarkedSection() {}

    /// Replaces the section in a file.
    ///
    /// @throws IllegalArgumentException if the file has no such section
    static void replace(Path file, String content) {
        try {
            Files.writeString(file, replaced(Files.readString(file), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The document with another section.
    ///
    /// @throws IllegalArgumentException if it has no such section
    static String replaced(String document, String content) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "has no lines '" + BEGIN.strip() + "' and '" + END.strip() + "' to write between");
        }
        return document.substring(0, begin + BEGIN.length()) + "\n" + content.strip() + "\n\n"
                + document.substring(end);
    }
}
