package io.qtrader.paper.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8, none longer than {@link Wire#MAX_LINE} bytes; not thread-safe. */
public final class LineReader {

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** Over a stream that this reader alone reads. */
    public LineReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line without its end; null at the end of the stream, where half a line is none.
     *
     * @throws IOException also when the line is too long
     */
    public String next() throws IOException {
        line.reset();
        int c;
        while ((c = in.read()) >= 0) {
            if (c == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            if (line.size() == Wire.MAX_LINE) {
                throw new IOException("a line is longer than " + Wire.MAX_LINE + " bytes");
            }
            line.write(c);
        }
        return null;
    }
}
