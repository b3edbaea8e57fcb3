package io.qtrader.app.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Where log lines go. Console (standard error): warnings of qtrader's own, and nothing of the
 * libraries', whose chatter a user can do nothing about; with {@code -v} more of both. File, where
 * a command keeps one: qtrader's own and Kafka Streams' from INFO, the rest from WARN.
 *
 * <p>Logback finds this class as its configurator, so there is no configuration file to parse.
 */
public final class Logs extends ContextAwareBase implements Configurator {

    private static final String OURS = "io.qtrader";
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{24}: %msg%n";

    /** Made by logback. */
    public Logs() {
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        // Warns, for every partition, whenever a consumer that only looks something up closes.
        context.getLogger("org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils")
                .setLevel(Level.ERROR);
        // Without an appender of their own, the libraries' lines go nowhere.
        context.getLogger(OURS).addAppender(console(context, Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Shows more on the console: qtrader's own from INFO, the libraries' from WARN. */
    public static void verbose() {
        LoggerContext context = context();
        Logger ours = context.getLogger(OURS);
        ours.detachAndStopAllAppenders();
        if (ours.getLevel() == null) {
            ours.setLevel(Level.INFO);
        }
        root(context).addAppender(console(context, Level.INFO));
    }

    /** Writes to a file too; it starts anew at 10 MB, and five are kept. */
    public static void toFile(Path file) {
        LoggerContext context = context();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(4);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf("10MB"));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        start(context, appender);
        context.getLogger(OURS).setLevel(Level.INFO);
        context.getLogger("org.apache.kafka.streams").setLevel(Level.INFO);
        root(context).addAppender(appender);
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, Level from) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setLevel(from.toString());
        threshold.start();
        appender.addFilter(threshold);
        start(context, appender);
        return appender;
    }

    private static void start(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
