package io.qtrader.app.replay.tables;

import io.qtrader.app.replay.JournalLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where a journal is read. As time: every partition up to its first entry that is later. As
 * offset: every partition up to that entry, itself included; as {@code partition/offset}, that
 * partition alone.
 */
public final class Moment {

    private static final Pattern PLACE = Pattern.compile("(?:(\\d{1,6})/)?(\\d{1,18})");

    private final Instant time;
    private final Integer partition;
    private final long offset;

    private Moment(Instant time, Integer partition, long offset) {
        this.time = time;
        this.partition = partition;
        this.offset = offset;
    }

    /**
     * Reads what a person typed.
     *
     * @param zone of times that name none
     * @param today of times without a date
     * @throws IllegalArgumentException if it is neither a time nor an offset
     */
    public static Moment parse(String text, ZoneId zone, LocalDate today) {
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            return new Moment(null,
                    place.group(1) == null ? null : Integer.valueOf(place.group(1)),
                    Long.parseLong(place.group(2)));
        }
        String iso = text.trim().replace(' ', 'T');
        List<Function<String, Instant>> forms = List.of(
                t -> OffsetDateTime.parse(t).toInstant(),
                t -> LocalDateTime.parse(t).atZone(zone).toInstant(),
                t -> LocalTime.parse(t).atDate(today).atZone(zone).toInstant());
        return forms.stream().map(form -> read(form, iso)).flatMap(Optional::stream).findFirst()
                .map(time -> new Moment(time, null, 0))
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is neither a"
                        + " time, as in 09:30:00, \"2026-10-01 09:30:00\" or 2026-10-01T13:30:00Z,"
                        + " nor an offset, as in 1234 or 2/1234"));
    }

    private static Optional<Instant> read(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a partition is read at all. */
    public boolean reads(int journalPartition) {
        return partition == null || partition == journalPartition;
    }

    /** Whether an entry is still read; after the first that is not, none of its partition is. */
    public boolean includes(JournalLine line) {
        return time == null ? line.offset() <= offset : !line.entry().getTime().isAfter(time);
    }
}
