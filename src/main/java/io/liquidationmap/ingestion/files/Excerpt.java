package io.liquidationmap.ingestion.files;

/// A piece of a file as messages show it: in quotes, short, and without anything a terminal would act on.
final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    static String of(String text) {
        String printable = text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.length() < text.length() ? "'" + printable + "…'" : "'" + printable + "'";
    }
}
