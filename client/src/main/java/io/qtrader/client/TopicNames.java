package io.qtrader.client;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of the topics on a cluster: a prefix before each suffix, so that several installations
 * can share one cluster.
 *
 * @param prefix letters, digits, dot, underscore and hyphen; may be empty
 */
public record TopicNames(String prefix) {

    /** Our configuration key for the prefix. */
    public static final String PREFIX_KEY = "qtrader.prefix";

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{0,100}");

    public static final TopicNames DEFAULT = new TopicNames("qtrader.");

    public TopicNames {
        if (!LEGAL.matcher(prefix).matches()) {
            throw new SetupException(
                    PREFIX_KEY + " is \"" + prefix + "\": use at most 100 letters, digits, '.',"
                            + " '_' and '-'");
        }
    }

    /** The full name of a topic. */
    public String of(Topic topic) {
        return prefix + topic.suffix();
    }

    /** The topic of a full name; empty where the name is none of ours. */
    public Optional<Topic> topic(String name) {
        return Arrays.stream(Topic.values()).filter(t -> of(t).equals(name)).findFirst();
    }

    /** The registry subject of a topic's values. */
    public String subject(Topic topic) {
        return of(topic) + "-value";
    }
}
