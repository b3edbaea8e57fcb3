package io.qtrader.paper.exchange;

/** One line of a behaviour file that is a setting. */
final class SettingLine {

    private SettingLine() {}

    static VenueSettings apply(VenueSettings s, String key, String value) {
        return switch (key) {
            case "seed" -> s.withSeed((long) number(value));
            case "latency" -> {
                double[] range = range(value);
                yield s.withLatencyMs((long) range[0], (long) range[1]);
            }
            case "step" -> s.withStepMs((long) number(value));
            case "passive rate" -> s.withPassive(number(value), s.touchRate());
            case "touch rate" -> s.withPassive(s.passiveRate(), number(value));
            case "part" -> {
                double[] range = range(value);
                yield s.withParts(range[0], range[1], s.lot());
            }
            case "lot" -> s.withParts(s.partMin(), s.partMax(), (long) number(value));
            case "reject rate" -> s.withRejects(number(value), s.transientRejects());
            case "transient rejects" -> s.withRejects(s.rejectRate(), Boolean.parseBoolean(value));
            default -> throw new IllegalArgumentException(
                    "`" + key + "` is not known; keys are seed, latency, step, passive rate,"
                            + " touch rate, part, lot, reject rate, transient rejects, order N,"
                            + " cancel of N, replace of N");
        };
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`" + value + "` is no number");
        }
    }

    private static double[] range(String value) {
        String[] ends = value.split("-", 2);
        return new double[] {number(ends[0].strip()), number(ends[ends.length - 1].strip())};
    }
}
