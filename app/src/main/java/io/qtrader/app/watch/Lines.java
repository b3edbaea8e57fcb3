package io.qtrader.app.watch;

import io.qtrader.app.console.Printable;
import io.qtrader.app.watch.Wording.Said;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Help.Ansi;

/** Makes lines of records: aligned, indented by layer, in colour where the terminal takes it. */
public final class Lines {

    private static final int KIND = 11;

    private final Ansi ansi;
    private int symWidth = 4;

    /** Lines for a terminal or a file. */
    public Lines(Ansi ansi) {
        this.ansi = ansi;
    }

    /** The line of a record. */
    public String of(Seen seen) {
        Layer layer = Layer.of(seen.topic());
        Said said = said(seen);
        String sym = Printable.of(said.sym());
        symWidth = Math.max(symWidth, sym.length());
        String line = String.format(Locale.ROOT, "%s  %-" + KIND + "s  %-" + symWidth + "s  %s%s",
                Wording.time(seen.time()), said.kind(), sym, "  ".repeat(layer.depth()),
                Printable.of(said.text()));
        // Not through markup: a name in the text may look like some.
        return ansi.enabled()
                ? Ansi.Style.on(Ansi.Style.parse("fg(" + layer.colour() + ")")) + line
                        + Ansi.Style.off(Ansi.Style.reset)
                : line;
    }

    private static Said said(Seen seen) {
        if (seen.value() != null) {
            return Wording.of(seen.value());
        }
        String name = seen.topic().suffix();
        if (seen.fault().isPresent()) {
            return new Said(name, "", "key " + shown(seen) + ": " + seen.fault().get());
        }
        return new Said(name, "", "key " + shown(seen) + ": gone");
    }

    private static String shown(Seen seen) {
        return Objects.toString(seen.key(), "none");
    }
}
