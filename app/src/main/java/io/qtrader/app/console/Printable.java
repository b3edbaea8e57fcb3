package io.qtrader.app.console;

/**
 * Text from elsewhere, made fit for a line. A name may hold line ends or what moves a terminal's
 * cursor, and would otherwise forge other lines.
 */
public final class Printable {

    private Printable() {
    }

    /** The text, with every character that has no shape of its own written as its code. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::isShapeless)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isShapeless(c)) {
                printable.append(String.format("\\u%04x", c));
            } else {
                printable.appendCodePoint(c);
            }
        });
        return printable.toString();
    }

    private static boolean isShapeless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
