package io.liquidationmap.ingestion;

/// What somebody else wrote, as the log and `/api/status` quote it: on one line, and not too long.
public final class OneLine {

    private OneLine() {}

    /// The text with every stretch of blanks and line ends as one blank, cut off after `longest` characters.
    public static String of(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }
}
