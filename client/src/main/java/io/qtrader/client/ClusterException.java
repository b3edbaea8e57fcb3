package io.qtrader.client;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The Kafka cluster did not do what it was asked. */
public final class ClusterException extends ClientException {

    private static final long serialVersionUID = 1L;

    private ClusterException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says what a failure means.
     *
     * @param what what was not done, as in "topic a was not created"
     * @param bootstrap the cluster's address as configured
     */
    public static ClusterException of(String what, Object bootstrap, Throwable failure) {
        Throwable cause = cause(failure);
        return new ClusterException(
                what + " (cluster " + bootstrap + ", " + cause.getClass().getSimpleName() + ": "
                        + firstLine(cause) + "): " + advice(cause),
                cause);
    }

    /** As {@link #of}, where the thread was told to stop; it stays told. */
    static ClusterException interrupted(
            String what, Object bootstrap, InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return of(what, bootstrap, interruption);
    }

    /** Makes a Kafka client; settings that it refuses are told in one line. */
    static <C> C connecting(Object bootstrap, Supplier<C> constructor) {
        try {
            return constructor.get();
        } catch (KafkaException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new SetupException(
                    "no connection to cluster " + bootstrap + " with these settings ("
                            + firstLine(root) + "): check bootstrap.servers, and what security.*,"
                            + " sasl.* and ssl.* name");
        }
    }

    private static Throwable cause(Throwable failure) {
        boolean wrapper =
                failure instanceof ExecutionException || failure instanceof CompletionException;
        return wrapper && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static String advice(Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return "check security.protocol, sasl.* and ssl.*";
        }
        if (cause instanceof AuthorizationException) {
            return "have this user allowed to do it";
        }
        if (cause instanceof RecordTooLargeException) {
            return "make it smaller, or raise max.message.bytes of the topic and max.request.size";
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "create the topics first";
        }
        if (cause instanceof TimeoutException) {
            return "check that the brokers run, bootstrap.servers, and that the topics are there";
        }
        return cause instanceof InterruptedException ? "try again" : "see the broker's log";
    }
}
