package io.qtrader.app.replay.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.apache.avro.file.DataFileConstants;

/**
 * What the header of a journal file says, as Avro metadata beside {@code avro.schema} and {@code
 * avro.codec}.
 *
 * @param journalid identity of the journal
 * @param ends how many entries each partition has
 */
record FileHeader(String journalid, List<Long> ends) {

    static final String JOURNALID = "qtrader.journalid";
    /** Entries of each partition, decimal, separated by commas. */
    static final String ENDS = "qtrader.ends";
    /** CRC-32C, 8 hexadecimal digits, of all other keys and values in the order of the keys. */
    static final String CHECKSUM = "qtrader.checksum";

    /** Our metadata. */
    Map<String, String> meta() {
        List<String> counts = ends.stream().map(String::valueOf).toList();
        return Map.of(JOURNALID, journalid, ENDS, String.join(",", counts));
    }

    /** The checksum of a header's metadata; the checksum itself is left out. */
    static String checksum(Map<String, byte[]> meta) {
        CRC32C crc = new CRC32C();
        new TreeMap<>(meta).forEach((key, value) -> {
            if (!key.equals(CHECKSUM)) {
                crc.update(key.getBytes(StandardCharsets.UTF_8));
                crc.update(0);
                crc.update(value);
                crc.update(0);
            }
        });
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /**
     * Reads it.
     *
     * @throws DamagedFileException where it is no journal's, or not as it was written
     */
    static FileHeader of(Map<String, byte[]> meta) {
        if (!meta.containsKey(JOURNALID) || !meta.containsKey(ENDS)
                || !meta.containsKey(CHECKSUM) || !meta.containsKey(DataFileConstants.SCHEMA)) {
            throw new DamagedFileException("its header names no journal");
        }
        if (!checksum(meta).equals(text(meta, CHECKSUM))) {
            throw new DamagedFileException("its header is not as it was written: checksum "
                    + checksum(meta) + ", must be " + text(meta, CHECKSUM));
        }
        if (!DataFileConstants.ZSTANDARD_CODEC.equals(text(meta, DataFileConstants.CODEC))) {
            throw new DamagedFileException("its codec is " + text(meta, DataFileConstants.CODEC)
                    + ", must be " + DataFileConstants.ZSTANDARD_CODEC);
        }
        List<Long> ends = new ArrayList<>();
        for (String end : text(meta, ENDS).split(",")) {
            ends.add(Long.parseLong(end));
        }
        return new FileHeader(text(meta, JOURNALID), List.copyOf(ends));
    }

    static String text(Map<String, byte[]> meta, String key) {
        byte[] value = meta.get(key);
        return value == null ? "none" : new String(value, StandardCharsets.UTF_8);
    }
}
