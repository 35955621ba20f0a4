package io.liquidationmap.ingestion.files;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the archive's file names say: `BTCUSDT-1h-2024-01.csv`, `BTCUSDT-metrics-2024-01-01.csv`.
final class ArchiveName {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_]+)-(?:[0-9]+[a-z]+|metrics)-[0-9]{4}-.*");

    private ArchiveName() {}

    /// The symbol a file is about; empty if it has another name than the archive gave it.
    static Optional<String> symbolOf(String fileName) {
        Matcher matcher = FORM.matcher(fileName);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// Whether two symbols differ in nothing but case and separators.
    static boolean isSameSymbol(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String symbol) {
        return symbol.replaceAll("[^\\p{L}0-9]", "").toUpperCase(Locale.ROOT);
    }
}
