package io.qtrader.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import io.qtrader.app.console.Logs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** What was typed, and what is said about it; no cluster is there. */
class QtraderCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(List<String> command) {
        List<String> args = Stream.concat(command.stream(), Stream.of("--help")).toList();

        assertThat(run(args.toArray(String[]::new))).isZero();
        assertThat(out.toString())
                .startsWith("Usage: " + String.join(" ", Stream.concat(Stream.of("qtrader"),
                        command.stream()).toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "\"\"                              | a command is missing",
        "topics                            | a command is missing",
        "--what                            | Unknown option: '--what'",
        "itnent                            | Unmatched argument at index 0: 'itnent'",
        "intent AAPL s1                    | Missing required parameter: 'QTY'",
        "intent AAPL s1 ten                | 'ten' is not a long",
        "intent AAPL s1 1 --urgency 2      | --urgency is 2.0: must be from 0 to 1",
        "intent AAPL s1 1 --urgency NaN    | --urgency is NaN: must be from 0 to 1",
        "intent EMPTY s1 1                 | SYM is empty",
        "quote AAPL 1 NaN                  | BID 1.0 and ASK NaN: must be prices",
        "control dance                     | expected one of [HALT, RESUME",
        "control adjust --sym AAPL         | ADJUST needs --sym and --qty",
        "control halt --sym EMPTY          | --sym is empty",
        "control resume --strat EMPTY      | --strat is empty",
        "control halt --broker EMPTY       | --broker is empty",
        "fill 1 0                          | QTY is 0: must be above 0",
        "fill 1 -40                        | QTY is -40: must be above 0",
        "quote AAPL 1 2 --last NaN         | --last is NaN: must be a price",
        "quote AAPL 1 2 --sizes -5         | --sizes is -5: must be 0 or more",
        "show nothing                      | there is no table nothing, but targets",
        "watch --topics none --bootstrap a | there is no none, but intents",
        "replay --until soon               | --until: \"soon\" is neither a time, as in 09:30:00",
        "replay --explain order:x          | --explain: \"order:x\" has no number behind order:",
        "replay --verify --until 1         | --verify, --until=TIME|OFFSET are mutually exclusive",
        "up --port x                       | Invalid value for option '--port'",
    })
    void refusesWhatWasTypedWronglyInALineAndAHint(String line, String said) {
        String[] args = Stream.of(line.split(" ")).filter(a -> !a.isEmpty())
                .map(a -> a.equals("EMPTY") ? "" : a).toArray(String[]::new);

        assertThat(run(args)).isEqualTo(2);
        assertThat(err.toString().lines().toList()).hasSize(2);
        assertThat(err.toString()).startsWith("qtrader: ").contains(said);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void takesANegativeQuantityForWhatItIs() {
        assertThat(run("intent", "AAPL", "s1", "-100", "--bootstrap", "127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString()).contains("no Kafka broker answers at 127.0.0.1:1");
    }

    @Test
    void saysInOneLineThatTheBrokerIsNotThere() {
        long began = System.nanoTime();
        for (String command : List.of("topics check", "topics create", "topics adopt", "watch",
                "run", "position AAPL 5", "control halt")) {
            err.getBuffer().setLength(0);
            String[] args = (command + " --bootstrap 127.0.0.1:1 --registry http://127.0.0.1:1")
                    .split(" ");
            assertThat(run(args)).as(command).isEqualTo(1);
            assertThat(err.toString().lines().toList()).as(command).containsExactly(
                    "qtrader: no Kafka broker answers at 127.0.0.1:1: is it running, and is"
                            + " --bootstrap right?");
        }
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }

    @Test
    void theTraceIsForThoseWhoAskForIt() {
        assertThat(run("topics", "check", "--bootstrap", "127.0.0.1:1", "-v")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat io.qtrader.app");
        quietAgain();
    }

    private static void quietAgain() {
        LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        logs.reset();
        new Logs().configure(logs);
    }

    @Test
    void completionKnowsEveryCommand() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).contains("demo", "up", "topics", "--urgency");
    }

    static Stream<List<String>> commands() {
        return below(QtraderCommand.commandLine(), List.of());
    }

    private static Stream<List<String>> below(CommandLine line, List<String> path) {
        return Stream.concat(Stream.of(path), line.getSubcommands().entrySet().stream()
                .flatMap(sub -> below(sub.getValue(),
                        Stream.concat(path.stream(), Stream.of(sub.getKey())).toList())));
    }

    private int run(String... args) {
        return QtraderCommand.commandLine().setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true)).execute(args);
    }
}
